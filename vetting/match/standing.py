"""Who a creator is and what a record says, as far as it is known: the two sides of a case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import polars as pl

from vetting.match.says.pairs import say

if TYPE_CHECKING:
    from vetting.match.sides import Sides
    from warehouse import Warehouse

SAID = ("category", "severity", "role", "role_words", "words", "adverse", "status_said", "called_false")
RECORD = (
    "record_id", "source", "source_kind", "published_at", "observed_at", "title", "url", "language", "country",
    "status", "subject_names", "subject_aliases", "subject_handles", "subject_country", "subject_birth_date",
)  # fmt: skip
AROUND = 160
"""Characters that are quoted on either side of the words that met."""
MARK = "**"
PART_BEFORE, PART_AFTER = r"^\S{0,20}\s", r"\s\S{0,20}$"
"""What is left of a word that was cut."""


def about_creator(both: Sides) -> dict[str, Any]:
    """`creator_id`, `names`, `handles`, `countries`, `birth_date`, `languages`, `platforms`, `trades`, `begun`."""
    person = both.ours.people.row(0, named=True)
    names = both.ours.names.filter(pl.col("kind") != "handle")["written"].unique(maintain_order=True)
    return {key: person[key] or None if isinstance(person[key], list) else person[key] for key in person} | {
        "names": names.to_list(), "handles": both.handles,
    }  # fmt: skip


def about_record(warehouse: Warehouse, both: Sides) -> dict[str, Any]:
    """The record's own fields, and the `standing` of its kind of source, 0-1."""
    row = both.theirs.records.select(RECORD).row(0, named=True)
    standing = warehouse.execute("SELECT standing FROM config.standing WHERE source_kind = ?", [row["source_kind"]])
    return row | {"standing": standing[0][0] if standing else None}


def quoted(both: Sides, met: dict[str, Any] | None) -> str | None:
    """The passage of title and text in which the words stand that met, each place between two stars on either side.

    The beginning where they stand in neither; null where there is no text.
    """
    title, text = both.theirs.records.select("title", "text").row(0)
    story = normalize("NFKC", "\n".join(part for part in (title, text) if part))
    if not story:
        return None
    words = [re.escape(word) for word in normalize("NFKC", met["met_words"]).split()] if met else []
    pattern = r"\W{1,3}".join(words)
    places = [hit.span() for hit in re.finditer(rf"(?<!\w){pattern}(?!\w)", story)] if words else []
    first = _chosen(places, len(title or "")) if places else 0
    begin, end = max(first - AROUND, 0), first + 2 * AROUND
    shown = [(a - begin, b - begin) for a, b in places if begin <= a and b <= end]
    cut = story[begin:end]
    for a, b in reversed(shown):
        cut = f"{cut[:a]}{MARK}{cut[a:b]}{MARK}{cut[b:]}"
    head = re.sub(PART_BEFORE, "", cut) if begin else cut
    whole = re.sub(PART_AFTER, "", head) if end < len(story) else head
    return f"{'… ' * (begin > 0)}{whole.strip()}{' …' * (end < len(story))}"


def _chosen(places: list[tuple[int, int]], title: int) -> int:
    """The first place beyond the title, where more is said; else the title's."""
    return next((a for a, _ in places if a > title), places[0][0])


def says(warehouse: Warehouse, both: Sides, met: dict[str, Any] | None) -> dict[str, Any]:
    """What the record tells of the creator: `SAID`, and `label_en` and `label_fr` of its category."""
    record = both.theirs.records
    called = f'{met["written"][:200]} ~ "{met["met_words"]}"' if met else None
    pair = pl.DataFrame(
        {"creator_id": both.ours.people["creator_id"], "record_id": record["record_id"], "matched_on": [called]},
        {"creator_id": pl.String, "record_id": pl.String, "matched_on": pl.String},
    )
    names = both.ours.names.filter(pl.col("kind") != "handle").select("creator_id", name="written")
    taxonomy = warehouse.frame("SELECT * FROM config.taxonomy")
    told = say(pair, record, taxonomy, names).select(SAID)
    labels = taxonomy.select("category", "label_en", "label_fr")
    return told.join(labels, on="category", how="left").row(0, named=True)
