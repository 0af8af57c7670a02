"""The charts of each account, from the dossier's series."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.charts.events import jumps, purged
from vetting.report.charts.followers import FollowersChart, Point, Sudden, followers_chart
from vetting.report.charts.months import MonthsChart, months, months_chart
from vetting.report.charts.outlook import OutlookChart, outlook_chart
from vetting.report.charts.posts import Post, PostsChart, Usual, posts_chart
from vetting.report.fit import RATIO
from vetting.report.shape import flag, number

if TYPE_CHECKING:
    from vetting.report.accounts import Account
    from vetting.report.words import Words

"""The signal that says whether sponsored posts do otherwise."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The charts of one account, None where there is nothing to draw, and notes on what the posts chart leaves out."""

    account: str
    followers: FollowersChart | None
    posts: PostsChart | None
    months: MonthsChart | None
    outlook: OutlookChart | None
    notes: list[str]


def pictures(dossier: Row, listed: list[Account], affairs: list[Row], words: Words) -> list[Pictures]:
    """Give the charts of the first accounts, in the dossier's order; `affairs` are numbered and hold their records."""
    series = dossier["series"]
    parted = {kind: _by_account(rows) for kind, rows in series.items() if isinstance(rows, list)}
    ratios = {one["account_id"]: one for one in dossier["signals"] if one["signal"] == RATIO}
    records = [row for one in affairs for row in one["rows"] if row["decision"] == "match"]
    drawn = []
    for one in listed:
        account = one.account_id or ""
        own = {kind: rows[account] for kind, rows in parted.items()}
        usual = _usual(account, series, words)
        drawn.append(_pictures(one, own, usual, (ratios.get(account, {}), records), words))
    return drawn


def _pictures(
    one: Account, own: dict[str, list[Row]], usual: Usual, beside: tuple[Row, list[Row]], words: Words
) -> Pictures:
    posts = _posts(own["posts"])
    ratio, records = beside
    seen = months(own["months"])
    sudden = Sudden(jumps(own["breaks"]), purged(own["purges"]), records)
    return Pictures(
        account=one.name,
        followers=followers_chart(_points(own["followers"]), sudden, words),
        posts=posts_chart(posts, usual, words),
        months=months_chart(seen, posts, ratio, words),
        outlook=outlook_chart(own["next_posts"], words),
        notes=_notes(own["posts"], len(posts), sum(month.posts for month in seen), usual, words),
    )


def _by_account(rows: list[Row]) -> dict[object, list[Row]]:
    grouped: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.get("account_id")].append(row)
    return grouped


def _points(rows: list[Row]) -> list[Point]:
    read = ((forms.moment(row.get("day")), number(row.get("followers"))) for row in rows)
    return sorted((when, count) for when, count in read if when and count is not None)


def _posts(rows: list[Row]) -> list[Post]:
    """The posts to draw: with a rate, and not so young when last seen that it says nothing yet."""
    told = (row for row in rows if flag(row.get("settled")) is not False)
    read = ((forms.moment(row.get("posted_at")), number(row.get("rate")), row.get("sponsored") is True) for row in told)
    return sorted(Post(when, rate, sponsored) for when, rate, sponsored in read if when and rate is not None)


def _usual(account: str, series: Row, words: Words) -> Usual:
    told = series["usual"].get(account)
    if not told:
        return Usual()
    rate, cohort, peers = told["rate"], told["cohort"], told["peers"]
    whole = rate is not None and cohort and peers
    return Usual(
        by="views" if told["rate_by"] == "views" else "followers",
        rate=rate if whole else None,
        cohort=cohort or "",
        peers=int(peers or 0),
        low=told["benchmark_low"],
        high=told["benchmark_high"],
        source=told["benchmark_source"] or words.texts["unknown"],
        date=told["benchmark_date"] or "",
    )


def _notes(rows: list[Row], drawn: int, of_all: int, usual: Usual, words: Words) -> list[str]:
    """What the rate is divided by, and which posts are left out: each kind counted, none taken for nothing."""
    young = [row for row in rows if flag(row.get("settled")) is False]
    hidden = sum(row.get("likes", 0) is None for row in rows if flag(row.get("settled")) is not False)
    counted = {"hidden": hidden, "young": len(young), "unrated": len(rows) - len(young) - hidden - drawn}
    notes = [words.say(f"charts.posts.by_{usual.by}")] if drawn else []
    notes += [words.count(f"charts.posts.{name}", count) for name, count in counted.items() if count > 0]
    return (
        [*notes, words.count("charts.posts.latest", of_all, drawn=words.number(len(rows)))]
        if of_all > len(rows)
        else notes
    )
