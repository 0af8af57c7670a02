-- One row per post of the look-back: what it sells or discloses, beside what it got.
-- build: view
-- post_id: the post
-- account_id: the account
-- place: 1 for the account's newest post of the look-back
-- day: the day it was published, UTC
-- age_days: whole days before as_of
-- dated: it is known when it was published
-- settled: its counters were last read a day or more after publication
-- log_likes: log of likes + 1 to the followers of its day + 1; null: hidden or unknown
-- ad_interactions: for a settled sponsored post, log of (likes + comments + 1) to the followers of its day + 1
-- own_interactions: the same for a settled post that isn't sponsored
-- ad_views: for a settled sponsored post, log of views + 1 to the followers of its day + 1
-- own_views: the same for a settled post that isn't sponsored
-- sponsored: the platform's label or the text says that it is paid for; null: neither is known
-- labelled: the platform's own label says so; null: the platform doesn't say
-- says_so: the text discloses it by an accepted term; null: no text
-- disclosure_at: characters before the disclosure in the text, without the one next to it; null: the text has none
-- buried: it discloses in the text alone, and not before the fold of config/commercial.toml; null: it doesn't
-- hinted: no accepted term, but one that config/disclosure.toml files as ambiguous or rejected; null: no text
-- discount_code: the text offers a code or a percentage off; null: no text
-- affiliate: the text holds a link or tag that earns from sales; null: no text
-- giveaway: the text promises a prize; null: no text
-- promotes: it sells by a code, an earning link, or a call to action that names another account; null: no text
-- undisclosed: it promotes, and no label or word discloses, hints, denies or speaks of a partner; null: no text
-- brand: first account or name that a sponsored or promoting post names, in bare letters
-- ad_run: place in an unbroken run of sponsored posts; null: not sponsored
-- repeated: another of the account's sponsored posts has the same words; null: not sponsored, or no words
WITH posts AS (
    SELECT
        r.*, w.* EXCLUDE (post_id, account_id, place, day, denied, sponsored), w.post_id IS NULL AS plain,
        CASE WHEN w.post_id IS NULL THEN false ELSE w.sponsored END AS paid,
        ln(coalesce(r.followers_then, 0)::DOUBLE + 1) AS log_followers,
        CASE WHEN settled THEN ln(r.interactions::DOUBLE + 1) - log_followers END AS log_interactions,
        CASE WHEN settled THEN ln(r.views::DOUBLE + 1) - log_followers END AS log_views
    FROM facts.recent_posts AS r
    LEFT JOIN facts.commercial_words AS w ON w.account_id = r.account_id AND w.post_id = r.post_id
)

SELECT
    post_id, account_id, place, day, age_days, posted_at IS NOT NULL AS dated, settled,
    ln(likes::DOUBLE + 1) - log_followers AS log_likes,
    CASE WHEN paid THEN log_interactions END AS ad_interactions,
    CASE WHEN NOT paid THEN log_interactions END AS own_interactions,
    CASE WHEN paid THEN log_views END AS ad_views,
    CASE WHEN NOT paid THEN log_views END AS own_views,
    paid AS sponsored, labelled, CASE WHEN plain THEN false ELSE says_so END AS says_so,
    disclosure_at, buried,
    CASE WHEN plain THEN false ELSE hinted END AS hinted,
    CASE WHEN plain THEN false ELSE discount_code END AS discount_code,
    CASE WHEN plain THEN false ELSE affiliate END AS affiliate,
    CASE WHEN plain THEN false ELSE giveaway END AS giveaway,
    CASE WHEN plain THEN false ELSE promotes END AS promotes,
    CASE WHEN plain THEN false ELSE undisclosed END AS undisclosed,
    brand, ad_run, repeated
FROM posts
