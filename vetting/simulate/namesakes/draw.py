"""One world of namesakes: creators, their accounts, records about them and about others, and the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from vetting.simulate.namesakes.tables import TRUTH, account_rows, creator_rows, drawn
from vetting.simulate.namesakes.world import World
from vetting.simulate.shape import exchange

if TYPE_CHECKING:
    from vetting.simulate.namesakes.habits import Habits


@dataclass(frozen=True, slots=True)
class Bunch:
    """The exchange tables of one world, its habits, and what is so.

    `truth` has a row per record and creator that it is about or near to, and a row without a creator for records that
    are near to nobody: `record_id`, `creator_id`, `about` (null: nobody could tell), `same` (whether it is in fact
    about them), `kind`, `form` (`structured`, `free_text`), `origin` (of the creator's name, else of the subject's).
    A pair that it does not have is no match.
    """

    creators: pl.DataFrame
    accounts: pl.DataFrame
    records: pl.DataFrame
    truth: pl.DataFrame
    habits: Habits


def draw(seed: int, creators: int = 2000, records: int = 12_000) -> Bunch:
    """Draw a world; the same arguments give the same one. About 3 s for 12,000 records."""
    world = World(seed, creators)
    rows, truth = world.records(records)
    return Bunch(
        creators=exchange("creators", creator_rows(world.cast)),
        accounts=exchange("accounts", account_rows(world.dice, world.cast, world.habits)),
        records=exchange("records", drawn("records", rows)),
        truth=pl.DataFrame(truth, TRUTH, orient="row").sort("record_id", "creator_id", nulls_last=True),
        habits=world.habits,
    )
