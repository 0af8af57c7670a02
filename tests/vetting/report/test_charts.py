"""Charts: marks where the numbers say, alternatives in words, and a sentence where there is nothing to draw."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.report.charts import sample
from vetting.report.charts.drivers import SHOWN, drivers_chart
from vetting.report.charts.followers import BREAKS, followers_chart
from vetting.report.charts.frame import Scale, days, median, nice_ticks, percent_decimals, time_ticks
from vetting.report.charts.posts import POINTS, Post, posts_chart
from vetting.report.charts.ranges import range_strip
from vetting.report.charts.timeline import timeline_chart
from vetting.report.render import render_dossier
from vetting.report.words import words

NOW = datetime(2026, 6, 30, tzinfo=UTC)
EN = words("en")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_drawing_has_a_title_and_a_description_in_words(dossier: dict[str, Any], lang: str) -> None:
    text = render_dossier(dossier, lang)
    drawings = re.findall(r"<svg class=\"(?:chart|range|peers)\".*?</svg>", text, re.DOTALL)
    assert len(drawings) > 50
    for drawing in drawings:
        named = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', drawing)
        assert named
        assert re.search(rf'<title id="{named[1]}">[^<]+</title>', drawing)
        assert re.search(rf'<desc id="{named[2]}">[^<]+</desc>', drawing)
    others = re.findall(r"<svg class=\"(?!chart|range|peers)[^>]*>", text)
    assert all('aria-hidden="true"' in other for other in others)


@given(low=st.floats(-1e9, 1e9), span=st.floats(1e-6, 1e9))
def test_ticks_are_round_few_and_cover_the_values(low: float, span: float) -> None:
    ticks = nice_ticks(low, low + span)
    assert ticks[0] <= low + 1e-6 * (span + abs(low))
    assert ticks[-1] >= low + span - 1e-6 * (span + abs(low))
    assert 2 <= len(ticks) <= 8


@given(value=st.floats(-1e12, 1e12))
def test_a_place_never_leaves_the_picture(value: float) -> None:
    assert 44 <= Scale(0, 10, 44, 352).at(value) <= 352


@pytest.mark.parametrize("length", [3, 40, 200, 500, 1500, 9000])
def test_time_axes_have_two_to_five_labels(length: int) -> None:
    across = Scale(days(NOW - timedelta(days=length)), days(NOW), 44, 352)
    assert 2 <= len(time_ticks(across, "fr")) <= 5


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


def points(count: int) -> list[tuple[datetime, float]]:
    return [(NOW + timedelta(days=step), 1000.0 + step) for step in range(count)]


def test_a_gap_in_the_snapshots_is_no_line() -> None:
    chart = followers_chart([*points(30), (NOW + timedelta(days=60), 1100.0)], [], EN)
    assert chart
    assert (len(chart.paths), len(chart.bridges)) == (2, 1)


def test_the_largest_breaks_are_numbered_by_date_and_the_rest_counted() -> None:
    breaks = [(when, 0.01 * (place + 1), place % 2 == 0) for place, (when, _) in enumerate(points(10))]
    chart = followers_chart(points(30), breaks, EN)
    assert chart
    assert [mark.number for mark in chart.marks] == list(range(1, BREAKS + 1))
    assert chart.more_breaks == 4
    assert chart.marks[-1].text == "Jul 9, 2026: +10%; engagement did not move with it."


def test_breaks_that_crowd_share_a_label() -> None:
    breaks = [(NOW + timedelta(days=day), 0.1, None) for day in (10, 11, 12, 300)]
    chart = followers_chart(points(400), breaks, EN)
    assert chart
    assert [mark.label for mark in chart.marks] == ["1\N{EN DASH}3", "", "", "4"]


def test_one_point_draws_nothing() -> None:
    assert followers_chart(points(1), [], EN) is None
    assert posts_chart([Post(NOW, 0.1, sponsored=False)], None, EN) is None
    assert timeline_chart([], NOW, EN) is None
    assert drivers_chart([], 0.0, EN) is None
    assert range_strip(None, None, None) is None


def test_posts_count_what_lies_beyond_the_axis_and_keep_the_sponsored_ones() -> None:
    posts = [Post(NOW + timedelta(hours=step), 0.02, sponsored=step % 50 == 0) for step in range(1000)]
    posts[7] = Post(posts[7].when, 3.0, sponsored=False)
    chart = posts_chart(posts, 0.01, EN)
    assert chart
    assert chart.own == "2.0%"
    assert chart.above == 1
    assert chart.paid_marks.count("<title>") == 20
    assert chart.left_out == 1000 - POINTS


def test_shape_not_colour_tells_sponsored_posts_from_others(dossier: dict[str, Any]) -> None:
    text = render_dossier(dossier, "en")
    own = re.findall(r'<g class="m-dot">(.*?)</g>', text, re.DOTALL)[0]
    paid = re.findall(r'<g class="m-full"><title>sponsored post</title>(.*?)</g>', text, re.DOTALL)[0]
    assert "<circle" in own
    assert "<circle" not in paid


def drivers(*changes: float) -> list[dict[str, Any]]:
    return [{"signal": f"s{n}", "label": f"S {n}", "contribution": c, "text": None} for n, c in enumerate(changes)]


def test_the_bars_add_up_from_the_start_to_the_end() -> None:
    chart = drivers_chart(drivers(0.5, -1.2, 0.3), -1.0, EN)
    assert chart
    base, *bars, total = chart.bars
    assert base.figure == "−1.00"  # noqa: RUF001 # the minus sign that is shown
    assert total.figure == "−1.40"  # noqa: RUF001 # as above
    assert [bar.way for bar in bars] == ["down", "up", "up"]
    assert all(one.end == other.start for one, other in pairwise(chart.bars))


def test_small_drivers_go_into_one_bar() -> None:
    chart = drivers_chart(drivers(*[0.1] * 14), None, EN)
    assert chart
    assert len(chart.bars) == SHOWN + 2
    assert chart.bars[-2].label == "4 smaller ones together"
    assert chart.bars[-1].figure == "+1.40"


def record(number: int, day: str | None) -> dict[str, Any]:
    return {"number": number, "published_at": day, "probability": 0.9, "status": "alleged", "source_kind": "news"}


def test_records_without_a_date_are_counted_not_drawn() -> None:
    chart = timeline_chart([record(1, "2026-01-01"), record(2, None), record(3, "soon")], NOW, EN)
    assert chart
    assert [mark.number for mark in chart.marks] == [1]
    assert chart.undated == 2


def test_the_numbers_of_records_of_one_day_do_not_cover_each_other() -> None:
    chart = timeline_chart([record(number, "2026-01-01") for number in (1, 2, 3)], NOW, EN)
    assert chart
    assert len({mark.y for mark in chart.marks}) == 1
    assert len({mark.label_y for mark in chart.marks}) == 3


def test_an_interval_stands_where_its_numbers_say() -> None:
    strip = range_strip(0.25, 0.75, 0.5)
    assert strip
    assert (strip.start, strip.at, strip.end) == (63.0, 120.0, 177.0)
