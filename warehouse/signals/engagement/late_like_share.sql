-- Share of the likes that came after the first week, over posts read at its end and again two weeks or more after publication.
SELECT
    account_id,
    sum(greatest(later_likes::DOUBLE - week_likes, 0)) / nullif(sum(later_likes) FILTER (week_likes IS NOT NULL), 0) AS reading,
    count(late_change) AS basis,
    CASE
        WHEN count(last_likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(late_change) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_looks
GROUP BY account_id
