-- One row per creator: who they are, how large, and what the run proposes about the risk. Start here.
-- creator_id: the creator
-- name: as the list or the profile says
-- country: ISO 3166 alpha-2
-- platforms: where they have accounts
-- accounts: how many
-- followers: of all their accounts together; null where none shows its count
-- inflation_low: low end of the 90 % interval of audience inflation, of the account where it is highest
-- inflation_high: its high end
-- matches: records held against them that are theirs by the evidence or by a person's judgement; not what they suffered, nor what was retracted or called false
-- to_review: records that a person should look at
-- score: risk, 0-100; a ranking, see the dossier on what it was trained on
-- band: low, medium or high
-- as_of: nothing later was seen
WITH theirs AS (
    SELECT
        creator_id, list_sort(list(DISTINCT platform)) AS platforms, count(*) AS accounts, sum(followers)::BIGINT AS followers
    FROM facts.accounts GROUP BY creator_id
),

inflated AS (
    SELECT a.creator_id, max(r.low) AS low, arg_max(r.high, r.low) AS high
    FROM marts.readings AS r JOIN facts.accounts AS a USING (account_id)
    WHERE r.signal = 'audience_inflation' AND r.outcome = 'measured' GROUP BY a.creator_id
),

matched AS (
    SELECT
        creator_id,
        count(*) FILTER (
            m.decision = 'match' AND m.adverse AND c.adverse IS DISTINCT FROM FALSE AND m.role <> 'suffered'
            AND coalesce(m.status, m.status_said) IS DISTINCT FROM 'retracted'
        ) AS matches,
        count(*) FILTER (m.decision = 'review') AS to_review
    FROM marts.matches AS m LEFT JOIN marts.controversies AS c USING (creator_id, affair)
    GROUP BY creator_id
)

SELECT
    c.creator_id, c.name, c.country, t.platforms, coalesce(t.accounts, 0) AS accounts, t.followers,
    i.low AS inflation_low, i.high AS inflation_high,
    coalesce(m.matches, 0) AS matches, coalesce(m.to_review, 0) AS to_review,
    s.score, s.band, (SELECT as_of FROM facts.now) AS as_of
FROM facts.creators AS c
LEFT JOIN theirs AS t USING (creator_id)
LEFT JOIN inflated AS i USING (creator_id)
LEFT JOIN matched AS m USING (creator_id)
LEFT JOIN marts.scores AS s USING (creator_id)
ORDER BY c.creator_id
