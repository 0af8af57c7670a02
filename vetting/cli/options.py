"""What the commands share: options, the clock, and one line of progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from vetting.errors import RefusalError

PATH = click.Path(path_type=Path)
Command = TypeVar("Command", bound=Callable[..., object])


class Moment(click.ParamType[datetime]):
    """A day or a time in ISO 8601, taken as UTC where it names no zone."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Text to a time without zone, in UTC."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date such as 2026-06-30 or 2026-06-30T12:00:00Z.", param, ctx)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


as_of_option = click.option(
    "--as-of", type=Moment(), help="See nothing later than this (UTC).  [default: the last observation]"
)
lang_option = click.option("--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Language.")
config_option = click.option("--config", type=PATH, help="A configuration folder in place of the shipped one.")
warehouse_option = click.option(
    "--warehouse",
    type=PATH,
    envvar="VET_WAREHOUSE",
    default="warehouse.duckdb",
    show_default=True,
    help="The DuckDB file (or set VET_WAREHOUSE).",
)


def reports_options(command: Command) -> Command:
    """What a command takes that leads from exchange files to reports, with or without Prefect."""
    brief = click.option("--brief", type=PATH, help="What this partnership rules out; examples in config/briefs/.")
    out = click.option("--out", type=PATH, required=True, help="Where the reports go; made if absent.")
    house = click.option(
        "--warehouse", type=PATH, envvar="VET_WAREHOUSE", help="The DuckDB file.  [default: OUT/warehouse.duckdb]"
    )
    return out(house(as_of_option(brief(lang_option(config_option(command))))))


def now() -> datetime:
    """The clock, read here and in the flows, and nowhere in a room."""
    return datetime.now(UTC).replace(tzinfo=None)


def say(step: str, what: object = "") -> None:
    """One line of progress, on stderr."""
    click.echo(f"{click.style(f'{step:<8}', bold=True)} {what}".rstrip(), err=True)


def refuse_future(as_of: datetime | None) -> None:
    """Raise RefusalError for a time that has not come."""
    if as_of and as_of > now():
        raise RefusalError(f"--as-of {as_of:%Y-%m-%d %H:%M} is in the future.", "Name a time up to now (UTC).")


def folder_of_files(folder: Path) -> Path:
    """The folder, or a RefusalError where there is none."""
    if not folder.is_dir():
        raise RefusalError(f"{folder} is no folder.", "Name a folder with exchange files, such as accounts.csv.")
    return folder
