"""`vet doctor`: whether the warehouse is sound, and what must be done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from vetting.cli.options import now, warehouse_option

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from vetting.cli.health import Health

COLOURS = {"ok": "green", "watch": "yellow", "act": "red"}


@click.command()
@warehouse_option
@click.option("--json", "raw", is_flag=True, help="Everything as JSON.")
@click.option("--rows", default=10, show_default=True, help="Rows of the drift table, worst first.")
def doctor(warehouse: Path, raw: bool, rows: int) -> None:  # noqa: FBT001 - a flag
    """Look whether the warehouse is sound, which model scores, and whether creators still are as it learnt them.

    Ends with 1 where something must be done. Drift is the population stability index per signal and of the score:
    from 0.1 watch, from 0.25 act, and never below `by_chance`, which few creators reach without any drift.
    """
    from vetting.cli.explain import there
    from vetting.cli.health import examine

    with there(warehouse) as house:
        health = examine(house, now())
    if raw:
        import json

        click.echo(json.dumps(as_facts(health), indent=1))
    else:
        show(health, rows)
    if health.state == "act":
        sys.exit(1)


def as_facts(health: Health) -> dict[str, Any]:
    """Plain facts, for a program."""
    items = [{"what": item.what, "state": item.state, "says": item.says} for item in health.items]
    return {"state": health.state, "items": items, "drift": health.drift.to_dicts()}


def show(health: Health, rows: int) -> None:
    """A line per item, and the drift table."""
    from vetting.cli.show import as_table

    for item in health.items:
        click.echo(f"{click.style(f'{item.state:<6}', fg=COLOURS[item.state])} {item.what:<12} {item.says}")
    if not health.drift.is_empty():
        click.echo(as_table(shortened(health).head(rows), rows))
        click.echo(f"The first of {health.drift.height} rows of drift, worst first; more: --rows or --json")


def shortened(health: Health) -> pl.DataFrame:
    """The drift table with rounded figures."""
    import polars.selectors as cs

    return health.drift.with_columns(cs.float().round(3))
