"""Rings stand out from chance; friends, fandoms and busy authors don't."""

from __future__ import annotations

import numpy as np
import polars as pl

from vetting.measure.comments.arranged import Weights, weighed
from vetting.measure.comments.rings import lockstep, ties

RING = [f"r{n}" for n in range(6)]


def visits(pairs: list[tuple[str, str]], lag: int) -> pl.DataFrame:
    return pl.DataFrame(pairs, schema=["creator_id", "author_creator"], orient="row").with_columns(
        post_id=pl.lit("p"), lag=pl.lit(lag), posts=pl.lit(1)
    )


def test_who_is_tied_to_the_same_others_and_prompt_is_likelier_a_ring_than_a_lone_friend() -> None:
    ring = [(one, other) for one in RING for other in RING if one != other]
    rows = pl.concat([visits(ring, 300), visits([("lone", "friend"), ("friend", "lone")], 90_000)])
    told = ties(rows).with_columns(chance=weighed(Weights.read().tie))
    inside = told.filter(pl.col("creator_id").is_in(RING))["chance"].to_numpy()
    assert inside.min() > 0.5 > told.filter(creator_id="lone")["chance"].item()


def test_no_tie_is_no_row() -> None:
    assert ties(visits([], 0).cast({"creator_id": pl.String, "author_creator": pl.String})).height == 0


def test_authors_who_turn_up_together_stand_out_from_as_many_who_do_not() -> None:
    together = [(f"c{n}", f"x{author}") for n in range(5) for author in range(8)]
    dice = np.random.default_rng(1)
    apart = [(f"d{dice.integers(200)}", f"y{dice.integers(400)}") for _ in range(1_500)]
    found = lockstep(pl.DataFrame(together + apart, schema=["creator_id", "author"], orient="row"))
    ring = found.filter(pl.col("author").str.starts_with("x"))
    assert ring.height == 40
    assert (ring["shared"] == 4).all()
    assert found.height - ring.height < 15


def test_an_author_who_is_everywhere_says_nothing() -> None:
    rows = [(f"c{n}", author) for n in range(80) for author in ("one", "two", "three")]
    assert lockstep(pl.DataFrame(rows, schema=["creator_id", "author"], orient="row")).height == 0
