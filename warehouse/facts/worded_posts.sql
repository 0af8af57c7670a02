-- One row per account and post of the look-back that the platform labels as paid, whose words may sell, disclose or give
-- away, whose words aren't known, or that was seen twice; gone when the run ends. The one look at every text.
-- build: passing
-- key: hash of account and post
-- account_id: the account
-- post_id: the post
-- text: its last known words
-- paid: the platform's label
-- mentions: accounts that the source says it names
-- tells: some word of config/disclosure.toml stands somewhere in the text
-- discloses: the text holds an accepted term as whole words
-- sponsored: paid or discloses; null: neither is known
WITH looks AS NOT MATERIALIZED (
    SELECT
        account_id, post_id, observed_at, text, paid_partnership AS paid, mentions, hash(account_id, post_id) AS key
    FROM seen.posts(getvariable('as_of'))
    WHERE greatest(posted_at, observed_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
),

found AS MATERIALIZED (
    SELECT l.*, r.key IS NOT NULL AS again
    FROM looks AS l
    LEFT JOIN facts.repeated_posts AS r ON r.key = l.key
    WHERE r.key IS NOT NULL OR paid OR text IS NULL OR regexp_matches(text, getvariable('commercial'))
),

latest AS (
    SELECT key, account_id, post_id, text, paid, mentions FROM found WHERE NOT again
    UNION ALL
    SELECT
        any_value(key), account_id, post_id, arg_max(text, observed_at), arg_max(paid, observed_at),
        arg_max(mentions, observed_at)
    FROM found WHERE again GROUP BY account_id, post_id
)

SELECT
    *, regexp_matches(text, getvariable('telling')) AS tells,
    CASE WHEN tells THEN regexp_matches(text, getvariable('disclosure')) ELSE tells END AS discloses,
    coalesce(paid OR discloses, paid, discloses) AS sponsored
FROM latest
