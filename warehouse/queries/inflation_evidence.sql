-- What there is to estimate an audience's inflation from, but for single steps and samples: one row per account.
-- Columns of facts.growth_habit begin with h_, of growth_shape with g_, of growth_surge with u_, of engagement_shape with e_.
SELECT
    a.account_id, a.platform, a.verified, a.followers, a.posts_count,
    columns(h.* EXCLUDE (account_id)) AS 'h_\0',
    columns(g.* EXCLUDE (account_id)) AS 'g_\0',
    columns(u.* EXCLUDE (account_id)) AS 'u_\0',
    columns(e.* EXCLUDE (account_id)) AS 'e_\0'
FROM facts.accounts AS a
LEFT JOIN facts.growth_habit AS h USING (account_id)
LEFT JOIN facts.growth_shape AS g USING (account_id)
LEFT JOIN facts.growth_surge AS u USING (account_id)
LEFT JOIN facts.engagement_shape AS e USING (account_id)
ORDER BY a.account_id
