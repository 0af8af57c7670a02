-- fail: a reading is finite, inside its interval, and there only where measured
SELECT * FROM marts.readings
WHERE
    (outcome = 'measured') <> (reading IS NOT NULL)
    OR NOT isfinite(coalesce(reading, 0)) OR NOT isfinite(coalesce(low, 0)) OR NOT isfinite(coalesce(high, 0))
    OR low > reading OR high < reading OR percentile NOT BETWEEN 0 AND 1
