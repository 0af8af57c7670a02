"""Comments from texts to readings: silences, signs together, any text at all, the same bytes again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import given
from hypothesis import settings as fewer
from hypothesis import strategies as st

from vetting.measure.comments.accounts import TABLE as ACCOUNTS
from vetting.measure.comments.read import TABLE, read_comments, read_together
from vetting.measure.comments.words import TABLE as WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

POSTED = datetime(2026, 6, 1)
SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "comment_id": pl.String,
    "account_id": pl.String,
    "post_id": pl.String,
    "author_id": pl.String,
    "text": pl.String,
    "likes": pl.Int64,
    "reply": pl.Boolean,
    "by_creator": pl.Boolean,
    "posted_at": pl.Datetime("us"),
    "answered": pl.Boolean,
    "answer_hours": pl.Float64,
    "lag": pl.Int64,
    "language": pl.String,
    "post_text": pl.String,
}
OWN = (
    "the varnish on my second chair peeled after three weeks, was it the damp",
    "paused to look up that village and now I am planning a trip",
    "my flatmate wants the lamp from the corner, which shop was it",
    "number nine made me laugh on the train and everybody stared",
)


def said(texts: Sequence[str | None], account: str = "a", seconds: int = 4_000) -> pl.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "comment_id": f"{account}-{n}",
            "account_id": account,
            "post_id": f"{account}-p{n % 3}",
            "author_id": f"{account}-u{n}",
            "text": text,
            "likes": 1,
            "reply": False,
            "by_creator": False,
            "posted_at": POSTED + timedelta(seconds=n * seconds),
            "lag": n * seconds,
            "language": "en",
            "post_text": "a blue lamp and a chair" if n < 3 else None,
        }
        for n, text in enumerate(texts)
    ]
    return pl.DataFrame(rows, schema=SCHEMA).sort("account_id", "post_id", "posted_at")


def together(*worlds: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    words = read_comments(pl.concat(worlds))
    return read_together(words.with_columns(creator_id="account_id", author_creator=pl.lit(None, dtype=pl.String)))


def test_columns_are_those_that_the_words_name() -> None:
    words = read_comments(said(list(OWN)))
    comments, accounts = together(said(list(OWN)))
    for frame, table in ((words, WORDS), (comments, TABLE), (accounts, ACCOUNTS)):
        named = [line.partition(":")[0] for line in table.splitlines()[1:]]
        assert frame.columns == named


def test_no_comments_give_empty_tables_with_their_columns() -> None:
    comments, accounts = together(said([]))
    assert (comments.height, accounts.height) == (0, 0)
    assert accounts.schema["arranged"] == pl.Float64


def test_several_signs_together_count_and_one_alone_hardly() -> None:
    honest = said([OWN[n % 4] + f" {n} {'abcdefgh'[n % 8] * 5}" for n in range(40)])
    praise = said(["so good", "love it", "wow", "amazing"] * 10, account="b")
    hired = said(["so inspiring, keep it up", "great content as always my friend"] * 20, account="c", seconds=2)
    late = pl.col("post_id").str.slice(-1).cast(pl.Int64) * 9_000 + 20_000  # each post's burst has its own hour
    hired = hired.with_columns(lag=pl.col("lag") + late)
    _, accounts = together(honest, praise, hired)
    share = dict(accounts.select("account_id", "arranged").iter_rows())
    assert share["a"] < 0.15
    assert share["a"] <= share["b"] < share["c"]
    assert share["c"] > 0.3


def test_a_language_without_words_is_neither_authentic_nor_fake() -> None:
    comments, accounts = together(said(["bu resim çok güzel olmuş ellerine"] * 20))
    assert accounts["arranged"].to_list() == [None]
    assert accounts["silence"].to_list() == ["not_available"]
    assert comments["generic"].null_count() == comments["spam"].null_count() == 20
    assert (comments["near_duplicates"] == 19).all()


def test_what_speaks_against_a_comment_is_said_in_words() -> None:
    comments, _ = together(said(["please subscribe to my channel", *OWN * 6]))
    assert comments.filter(comment_id="a-0")["why"].item() == "advertises"


def test_an_account_reads_the_same_beside_others() -> None:
    alone = read_comments(said(list(OWN) * 5))
    beside = read_comments(pl.concat([said(list(OWN) * 5), said(["wow", LONG] * 9, account="b")]))
    assert alone.equals(beside.filter(account_id="a"))


LONG = "the same long sentence over and over again"


@fewer(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=60)), min_size=1, max_size=10))
def test_any_text_gives_a_reading_inside_its_interval_or_a_named_silence(texts: list[str | None]) -> None:
    comments, accounts = together(said(texts))
    assert comments.height == len(texts)
    row = accounts.row(0, named=True)
    assert (row["arranged"] is None) == (row["silence"] is not None)
    if row["arranged"] is not None:
        assert 0 <= row["arranged_low"] <= row["arranged"] <= row["arranged_high"] <= 1
    assert 0 <= row["ring_low"] <= row["ring"] <= row["ring_high"] <= 1
