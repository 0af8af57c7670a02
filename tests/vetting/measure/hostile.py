"""A world of one plain account and its hostile copies: each is the plain one with one thing made bad.

Every account has posts, comments, days and sampled followers of its own, of the platform tiktok unless it says
otherwise. What a hostility does to them stands in `HOSTILE`, in few words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

AS_OF = datetime(2026, 6, 30)
HUGE = 2**63 - 1
Row = dict[str, Any]
World = dict[str, list[Row]]
Hostility = Callable[[World], World]
WORDS = (
    "great",
    "recipe",
    "tried it",
    "where",
    "did you",
    "buy",
    "that pan",
    "my",
    "mother",
    "makes",
    "too",
    "why",
    "salt",
)
COUNTED = ("likes", "dislikes", "comments", "shares", "views")


def ago(days: float) -> datetime:
    return AS_OF - timedelta(days=days)


def uneven(place: int, within: int) -> int:
    return place * 7919 % 1009 * within // 1009


def plain(name: str) -> World:
    profile = {"account_id": name, "platform": "tiktok", "handle": name, "language": "en", "category": "food"}
    counts = {"followers": 50_000, "following": 300, "posts_count": 400, "created_at": ago(2000)}
    return {
        "accounts": [profile | counts | {"observed_at": AS_OF}],
        "follower_snapshots": [day(name, place) for place in range(100)],
        "posts": [post(name, place, look) for place in range(50) for look in (1.5, 16)],
        "comments": [comment(name, place) for place in range(80)],
        "follower_samples": [follower(name, place) for place in range(60)],
    }


def day(name: str, place: int) -> Row:
    seen = {"account_id": name, "observed_at": ago(place), "followers": 50_003 - place * 41 - uneven(place, 17)}
    return seen | {"following": 300 - place % 5, "posts_count": 400 - place // 2}


def post(name: str, place: int, look: float) -> Row:
    posted = ago(place * 2 + 2 + uneven(place, 20) / 24)
    row = {"post_id": f"{name}-p{place}", "account_id": name, "posted_at": posted}
    row |= {"kind": ("video", "short", "image")[place % 3], "observed_at": min(AS_OF, posted + timedelta(days=look))}
    row |= {"text": f"{'Ad: with @pan code PAN10' if place % 5 == 0 else 'Soup'} {place}", "paid_partnership": None}
    likes = 2_000 + uneven(place, 3_000) + int(look)
    return row | dict(zip(COUNTED, (likes, likes // 90, likes // 40, likes // 60, likes * 9), strict=True))


def comment(name: str, place: int) -> Row:
    said = " ".join(WORDS[uneven(place + step, len(WORDS))] for step in range(3 + place % 4))
    row = {"comment_id": f"{name}-c{place}", "post_id": f"{name}-p{place % 20}", "author_id": f"reader-{place % 50}"}
    return row | {"text": said, "posted_at": ago(1.5 + place % 20 * 2 - place % 7 / 10), "observed_at": AS_OF}


def follower(name: str, place: int) -> Row:
    row = {"account_id": name, "follower_id": f"{name}-f{place}", "sampled_at": ago(1), "drawn": "uniform"}
    row |= {"handle": f"who_{place}", "has_avatar": place % 3 > 0, "bio_length": place % 4 * 20, "followers": place * 9}
    row |= {"following": 200 + place, "posts_count": place, "created_at": ago(300 + place * 11)}
    return row | {"is_private": False, "label": (None, None, "real", "fake", "real", None)[place % 6]}


def put(table: str, **values: object) -> Hostility:
    """Set columns of every row; a function is given the row's place and the row."""
    new = values.items()

    def change(world: World) -> World:
        rows = enumerate(world[table])
        return world | {table: [row | {k: v(i, row) if callable(v) else v for k, v in new} for i, row in rows]}

    return change


def keep(table: str, wanted: Callable[[int], bool] = lambda _: False) -> Hostility:
    """Keep the rows at some places, or none."""
    return lambda world: world | {table: [row for place, row in enumerate(world[table]) if wanted(place)]}


def again(table: str, **values: object) -> Hostility:
    """Every row once more, with these columns otherwise."""
    return lambda world: world | {table: world[table] + put(table, **values)(world)[table]}


def both(*hostilities: Hostility) -> Hostility:
    def change(world: World) -> World:
        for one in hostilities:
            world = one(world)
        return world

    return change


def counts(value: object) -> Hostility:
    return both(
        put("posts", **dict.fromkeys(COUNTED, value)),
        *(put(t, followers=value, following=value, posts_count=value) for t in ("accounts", "follower_snapshots")),
        put("follower_samples", followers=value, following=value, posts_count=value, bio_length=value),
    )


def texts(text: object) -> Hostility:
    return both(put("posts", text=text), put("comments", text=text), put("accounts", bio=text, handle=text))


def since(column: str, **change: float) -> Callable[[int, Row], datetime]:
    return lambda _, row: row[column] + timedelta(**change)


def scaled(table: str, column: str, factor: float, wanted: Callable[[int], bool] = lambda _: True) -> Hostility:
    """A count so many times as large, at some places."""
    return put(table, **{column: lambda place, row: int(row[column] * (factor if wanted(place) else 1))})


