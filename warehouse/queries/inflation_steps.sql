-- Every sudden step of a follower curve, for the estimate of inflation.
FROM facts.growth_steps ORDER BY account_id, first_day
