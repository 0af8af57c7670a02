-- One row per account and post of the look-back that the platform labels as paid, whose words sell, disclose or give
-- away, whose words aren't known, or that was seen twice. Tags outside the text don't count: no reader sees them.
-- build: account
-- post_id: the post
-- account_id: the account
-- place: 1 for the account's newest post of the look-back
-- day: the day it was published, UTC
-- labelled: the platform's own label says that it is paid for; null: the platform doesn't say
-- says_so: the text discloses it by an accepted term that isn't denied ("keine Werbung"); null: no text
-- sponsored: labelled or says_so; null: neither is known
-- disclosure_at: characters before the disclosure in the text, without the one next to it; null: the text has none
-- buried: it discloses in the text alone, and not before the fold of config/commercial.toml; null: it doesn't
-- hinted: no accepted term, but one that config/disclosure.toml files as ambiguous or rejected
-- denied: the text says that nobody paid
-- discount_code: the text offers a code or a percentage off
-- affiliate: the text holds a link or tag that earns from sales
-- giveaway: the text promises a prize
-- promotes: discount_code or affiliate, or a call to action that names another account
-- undisclosed: promotes, and neither the label nor any word discloses, hints, denies or speaks of a partner
-- brand: first account or name that a sponsored or promoting post names, in bare letters; not the account itself
-- ad_run: place in an unbroken run of sponsored posts, 1 for its newest; null: not sponsored
-- repeated: another of the account's sponsored posts has the same words; null: not sponsored, or no words
WITH heard AS ( -- what is dear is asked only where a quick look says so
    SELECT
        h.* EXCLUDE (key, sponsored), r.place, coalesce(r.posted_at, r.seen_at)::DATE AS day,
        regexp_matches(text, getvariable('selling')) AS sells,
        CASE
            WHEN NOT sells THEN false WHEN regexp_matches(text, getvariable('discount_code')) THEN true
            ELSE regexp_matches(text, getvariable('capital_code'))
        END AS discount_code,
        CASE WHEN sells THEN regexp_matches(text, getvariable('affiliate')) ELSE sells END AS affiliate,
        CASE WHEN sells THEN regexp_matches(text, getvariable('call_to_action')) ELSE sells END AS calls,
        regexp_matches(text, getvariable('giveaway')) AS giveaway,
        CASE WHEN sells OR discloses THEN regexp_matches(text, getvariable('unpaid')) ELSE sells END AS denied,
        CASE WHEN sells THEN regexp_matches(text, getvariable('speaks_of_partner')) ELSE sells END AS partner
    FROM facts.worded_posts AS h JOIN facts.kept_posts AS r ON hash(r.account_id, r.post_id) = h.key
),

told AS ( -- padded, so that what is found stands nowhere within a longer word
    SELECT
        *, CASE WHEN denied THEN regexp_replace(text, getvariable('unpaid'), ' ', 'g') ELSE text END AS kept,
        ' ' || kept || ' ' AS said,
        CASE WHEN denied THEN regexp_matches(said, getvariable('disclosure')) ELSE discloses END AS says_so,
        coalesce(paid OR says_so, paid, says_so) AS sponsored,
        CASE WHEN says_so THEN regexp_extract(said, getvariable('disclosure')) END AS found,
        CASE
            WHEN tells AND NOT says_so THEN regexp_matches(text, getvariable('disclosure_hint'))
            WHEN tells IS NOT NULL THEN false
        END AS hinted
    FROM heard
),

named AS (
    SELECT
        t.*, CASE WHEN says_so THEN greatest(strpos(said, found) - 2, 0) END AS disclosure_at,
        lower(ltrim(a.handle, '@')) AS own,
        CASE WHEN sponsored OR discount_code OR affiliate OR calls THEN coalesce(
            list_filter(mentions, lambda m: lower(ltrim(m, '@')) NOT IN ('', coalesce(own, '')))[1],
            nullif(nullif(lower(regexp_extract(said, '[^\w.]@([\w.]{2,30})', 1)), ''), own),
            nullif(regexp_extract(said, getvariable('brand_named'), 1), '')
        ) END AS name
    FROM told AS t JOIN facts.accounts AS a USING (account_id)
),

judged AS MATERIALIZED (
    SELECT
        *, nullif(CASE WHEN name <> '' THEN regexp_replace(lower(name), '[^\p{L}\p{N}]+', '', 'g') END, '') AS brand,
        CASE WHEN says_so AND paid IS NOT true THEN disclosure_at >= getvariable('fold') END AS buried,
        discount_code OR affiliate OR (calls AND brand IS NOT NULL) AS promotes,
        promotes AND sponsored IS NOT true AND NOT (hinted OR denied OR partner) AS undisclosed,
        CASE WHEN sponsored AND text <> '' THEN hash(text) END AS wording
    FROM named
),

runs AS (
    SELECT
        account_id, post_id, place, place - row_number() OVER (PARTITION BY account_id ORDER BY place) AS run,
        CASE WHEN wording IS NOT NULL THEN count(*) OVER (PARTITION BY account_id, wording) > 1 END AS repeated
    FROM judged WHERE sponsored
),

placed AS (SELECT *, row_number() OVER (PARTITION BY account_id, run ORDER BY place) AS ad_run FROM runs)

SELECT
    j.account_id, j.post_id, j.place, j.day, j.paid AS labelled, j.says_so, j.sponsored, j.disclosure_at, j.buried,
    j.hinted, j.denied, j.discount_code, j.affiliate, j.giveaway, j.promotes, j.undisclosed, j.brand,
    p.ad_run, p.repeated
FROM judged AS j LEFT JOIN placed AS p USING (account_id, post_id)
