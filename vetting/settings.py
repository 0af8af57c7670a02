"""What an operator edits in `config/`, read and checked."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vetting.errors import RefusalError
from vetting.patterns import commercial, whole_words
from vetting.taxonomy import SAYS, STANDING, Taxonomy

if TYPE_CHECKING:
    from warehouse import Warehouse

PUBLISHED = "Published figures, for where peers are too few, from config/benchmarks.toml."
BENCHMARKS = dict.fromkeys(("signal", "platform", "benchmark", "denominator", "source", "date", "note"), str) | {
    "at_least": int,
    "below": int,
    "low": float,
    "high": float,
}
"""Columns of config.benchmarks and their types."""
FILES = ("settings", "cohorts", "benchmarks", "disclosure", "commercial")
Word = Annotated[str, Field(min_length=2)]
HOME = Path(__file__).parent.parent / "config"


class Frozen(BaseModel):
    """A row of configuration: an unknown key is a mistake, not a wish."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Measure(Frozen):
    """How far back, and how many peers."""

    window_days: int = Field(ge=1)
    min_peers: int = Field(ge=2)


class Match(Frozen):
    """From which probability a record is a match, or worth a look."""

    match_at: float = Field(gt=0, lt=1)
    review_at: float = Field(gt=0, lt=1)


class Score(Frozen):
    """Two costs in one unit, and the share of either kind that may stand in the wrong band."""

    cost_incident: float = Field(gt=0)
    cost_declined: float = Field(gt=0)
    error: float = Field(gt=0, lt=0.5)


class Recommend(Frozen):
    """From where we propose to look twice, or to decline."""

    inflation_review: float
    inflation_decline: float
    severity_decline: int
    record_review: float = Field(ge=0, le=1)


class Tier(Frozen):
    """A range of follower counts; `below` is open where absent."""

    tier: str
    at_least: int
    below: int | None = None


class Band(Frozen):
    """From low to high is called usual for this many followers; open where absent."""

    at_least: int = 0
    below: int | None = None
    low: float
    high: float


class Benchmark(Frozen):
    """A published figure: of which signal, on which platforms, by which denominator, by whom and when."""

    signal: str
    platforms: tuple[str, ...]
    denominator: str
    source: str
    date: str
    note: str
    bands: tuple[Band, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row per platform and band; `benchmark` is its name in words."""
        said = self.model_dump(exclude={"platforms", "bands"}) | {"benchmark": f"published: {self.source}, {self.date}"}
        return [said | {"platform": one} | band.model_dump() for one in self.platforms for band in self.bands]


class Term(Frozen):
    """A word that discloses, or doesn't, in one jurisdiction."""

    jurisdiction: str
    term: str
    verdict: Literal["accepted", "rejected", "ambiguous"]


class Commercial(Frozen):
    """Words that sell, give away or deny being paid; `fold`: characters of a caption that show at first."""

    fold: int = Field(ge=1)
    discount_code: tuple[Word, ...]
    before_code: tuple[Word, ...]
    affiliate: tuple[Word, ...]
    call_to_action: tuple[Word, ...]
    giveaway: tuple[Word, ...]
    unpaid: tuple[Word, ...]
    speaks_of_partner: tuple[Word, ...]
    before_brand: tuple[Word, ...]


class Settings(Frozen):
    """Everything in `config/` that the rooms read. `folder` is where it came from."""

    folder: Path
    measure: Measure
    match: Match
    score: Score
    recommend: Recommend
    tiers: tuple[Tier, ...]
    benchmarks: tuple[Benchmark, ...]
    terms: tuple[Term, ...]
    commercial: Commercial
    taxonomy: Taxonomy

    @classmethod
    def read(cls, folder: Path = HOME) -> Settings:
        """Read a configuration folder; a RefusalError names the file, the key and what is wrong with it."""
        values: dict[str, Any] = {}
        for name in FILES:
            values |= _toml(folder / f"{name}.toml")
        values["taxonomy"] = _toml(folder / "taxonomy.toml")
        try:
            return cls(folder=folder, **values)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise RefusalError(f"The setting {where} in {folder} is wrong: {first['msg']}.", "Mend it.") from error

    @cached_property
    def fingerprint(self) -> str:
        """Hash of every file in the folder: two runs with the same one were configured alike."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]

    @property
    def disclosure(self) -> str:
        """One pattern that finds an accepted disclosure as whole words."""
        return whole_words(self._terms("accepted"))

    def _terms(self, *verdicts: str) -> set[str]:
        return {term.term for term in self.terms if term.verdict in verdicts}

    @property
    def patterns(self) -> dict[str, str]:
        """The patterns that read what a post says commercially, by the name of their variable."""
        accepted, others = self._terms("accepted"), self._terms("ambiguous", "rejected")
        return commercial(self.commercial.model_dump(exclude={"fold"}), accepted, others - accepted)

    def apply(self, warehouse: Warehouse) -> None:
        """Give the SQL what it reads of the configuration: variables and the tables of schema `config`."""
        import polars as pl  # noqa: PLC0415 - commands that touch no data start without it

        warehouse.set(disclosure=self.disclosure, **self.measure.model_dump(), **self.match.model_dump())
        warehouse.set(fold=self.commercial.fold, **self.patterns)
        tables = {
            "tiers": (self.tiers, "Follower tiers, from config/cohorts.toml."),
            "disclosure_terms": (self.terms, "Words that disclose a paid post, from config/disclosure.toml."),
        }
        for name, (rows, words) in tables.items():
            warehouse.replace(f"config.{name}", pl.DataFrame([row.model_dump() for row in rows]), words)
        warehouse.replace("config.taxonomy", pl.DataFrame(self.taxonomy.rows(), schema=self.taxonomy.COLUMNS), SAYS)
        warehouse.replace("config.standing", pl.DataFrame(self.taxonomy.standings()), STANDING)
        published = [row for benchmark in self.benchmarks for row in benchmark.rows()]
        warehouse.replace("config.benchmarks", pl.DataFrame(published, schema=BENCHMARKS), PUBLISHED)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RefusalError(f"{path} is missing.", "Restore it, or name another folder with --config.") from error
    except tomllib.TOMLDecodeError as error:
        raise RefusalError(f"{path} is no valid TOML: {error}.", "Mend it.") from error
