"""`vet score`: scores from what was measured and matched already; and which model scores, for whoever runs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, Moment, config_option, say, warehouse_option
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vetting.score.model import Model
    from vetting.score.registry import Champion
    from warehouse import Warehouse


def champion_of(house: Warehouse) -> Champion:
    """The model that scores at the warehouse's as_of, with the signals that are declared now."""
    from vetting.score.registry import champion
    from vetting.score.score import declared
    from vetting.signals import read_signals

    return champion(house, declared(read_signals(house.tree)))


def chosen(house: Warehouse, tell: Callable[[str, object], None] = say) -> Champion:
    """The champion at the warehouse's as_of, registered from now on; says which model that is and why."""
    return settled(house, champion_of(house), tell)


def settled(house: Warehouse, one: Champion, tell: Callable[[str, object], None] = say) -> Champion:
    """Register the model that scores, and say which one it is."""
    from vetting.score.registry import register

    register(house, one.model, one.kind, None)
    tell("score", one)
    return one


def of_run(house: Warehouse, fingerprint: str) -> Champion:
    """The model that a run began with, by whose word, and why not another, as far as that still holds."""
    from vetting.score.registry import Champion, decision_on, kind_of, recall

    one = champion_of(house)
    if one.model.fingerprint == fingerprint:
        return one
    model = recall(house, fingerprint)
    return Champion(model, kind_of(model), decision_on(house, fingerprint))


@click.command()
@warehouse_option
@click.option("--as-of", type=Moment(), help="Which measuring to score (UTC).  [default: the last one]")
@click.option("--out", type=PATH, help="A Parquet file for the scores, beside the warehouse's own table.")
@click.option("--model", "file", type=PATH, help="A model file in place of the champion; it is registered.")
@config_option
def score(warehouse: Path, as_of: datetime | None, out: Path | None, file: Path | None, config: Path | None) -> None:
    """Score what was measured and matched in the warehouse, and nothing else: no file is read, nothing is measured.

    The champion scores, see `vet models`.
    """
    from vetting.cli.explain import there
    from vetting.cli.opening import stand, write_parquet
    from vetting.score.model import Model
    from vetting.score.registry import Champion, kind_of
    from vetting.score.score import score as room
    from vetting.settings import HOME, Settings

    settings, given = Settings.read(config or HOME), Model.load(file) if file else None
    with there(warehouse) as house:
        stand(house, to_score(house, as_of), settings)
        one = Champion(given, kind_of(given), None) if given else champion_of(house)
        refuse_unfit(house, one.model)
        scored = room(house, settings, settled(house, one).model)
        say("score", f"{scored:,} creators scored as of {house.as_of:%Y-%m-%d %H:%M}")
        if out:
            write_parquet(house, "scores_given", out)
            click.echo(f"Wrote {out}")


def measured_at(house: Warehouse) -> datetime | None:
    """As of when the facts and readings in the warehouse are; None where nothing was measured, or not to its end."""
    if not house.execute("SELECT 1 FROM information_schema.tables WHERE table_schema = 'facts' AND table_name = 'now'"):
        return None
    last = house.execute("SELECT as_of FROM facts.now SEMI JOIN stored.readings USING (as_of)")
    return last[0][0] if last else None


def to_score(house: Warehouse, asked: datetime | None) -> datetime:
    """As of when to score. Raises RefusalError where nothing was measured then, or something else was since."""
    last = measured_at(house)
    if last is None:
        raise RefusalError(f"Nothing was measured in {house.path} yet.", "Do it first: vet run DIR.")
    if asked and asked != last:
        raise RefusalError(
            f"The warehouse was last measured as of {last:%Y-%m-%d %H:%M}, not {asked:%Y-%m-%d %H:%M}.",
            "Leave --as-of out, or measure as of then: vet run DIR --as-of.",
        )
    return last


def refuse_unfit(house: Warehouse, model: Model) -> None:
    """Raise RefusalError where a signal that the model reads is declared otherwise now, or was not measured at all."""
    from vetting.score.score import CONTROVERSIES, declared
    from vetting.signals import read_signals

    model.refuse_strangers(declared(read_signals(house.tree)))
    known = {CONTROVERSIES, *house.query("signals_measured")["signal"]}
    lacking = sorted(set(model.features) - known)
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise RefusalError(
            f"The model reads the signal {lacking[0]}{more}, not measured as of {house.as_of:%Y-%m-%d %H:%M}.",
            "Measure again: vet run DIR.",
        )
