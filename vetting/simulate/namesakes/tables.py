"""Rows of the exchange tables `creators` and `accounts`, and the columns of the truth."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.simulate.shape import schema

if TYPE_CHECKING:
    from vetting.simulate.namesakes.creators import Creator
    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.habits import Habits

SEEN = datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
TRUTH = {
    "record_id": pl.String, "creator_id": pl.String, "about": pl.Boolean, "same": pl.Boolean, "kind": pl.String,
    "form": pl.String, "origin": pl.String,
}  # fmt: skip


def drawn(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows of an exchange table, whatever columns they leave out."""
    return pl.DataFrame(rows, schema(table))


def creator_rows(cast: list[Creator]) -> pl.DataFrame:
    """Creators with what the list gives of them; those who are known by an account alone are left out."""
    rows: list[dict[str, Any]] = [
        {
            "creator_id": creator.key, "name": creator.name, "aliases": list(creator.aliases) or None,
            "country": creator.person.country if "country" in creator.told else None,
            "languages": [creator.person.language] if "language" in creator.told else None,
            "birth_date": creator.person.birth if "birth" in creator.told else None,
        }
        for creator in cast if not creator.alone
    ]  # fmt: skip
    return drawn("creators", rows)


def account_rows(dice: Dice, cast: list[Creator], habits: Habits) -> pl.DataFrame:
    """Their accounts; a creator who is known by an account alone is that account."""
    rows: list[dict[str, Any]] = []
    for creator in cast:
        base = creator.key[:7]
        for order, account in zip("abc", creator.accounts, strict=False):
            known = dice.chance(habits.known)
            rows.append(
                {
                    "account_id": base + order, "platform": account.platform,
                    "creator_id": None if creator.alone else creator.key, "handle": account.handle,
                    "display_name": account.shown,
                    "country": creator.person.country if known and "country" in creator.told else None,
                    "language": creator.person.language if "language" in creator.told else None,
                    "category": creator.person.role if "trade" in creator.told else None,
                    "created_at": account.created if "created" in creator.told else None,
                    "followers": int(dice.lognormvariate(10.0, 1.6)), "observed_at": SEEN,
                }
            )  # fmt: skip
    return drawn("accounts", rows)
