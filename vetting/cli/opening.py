"""Opening a warehouse and filling it, with words on the way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from vetting.cli.options import folder_of_files, now, refuse_future, say
from vetting.errors import RefusalError
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from vetting.settings import Settings


FIRST_BAD = """SELECT file, line, reason FROM ops.quarantine
WHERE load_id > (SELECT max(load_id) FROM ops.loads) - ? ORDER BY load_id, line LIMIT 3"""


@contextmanager
def opened(path: Path) -> Iterator[Warehouse]:
    """A warehouse file for writing. One that was not there and was refused its first rows is not left behind."""
    fresh, loads = not path.exists(), 0
    if not path.parent.is_dir():
        raise RefusalError(f"{path.parent} is no folder.", "Make it, or name another file with --warehouse.")
    try:
        with Warehouse(path) as warehouse:
            try:
                yield warehouse
            finally:
                loads = warehouse.execute("SELECT count(*) FROM ops.loads")[0][0]
    except RefusalError:
        if fresh and not loads:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def passing(
    folder: Path, as_of: datetime | None, settings: Settings, *, everything: bool = False
) -> Iterator[Warehouse]:
    """A warehouse of one folder that lasts as long as the block; it spills to disk where memory ends.

    It is seen as of `as_of`, else of the last observation of the creators, or of `everything`, records included.
    """
    from pathlib import Path as AnyPath
    from tempfile import TemporaryDirectory

    refuse_future(as_of)
    folder_of_files(folder)
    with TemporaryDirectory(prefix="vetting-") as scratch, Warehouse(AnyPath(scratch) / "passing.duckdb") as warehouse:
        load_folder(warehouse, folder)
        stand(warehouse, moment(warehouse, as_of, everything=everything), settings)
        yield warehouse


def moment(warehouse: Warehouse, asked: datetime | None, *, everything: bool) -> datetime:
    """The asked time, or that of the last observation of the creators, or of `everything`; else as `choose_as_of`."""
    from vetting.runs import choose_as_of

    last = warehouse.execute(warehouse.tree.query("last_observation").sql)[0][0] if everything else None
    return choose_as_of(warehouse, asked or (last and min(last, now())), now())


@contextmanager
def made_up(
    folder: Path, as_of: datetime, *, source: str = "simulated", path: Path | None = None
) -> Iterator[Warehouse]:
    """A warehouse (in memory without a path) of a made-up world, loaded and seen as of its end. It reads no clock."""
    from vetting.load.load import load

    with Warehouse(path) as warehouse:
        load(warehouse, folder, source=source, loaded_at=as_of)
        stand(warehouse, as_of)
        yield warehouse


def stand(warehouse: Warehouse, as_of: datetime, settings: Settings | None = None) -> None:
    """Put a warehouse at a time, and under settings: the shipped ones unless others are given."""
    from vetting.settings import Settings as AnySettings

    warehouse.set(as_of=as_of)
    (settings or AnySettings.read()).apply(warehouse)


def load_folder(warehouse: Warehouse, folder: Path, source: str = "folder") -> None:
    """Load a folder and say what became of every row."""
    from vetting.load.load import load

    accounts = load(warehouse, folder, source=source, loaded_at=now(), progress=lambda file: say("load", file))
    for one in accounts:
        say("load", one)
        if one.ignored_columns:
            say("load", f"{one.file}: columns not in the contract, left out: {', '.join(one.ignored_columns)}")
    if any(one.quarantined for one in accounts):
        for file, line, reason in warehouse.execute(FIRST_BAD, [len(accounts)]):
            say("load", f"{file} line {line}: {reason}")
        say("load", f'all of them: vet sql "FROM ops.quarantine" --warehouse {warehouse.path}')


def write_parquet(warehouse: Warehouse, query: str, out: Path, **parameters: object) -> None:
    """Write a named read to a Parquet file, whole or not at all."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part = out.with_name(f".{out.name}.part")
        warehouse.query(query, **parameters).write_parquet(part)
        part.replace(out)
    except OSError as error:
        raise RefusalError(f"{out} can't be written: {error.strerror}.", "Name another file with --out.") from error
