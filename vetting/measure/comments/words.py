"""Every comment read by itself and against its own account: words, language, spam, repeats, bursts, order."""

from __future__ import annotations

import polars as pl

from vetting.measure.comments.alike import clusters
from vetting.measure.comments.lexicon import (
    LEAST_CONTENT,
    LEAST_SUBSTANCE_WORDS,
    languages,
    on_topic,
    read_texts,
    tokens,
)
from vetting.measure.comments.spam import SpamModel
from vetting.measure.comments.text import prepared, worded
from vetting.measure.comments.times import bursts, same_order

SPAM = 0.5
ASKING = "[?\\uff1f\\u061f]"
SEVERAL, TELLING = 2, 3
"""Posts for an author to come back to, and words that tell a language."""
TABLE = """\
One row per comment under a known post: what it says, read by itself and against the other comments of its account.
comment_id: the comment
account_id: the account under whose post it stands
post_id: the post
author_id: its author, pseudonymous
by_creator: the account itself wrote it
posted_at: when it was written
lag: seconds after the post; null: unknown
likes: its likes
reply: it answers another comment; false also where the source doesn't say
answered: the account answered it; null: the source gives no answers under its posts
answer_hours: hours until then; null: not answered, or times are unknown
words_hash: a number for its words without links, mentions, punctuation and drawn-out letters; null: no words
words: how many words; null: no text in the data
language: language it is in, else the one of the account's audience; null: none that config/comments.toml covers
in_language: it is in the account's own language; null: either is unknown, or it is too short to tell
emoji_only: it has no word
generic: all its words are praise that fits any post; null: no covered language
on_topic: it shares a word with its post; null: either has no content word
substantive: five words and more, two of them with content, neither praise nor spam; null: no covered language
question: it asks
spam: probability, 0-1, that it advertises something else; null: no covered language, and no link
near_duplicates: how many other authors wrote nearly the same under this account's posts; null: no words
close: other comments under the post within three minutes; null: no times
expected: as many as the account's other posts, or any honest post of that age, would have had
burst: far more close to it than expected
same_order: its author follows the same author as under another post; null: no times, or one post only
came_back: its author commented on two of the account's posts or more; null: one post only"""


def read_comments(said: pl.DataFrame) -> pl.DataFrame:
    """Comments (see `comment_said.sql`) -> facts.comment_words, sorted as the query sorts them."""
    rows = said.with_columns(raw=prepared(pl.col("text"))).drop("text")
    texts = rows.select("raw").unique(maintain_order=True).with_columns(words=worded(pl.col("raw")))
    rows = rows.join(texts, on="raw", how="left", maintain_order="left", nulls_equal=True)
    rows = _spoken(_worded(rows))
    timed = bursts(rows.select("post", "account", "lag"))
    return _told(rows.hstack(timed).with_columns(same_order=same_order(rows)))


def _worded(rows: pl.DataFrame) -> pl.DataFrame:
    """What the words say, one look per distinct text."""
    texts = rows.select("words").drop_nulls().unique(maintain_order=True).with_row_index("text")
    split = tokens(texts)
    read = texts.join(read_texts(split), on="text", how="left").drop("text").with_columns(known=pl.lit(value=True))
    rows = rows.join(texts, on="words", how="left", maintain_order="left")
    posts = (
        rows.select("post_id", post_text="post_text")
        .drop_nulls()
        .with_columns(words=worded(prepared(pl.col("post_text"))))
    )
    met = on_topic(split, rows.select("text", "post_id").drop_nulls().unique(), posts.select("post_id", "words"))
    return (
        rows.join(read, on="words", how="left", maintain_order="left")
        .join(met.with_columns(met=pl.lit(value=True)), on=["text", "post_id"], how="left", maintain_order="left")
        .with_columns(
            spoke=pl.col("post_id").is_in(posts.filter(pl.col("words") != "")["post_id"].implode()),
            near=pl.Series(clusters(rows["account_id"], rows["words"].fill_null(""))),
            account=pl.col("account_id").rank("dense").cast(pl.Int64),
            post=pl.struct("account_id", "post_id").rank("dense").cast(pl.Int64),  # two accounts may publish one post
            author=pl.col("author_id").rank("dense").cast(pl.Int64),
        )
    )


def _spoken(rows: pl.DataFrame) -> pl.DataFrame:
    """The language of each, and the spam reader's word on each distinct text."""
    others = rows.filter(~pl.col("by_creator"))
    rows = rows.join(languages(others), on="account_id", how="left", maintain_order="left")
    texts = rows.select("raw").unique(maintain_order=True)
    judged = texts.with_columns(advert=pl.Series(SpamModel.read().probability(texts["raw"])))
    linked = pl.col("raw").str.contains(r"https?://|www\.")
    return rows.with_columns(tongue=pl.coalesce("own", "spoken")).join(
        judged.with_columns(linked=linked), on="raw", how="left", maintain_order="left", nulls_equal=True
    )


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    covered, worded_ = pl.col("tongue").is_not_null(), pl.col("words").fill_null("") != ""
    generic = pl.when(covered & worded_).then(pl.col("generic").fill_null(value=False))
    spam = pl.when((covered & worded_) | pl.col("linked")).then("advert")
    empty = pl.col("words").is_not_null() & ~worded_
    content = pl.col("content").fill_null(0)
    substance = (pl.col("count") >= LEAST_SUBSTANCE_WORDS) & (content >= LEAST_CONTENT) & ~generic
    others = pl.col("author_id").filter(~pl.col("by_creator")).n_unique().over("account_id", "near")
    several = pl.col("post").n_unique().over("account") >= SEVERAL
    in_language = pl.when(pl.col("own").is_not_null() & (pl.col("count") >= TELLING)).then(
        pl.col("own") == pl.col("language")
    )
    return rows.select(
        "comment_id",
        "account_id",
        "post_id",
        "author_id",
        "by_creator",
        "posted_at",
        "lag",
        "likes",
        "reply",
        "answered",
        "answer_hours",
        words_hash=pl.when(worded_).then(pl.col("words").hash(7)),
        words=pl.when(pl.col("words").is_not_null()).then(pl.col("count").fill_null(0)),
        language="tongue",
        in_language=in_language,
        emoji_only=pl.when(pl.col("words").is_not_null()).then(empty & (pl.col("raw").str.strip_chars() != "")),
        generic=generic,
        on_topic=pl.when(pl.col("spoke") & (content > 0)).then(pl.col("met").fill_null(value=False)),
        substantive=pl.when(covered & worded_).then(substance & (pl.col("advert") < SPAM)),
        question=pl.when(worded_).then(pl.col("raw").str.contains(ASKING) | pl.col("asking").fill_null(value=False)),
        spam=spam,
        near_duplicates=pl.when(worded_ & ~pl.col("by_creator")).then(others.cast(pl.Int64) - 1),
        close=pl.col("close"),
        expected=pl.col("expected"),
        burst=pl.col("burst"),
        same_order=pl.col("same_order"),
        came_back=pl.when(several).then(pl.col("post").n_unique().over("account", "author") >= SEVERAL),
    )
