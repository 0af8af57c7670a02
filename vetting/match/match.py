"""From the warehouse to stored matches: which records may be about which creator, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.decide import Thresholds
from vetting.match.index_fill import refresh
from vetting.match.says.pairs import COLUMNS as SAID
from vetting.match.says.pairs import said_of
from vetting.match.scorer import shipped
from vetting.match.screen import judged
from vetting.match.together import together
from vetting.match.words import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from warehouse import Warehouse

    Progress = Callable[[str], None]

MOST = 0.99
"""No evidence of ours makes it certain whom a record means."""
COLUMNS = (
    "creator_id", "record_id", "probability", "decision", "name_score", "matched_on", "for", "against",
    *SAID,
)  # fmt: skip


def match(warehouse: Warehouse, progress: Progress = lambda _: None) -> tuple[int, int]:
    """Hold every creator against every record seen at as_of and store the pairs; (matches, reviews).

    What was made before is kept, and only what changed is made again; the outcome is the same, byte for byte. Killed at
    any time it leaves nothing that the next run would not set right. A pair on which a person has judged keeps the
    machine's probability; the judgement beats it wherever it is read.
    """
    review_at, match_at = (float(str(warehouse.variables[name])) for name in ("review_at", "match_at"))
    rows = together(refresh(warehouse, progress), warehouse.query("verdicts_seen"))
    pairs = judged(rows, shipped(), Thresholds(review=review_at, match=match_at))
    with warehouse.view_of("chosen", pairs.select("record_id").unique()):
        records = warehouse.query("records_chosen")
    matches = said_of(pairs, records, warehouse).with_columns(pl.col("probability").clip(upper_bound=MOST))
    warehouse.replace("config.evidence_words", evidence_words(), "The words of the evidence codes of stored.matches.")
    warehouse.rewrite("stored.matches", matches.select(COLUMNS))
    decided = matches["decision"]
    return int((decided == "match").sum()), int((decided == "review").sum())


def evidence_words() -> pl.DataFrame:
    """One row per evidence code: what it says, in English and French."""
    english, french = sentences("en"), sentences("fr")
    return pl.DataFrame({"code": list(english), "en": list(english.values()), "fr": [french[code] for code in english]})
