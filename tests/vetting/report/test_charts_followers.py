"""Followers over time: gaps, sudden changes as events with their causes in words, and days of purges."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from vetting.report.charts.events import Event, Jump, events, told
from vetting.report.charts.followers import BREAKS, Sudden, followers_chart
from vetting.report.words import words

NOW = datetime(2026, 6, 30, tzinfo=UTC)
EN, FR = words("en"), words("fr")


def counts(many: int) -> list[tuple[datetime, float]]:
    return [(NOW + timedelta(days=step), 1000.0 + step) for step in range(many)]


def jump(day: int, change: float, cause: str = "none_found", **more: float) -> Jump:
    return Jump(NOW + timedelta(days=day), change, gained=round(1000 * change), cause=cause, **more)


def test_a_gap_in_the_snapshots_is_no_line() -> None:
    chart = followers_chart([*counts(30), (NOW + timedelta(days=60), 1100.0)], Sudden(), EN)
    assert chart
    assert (len(chart.paths), len(chart.bridges)) == (2, 1)


def test_counts_that_hardly_differ_still_have_an_axis_that_tells_them_apart() -> None:
    chart = followers_chart([(NOW + timedelta(days=day), 1_204_000.0 + day) for day in range(30)], Sudden(), EN)
    assert chart
    labels = [tick.label for tick in chart.y_ticks]
    assert len(set(labels)) == len(labels)


def test_no_label_of_the_axis_is_cut_to_another_count() -> None:
    chart = followers_chart([(NOW + timedelta(days=day), 40_600.0 + 34 * day) for day in range(30)], Sudden(), EN)
    assert chart
    assert [tick.label for tick in chart.y_ticks] == ["40.6K", "40.8K", "41K", "41.2K", "41.4K", "41.6K"]


def test_the_largest_breaks_are_numbered_by_date_and_the_rest_counted() -> None:
    chart = followers_chart(counts(60), Sudden([jump(5 * place, 0.01 * (place + 1)) for place in range(10)]), EN)
    assert chart
    assert [mark.number for mark in chart.marks] == list(range(1, BREAKS + 1))
    assert chart.more_breaks == 4
    assert chart.marks[-1].head == "Aug 14, 2026: +10% (+100 followers)."


def test_breaks_that_crowd_share_a_label() -> None:
    chart = followers_chart(counts(400), Sudden([jump(day, 0.1) for day in (10, 15, 20, 300)]), EN)
    assert chart
    assert [mark.label for mark in chart.marks] == ["1\N{EN DASH}3", "", "", "4"]


def test_neighbouring_days_of_one_rise_are_one_event() -> None:
    found = events([jump(1, 0.1), jump(2, 0.2), jump(5, 0.1), jump(6, -0.1), jump(30, 0.1)])
    assert [len(event.jumps) for event in found] == [3, 1, 1]
    assert found[0].change == pytest.approx(1.1 * 1.2 * 1.1 - 1)
    assert found[0].gained == 400


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (jump(1, 0.2, "giveaway"), "Candidate cause: a giveaway posted in the week before."),
        (jump(1, 0.2, "outlying_post"), "at least three times the usual likes or views"),
        (jump(1, 0.2, "shared_day", shared_by=0.4), "40% of its other accounts seen here jumped the same way"),
        (jump(1, -0.2, "shared_day", shared_by=0.4), "the platform removed accounts; 40%"),
        (jump(1, 0.2, "likes_rose"), "The likes of the posts rose with it"),
        (jump(1, 0.2, "untold"), "too few posts around it to tell"),
        (jump(1, 0.2), "No cause was found among those we look for"),
        (jump(1, -0.2), "hardly any other account of the platform dropped"),
        (jump(1, 0.2, lost_later=0.4), "40% of the gain was gone"),
        (jump(1, 0.2, lost_later=0.99), "Nearly all of the gain was gone"),
        (jump(1, 0.2, lost_later=0.0), "The gain was still there"),
    ],
)
def test_each_break_says_its_own_cause_and_whether_it_stayed(one: Jump, said: str) -> None:
    purges = [one.when] if one.change < 0 else []
    assert said in told(Event((one,)), purges, [], EN)


def test_days_of_one_event_with_other_causes_are_told_apart() -> None:
    text = told(Event((jump(1, 0.2), jump(2, 0.1, "likes_rose"))), [], [], EN)
    assert "Jul 1, 2026: no cause was found" in text
    assert "Jul 2, 2026: the likes" in text


def test_a_record_of_those_days_is_called_a_coincidence() -> None:
    records = [{"number": 4, "published_at": f"2026-07-{day}T00:00:00Z"} for day in ("20", "03")]
    assert "affair 4" in told(Event((jump(1, 0.2),)), [], records, EN)
    assert "a coincidence in time" in told(Event((jump(1, 0.2),)), [], records, EN)
    assert "coincidence" not in told(Event((jump(1, 0.2),)), [], records[:1], EN)


def test_purge_days_are_marked_once() -> None:
    purges = [(NOW + timedelta(days=day), -50.0) for day in (5, 9, 900)]
    chart = followers_chart(counts(30), Sudden([jump(9, -0.1, "shared_day", shared_by=0.5)], purges), EN)
    assert chart
    assert chart.purges.tips == "Jul 5, 2026 (\N{MINUS SIGN}50)"
    assert "Triangle: on Jul 5, 2026" in chart.notes[0]
