"""The one way in: draw a whole made-up world and write it, with its truth apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl

from vetting.errors import RefusalError
from vetting.records import TABLES
from vetting.simulate.accounts import accounts as draw_accounts
from vetting.simulate.calendar import calendar as draw_calendar
from vetting.simulate.calendar import reached
from vetting.simulate.captions import captions as draw_captions
from vetting.simulate.comments import comments as draw_comments
from vetting.simulate.deals import deals as draw_deals
from vetting.simulate.drawn import drawn_style
from vetting.simulate.engagement import engagement as draw_engagement
from vetting.simulate.folder import refuse_other, truth_beside, write_world
from vetting.simulate.followers import follower_samples as draw_samples
from vetting.simulate.growth import growth as draw_growth
from vetting.simulate.incidents import standing
from vetting.simulate.luck import luck as draw_luck
from vetting.simulate.outcomes import outcomes as draw_outcomes
from vetting.simulate.people import people as draw_people
from vetting.simulate.posts import posts as draw_posts
from vetting.simulate.records import deeds
from vetting.simulate.records import records as draw_records
from vetting.simulate.records import reports as draw_reports
from vetting.simulate.scene import Scene
from vetting.simulate.schemes import schemes as draw_schemes
from vetting.simulate.shape import exchange
from vetting.simulate.snapshots import profiles, snapshots
from vetting.simulate.style import TYPICAL, Style, told
from vetting.simulate.truth import (
    true_accounts,
    true_comments,
    true_creators,
    true_outcomes,
    true_posts,
    true_records,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)  # noqa: DTZ001 # times are naive UTC throughout
SHORTEST_DAYS = 60
TRUTHS = ("accounts", "comments", "creators", "outcomes", "posts", "records")
STYLES = ("typical", "drawn")


@dataclass(frozen=True, slots=True)
class World:
    """A world that was written: its folder, the folder of its truth, and the rows of each table of either."""

    out: Path
    truth_out: Path
    rows: Mapping[str, int]
    truth_rows: Mapping[str, int]

    def __str__(self) -> str:
        """How much was made up."""
        return "made up " + ", ".join(f"{count:,} {table.replace('_', ' ')}" for table, count in self.rows.items())


def simulate(  # noqa: PLR0913 # each is one thing that a world is made from
    out: Path,
    *,
    creators: int = 72,
    seed: int = 1,
    as_of: datetime = AS_OF,
    fraud: float = 0.35,
    days: int = 400,
    style: str = "typical",
) -> World:
    """Write the exchange tables of a made-up world to `out` and its truth to `<out>_truth`; same arguments, same bytes.

    `fraud` is the share of creators with an inflated account, `days` the length of the window that ends at `as_of`
    (naive UTC); two years or more hold past decisions with what was known before each. `style` is `typical` or `drawn`:
    then the seed also draws how honest accounts behave here, how inflation is done, what a pull sees of it and how
    incidents come about. Raises RefusalError for arguments that make no world, and if `out` is
    anything but an earlier one.
    """
    _refuse(creators, seed, as_of, fraud, days)
    scene = Scene(seed, as_of, days, _style(style, seed))
    refuse_other(out, TABLES, dict.fromkeys(TRUTHS))
    world, truth = draw(scene, creators, fraud)
    drawn = f"creators {creators}, seed {seed}, as_of {as_of.isoformat()}, fraud {fraud}, days {days}, style {style}"
    write_world(out, world, truth, f"Drawn with: {drawn}.", told(scene.style))
    return World(
        out,
        truth_beside(out),
        {name: table.height for name, table in world.items()},
        {name: table.height for name, table in truth.items()},
    )


def draw(scene: Scene, count: int, fraud: float) -> tuple[dict[str, pl.DataFrame], dict[str, pl.DataFrame]]:
    """The exchange tables of a world of `count` creators, and the tables of its truth, both by name."""
    creators = draw_people(scene, count)
    accounts = draw_accounts(scene, creators)
    calendar = draw_calendar(scene, accounts)
    schemes = draw_schemes(scene, accounts, calendar, fraud)
    moods = draw_luck(scene, calendar)
    growth = draw_growth(scene, accounts, calendar, schemes, moods)
    seen = reached(scene, calendar)
    pulled = calendar.only(seen)
    gathered = draw_engagement(scene, accounts, pulled, schemes, growth, moods[seen])
    agreed = draw_deals(scene, accounts, calendar)
    written = draw_captions(scene, accounts, pulled, agreed.only(seen))
    posts = draw_posts(scene, accounts, pulled, written, gathered)
    records = draw_records(scene, creators, accounts)
    stand = standing(scene, creators, accounts, calendar, schemes, growth, agreed, deeds(records))
    outcomes = draw_outcomes(scene, creators, stand)
    records = pl.concat([records, draw_reports(scene, creators, accounts, outcomes)])
    working = {
        "creators": creators,
        "accounts": profiles(scene, accounts, calendar, growth),
        "follower_snapshots": snapshots(scene, accounts, calendar, schemes, growth),
        "posts": posts,
        "comments": draw_comments(scene, accounts, pulled, schemes, posts),
        "follower_samples": draw_samples(scene, accounts, schemes, growth),
        "records": records,
        "outcomes": outcomes,
    }
    truth = {
        "accounts": true_accounts(accounts, pulled, schemes, gathered),
        "comments": true_comments(working["comments"]),
        "creators": true_creators(scene, creators, accounts, schemes, stand, outcomes),
        "outcomes": true_outcomes(outcomes),
        "posts": true_posts(posts),
        "records": true_records(creators, records),
    }
    return {name: exchange(name, table) for name, table in working.items()}, truth


def _style(name: str, seed: int) -> Style:
    """The style of that name."""
    if name not in STYLES:
        raise RefusalError(f"There is no style {name!r}.", f"Name one of: {', '.join(STYLES)}.")
    return drawn_style(seed) if name == "drawn" else TYPICAL


def _refuse(creators: int, seed: int, as_of: datetime, fraud: float, days: int) -> None:
    """Refuse arguments that make no world."""
    if creators < 1 or seed < 0 or not 0 <= fraud <= 1 or days < SHORTEST_DAYS:
        raise RefusalError(
            f"No world can be drawn with creators={creators}, seed={seed}, fraud={fraud}, days={days}.",
            f"Give at least one creator, a seed of at least 0, a fraud from 0 to 1 and at least {SHORTEST_DAYS} days.",
        )
    if as_of.tzinfo is not None:
        raise RefusalError(f"as_of {as_of.isoformat()} carries a time zone.", "Give it in UTC without one.")
