"""The columns of what a world writes, as EXCHANGE.md has them, and the rows of creators and accounts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl

from bench.namesakes.origins import origins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from bench.namesakes.people import Creator

LAST_DAY = datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
SPAN = 3_650
Schema = dict[str, pl.DataType | type[pl.DataType]]
Row = tuple[object, ...]

CREATORS: Schema = {
    "creator_id": pl.String, "name": pl.String, "aliases": pl.List(pl.String), "country": pl.String,
    "languages": pl.List(pl.String), "birth_date": pl.Date,
}  # fmt: skip
ACCOUNTS: Schema = {
    "account_id": pl.String, "platform": pl.String, "creator_id": pl.String, "handle": pl.String,
    "display_name": pl.String, "country": pl.String, "language": pl.String, "category": pl.String,
    "created_at": pl.Datetime("us"), "followers": pl.Int64, "observed_at": pl.Datetime("us"),
}  # fmt: skip
RECORDS: Schema = {
    "record_id": pl.String, "source": pl.String, "source_kind": pl.String, "url": pl.String, "title": pl.String,
    "text": pl.String, "language": pl.String, "country": pl.String, "published_at": pl.Datetime("us"),
    "observed_at": pl.Datetime("us"), "subject_names": pl.List(pl.String), "subject_aliases": pl.List(pl.String),
    "subject_handles": pl.List(pl.String), "subject_country": pl.String, "subject_birth_date": pl.Date,
}  # fmt: skip
TRUTH: Schema = {
    "record_id": pl.String, "creator_id": pl.String, "kind": pl.String, "about": pl.Boolean, "form": pl.String,
    "origin": pl.String,
}  # fmt: skip
DECORATED = ("{} ✨", "🔥 {} 🔥", "{} | {}", "{} TV", "Official {}", "💋{}💋")


def creators(people: Sequence[Creator]) -> pl.DataFrame:
    """Who is on the list, as far as the list knows."""
    rows: list[Row] = [
        (
            one.key, one.name, list(one.aliases), one.person.country if one.knows_country else None,
            [str(origins()[one.person.origin]["language"])], one.person.birth if one.knows_birth else None,
        )
        for one in people
    ]  # fmt: skip
    return pl.DataFrame(rows, CREATORS, orient="row")


def accounts(people: Sequence[Creator], dice: Random) -> pl.DataFrame:
    """One or two of each creator."""
    rows: list[Row] = []
    for one in people:
        for number in range(1 + (dice.random() < 1 / 4)):
            shown = one.name
            if dice.random() < 1 / 5:
                shown = dice.choice(DECORATED).format(one.name, one.person.trade)
            platform = str(one.person.platform).lower() if number == 0 else "tiktok"
            begun = LAST_DAY - timedelta(days=dice.randrange(SPAN, SPAN + 1500)) if dice.random() < 1 / 2 else None
            known = one.person.country if one.knows_country and dice.random() < 1 / 2 else None
            row = (
                f"{one.key}-{number}", platform, one.key, one.handle, shown, known,
                str(origins()[one.person.origin]["language"]), one.person.trade if one.knows_trade else None, begun,
                int(dice.lognormvariate(10.2, 1.6)), LAST_DAY,
            )  # fmt: skip
            rows.append(row)
    return pl.DataFrame(rows, ACCOUNTS, orient="row")
