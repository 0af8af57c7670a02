"""What an operator edits in `config/`, read and checked."""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from warehouse import Warehouse

EDGE = r"[^\p{L}\p{N}_]"
"""What is no part of a word; RE2's own word edge knows no letter beyond ASCII."""
NEVER = r"[^\x00-\x{10ffff}]"
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
    """Where the bands of the score begin, 0-100."""

    band_medium: float
    band_high: float


class Recommend(Frozen):
    """From where we propose to look twice, or to decline."""

    inflation_review: float
    inflation_decline: float
    severity_decline: int


class Tier(Frozen):
    """A range of follower counts; `below` is open where absent."""

    tier: str
    at_least: int
    below: int | None = None


class Term(Frozen):
    """A word that discloses, or doesn't, in one jurisdiction."""

    jurisdiction: str
    term: str
    verdict: Literal["accepted", "rejected", "ambiguous"]


class Settings(Frozen):
    """Everything in `config/` that the rooms read. `folder` is where it came from."""

    folder: Path
    measure: Measure
    match: Match
    score: Score
    recommend: Recommend
    tiers: tuple[Tier, ...]
    terms: tuple[Term, ...]

    @classmethod
    def read(cls, folder: Path = HOME) -> Settings:
        """Read a configuration folder; a RefusalError names the file, the key and what is wrong with it."""
        values = _toml(folder / "settings.toml") | _toml(folder / "cohorts.toml") | _toml(folder / "disclosure.toml")
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
        """One pattern (RE2, any case) that finds an accepted disclosure as whole words: `#ad` but not `#adventure`.

        The edges are shared by all terms: an edge for each made the automaton too large, and matching 100 times slower.
        """
        accepted = sorted({term.term for term in self.terms if term.verdict == "accepted"})
        words = "|".join(re.escape(term) for term in accepted if term[0].isalnum()) or NEVER
        signs = "|".join(re.escape(term) for term in accepted if not term[0].isalnum()) or NEVER
        return rf"(?i)(?:(?:^|{EDGE})(?:{words})|{signs})(?:$|{EDGE})"

    def apply(self, warehouse: Warehouse) -> None:
        """Give the SQL what it reads of the configuration: variables and the tables of schema `config`."""
        import polars as pl  # noqa: PLC0415 - commands that touch no data start without it

        warehouse.set(disclosure=self.disclosure, **self.measure.model_dump(), **self.match.model_dump())
        tables = {
            "tiers": (self.tiers, "Follower tiers, from config/cohorts.toml."),
            "disclosure_terms": (self.terms, "Words that disclose a paid post, from config/disclosure.toml."),
        }
        for name, (rows, words) in tables.items():
            warehouse.replace(f"config.{name}", pl.DataFrame([row.model_dump() for row in rows]), words)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RefusalError(f"{path} is missing.", "Restore it, or name another folder with --config.") from error
    except tomllib.TOMLDecodeError as error:
        raise RefusalError(f"{path} is no valid TOML: {error}.", "Mend it.") from error
