-- Share of the posts that sell or are sponsored in which neither label nor words disclose, hint or deny; Wilson's 90 %
-- interval (z squared = 2.706).
SELECT
    account_id,
    count(*) FILTER (undisclosed) / nullif(count(*) FILTER (promotes OR sponsored), 0) AS reading,
    least(
        count(*) FILTER (undisclosed) / nullif(count(*) FILTER (promotes OR sponsored), 0),
        greatest(0, (count(*) FILTER (undisclosed) + 1.353 - 1.645 * sqrt(
            count(*) FILTER (undisclosed) * (1 - count(*) FILTER (undisclosed)
                / nullif(count(*) FILTER (promotes OR sponsored), 0)) + 0.6765
        )) / (count(*) FILTER (promotes OR sponsored) + 2.706))
    ) AS low,
    greatest(
        count(*) FILTER (undisclosed) / nullif(count(*) FILTER (promotes OR sponsored), 0),
        least(1, (count(*) FILTER (undisclosed) + 1.353 + 1.645 * sqrt(
            count(*) FILTER (undisclosed) * (1 - count(*) FILTER (undisclosed)
                / nullif(count(*) FILTER (promotes OR sponsored), 0)) + 0.6765
        )) / (count(*) FILTER (promotes OR sponsored) + 2.706))
    ) AS high,
    count(*) FILTER (promotes OR sponsored) AS basis,
    CASE
        WHEN count(promotes) = 0 THEN 'not_available'
        WHEN count(*) FILTER (promotes OR sponsored) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
