"""A brief: what rules a creator out for one partnership, by a rule that stands outside the risk model."""

from __future__ import annotations

import hashlib
import tomllib
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.taxonomy import Taxonomy

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class Brief(BaseModel):
    """Name of the partnership, and the categories of config/taxonomy.toml that rule a creator out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    rules_out: tuple[str, ...] = Field(min_length=1)

    @property
    def fingerprint(self) -> str:
        """Hash of what it says; the order of the categories says nothing."""
        said = "\0".join((self.name, *sorted(set(self.rules_out))))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def read_brief(path: Path, taxonomy: Taxonomy) -> Brief:
    """Read and check one. Raises RefusalError for no file, no TOML, a wrong key, or a category that there is not."""
    try:
        brief = Brief(**tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise RefusalError(f"The brief {path} can't be read: {error.strerror}.", "Name a file with --brief.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RefusalError(f"The brief {path} is no valid TOML: {error}.", "Mend it.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RefusalError(f"The brief {path} is wrong at {where}: {first['msg']}.", "Mend it.") from error
    if unknown := sorted(set(brief.rules_out) - set(taxonomy.categories)):
        known = ", ".join(taxonomy.categories)
        raise RefusalError(f"The brief {path} rules out {', '.join(unknown)}, no category of ours.", f"Known: {known}.")
    return brief


def configured(settings: str, brief: Brief | None) -> str:
    """Fingerprint of the settings and of the brief, for a run's identity; that of the settings alone without one."""
    if brief is None:
        return settings
    return hashlib.sha256(f"{settings}\0{brief.fingerprint}".encode()).hexdigest()[:16]
