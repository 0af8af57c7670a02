-- Estimated share of the follower count that is not a real, reachable person, with its 90 % interval; from
-- facts.audience_inflation, which vetting/measure/inflation/ estimates from what there is, or abstains.
SELECT
    account_id,
    any_value(share) AS reading,
    any_value(low) AS low,
    any_value(high) AS high,
    any_value(basis) AS basis,
    any_value(silence) AS silence
FROM facts.audience_inflation
GROUP BY account_id
