-- The sampled followers of these accounts (`wanted`) against whom most speaks; their handles are nobody's business.
SELECT
    f.account_id, 'facts.sampled_followers' AS "table", f.follower_id AS key, NULL::VARCHAR AS url,
    strftime(f.sampled_at, '%Y-%m-%dT%H:%M:%SZ') AS time,
    concat_ws(
        ' · ', 'judged ' || f.label, 'followers ' || f.followers, 'following ' || f.following, 'posts ' || f.posts_count,
        'opened ' || strftime(f.created_at, '%Y-%m-%d'), CASE WHEN f.empty_profile THEN 'empty profile' END,
        CASE WHEN f.bunched THEN 'opened with many others' END, CASE WHEN f.mutual_mass THEN 'follows back' END
    ) AS text
FROM facts.sampled_followers AS f SEMI JOIN wanted USING (account_id)
QUALIFY row_number() OVER (
    PARTITION BY f.account_id
    ORDER BY (f.label = 'fake') DESC NULLS LAST, f.empty_profile DESC NULLS LAST, f.bunched DESC NULLS LAST,
    f.mutual_mass DESC NULLS LAST, f.follower_id) <= 12
ORDER BY
    f.account_id, (f.label = 'fake') DESC NULLS LAST, f.empty_profile DESC NULLS LAST, f.bunched DESC NULLS LAST,
    f.mutual_mass DESC NULLS LAST, f.follower_id
