"""What a signal is: its SQL and, beside it, its card.

A signal is declared once, by two files in `warehouse/signals/<family>/`: `<signal>.sql` gives one row per account with
`reading`, `basis` and perhaps `low`, `high`, `silence`; `<signal>.toml` says what it means, in English and French.
Warehouse, model, reports and docs all read that pair.
"""

from __future__ import annotations

import hashlib
import tomllib
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vetting.errors import RefusalError
from vetting.records import PLATFORMS
from warehouse import Tree

if TYPE_CHECKING:
    from pathlib import Path

Polarity = Literal["higher_is_worse", "lower_is_worse", "two_sided", "neutral"]
Unit = Literal["share", "ratio", "change", "per_week", "days", "hours", "count", "spread"]
BasisUnit = Literal["posts", "days", "comments", "followers", "observations"]
Area = Literal["authenticity", "conduct", "suitability"]
Lang = Literal["en", "fr"]


class Words(BaseModel):
    """A card's words in one language. `finding` holds {reading}, and may hold {low}, {high}, {basis}, {account}."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str = Field(min_length=3, max_length=60)
    means: str = Field(min_length=20)
    finding: str = Field(pattern=r"\{reading\}")
    innocent: tuple[str, ...] = Field(min_length=1)
    ask: tuple[str, ...] = Field(min_length=1)
    decide: str = Field(min_length=20)


class Notice(BaseModel):
    """From where a reading is worth a sentence: at or beyond `reading`, or `percentile` among enough peers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reading: float | None = None
    percentile: float | None = Field(default=None, ge=0, le=1)


class Card(BaseModel):
    """What a signal is, beyond its SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: Unit
    polarity: Polarity
    area: Area
    platforms: tuple[str, ...]
    basis_unit: BasisUnit
    minimum_basis: int = Field(ge=1)
    lifecycle: Literal["draft", "active", "retired"]
    scored: bool = True
    """Whether the risk model may read it; false where scoring it would punish honesty, such as disclosing."""
    problem: Notice | None = None
    strength: Notice | None = None
    en: Words
    fr: Words

    def words(self, lang: Lang) -> Words:
        """Its words in a language."""
        return self.fr if lang == "fr" else self.en


class Signal(BaseModel):
    """A declared signal: name, family, SQL and card."""

    model_config = ConfigDict(frozen=True)

    name: str
    family: str
    sql: str
    card: Card

    @property
    def scored(self) -> bool:
        """Whether the risk model reads it: its card allows it, and it has a worse direction."""
        return self.card.scored and self.card.polarity in ("higher_is_worse", "lower_is_worse")

    @property
    def fingerprint(self) -> str:
        """Hash of the declaration that a model depends on: the SQL, the unit, the polarity, the basis."""
        card = self.card
        said = "\0".join((self.name, self.sql, card.unit, card.polarity, card.basis_unit, str(card.minimum_basis)))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def read_signals(tree: Tree | None = None) -> dict[str, Signal]:
    """Every signal that is not retired, by name. Raises RefusalError for a file without its twin or a wrong card."""
    tree = tree or Tree()
    sources = {source.path.with_suffix(""): source for source in tree.sources("signals")}
    cards = {path.with_suffix(""): path for path in (tree.root / "signals").rglob("*.toml")}
    for stem in sorted(sources.keys() ^ cards.keys()):
        there = "SQL" if stem in sources else "card"
        raise RefusalError(f"The signal {stem.name} has only its {there}.", "A signal is <name>.sql and <name>.toml.")
    signals = {}
    for stem, source in sources.items():
        card = read_card(cards[stem])
        if card.lifecycle != "retired":
            signals[stem.name] = Signal(name=stem.name, family=stem.parent.name, sql=source.sql, card=card)
    return dict(sorted(signals.items()))


def read_card(path: Path) -> Card:
    """Read and check one card."""
    try:
        card = Card(**tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RefusalError(f"The card {path.name} is wrong at {where}: {first['msg']}.", "Mend the card.") from error
    except tomllib.TOMLDecodeError as error:
        raise RefusalError(f"The card {path.name} is no valid TOML: {error}.", "Mend the card.") from error
    if unknown := set(card.platforms) - set(PLATFORMS):
        raise RefusalError(f"The card {path.name} names no platform of ours: {', '.join(sorted(unknown))}.", "Mend it.")
    return card
