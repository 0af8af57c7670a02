-- The days on which the followers of these accounts (`wanted`) moved most.
SELECT
    d.account_id, 'marts.follower_days' AS "table", d.account_id || ' ' || strftime(d.day, '%Y-%m-%d') AS key,
    NULL::VARCHAR AS url, strftime(d.day, '%Y-%m-%d') AS time,
    concat_ws(' · ', 'followers ' || d.followers, printf('%+.1f %%', 100 * (exp(d.log_change) - 1))) AS text
FROM facts.account_days AS d SEMI JOIN wanted USING (account_id)
WHERE d.in_window AND d.log_change IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY d.account_id ORDER BY abs(d.log_change) DESC, d.day) <= 12
ORDER BY d.account_id, abs(d.log_change) DESC, d.day
