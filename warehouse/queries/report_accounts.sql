-- Every account for its creator's dossier.
SELECT
    a.creator_id, a.account_id, a.platform, a.handle, a.display_name, a.bio, a.url, a.category, a.country, a.language,
    a.followers, a.following, a.posts_count, strftime(a.created_at, '%Y-%m-%dT%H:%M:%SZ') AS created_at, a.verified,
    strftime(a.observed_at, '%Y-%m-%dT%H:%M:%SZ') AS observed_at, a.tier,
    concat_ws(', ', a.platform, a.tier, a.category) AS cohort
FROM facts.accounts AS a
ORDER BY a.creator_id, a.followers DESC NULLS LAST, a.account_id
