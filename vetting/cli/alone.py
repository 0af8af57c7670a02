"""Commands that need no warehouse: `measure`, `screen`, `simulate`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from vetting.cli.options import (
    PATH,
    as_of_option,
    config_option,
    folder_of_files,
    lang_option,
    refuse_future,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from vetting.settings import Settings
    from warehouse import Warehouse


@click.command()
@click.argument("folder", type=PATH, metavar="DIR")
@click.option("--out", type=PATH, required=True, help="The Parquet file of readings.")
@as_of_option
@config_option
def measure(folder: Path, out: Path, as_of: datetime | None, config: Path | None) -> None:
    """Measure every account of DIR and write its readings; no warehouse is kept."""
    from vetting.cli.opening import passing, write_parquet
    from vetting.measure.measure import measure as measure_room
    from vetting.settings import HOME, Settings

    with passing(folder, as_of, Settings.read(config or HOME)) as house:
        measured = measure_room(house, progress=lambda what: say("measure", what))
        write_parquet(house, "measured_readings", out)
    say("measure", measured)
    click.echo(f"Wrote {out}")


@click.command()
@click.argument("folder", type=PATH, metavar="DIR")
@click.option("--out", type=PATH, required=True, help="The Parquet file of matches.")
@click.option("--index", type=PATH, help="A warehouse to keep: opened or made, it matches what is new and no more.")
@as_of_option
@lang_option
@config_option
def screen(folder: Path, out: Path, index: Path | None, as_of: datetime | None, lang: str, config: Path | None) -> None:
    """Hold the creators of DIR against its records and write who may be meant.

    No warehouse is kept, unless --index names one: DIR is loaded into it, and all that it holds is matched. Without
    --as-of everything is seen, records observed after the creators included.
    """
    from vetting.cli.opening import passing, write_parquet
    from vetting.match.match import match
    from vetting.settings import HOME, Settings

    settings = Settings.read(config or HOME)
    opened_for = kept(index, folder, as_of, settings) if index else passing(folder, as_of, settings, everything=True)
    with opened_for as house:
        matched, review = match(house, progress=lambda what: say("match", what))
        write_parquet(house, "screened_matches", out, lang=lang)
    say("match", f"{matched:,} matches, {review:,} to review")
    click.echo(f"Wrote {out}")


@contextmanager
def kept(index: Path, folder: Path, as_of: datetime | None, settings: Settings) -> Iterator[Warehouse]:
    """A warehouse file, made if absent, into which the folder was loaded."""
    from vetting.cli.opening import load_folder, moment, opened, stand

    refuse_future(as_of)
    folder_of_files(folder)
    with opened(index) as house:
        load_folder(house, folder)
        stand(house, moment(house, as_of, everything=True), settings)
        yield house


@click.command()
@click.argument("out", type=PATH)
@click.option("--creators", default=72, show_default=True, help="How many.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same world.")
@click.option(
    "--days",
    default=400,
    show_default=True,
    help="How long its history is; from 730 on it holds past decisions to train on, such as 1100.",
)
@click.option("--fraud", default=0.35, show_default=True, help="The share of creators with an inflated account, 0-1.")
@click.option(
    "--style",
    type=click.Choice(["typical", "drawn"]),
    default="typical",
    show_default=True,
    help="drawn: the seed also draws how audiences, platforms and cheats behave, and what partnerships fail of.",
)
def simulate(out: Path, creators: int, seed: int, days: int, fraud: float, style: str) -> None:
    """Make up a world of creators in the exchange format in OUT, with its truth beside it in OUT_truth."""
    from vetting.simulate.world import simulate as make_up

    say("simulate", make_up(out, creators=creators, seed=seed, days=days, fraud=fraud, style=style))
    click.echo(f"Wrote {out}")
