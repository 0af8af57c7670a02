"""From the warehouse to stored matches: which records may be about which creator, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.decide import Thresholds
from vetting.match.screen import screen
from vetting.match.topic import read as read_topics
from vetting.match.topic import taxonomy
from vetting.match.words import sentences

if TYPE_CHECKING:
    from warehouse import Warehouse

MOST = 0.99
"""No evidence of ours makes it certain whom a record means."""
COLUMNS = (
    "creator_id", "record_id", "probability", "decision", "name_score", "matched_on", "for", "against",
    "category", "severity", "role", "words",
)  # fmt: skip


def match(warehouse: Warehouse) -> tuple[int, int]:
    """Screen every creator against every record seen at as_of and store the pairs; (matches, reviews).

    A pair on which a person has judged keeps the machine's probability; the judgement beats it wherever it is read.
    """
    creators = warehouse.query("creators_seen")
    accounts = warehouse.query("accounts_seen")
    records = warehouse.query("records_seen")
    review_at, match_at = (float(str(warehouse.variables[name])) for name in ("review_at", "match_at"))
    pairs = screen(creators, accounts, records, limits=Thresholds(review=review_at, match=match_at))
    said = read_topics(records)
    matches = pairs.join(said, on="record_id", how="left").with_columns(
        pl.col("probability").clip(upper_bound=MOST),
        pl.col("role").fill_null("named"),
        pl.col("severity").cast(pl.Int32),
    )
    warehouse.replace(
        "config.taxonomy", taxonomy_table(), "What a record may say of somebody, from config/taxonomy.toml."
    )
    warehouse.replace("config.evidence_words", evidence_words(), "The words of the evidence codes of stored.matches.")
    warehouse.write("stored.matches", matches.select(COLUMNS), key=("creator_id", "record_id"))
    decided = matches["decision"]
    return int((decided == "match").sum()), int((decided == "review").sum())


def taxonomy_table() -> pl.DataFrame:
    """One row per adverse category: its words for people and its severity."""
    rows = [
        {"category": one.name, "label_en": one.label["en"], "label_fr": one.label["fr"], "severity": one.severity}
        for one in taxonomy()
    ]
    return pl.DataFrame(rows)


def evidence_words() -> pl.DataFrame:
    """One row per evidence code: what it says, in English and French."""
    english, french = sentences("en"), sentences("fr")
    return pl.DataFrame({"code": list(english), "en": list(english.values()), "fr": [french[code] for code in english]})
