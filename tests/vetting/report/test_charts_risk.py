"""Charts of what drives the risk and of controversies, and strips: nothing cut, nothing covered."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import combinations, pairwise
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vetting.report.charts.drivers import SHOWN, drivers_chart
from vetting.report.charts.frame import WIDTH
from vetting.report.charts.ranges import range_strip
from vetting.report.charts.timeline import timeline_chart
from vetting.report.render import render_dossier
from vetting.report.words import words

NOW = datetime(2026, 6, 30, tzinfo=UTC)
EN, FR = words("en"), words("fr")


def drivers(*changes: float) -> list[dict[str, Any]]:
    return [{"signal": f"s{n}", "label": f"S {n}", "contribution": c, "text": None} for n, c in enumerate(changes)]


def test_the_bars_add_up_from_the_start_to_the_end() -> None:
    chart = drivers_chart(drivers(0.5, -1.2, 0.3), -1.0, 41.0, EN)
    assert chart
    base, *bars, total = chart.bars
    times = "\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"
    assert [bar.figure for bar in chart.bars] == [f"{times}{factor}" for factor in ("1", "0.30", "1.6", "1.35", "0.67")]
    assert base.start == base.end
    assert total.lines == ("This creator: score 41 of 100",)
    assert [bar.way for bar in bars] == ["down", "up", "up"]
    assert all(one.end == other.start for one, other in pairwise(chart.bars))
    assert all(one.y + one.height == other.y for one, other in pairwise(chart.bars))


def test_small_drivers_go_into_one_bar() -> None:
    chart = drivers_chart(drivers(*[0.1] * 14), None, None, EN)
    assert chart
    assert len(chart.bars) == SHOWN + 3
    assert chart.bars[-2].lines == ("6 smaller ones together",)
    slight = drivers_chart(drivers(0.5, 0.01, -0.01, 0.02), 0.0, None, EN)
    assert slight
    assert slight.bars[2].lines == ("3 smaller ones together",)


def test_a_long_label_is_broken_not_cut() -> None:
    label = "Share of followers estimated not to be real people, among all that are shown"
    chart = drivers_chart([{"signal": "s", "label": label, "contribution": 1.0, "text": None}], 0.0, None, EN)
    assert chart
    assert " ".join(chart.bars[1].lines) == label
    assert max(map(len, chart.bars[1].lines)) <= 50


def record(number: int, day: str | None) -> dict[str, Any]:
    return {"number": number, "published_at": day, "probability": 0.9, "status": "alleged", "source_kind": "news"}


def test_records_without_a_date_are_counted_not_drawn() -> None:
    chart = timeline_chart([record(1, "2026-01-01"), record(2, None), record(3, "soon")], NOW, EN)
    assert chart
    assert [mark.label for mark in chart.marks] == ["1 news"]
    assert chart.undated == 2


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(date(2024, 1, 1), NOW.date()), st.floats(0.0, 1.0)), min_size=1, max_size=9))
@example([(NOW.date(), 0.0)] * 4)
@example([(date(2025, 7, 1), 0.5)] * 4)
def test_the_labels_of_records_do_not_cover_each_other(found: list[tuple[date, float]]) -> None:
    records = [record(at, day.isoformat()) | {"probability": sure} for at, (day, sure) in enumerate(found)]
    chart = timeline_chart(records, NOW, FR)
    assert chart
    for left, right, top, bottom in (mark.box for mark in chart.marks):
        assert left >= 0
        assert right <= WIDTH
        assert top >= 0
        assert bottom <= chart.frame.height
    for one, other in combinations([mark.box for mark in chart.marks], 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_official_sources_are_drawn_heavier_and_the_retracted_are_crossed_out(dossier: dict[str, Any]) -> None:
    chart = timeline_chart([record(1, "2026-01-01") | {"source_kind": "court"}, record(2, "2026-02-01")], NOW, EN)
    assert chart
    assert [mark.official for mark in chart.marks] == [True, False]
    assert [mark.label for mark in chart.marks] == ["1 court", "2 news"]
    assert chart.summary == "2 records, Jan 1, 2026 to Feb 1, 2026: 2 alleged."
    dossier["conduct"]["controversies"][0]["source_kind"] = "regulator"
    text = render_dossier(dossier, "en")
    assert '<g class="official">' in text
    assert re.search(r"l12,12m0,-12l-12,12", text)


def test_few_records_make_a_low_chart() -> None:
    low, high = (timeline_chart([record(n, f"2026-01-{n:02}") for n in range(1, many)], NOW, EN) for many in (3, 7))
    assert low
    assert high
    assert low.frame.height < high.frame.height


def test_an_interval_stands_where_its_numbers_say() -> None:
    strip = range_strip(0.25, 0.75, 0.5)
    assert strip
    assert (strip.start, strip.at, strip.end) == (63.0, 120.0, 177.0)
