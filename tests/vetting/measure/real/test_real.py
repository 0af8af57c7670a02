"""Engagement by real people: bought likes, arranged comments, and the interval around what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.measure.real.engagement import real_engagement
from vetting.measure.real.likes import SIGNS, Likes, signs
from vetting.measure.real.train import train

if TYPE_CHECKING:
    from pathlib import Path

ROW = {
    "platform": "tiktok",
    "followers": 1000,
    "shown": 40,
    "liked": 40,
    "typical_likes": 100.0,
    "typical_comments": 10.0,
    "share": 0.2,
    "low": 0.1,
    "high": 0.3,
    "arranged": None,
    "arranged_low": None,
    "arranged_high": None,
    "likes": 4.6,
    "followers_then": 6.9,
}
LOOKS = (
    *("likes_sd", "likes_step", "likes_memory", "likes_views", "likes_comments", "likes_per_view"),
    "comments_per_like",
)
NONE = Likes((-30.0, *[0.0] * len(SIGNS)), (0.0, *[0.0] * len(SIGNS)), 5.0)


def evidence(*rows: dict[str, object]) -> pl.DataFrame:
    usual = ROW | dict.fromkeys(LOOKS, 0.5)
    floats = dict.fromkeys(("arranged", "arranged_low", "arranged_high", "share", "low", "high"), pl.Float64)
    return pl.DataFrame(
        [usual | {"account_id": f"a{place}"} | row for place, row in enumerate(rows)],
        schema_overrides=floats | {"typical_likes": pl.Float64, "typical_comments": pl.Float64},
    )


def test_arranged_comments_are_taken_off_and_the_rate_is_by_real_followers() -> None:
    told = real_engagement(evidence({"arranged": 0.5, "arranged_low": 0.4, "arranged_high": 0.6}), NONE).to_dicts()[0]
    assert told["real"] == pytest.approx(105)
    assert told["interactions"] == pytest.approx(110)
    assert told["rate"] == pytest.approx(105 / 800)
    assert told["real_low"] < 105 < told["real_high"]


def test_bought_likes_are_taken_off() -> None:
    sure = Likes((30.0, *[0.0] * len(SIGNS)), (0.0, *[0.0] * len(SIGNS)), 50.0)
    told = real_engagement(evidence({"arranged": 0.0, "arranged_low": 0.0, "arranged_high": 0.0}), sure).to_dicts()[0]
    assert told["automatic"] == pytest.approx(0.5, abs=0.01)
    assert told["real"] == pytest.approx(60, abs=1)


def test_more_posts_narrow_the_interval() -> None:
    told = real_engagement(evidence({"liked": 10}, {"liked": 1000}), NONE)
    width = (told["real_high"] - told["real_low"]).to_list()
    assert width[1] < width[0] / 3


def test_what_is_unknown_is_silent_and_never_a_number_that_is_none() -> None:
    rows = evidence(
        {"shown": 0, "liked": 0, "typical_likes": None},
        {"liked": 4},
        {"typical_comments": None},
        {"followers": 0},
        {"share": None, "low": None, "high": None},
        {"high": 1.0},
        dict.fromkeys(LOOKS),
        {"typical_likes": 0.0, "typical_comments": 0.0},
    )
    told = real_engagement(rows)
    assert told["silence"].to_list()[:3] == ["hidden", "not_enough_data", "not_enough_data"]
    assert told["silence"].null_count() == 5
    numbers = told.select(pl.col(pl.Float64)).to_numpy()
    assert not np.isnan(numbers[~told.select(pl.col(pl.Float64).is_null()).to_numpy()]).any()
    assert not np.isinf(numbers).any()
    assert told["rate"].is_null().to_list() == [True, True, True, True, True, False, False, False]
    assert told["rate_high"][5] is None


def test_signs_are_against_the_platforms_median_and_silent_without_peers() -> None:
    rows: list[dict[str, object]] = [{"likes_sd": 0.5} for _ in range(10)]
    rows += [{"likes_sd": 0.05}, {"platform": "x", "likes_sd": 0.01}]
    told = signs(evidence(*rows))[:, 0]
    assert told[10] == pytest.approx(np.log(10))
    assert told[11] == 0.0


def test_a_model_learns_what_was_planted_and_survives_its_file(tmp_path: Path) -> None:
    dice = np.random.default_rng(1)
    seen = dice.normal(size=(600, len(SIGNS)))
    bought = np.where(seen[:, 0] + 0.3 * dice.normal(size=600) > 1, dice.beta(4, 6, 600), 0.0)
    model = train(seen, bought)
    model.save(tmp_path / "model.json", {"trained_on": "planted"})
    again = Likes.read(tmp_path / "model.json")
    assert again == model
    told = again.bought(seen)
    assert told["high"][bought > 0].mean() > 2 * told["high"][bought == 0].mean()
    assert ((told["low"] <= bought) & (bought <= told["high"])).mean() == pytest.approx(0.95, abs=0.05)


def test_too_few_bought_likes_and_a_foreign_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="too few"):
        train(np.zeros((100, len(SIGNS))), np.zeros(100))
    (tmp_path / "other.json").write_text('{"any": []}', encoding="utf-8")
    with pytest.raises(RefusalError, match="no model"):
        Likes.read(tmp_path / "other.json")
