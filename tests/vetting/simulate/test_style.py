"""Worlds in styles of their own: different from each other, whole in every one, and still true to their truth."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.records import TABLES
from vetting.simulate.accounts import accounts as draw_accounts
from vetting.simulate.calendar import calendar
from vetting.simulate.drawn import drawn_style
from vetting.simulate.growth import growth
from vetting.simulate.luck import luck
from vetting.simulate.people import people
from vetting.simulate.scene import Scene
from vetting.simulate.schemes import BULK, DRIP, NONE, schemes
from vetting.simulate.style import CONFOUNDERS, TYPICAL, Growing, Inflating, Style, told
from vetting.simulate.world import AS_OF, draw, simulate

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.simulate.growth import Growth
    from vetting.simulate.schemes import Schemes

    Tables = dict[str, pl.DataFrame]

SEEDS = range(20, 26)


@pytest.fixture(scope="module", params=SEEDS)
def world(request: pytest.FixtureRequest) -> tuple[Tables, Tables]:
    """Small worlds, each in the style that its seed draws."""
    seed: int = request.param
    return draw(Scene(seed, AS_OF, 300, drawn_style(seed)), 60, 0.5)


def test_a_seed_draws_one_style_and_another_seed_another() -> None:
    assert drawn_style(3) == drawn_style(3)
    assert len({told(drawn_style(seed)) for seed in range(50)}) == 50


def test_every_number_of_a_style_varies() -> None:
    styles = [json.loads(told(drawn_style(seed))) for seed in range(60)]
    for part in asdict(TYPICAL):
        for name in styles[0][part]:
            assert len({json.dumps(style[part][name]) for style in styles}) > 1, (part, name)


def test_styles_are_drawn_around_the_measured_anchors() -> None:
    styles = [drawn_style(seed) for seed in range(200)]
    slopes = np.quantile([style.gathering.slope[1] for style in styles], (0.05, 0.95))
    assert slopes[0] < TYPICAL.gathering.slope[1] < slopes[1]
    for name, odds in CONFOUNDERS.items():
        drawn = np.quantile([style.happening.odds[name] for style in styles], (0.05, 0.95))
        assert drawn[0] < odds < drawn[1]


def test_counts_are_whole_and_known_where_they_must_be(world: tuple[Tables, Tables]) -> None:
    tables, truth = world
    for name, contract in TABLES.items():
        assert tables[name].select(contract.required).null_count().sum_horizontal().item() == 0
        assert not tables[name].select(contract.key).is_duplicated().any()
        for column in contract.columns:
            if column.kind == "count":
                assert (tables[name][column.name].drop_nulls() >= 0).all()
            if column.kind == "time" and name != "records":
                assert (tables[name][column.name].drop_nulls() <= AS_OF).all()
    assert set(truth["posts"]["post_id"]) == set(tables["posts"]["post_id"])
    assert truth["accounts"]["inflation"].is_between(0, 1).all()
    parts = truth["accounts"].select(pl.col("dose") + pl.col("background")).to_series()
    assert np.allclose(parts, truth["accounts"]["inflation"])


def test_counts_of_a_post_only_grow(world: tuple[Tables, Tables]) -> None:
    posts = world[0]["posts"].sort("post_id", "observed_at")
    for count in ("likes", "comments", "views", "shares"):
        assert (posts.select(pl.col(count).diff().over("post_id")).to_series().drop_nulls() >= 0).all()


def test_curves_end_at_the_true_share() -> None:
    for seed in SEEDS:
        scene, accounts, doings, curves = _grown(Style(inflating=drawn_style(seed).inflating), seed)
        assert np.allclose(curves.fake[:, -1] / curves.shown[:, -1], doings.inflation)
        assert np.allclose(curves.shown[:, -1], accounts["size"].to_numpy())
        for curve in (curves.real, curves.fake, curves.active, curves.following):
            assert curve.shape == (accounts.height, scene.days + 1)
            assert np.isfinite(curve).all()
            assert (curve >= 0).all()
        assert (curves.active <= curves.real * 1.5).all()


def test_a_purchase_long_ago_leaves_no_step() -> None:
    late = Inflating(early=0.0, background=(0.01, 200.0), refilled=0.0, behind_viral=0.0, blend=0.0)
    early = replace(late, early=40.0)
    for style, least, most in ((late, 0.5, 1.0), (early, 0.0, 0.2)):
        _, _, doings, curves = _grown(Style(inflating=style), 4)
        bulk = doings.mechanism == BULK
        gained = (curves.fake[bulk, -1] - curves.fake[bulk, 0]) / curves.fake[bulk, -1]
        assert least <= (gained > 0.5).mean() <= most


def test_bought_batches_lose_about_a_tenth_in_four_weeks() -> None:
    once = Inflating(steps=1, early=0.0, background=(0.01, 200.0), refilled=0.0, behind_viral=0.0, blend=0.0)
    _, _, doings, curves = _grown(Style(growing=Growing(purges=0), inflating=once), 4)
    fake = curves.fake[doings.mechanism == BULK]
    peak = fake.argmax(axis=1)
    old = peak + 28 < fake.shape[1]
    left = fake[old, peak[old] + 28] / fake[old, peak[old]]
    assert 0.87 < np.median(left) < 0.94


def test_an_even_drip_is_more_even() -> None:
    spreads = []
    for evenness in (1.0, 80.0):
        _, _, doings, curves = _grown(Style(inflating=Inflating(evenness=evenness, blend=0.0)), 4)
        drip = (doings.mechanism == DRIP) & (curves.fake[:, 0] / curves.fake[:, -1] < 0.5)
        steps = np.diff(curves.fake[drip], axis=1)
        steps = np.where(steps > np.quantile(steps, 0.5, axis=1, keepdims=True), steps, np.nan)
        spreads.append(np.nanmedian(np.nanstd(steps, axis=1) / np.nanmean(steps, axis=1)))
    assert spreads[0] > 2 * spreads[1]


def test_nobody_is_inflated_where_nobody_cheats() -> None:
    _, truth = draw(Scene(31, AS_OF, 120, drawn_style(31)), 80, 0.0)
    assert (truth["accounts"]["mechanism"] == "none").all()
    assert (truth["accounts"]["dose"] == 0).all()
    assert (truth["accounts"]["confounders"].list.len() > 0).any()


def test_the_truth_tells_the_style(tmp_path: Path) -> None:
    made = simulate(tmp_path / "w", creators=8, seed=9, days=90, style="drawn")
    readme = (made.truth_out / "README.md").read_text("utf-8")
    said = json.loads(readme.split("```json")[1].split("```")[0])
    assert said == json.loads(told(drawn_style(9)))
    assert "slope" not in (made.out / "README.md").read_text("utf-8")


def test_an_unknown_style_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="no style"):
        simulate(tmp_path / "w", style="baroque")
    assert not list(tmp_path.iterdir())


def test_the_innocent_sort_of_everything_happens_to_the_honest() -> None:
    doings = _grown(TYPICAL, 5)[2]
    honest = doings.mechanism == NONE
    for name in CONFOUNDERS:
        assert doings.events[name].happened[honest].any(), name


def _grown(style: Style, seed: int) -> tuple[Scene, pl.DataFrame, Schemes, Growth]:
    """The curves of a world's accounts, and what they come of."""
    scene = Scene(seed, AS_OF, 200, style)
    accounts = draw_accounts(scene, people(scene, 120))
    posted = calendar(scene, accounts)
    doings = schemes(scene, accounts, posted, 0.5)
    return scene, accounts, doings, growth(scene, accounts, posted, doings, luck(scene, posted))
