"""Charts of posts: against their own range and their peers, sponsored by month, and what the next may bring."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.report.charts.months import Month, months_chart
from vetting.report.charts.outlook import outlook_chart
from vetting.report.charts.posts import POINTS, Post, Usual, posts_chart
from vetting.report.render import render_dossier
from vetting.report.words import words

NOW = datetime(2026, 6, 30, tzinfo=UTC)
EN, FR = words("en"), words("fr")


def test_posts_count_what_lies_beyond_the_axis_and_keep_the_sponsored_ones() -> None:
    posts = [Post(NOW + timedelta(hours=step), 0.02, sponsored=step % 50 == 0) for step in range(1000)]
    posts[-1] = Post(posts[-1].when, 3.0, sponsored=False)
    chart = posts_chart(posts, Usual(rate=0.01, cohort="youtube", peers=30), EN)
    assert chart
    assert chart.labels[0].lines == ("its own", "2.0%")
    assert chart.above == 1
    layers = {layer.kind: layer.tips.split("|") for layer in chart.layers}
    assert len(layers["paid-post"]) == 20
    assert layers["paid-post"][0] == "Jun 30: 2.0%, sponsored"
    assert layers["own-post-above"] == ["Aug 10: 300%"]
    assert chart.left_out == 1000 - POINTS


def rated(many: int) -> list[Post]:
    return [Post(NOW + timedelta(days=step), 0.01 * (step + 1), sponsored=False) for step in range(many)]


def test_posts_stand_against_their_own_range_and_their_peers() -> None:
    chart = posts_chart(rated(11), Usual(rate=0.03, cohort="tiktok, 10k-100k", peers=29), EN)
    assert chart
    assert chart.own_band
    assert chart.summary == (
        "The median of 11 posts is 6.0%; eight in ten lie between 2.0% and 10% (shaded). "
        "Among peers (29 accounts: TikTok, 10k to 100k) the median is 3.0%."
    )
    few = posts_chart(rated(9), Usual(), EN)
    assert few
    assert few.own_band is None
    assert few.summary == "The median of 9 posts is 5.0%. There are too few peers to compare with."


def test_with_too_few_peers_a_published_band_is_named_with_source_and_date() -> None:
    chart = posts_chart(rated(11), Usual(low=0.08, high=0.2, source="A guide", date="undated"), FR)
    assert chart
    assert (chart.usual_y, chart.usual_band is None) == (None, False)
    assert "(A guide, sans date)" in chart.summary
    assert ("publié", "8\N{EN DASH}20\N{NO-BREAK SPACE}%") in [label.lines for label in chart.labels]


def test_hidden_likes_and_young_posts_are_left_out_and_counted(dossier: dict[str, Any]) -> None:
    dossier["series"]["posts"][0] |= {"likes": None, "rate": None}
    dossier["series"]["posts"][1] |= {"settled": False}
    text = render_dossier(dossier, "en")
    assert "1 post hides its likes: left out, not taken for nothing." in text
    assert "1 post was less than a day old when last seen: left out." in text


def test_shape_not_colour_tells_sponsored_posts_from_others(dossier: dict[str, Any]) -> None:
    text = render_dossier(dossier, "en")
    own, paid = (re.findall(rf'<marker id="p-{kind}" [^>]*>(.*?)</marker>', text)[0] for kind in ("own", "paid"))
    assert "<circle" in own
    assert "<circle" not in paid
    assert 'class="own-post" d="m' in text
    assert 'class="paid-post" d="m' in text


def counted(*paid: int, unknown: int = 0) -> list[Month]:
    return [
        Month(datetime(2026, place + 1, 1, tzinfo=UTC), 10, many, unknown, many, 0) for place, many in enumerate(paid)
    ]


def test_a_post_of_which_nobody_says_whether_it_is_sponsored_is_not_organic() -> None:
    chart = months_chart(counted(2, 0, unknown=3), [], {}, EN)
    assert chart
    assert chart.summary == "2 of 20 posts (10%) are marked as sponsored. Of 6 it is not known."
    assert chart.bars[0].text == "January 2026: 10 posts, 2 sponsored, 3 unknown"
    assert chart.bars[0].other == pytest.approx(2.5 * chart.bars[0].paid)
    assert [bar.label for bar in chart.bars] == ["2", ""]


def test_some_carry_label_and_words_only_where_some_do() -> None:
    chart = months_chart(counted(2, 1), [], {}, EN)
    assert chart
    assert any(note.endswith("own label: 3; by words in the text: 0.") for note in chart.notes)
    assert "Some carry both." not in " ".join(chart.notes)
    both = months_chart([month._replace(said=1) for month in counted(2, 1)], [], {}, EN)
    assert both
    assert "Some carry both." in both.notes


@settings(deadline=None)
@given(st.integers(1, 10**6))
def test_no_bar_is_higher_than_its_axis(most: int) -> None:
    chart = months_chart([Month(NOW, most, 0, 0, 0, 0)], [], {}, EN)
    assert chart
    assert chart.bars[0].other <= chart.frame.bottom - chart.frame.top
    assert 2 <= len(chart.y_ticks) <= 5
    assert chart.y_ticks[-1].at == chart.frame.top


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        ({"outcome": "not_enough_data"}, "too few to say whether sponsored posts do better or worse"),
        (
            {"outcome": "measured", "reading": 0.5, "low": 0.3, "high": 0.8},
            "get less: 0.50 times as much (0.30 to 0.80)",
        ),
        ({"outcome": "measured", "reading": 1.5, "low": 1.2, "high": 2.0}, "get more: 1.50 times"),
        ({"outcome": "measured", "reading": 1.1, "low": 0.8, "high": 1.6}, "may be chance"),
    ],
)
def test_sponsored_against_organic_says_how_many_and_whether_that_is_enough(ratio: dict[str, Any], said: str) -> None:
    posts = [Post(NOW, 0.02, sponsored=True), Post(NOW, 0.04, sponsored=False), Post(NOW, 0.04, sponsored=False)]
    chart = months_chart(counted(1), posts, ratio, EN)
    assert chart
    assert "sponsored 2.0% (n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}1), organic 4.0%" in chart.notes[0]
    assert said in chart.notes[0]


def test_what_the_next_post_may_bring_is_a_range_on_an_axis_of_tens() -> None:
    rows = [{"counted": "likes", "p10": 78.1, "p50": 165.4, "p90": 351.0, "tested": 21, "inside": 0.714}]
    chart = outlook_chart([*rows, {"counted": "hostile", "p10": 1.0, "p50": 2.0, "p90": 3.0}], EN)
    assert chart
    (one,) = chart.ranges
    assert (one.name, one.text) == ("Likes", "78 to 350, median 170")
    assert [tick.label for tick in chart.x_ticks] == ["10", "100", "1K"]
    assert one.start < one.middle < one.end
    assert "71% of 21 posts (likes)" in chart.tested
