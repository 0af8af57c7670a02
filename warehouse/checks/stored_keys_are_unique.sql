-- fail: every stored row has a key of its own
SELECT 'creators' AS stored, creator_id AS key FROM stored.creators GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'accounts', account_id FROM stored.accounts GROUP BY account_id, observed_at HAVING count(*) > 1
UNION ALL
SELECT 'follower_snapshots', account_id FROM stored.follower_snapshots
GROUP BY account_id, observed_at HAVING count(*) > 1
UNION ALL SELECT 'posts', post_id FROM stored.posts GROUP BY post_id, observed_at HAVING count(*) > 1
UNION ALL SELECT 'comments', comment_id FROM stored.comments GROUP BY comment_id, observed_at HAVING count(*) > 1
UNION ALL
SELECT 'follower_samples', account_id FROM stored.follower_samples
GROUP BY account_id, follower_id, sampled_at HAVING count(*) > 1
UNION ALL SELECT 'records', record_id FROM stored.records GROUP BY record_id, observed_at HAVING count(*) > 1
UNION ALL SELECT 'outcomes', creator_id FROM stored.outcomes GROUP BY creator_id, decided_at HAVING count(*) > 1
UNION ALL SELECT 'readings', account_id FROM stored.readings GROUP BY as_of, account_id, signal HAVING count(*) > 1
UNION ALL SELECT 'matches', record_id FROM stored.matches GROUP BY as_of, creator_id, record_id HAVING count(*) > 1
UNION ALL SELECT 'scores', creator_id FROM stored.scores GROUP BY as_of, creator_id HAVING count(*) > 1
UNION ALL SELECT 'models', model FROM stored.models GROUP BY model HAVING count(*) > 1
UNION ALL
SELECT 'model_decisions', number::VARCHAR FROM stored.model_decisions GROUP BY number HAVING count(*) > 1
UNION ALL SELECT 'creators_at', creator_id FROM stored.creators_at GROUP BY cut, creator_id HAVING count(*) > 1
UNION ALL SELECT 'features_at', creator_id FROM stored.features_at GROUP BY cut, creator_id, signal HAVING count(*) > 1
UNION ALL SELECT 'proposals', creator_id FROM stored.proposals GROUP BY run_id, creator_id HAVING count(*) > 1
