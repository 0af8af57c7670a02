"""`vet models`: which risk models there are, which of them scores, and by whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, now, warehouse_option
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from vetting.score.registry import Champion
    from warehouse import Warehouse

DEFAULT_NAME = "default"
house_option = click.option("--warehouse", type=PATH, help="The DuckDB file.  [default: warehouse.duckdb]")
SHOWN = """SELECT model, kind, state, strftime(as_of, '%Y-%m-%d') AS as_of, decisions, incidents,
    printf('%.3f (%.3f to %.3f)', auc, auc_low, auc_high) AS auc, strftime(since, '%Y-%m-%d') AS since, "by", because
FROM ({})"""
"""What is shown of marts.models; a warehouse that nobody reported on has no such view yet."""


def signed(command: Callable[..., object]) -> Callable[..., object]:
    """What every decision on a model takes."""
    by = click.option("--by", required=True, help="Who decides.")
    reason = click.option("--reason", required=True, help="Why.")
    return by(reason(house_option(click.pass_obj(command))))


@click.group(invoke_without_command=True)
@warehouse_option
@click.option("--json", "raw", is_flag=True, help="As JSON lines, with the whole reasons.")
@click.pass_context
def models(context: click.Context, warehouse: Path, raw: bool) -> None:  # noqa: FBT001 - a flag
    """List the risk models of the warehouse, and change which of them scores.

    MODEL is the hash of one, or its first letters, or `default` for the one that comes with the program.
    """
    context.obj = warehouse
    if context.invoked_subcommand:
        return
    from vetting.cli.explain import there
    from vetting.cli.show import as_json, as_table

    with there(warehouse) as house:
        frame = listed(house)
        one = _now(house)
    if raw:
        click.echo(as_json(frame), nl=False)
        return
    click.echo(as_table(frame.drop("because").fill_null(""), frame.height))
    for row in frame.drop_nulls("because").iter_rows(named=True):
        click.echo(plain(f"{row['model']} {row['state']} since {row['since']} by {row['by']}: {row['because']}"))
    click.echo(plain(f"It scores: {one}"))


def listed(house: Warehouse) -> pl.DataFrame:
    """A row per registered model, the last decided first."""
    (mart,) = (source for source in house.tree.sources("marts") if source.name == "models")
    return house.frame(SHOWN.format(mart.sql))


@models.command()
@click.argument("model")
@signed
def use(obj: Path, model: str, by: str, reason: str, warehouse: Path | None) -> None:
    """Let MODEL score from now on: appended, signed and dated; `vet models back` takes it back."""
    from vetting.cli.explain import there
    from vetting.score.registry import decide, recall, register
    from vetting.score.score import declared
    from vetting.signals import read_signals

    with there(warehouse or obj) as house:
        one, wanted = _now(house), _meant(house, model)
        before = one.model.fingerprint
        recall(house, wanted).refuse_strangers(declared(read_signals(house.tree)))
        if wanted == before:
            raise RefusalError(f"{wanted} scores already.", "vet models says since when and why.")
        register(house, one.model, one.kind, None)
        decide(house, wanted, "promoted", by=by, reason=reason, at=now(), against=before)
    click.echo(f"{wanted} scores from now on, in place of {before}; signed {by}.")


@models.command()
@signed
def back(obj: Path, by: str, reason: str, warehouse: Path | None) -> None:
    """Take the last promotion back, so that the model before it scores again. Nothing is deleted."""
    from vetting.cli.explain import there
    from vetting.score.registry import take_back

    with there(warehouse or obj) as house:
        withdrawn = take_back(house, by=by, reason=reason, at=now())
        again = _now(house)
    click.echo(f"{withdrawn} is withdrawn, signed {by}. It scores: {again}")


@models.command()
@click.argument("model")
@click.argument("file", type=PATH)
@house_option
@click.pass_obj
def export(obj: Path, model: str, file: Path, warehouse: Path | None) -> None:
    """Write MODEL to FILE, for another warehouse or to keep."""
    from vetting.cli.explain import there
    from vetting.score.registry import recall

    with there(warehouse or obj) as house:
        held = recall(house, _meant(house, model))
    try:
        held.save(file)
    except OSError as error:
        raise RefusalError(f"{file} can't be written: {error.strerror}.", "Name another file.") from error
    click.echo(f"Wrote {file}")


@models.command()
@click.argument("file", type=PATH)
@house_option
@click.pass_obj
def add(obj: Path, file: Path, warehouse: Path | None) -> None:
    """Register the model in FILE. It is refused unless it is a sound one of ours, and does not score by that alone."""
    from vetting.cli.explain import there
    from vetting.score.model import Model
    from vetting.score.registry import kind_of, register

    model = Model.load(file)
    with there(warehouse or obj) as house:
        register(house, model, kind_of(model), None)
    click.echo(f"{model.fingerprint} is registered. To let it score: vet models use {model.fingerprint}")


def plain(text: str) -> str:
    """Text that steers no terminal."""
    from vetting.cli.case import STEERING

    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def _now(house: Warehouse) -> Champion:
    from vetting.cli.scoring import champion_of

    house.set(as_of=now())
    return champion_of(house)


def _meant(house: Warehouse, name: str) -> str:
    """The hash of a registered model by its name; the shipped one is registered by being named."""
    from vetting.score.model import Model
    from vetting.score.registry import find, register
    from vetting.score.score import DEFAULT

    if name != DEFAULT_NAME:
        return find(house, name)
    shipped = Model.load(DEFAULT)
    register(house, shipped, "default", None)
    return shipped.fingerprint
