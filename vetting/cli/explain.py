"""`vet explain-match` and `vet judge-match`: why a record is held to be about a creator, and a person's word on it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from vetting.cli.options import (
    Moment,
    as_of_option,
    config_option,
    lang_option,
    now,
    refuse_future,
    say,
    warehouse_option,
)
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from vetting.match.words import Language
    from warehouse import Warehouse

VERDICTS = ("confirmed", "rejected")


@contextmanager
def there(path: Path) -> Iterator[Warehouse]:
    """A warehouse that there is already; RefusalError where there is none."""
    from vetting.cli.opening import opened

    if not path.is_file():
        raise RefusalError(f"There is no warehouse {path}.", "Name one with --warehouse, or make one: vet load DIR.")
    with opened(path) as house:
        yield house


@click.command("explain-match")
@click.argument("creator")
@click.argument("record")
@warehouse_option
@as_of_option
@lang_option
@config_option
@click.option("--json", "raw", is_flag=True, help="The case as JSON, with every number.")
def explain_match(  # noqa: PLR0913, PLR0917 - a command has the options that it has
    creator: str,
    record: str,
    warehouse: Path,
    as_of: datetime | None,
    lang: Language,
    config: Path | None,
    raw: bool,  # noqa: FBT001 - a flag
) -> None:
    """Print the case of CREATOR and RECORD (ids): the names that met, the evidence, the decision and its rule.

    A pair that was left out is looked at all the same. Nothing is stored.
    """
    from vetting.cli.opening import stand
    from vetting.match.explain import explain
    from vetting.runs import choose_as_of
    from vetting.settings import HOME, Settings

    settings = Settings.read(config or HOME)
    with there(warehouse) as house:
        stand(house, choose_as_of(house, as_of, now()), settings)
        case = explain(house, creator, record, progress=lambda what: say("match", what))
    if raw:
        import json

        click.echo(json.dumps(case, indent=1, default=lambda when: when.isoformat()))  # in ASCII: it steers no terminal
        return
    from vetting.cli.case_sections import as_text

    click.echo(as_text(case, lang, settings.match.model_dump()))


@click.command("judge-match")
@click.argument("creator")
@click.argument("record")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option("--by", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
@click.option("--date", "at", type=Moment(), help="When it was decided (UTC).  [default: now]")
@warehouse_option
def judge_match(  # noqa: PLR0913, PLR0917 - the same
    creator: str, record: str, verdict: str, by: str, reason: str, at: datetime | None, warehouse: Path
) -> None:
    """Write down that RECORD is about CREATOR (confirmed), or is not (rejected): appended, signed and dated."""
    from vetting.match.judge import judge

    refuse_future(at)
    decided = at or now()
    with there(warehouse) as house:
        house.set(as_of=now())
        judge(house, (creator, record), verdict, by=by, reason=reason, at=decided)
    click.echo(f"{verdict}, signed {by}, {decided:%Y-%m-%d %H:%M} UTC; it counts in runs as of then or later.")
