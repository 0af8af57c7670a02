"""The beginning and the end of a run as tasks: what went in, what the checks found, and that it ended."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from flows.steps import Keys, opened, step, tell
from vetting import runs
from vetting.briefs import read_brief
from vetting.cli.options import folder_of_files, now, refuse_future
from vetting.cli.scoring import chosen
from vetting.report.report import writable
from vetting.score.model import Model
from vetting.score.score import DEFAULT
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def refuse_early(
    source: Path, out: Path, config: Path, as_of: datetime | None, brief: Path | None = None
) -> datetime | None:
    """Raise RefusalError for what can be refused before anything is stored; as_of in UTC, without zone."""
    asked = as_of.astimezone(UTC).replace(tzinfo=None) if as_of and as_of.tzinfo else as_of
    refuse_future(asked)
    settings = Settings.read(config)
    if brief:
        read_brief(brief, settings.taxonomy)
    Model.load(DEFAULT)  # which may score
    folder_of_files(source)
    writable(out)
    return asked


@step
def begin(warehouse: Path, config: Path, as_of: datetime | None, lang: str, brief: Path | None = None) -> Keys:
    """Choose what is seen and which model scores, and write down what goes in."""
    settings = Settings.read(config)
    wanted = read_brief(brief, settings.taxonomy) if brief else None
    with Warehouse(warehouse) as house:
        house.set(as_of=runs.choose_as_of(house, as_of, now()))
        model = chosen(house, tell).model.fingerprint
        run = runs.begin(house, settings, model=model, lang=lang, started_at=now(), brief=wanted)
    return Keys(warehouse, config, run, brief)


@step
def finish(keys: Keys) -> list[tuple[str, str, int]]:
    """Run the checks, write down that the reports are written, and return what the checks found."""
    with opened(keys) as (house, _):
        found = house.check()
        runs.finish(house, keys.run, now())
    for name, level, rows in found:
        tell("check", f"{level}: {name} returned {rows:,} rows; see warehouse/checks/{name}.sql")
    return found
