"""One creator and one record out of a warehouse, and what they show when they are held against each other alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl
from rapidfuzz import fuzz, process

from vetting.errors import RefusalError
from vetting.match.evidence import meet
from vetting.match.rarity import PARTICLE_INFO
from vetting.match.reading import Ours, Theirs, brought_together, read_creators, read_records

if TYPE_CHECKING:
    from warehouse import Warehouse

SEEN_RECORD = "SELECT * EXCLUDE (row_hash, load_id) FROM seen.records(getvariable('as_of')) WHERE record_id = ?"
SEEN_IDS = "SELECT record_id AS id, title AS called FROM seen.records(getvariable('as_of')) ORDER BY record_id"
WORTH = "SELECT token, info, ordinary FROM matching.words SEMI JOIN here USING (token) ORDER BY token"
LEAST_LIKE = 70
"""Likeness (of 100) from which an id or a name is worth suggesting."""
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """A creator and a record, as the matching reads them."""

    ours: Ours
    theirs: Theirs
    handles: list[str]


def sides(warehouse: Warehouse, creator_id: str, record_id: str) -> Sides:
    """Both, as seen at as_of. RefusalError, with close ids, where one is not known."""
    creators, accounts = warehouse.query("creators_seen"), warehouse.query("accounts_seen")
    if creator_id not in creators["creator_id"]:
        raise _unknown(warehouse, "creator", creator_id, creators.select(id="creator_id", called="name"))
    record = warehouse.frame(SEEN_RECORD, [record_id])
    if record.is_empty():
        raise _unknown(warehouse, "record", record_id, warehouse.frame(SEEN_IDS))
    own = accounts.filter(pl.coalesce("creator_id", "account_id") == creator_id).sort("account_id")
    handles = own.filter(pl.col("handle").is_not_null()).select(pl.format("{} ({})", "handle", "platform")).to_series()
    ours = read_creators(creators.filter(creator_id=creator_id), own)
    return Sides(ours, read_records(record), handles.to_list())


def _unknown(warehouse: Warehouse, what: str, asked: str, known: pl.DataFrame) -> RefusalError:
    """Which ids are meant, perhaps: those that are written alike, and those of what is called so."""
    ids, called = known["id"].to_list(), known["called"].fill_null("").to_list()
    found = [
        *process.extract(asked, ids, scorer=fuzz.ratio, limit=SUGGESTED, score_cutoff=LEAST_LIKE),
        *process.extract(
            asked.lower(), called, scorer=fuzz.ratio, processor=str.lower, limit=SUGGESTED, score_cutoff=LEAST_LIKE
        ),
    ]
    near = list(dict.fromkeys(ids[at] for _, _, at in sorted(found, key=lambda hit: -hit[1])))[:SUGGESTED]
    where = f'vet sql "SELECT {what}_id FROM stored.{what}s" lists them'
    remedy = f"Perhaps {' or '.join(near)}; {where}." if near else f"{where[0].upper()}{where[1:]}."
    return RefusalError(f"No {what} {asked!r} was known by {warehouse.as_of:%Y-%m-%d %H:%M}.", remedy)


def worth(warehouse: Warehouse, both: Sides) -> pl.DataFrame:
    """What each word of either side is worth here: `token`, `info`, `ordinary`; sorted."""
    tokens = pl.concat([both.ours.name_tokens["token"], both.theirs.tokens["token"]]).unique().to_frame("token")
    with warehouse.view_of("here", tokens):
        return warehouse.frame(WORTH)


def held_together(both: Sides, known: pl.DataFrame) -> pl.DataFrame:
    """The pair's evidence, whatever roads are shut for a name that many share; no row where nothing is met."""
    return meet(brought_together(both.ours, both.theirs, known.sort("token").with_row_index("word")))


def shared_words(both: Sides, known: pl.DataFrame) -> list[str]:
    """Words of a name that stand in the record, and that are more than particles or ordinary words; sorted."""
    telling = known.filter((pl.col("info") > PARTICLE_INFO) & ~pl.col("ordinary"))
    ours = both.ours.name_tokens.join(telling, on="token", how="semi")
    return ours.join(both.theirs.tokens, on="token", how="semi")["token"].unique().sort().to_list()
