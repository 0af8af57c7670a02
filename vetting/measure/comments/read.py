"""The two estimates of comments: each by itself (scope account), and all together (scope all).

Estimate(tables={"comment_words": words.TABLE}, queries=("comment_said",), function=read_comments, scope="account")
Estimate(
    tables={"comment_reading": read.TABLE, "comment_accounts": accounts.TABLE},
    queries=("comment_kin",),
    function=read_together,
)
"""

from __future__ import annotations

import polars as pl

from vetting.measure.comments.accounts import read_accounts
from vetting.measure.comments.arranged import Weights, weighed
from vetting.measure.comments.kin import among_all
from vetting.measure.comments.words import read_comments

__all__ = ["TABLE", "read_comments", "read_together"]
LIKELY = 0.5
LONG, ALIKE, OFTEN = 3, 2, 3
STRANGERS_RING, SHARED = 0.5, 3
TABLE = """\
One row per comment of other people: what speaks for and against its being an ordinary person's own words.
comment_id: the comment
account_id: the account under whose post it stands
post_id: the post
posted_at: when it was written
words: how many words; null: no text in the data
language: language it is in, or that of the account's audience; null: none that is covered
in_language: it is in the account's own language; null: either is unknown, or it is too short to tell
emoji_only: it has no word
generic: all its words are praise that fits any post; null: no covered language
substantive: five words and more, two of them with content, neither praise nor spam; null: no covered language
question: it asks
answered: the account answered it; null: the source gives no answers under its posts
answer_hours: hours until then
spam: probability, 0-1, that it advertises something else; null: no covered language, and no link
near_duplicates: how many other authors wrote nearly the same under this account's posts; null: no words
elsewhere: under how many other creators the same words stand; null: no words
visits: under how many other creators its author writes
burst: far more comments within three minutes than at that age of a post is usual; null: no times
same_order: its author follows the same author as under another post; null: no times, or one post only
came_back: its author commented on two of the account's posts or more; null: one post only
ring: probability, 0-1, that its author belongs to a ring with this creator
arranged: probability, 0-1, that it is arranged, from all signs together; null: no covered language
why: the signs that speak against it, in words"""


def read_together(kin: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Comments (see `comment_kin.sql`) -> facts.comment_reading, facts.comment_accounts."""
    weights = Weights.read()
    among = judged(among_all(kin, weights), weights)
    return _comments(among), read_accounts(among, weights)


def judged(among: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """Comments with signs -> with `arranged` and `ringed` (how much of a ring's comment each is).

    Where no author at all is an account that we know, the source names them apart, and authors who turn up together
    under several creators stand in at half weight: they may be a ring, a seller's accounts, or one fandom.
    """
    named = bool(among["tie"].count())
    strangers = pl.when((pl.col("shared") >= SHARED) & ~pl.lit(named)).then(STRANGERS_RING).otherwise(0.0)
    return among.with_columns(arranged=weighed(weights.comment), ringed=pl.coalesce("tie", strangers))


def _comments(among: pl.DataFrame) -> pl.DataFrame:
    why = {
        "written nearly alike by others here": (pl.col("near_duplicates") >= ALIKE) & (pl.col("words") >= LONG),
        "the same under other creators": (pl.col("elsewhere") >= ALIKE) & (pl.col("words") >= LONG),
        "praise for any post": pl.col("generic"),
        "advertises": pl.col("spam") >= LIKELY,
        "in a burst": pl.col("burst"),
        "in the same order again": pl.col("same_order"),
        "from a ring": pl.col("ringed") >= LIKELY,
        "its author writes under many creators": pl.col("visits") >= OFTEN,
    }
    told = (
        pl.concat_list(pl.when(when).then(pl.lit(words)) for words, when in why.items())
        .list.drop_nulls()
        .list.join(", ")
    )
    heard = pl.col("language").is_not_null()
    return among.select(
        *("comment_id", "account_id", "post_id", "posted_at", "words", "language", "in_language", "emoji_only"),
        *("generic", "substantive", "question", "answered", "answer_hours", "spam", "near_duplicates", "elsewhere"),
        *("visits", "burst", "same_order", "came_back"),
        ring=pl.col("ringed"),
        arranged=pl.when(heard).then("arranged"),
        why=told,
    )
