-- One row per comment: under whose post, whether the creator wrote or answered it, and how often others wrote the same.
-- Under a post that two accounts were seen to publish it stands with each.
-- build: account
-- comment_id: the comment
-- post_id: the post
-- account_id: the account under whose post it stands
-- author_id: its author, pseudonymous
-- posted_at: when it was written
-- in_reply_to: the comment that it answers; null: none, or the source doesn't say
-- by_creator: the creator wrote it
-- answered: the creator answered it
-- letters: its letters, their marks and its digits only, lower case
-- same_text_authors: how many authors wrote these letters under this account's posts; null: under four letters
WITH comments AS MATERIALIZED (
    SELECT comment_id, post_id, author_id, posted_at, in_reply_to, text FROM seen.comments(getvariable('as_of'))
),

owners AS (
    SELECT DISTINCT post_id, account_id
    FROM seen.posts(getvariable('as_of')) SEMI JOIN comments USING (post_id)
),

bare AS (
    SELECT
        c.comment_id, c.post_id, o.account_id, c.author_id, c.posted_at, c.in_reply_to,
        c.author_id = o.account_id AS by_creator,
        regexp_replace(lower(c.text), '[^\p{L}\p{Mn}\p{Mc}\p{N}]+', '', 'g') AS letters
    FROM comments AS c
    JOIN owners AS o USING (post_id)
),

said AS MATERIALIZED (
    SELECT * REPLACE (
        CASE -- an accent is one character or two, and an emoji leaves an invisible mark behind
            WHEN strlen(letters) > length(letters) THEN nfc_normalize(translate(letters, chr(65038) || chr(65039), ''))
            ELSE letters
        END AS letters
    ) FROM bare
),

answered AS (
    SELECT DISTINCT account_id, in_reply_to AS comment_id FROM said WHERE by_creator AND in_reply_to IS NOT NULL
),

same AS (
    SELECT account_id, letters, count(DISTINCT author_id) AS authors
    FROM said WHERE length_grapheme(letters) >= 4 AND NOT by_creator
    GROUP BY account_id, letters
)

SELECT
    s.comment_id, s.post_id, s.account_id, s.author_id, s.posted_at, s.in_reply_to, s.by_creator,
    a.comment_id IS NOT NULL AS answered, s.letters,
    CASE WHEN NOT s.by_creator THEN same.authors END AS same_text_authors
FROM said AS s
LEFT JOIN answered AS a USING (account_id, comment_id)
LEFT JOIN same USING (account_id, letters)
