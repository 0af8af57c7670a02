"""What a record may be about, as config/taxonomy.toml says: categories, their words, and how sources are believed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Term = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+\*?(?:[a-z0-9]*\*?)*(?: [a-z0-9]+\*?[a-z0-9]*\*?)*$")]
"""Words in small letters without accents; `*` stands for any ending."""
LISTS = ("en", "fr", "es", "de")
SAYS = """What a record may say of somebody, from config/taxonomy.toml.
category: name of the category
label_en: the category in English
label_fr: the category in French
family: categories of one family may tell of one affair
severity: 1 (a matter of taste) to 5 (grave harm to people)
half_life_days: after so many days the matter weighs half; null: it does not fade
words: words that say it alone, in four languages; * ends a stem
weak: words that say it only beside another word
harmless: phrases in which such words mean nothing"""
STANDING = """How far a kind of source is believed, from config/taxonomy.toml.
source_kind: regulator, court, news, ...
standing: 0 to 1"""


class Entry(BaseModel):
    """A row of configuration: an unknown key is a mistake, not a wish."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(Entry):
    """A category's words for people."""

    en: str
    fr: str


class Category(Entry):
    """One category; `half_life_days` is None for what does not fade."""

    label: Label
    family: str
    severity: int = Field(ge=1, le=5)
    half_life_days: int | None = Field(default=None, ge=1)
    en: tuple[Term, ...] = ()
    fr: tuple[Term, ...] = ()
    es: tuple[Term, ...] = ()
    de: tuple[Term, ...] = ()
    weak: tuple[Term, ...] = ()
    harmless: tuple[Term, ...] = ()

    def row(self, name: str) -> dict[str, object]:
        """The category as a row of config.taxonomy."""
        words = {word for language in LISTS for word in getattr(self, language)}
        return {
            "category": name, "label_en": self.label.en, "label_fr": self.label.fr, "family": self.family,
            "severity": self.severity, "half_life_days": self.half_life_days, "words": sorted(words),
            "weak": sorted(set(self.weak) - words), "harmless": sorted(set(self.harmless)),
        }  # fmt: skip


class Taxonomy(Entry):
    """Every category in the order of the file, and the standing of each kind of source, 0-1."""

    COLUMNS: ClassVar[dict[str, Any]] = dict.fromkeys(("category", "label_en", "label_fr", "family"), str) | {
        "severity": int, "half_life_days": int, "words": list[str], "weak": list[str], "harmless": list[str],
    }  # fmt: skip
    """Columns of config.taxonomy and their types."""

    standing: dict[str, Annotated[float, Field(ge=0, le=1)]]
    categories: dict[str, Category]

    def rows(self) -> list[dict[str, object]]:
        """Rows of config.taxonomy, the gravest category first, equally grave ones as the file has them."""
        graver = sorted(self.categories.items(), key=lambda item: -item[1].severity)
        return [category.row(name) for name, category in graver]

    def standings(self) -> list[dict[str, object]]:
        """Rows of config.standing."""
        return [{"source_kind": kind, "standing": value} for kind, value in self.standing.items()]