DAYS, SAMPLES = "follower_snapshots", "follower_samples"
NO_POSTS = both(keep("posts"), keep("comments"))
NO_DAYS = both(keep(DAYS), put("accounts", followers=None))
ZERO = both(put("accounts", followers=0), put(DAYS, followers=0))
MOVED = again("posts", account_id="posts_found", observed_at=since("observed_at", hours=3))
HOSTILE: dict[str, Hostility] = {
    "plain": both(),
    "alone_on_other": put("accounts", platform="other"),
    "profile_only": both(NO_POSTS, keep(DAYS), keep(SAMPLES)),
    "no_profile": keep("accounts"),
    "no_counts": counts(None),
    "no_followers": NO_DAYS,
    "zero_followers": ZERO,
    "all_zero": counts(0),
    "zero_unsampled": both(ZERO, keep(SAMPLES)),
    "all_huge": counts(HUGE),
    "huge_and_zero": counts(lambda place, _: HUGE * (place % 2)),
    "followers_jump": scaled(DAYS, "followers", 10_000, lambda place: place < 30),
    "followers_fall": scaled(DAYS, "followers", 10_000, lambda place: place >= 30),
    "followers_spike": scaled(DAYS, "followers", 10_000, lambda place: place == 30),
    "likes_jump": scaled("posts", "likes", 10_000, lambda place: place < 20),
    "likes_above_views": scaled("posts", "likes", 30),
    "likes_hidden": put("posts", likes=None),
    "views_zero": put("posts", views=0),
    "likes_fall": scaled("posts", "likes", 0, lambda place: place % 2 == 1),
    "same_counts": counts(1_000),
    "no_posts": NO_POSTS,
    "one_post": both(keep("posts", lambda place: place == 0), keep("comments")),
    "undated_posts": put("posts", posted_at=None),
    "future_posts": put("posts", posted_at=since("posted_at", days=900), observed_at=since("observed_at", days=900)),
    "seen_before_posted": put("posts", observed_at=since("posted_at", days=-3)),
    "posts_at_once": put("posts", posted_at=ago(3)),
    "ancient_posts": put("posts", posted_at=datetime(1850, 1, 1)),
    "posts_before_account": put("accounts", created_at=ago(1)),
    "account_of_tomorrow": put("accounts", created_at=ago(-400)),
    "account_of_1850": put("accounts", created_at=datetime(1850, 1, 1)),
    "posts_moved": MOVED,
    "posts_found": NO_POSTS,
    "text_null": texts(None),
    "text_of_a_megabyte": texts(
        lambda place, _: ("m" * 2**20, "Ad: code PAN @a (" * 62_000, "? ! " * 2**18, "x")[min(place, 3)]
    ),
    "text_empty": texts(""),
    "text_nul": texts("a\0b"),
    "text_rtl": texts("\u202eevil\u202c \u0634\u0643\u0631\u0627 \u200f"),
    "text_emoji": texts("\U0001f525\ufe0f\u200d\U0001f468\u200d\U0001f469"),
    "text_uncovered": texts("\u10d2\u10d0\u10db\u10d0\u10e0\u10ef\u10dd\u10d1\u10d0 \u10db\u10d4\u10d2"),
    "text_of_code": texts("(((a+)+)+$ \\1 [[:x:]] '; DROP TABLE x; -- {{7*7}} %s {n} <script>"),
    "text_marks": texts("e" + "\u0301" * 5_000),
    "one_day": both(keep(DAYS, lambda place: place == 0), put("accounts", followers=None)),
    "days_backwards": lambda world: world | {DAYS: world[DAYS][::-1]},
    "days_twice": again(DAYS),
    "days_contradict": again(DAYS, followers=lambda _, row: row["followers"] * 9),
    "days_future": put(DAYS, observed_at=since("observed_at", days=900)),
    "days_in_one_hour": put(DAYS, observed_at=lambda place, _: ago(place / 2400)),
    "days_far_apart": put(DAYS, observed_at=lambda place, _: ago(place * 360)),
    "platform_changes": again("accounts", platform="youtube", observed_at=ago(50)),
    "own_comments": put("comments", author_id=lambda _, row: row["post_id"].rsplit("-p")[0]),
    "one_author": put("comments", author_id="only"),
    "answers_itself": put("comments", in_reply_to=lambda _, row: row["comment_id"]),
    "comments_undated": put("comments", posted_at=None, observed_at=None),
    "comments_before_post": put("comments", posted_at=ago(3000)),
    "comments_nowhere": put("comments", post_id="no-post"),
    "labels_fake": put(SAMPLES, label="fake"),
    "labels_real": put(SAMPLES, label="real"),
    "label_one": put(SAMPLES, label=lambda place, _: None if place else "fake"),
    "labels_none": put(SAMPLES, label=None),
    "label_alone": both(keep(SAMPLES, lambda place: place == 0), put(SAMPLES, label="fake")),
    "samples_same": put(SAMPLES, handle="x", followers=1, following=1, posts_count=1, created_at=ago(90)),
    "samples_born_late": put(SAMPLES, created_at=since("sampled_at", days=30)),
    "samples_bare": put(SAMPLES, **dict.fromkeys(("handle", "has_avatar", "followers", "created_at", "drawn"))),
    "samples_future": put(SAMPLES, sampled_at=ago(-9)),
}
