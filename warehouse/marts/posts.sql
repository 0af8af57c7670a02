-- One row per post with its latest counters and engagement.
-- post_id: the post
-- account_id: the account
-- posted_at: when it was published; null: unknown
-- seen_at: when it was first seen
-- observed_at: when its counters were last read
-- in_window: within the look-back
-- kind: video, short, image, ...
-- text: caption (hostile input)
-- url: address of the post
-- likes: latest; null: hidden or unknown
-- comments: latest
-- shares: latest
-- views: latest
-- followers_then: the account's followers around that day
-- by_followers: (likes + comments) / followers_then
-- by_views: (likes + comments) / views
-- sponsored: the platform says so, or the text discloses it; null: can't be told
SELECT
    e.post_id, e.account_id, e.posted_at, e.seen_at, e.observed_at, e.in_window, e.kind, p.text, p.url, e.likes,
    e.comments, e.shares, e.views, e.followers_then, e.by_followers, e.by_views, e.sponsored
FROM facts.post_engagement AS e
LEFT JOIN stored.posts AS p ON p.post_id = e.post_id AND p.observed_at = e.observed_at
