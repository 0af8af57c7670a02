-- By how much the count of posts fell, from one day seen to the next, by its highest. Sudden rises (over five a day) count
-- against it: they undo a misread count or bring back an archive. Posts added the same day hide removals.
SELECT
    account_id,
    CASE WHEN max(posts_count) FILTER (in_window) > 0 THEN least(1, greatest(0,
        sum(greatest(-posts_count_change::DOUBLE, 0)) FILTER (in_window)
        - coalesce(sum(posts_count_change::DOUBLE) FILTER (in_window AND posts_count_change > 5 * gap_days), 0)
    ) / max(posts_count) FILTER (in_window)) END AS reading,
    count(posts_count_change) FILTER (in_window) AS basis,
    CASE WHEN count(posts_count) FILTER (in_window) = 0 THEN 'not_available' END AS silence
FROM facts.account_days
GROUP BY account_id
