"""Commands that bring data in and ask for it: `load`, `pull`, `sources`, `sql`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, warehouse_option
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("source", type=PATH, metavar="DIR|FILE")
@click.option("--map", "mapping", type=PATH, help="How to read a foreign FILE: a mapping, see docs/mapping.md.")
@warehouse_option
def load(source: Path, mapping: Path | None, warehouse: Path) -> None:
    """Bring a folder of exchange files, or a foreign FILE by its mapping, into the warehouse."""
    from vetting.cli.opening import load_folder, opened

    if mapping is None and source.is_file():
        raise RefusalError(
            f"{source.name} is a file, and no mapping says how to read it.",
            "Name one with --map (config/mappings/ holds examples), or give a folder of exchange files.",
        )
    with opened(warehouse) as house:
        if mapping is None:
            load_folder(house, source)
            return
        from vetting.load.translate import translate

        landing = house.scratch / "translated"
        landing.mkdir()
        translate(source, mapping, landing)
        load_folder(house, landing, source=f"map:{mapping.stem}")


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--landing", type=PATH, default="landing", show_default=True, help="Where landed files go.")
@warehouse_option
def pull(source: str, target: str, landing: Path, warehouse: Path) -> None:
    """Ask SOURCE (see `vet sources`) for TARGET, land what comes, and load it."""
    from vetting.cli.opening import load_folder, opened
    from vetting.pull.source import source_named

    folder = source_named(source).land(target, landing)
    with opened(warehouse) as house:
        load_folder(house, folder, source=source)


@click.command()
def sources() -> None:
    """List the sources that `vet pull` knows."""
    from vetting.pull.source import known_sources

    for name, source in sorted(known_sources().items()):
        click.echo(f"{name:<12} {source.about}")


@click.command()
@click.argument("query")
@warehouse_option
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--rows", default=100, show_default=True, help="Rows of a table that are shown.")
def sql(query: str, warehouse: Path, form: str, rows: int) -> None:
    """Ask the warehouse, read-only. Begin with: vet sql "FROM start_here"."""
    from vetting.cli.show import as_csv, as_json, as_table
    from warehouse import ask

    frame = ask(warehouse, query)
    if form == "table":
        click.echo(as_table(frame, rows))
    else:
        click.echo(as_csv(frame) if form == "csv" else as_json(frame), nl=False)
