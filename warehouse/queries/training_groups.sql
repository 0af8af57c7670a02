-- By what a model is held to account: platform, tier and language of each creator's largest account at as_of.
SELECT
    a.creator_id,
    first(a.platform ORDER BY a.followers DESC NULLS LAST, a.account_id) AS platform,
    first(a.tier ORDER BY a.followers DESC NULLS LAST, a.account_id) AS tier,
    coalesce(first(a.language ORDER BY a.followers DESC NULLS LAST, a.account_id), any_value(c.languages[1]))
        AS language
FROM facts.accounts AS a
LEFT JOIN seen.creators(getvariable('as_of')) AS c USING (creator_id)
GROUP BY a.creator_id ORDER BY a.creator_id
