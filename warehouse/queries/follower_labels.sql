-- Every labelled follower that is stored, for training: as of no time, each as it was last drawn.
SELECT * EXCLUDE (uniform)
FROM seen.followers_drawn('infinity'::TIMESTAMP, labelled := true)
ORDER BY account_id, follower_id
