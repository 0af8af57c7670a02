"""Charts: scales, labels and paths; alternatives in words, and a sentence where there is nothing to draw."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.report.charts import sample
from vetting.report.charts.drivers import drivers_chart
from vetting.report.charts.followers import Sudden, followers_chart
from vetting.report.charts.frame import Scale, days, median, nice_ticks, percent_decimals, time_ticks
from vetting.report.charts.labels import LINE, Label, apart, points
from vetting.report.charts.months import months_chart
from vetting.report.charts.outlook import outlook_chart
from vetting.report.charts.posts import Post, Usual, posts_chart
from vetting.report.charts.ranges import range_strip
from vetting.report.charts.timeline import timeline_chart
from vetting.report.render import render_dossier
from vetting.report.words import words

NOW = datetime(2026, 6, 30, tzinfo=UTC)
EN, FR = words("en"), words("fr")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_drawing_has_a_title_and_a_description_in_words(dossier: dict[str, Any], lang: str) -> None:
    text = render_dossier(dossier, lang)
    drawings = re.findall(r"<svg class=\"(?:chart|range)\".*?</svg>", text, re.DOTALL)
    assert len(drawings) >= 9
    for drawing in drawings:
        named = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', drawing)
        assert named
        assert re.search(rf'<title id="{named[1]}">[^<]+</title>', drawing)
        assert re.search(rf'<desc id="{named[2]}">[^<]+</desc>', drawing)
    others = re.findall(r"<svg class=\"(?!chart|range)[^>]*>", text)
    assert all('aria-hidden="true"' in other for other in others)


def test_a_strip_among_peers_is_small_and_says_which_end_is_worse(dossier: dict[str, Any]) -> None:
    strips = re.findall(r"<svg class=\"peers\".*?</svg>", render_dossier(dossier, "en"))
    assert len(strips) > 20
    assert max(map(len, strips)) < 140
    worse = {found[1] for strip in strips if (found := re.search(r'href="#peers(\w*)"', strip))}
    assert worse == {"", "low", "high", "lowhigh"}


@settings(deadline=None)
@given(low=st.floats(-1e9, 1e9), span=st.floats(1e-6, 1e9))
def test_ticks_are_round_few_and_cover_the_values(low: float, span: float) -> None:
    ticks = nice_ticks(low, low + span)
    assert ticks[0] <= low + 1e-6 * (span + abs(low))
    assert ticks[-1] >= low + span - 1e-6 * (span + abs(low))
    assert 2 <= len(ticks) <= 8


@settings(deadline=None)
@given(value=st.floats(-1e12, 1e12))
def test_a_place_never_leaves_the_picture(value: float) -> None:
    assert 44 <= Scale(0, 10, 44, 352).at(value) <= 352


@settings(deadline=None)
@given(length=st.integers(3, 9000), left=st.sampled_from([44, 66]), right=st.sampled_from([281, 352]))
def test_time_axes_have_labels_that_do_not_meet(length: int, left: int, right: int) -> None:
    across = Scale(days(NOW - timedelta(days=length)), days(NOW), left, right)
    ticks = time_ticks(across, "fr")
    assert 2 <= len(ticks) <= 5
    wide = {tick.at: 7 * len(tick.label) for tick in ticks}
    starts = [tick.at - wide[tick.at] * (0.5 if tick.anchor == "middle" else 1) for tick in ticks]
    assert all(
        start + wide[tick.at] <= after
        for (start, tick), after in zip(zip(starts, ticks, strict=True), starts[1:], strict=False)
    )


def test_percent_axes_tell_their_ticks_apart() -> None:
    assert percent_decimals([0, 0.05, 0.1]) == 0
    assert percent_decimals([0, 0.0025, 0.005]) == 2


def test_thinning_keeps_the_ends_and_the_spikes() -> None:
    rows = [0.0] * 1000
    rows[617] = 9.0
    kept = sample.extremes(list(enumerate(rows)), 100, lambda row: row[1])
    assert (617, 9.0) in kept
    assert len(kept) <= 102
    assert sample.every(list(range(1000)), 10)[::9] == [0, 999]


def test_the_median_of_none_is_none() -> None:
    assert median([]) is None
    assert median([4, 1, 3, 2]) == 2.5


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 360), st.floats(0, 240)), min_size=1, max_size=40))
def test_a_path_of_steps_leads_through_every_place(places: list[tuple[float, float]]) -> None:
    drawn = points("post", [(round(x, 1), round(y, 1), "") for x, y in places])
    steps = [float(step) for step in re.findall(r"-?[\d.]+", drawn.d)]
    found = list(zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
    assert len(found) == len(places)
    assert all(
        x == pytest.approx(a, abs=0.051) and y == pytest.approx(b, abs=0.051)
        for (x, y), (a, b) in zip(found, places, strict=True)
    )


@settings(deadline=None)
@given(st.lists(st.floats(16, 186), min_size=1, max_size=4))
def test_labels_at_the_end_of_lines_never_cover_each_other(heights: list[float]) -> None:
    placed = apart([Label(at, ("own", "3%"), "plain") for at in heights], 4, 194)
    assert all(after.y - before.y >= 2 * LINE for before, after in pairwise(placed))
    assert placed[0].y >= 4
    assert placed[-1].y + LINE <= 194 + 1


def test_one_point_draws_nothing() -> None:
    assert followers_chart([(NOW, 1000.0)], Sudden(), EN) is None
    assert posts_chart([Post(NOW, 0.1, sponsored=False)], Usual(), EN) is None
    assert months_chart([], [], {}, EN) is None
    assert outlook_chart([{"counted": "likes", "p10": 1.0, "p50": None, "p90": 2.0}], EN) is None
    assert timeline_chart([], NOW, EN) is None
    assert drivers_chart([], 0.0, None, EN) is None
    assert range_strip(None, None, None) is None
