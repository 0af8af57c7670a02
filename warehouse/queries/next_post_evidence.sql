-- The settled posts that an account's next one is forecast from: its newest 60 of the look-back.
SELECT account_id, place, likes, comments, views
FROM facts.recent_posts WHERE settled AND place <= 60
