-- Share of the sample that is fake by its hand labels and the account classifier together, with its 90 % interval; without
-- labels of this audience by the classifier, if other audiences of the platform have labels.
SELECT
    account_id,
    any_value(share) AS reading,
    any_value(low) AS low,
    any_value(high) AS high,
    any_value(sampled) AS basis,
    CASE WHEN NOT bool_or(calibrated) THEN 'not_enough_data' END AS silence
FROM facts.follower_sample
GROUP BY account_id
