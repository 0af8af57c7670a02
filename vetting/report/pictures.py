"""The charts of each account, from the dossier's series."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.charts.followers import Break, FollowersChart, Point, followers_chart
from vetting.report.charts.posts import Post, PostsChart, posts_chart
from vetting.report.shape import flag, number

if TYPE_CHECKING:
    from vetting.report.accounts import Account
    from vetting.report.words import Words

ACCOUNTS = 6
"""Charts are drawn for so many accounts; a page stays one that can be mailed."""

Rows = dict[object, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The two charts over time of one account; None where there is nothing to draw."""

    account: str
    followers: FollowersChart | None
    posts: PostsChart | None
    unrated: int


def pictures(series: dict[str, Any], listed: list[Account], words: Words) -> list[Pictures]:
    """Give the charts of the first accounts, in the dossier's order."""
    followers, breaks, posts = (_by_account(series[key]) for key in ("followers", "breaks", "posts"))
    return [
        _pictures(one, followers[one.account_id], breaks[one.account_id], posts[one.account_id], series, words)
        for one in listed[:ACCOUNTS]
    ]


def _pictures(
    one: Account,
    followers: list[dict[str, Any]],
    breaks: list[dict[str, Any]],
    posts: list[dict[str, Any]],
    series: dict[str, Any],
    words: Words,
) -> Pictures:
    rated = _posts(posts)
    return Pictures(
        account=one.name,
        followers=followers_chart(_points(followers), _breaks(breaks), words),
        posts=posts_chart(rated, series["cohort_rate"].get(one.account_id or ""), words),
        unrated=len(posts) - len(rated),
    )


def _by_account(rows: list[dict[str, Any]]) -> Rows:
    grouped: Rows = defaultdict(list)
    for row in rows:
        grouped[row.get("account_id")].append(row)
    return grouped


def _points(rows: list[dict[str, Any]]) -> list[Point]:
    read = ((forms.moment(row.get("day")), number(row.get("followers"))) for row in rows)
    return sorted((when, count) for when, count in read if when and count is not None)


def _breaks(rows: list[dict[str, Any]]) -> list[Break]:
    read = ((forms.moment(row.get("day")), number(row.get("change")), flag(row.get("with_engagement"))) for row in rows)
    known = [(when, change, with_it) for when, change, with_it in read if when and change is not None]
    return sorted(known, key=lambda one: one[:2])


def _posts(rows: list[dict[str, Any]]) -> list[Post]:
    read = ((forms.moment(row.get("posted_at")), number(row.get("rate")), row.get("sponsored") is True) for row in rows)
    return sorted(Post(when, rate, sponsored) for when, rate, sponsored in read if when and rate is not None)
