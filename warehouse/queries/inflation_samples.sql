-- What each account's sample of followers says, for the estimate of inflation.
FROM facts.follower_sample ORDER BY account_id
