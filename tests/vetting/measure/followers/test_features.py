"""Forms: the same meaning everywhere, never less suspicious for looking more automated, and silent on silence."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import polars as pl
import pytest

from vetting.measure.followers.features import EXCHANGE, FORMS, TIMES, matrix

KINDS = EXCHANGE | TIMES
DRAWN = datetime(2026, 6, 1)


def forms(**row: object) -> dict[str, float]:
    frame = pl.DataFrame([row], schema={name: KINDS[name] for name in row})
    return dict(zip(FORMS, matrix(frame)[0].tolist(), strict=True))


def test_what_is_not_there_is_not_known() -> None:
    told = forms(followers=10)
    assert {name for name, value in told.items() if not np.isnan(value)} == {"few_followers"}
    assert all(np.isnan(value) for value in forms(handle=None).values())
    assert matrix(pl.DataFrame(schema=KINDS)).shape == (0, len(FORMS))


def test_values_by_hand() -> None:
    told = forms(followers=9, following=99, posts_count=0, bio_length=0, has_avatar=False, handle="jo_1234567")
    assert told["follows_more"] == pytest.approx(np.log(10))
    assert told["few_followers"] == pytest.approx(-np.log(10))
    assert told["digits"] == 5
    assert [told[name] for name in ("no_posts", "no_bio", "no_picture", "follows_many")] == [1, 1, 1, 0]
    assert forms(sampled_at=DRAWN, created_at=datetime(2026, 5, 31))["young"] == pytest.approx(-np.log(2))


def test_an_opening_after_the_drawing_is_no_age() -> None:
    assert np.isnan(forms(sampled_at=DRAWN, created_at=datetime(2027, 1, 1))["young"])


def test_levels_off_so_that_nobody_stands_out_by_size_alone() -> None:
    few, many = forms(followers=1000, posts_count=500), forms(followers=2**62, posts_count=2**62)
    assert few["few_followers"] == many["few_followers"]
    assert few["few_posts"] == many["few_posts"]
    assert np.isfinite(forms(followers=0, following=2**62)["follows_more"])


@pytest.mark.parametrize("handle", ["", "🦦" * 40, "'; DROP TABLE x; --", "\x00\n", "٣٤٥٦٧"])
def test_any_handle_gives_a_number(handle: str) -> None:
    assert np.isfinite(forms(handle=handle)["digits"])
