"""From a landed folder to stored tables: whole or not at all, every row accounted for."""

from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING

from vetting.errors import RefusalError
from vetting.load.cast import ignored, staging
from vetting.load.lines import place_csv_rows, place_jsonl_rows, quarantine_rejected
from vetting.load.read import Reading, read
from vetting.load.store import STAGED, Account, any_bad, find_twins, merge, quarantine, refuse_contradictions
from vetting.records import SUFFIXES, TABLES, landed_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vetting.records import Landed
    from warehouse import Warehouse


def load(
    warehouse: Warehouse,
    folder: Path,
    *,
    source: str,
    loaded_at: datetime,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Account]:
    """Load every exchange file of a folder in one transaction; an account per file.

    Raises RefusalError, and changes nothing, where the folder holds no exchange file or one can't be read as a whole.
    """
    if not folder.is_dir():
        raise RefusalError(f"{folder} is no folder.", "Name a folder with exchange files, such as accounts.csv.")
    files = landed_files(folder)
    for one, other in itertools.pairwise(files):
        if one.table == other.table:
            raise RefusalError(
                f"{folder} holds {one.path.name} and {other.path.name}.", "Keep one, or load them from two folders."
            )
    if not files:
        raise RefusalError(
            f"{folder} holds no exchange file.",
            f"Expected at least one of {', '.join(TABLES)} as {', '.join(SUFFIXES)} (see docs/exchange.md).",
        )
    readings = [(landed, read(warehouse, landed)) for landed in files]
    accounts = []
    with warehouse.transaction():
        for landed, reading in readings:
            progress(landed.path.name)
            accounts.append(_load_file(warehouse, landed, reading, source=source, loaded_at=loaded_at))
    return accounts


def _load_file(warehouse: Warehouse, landed: Landed, reading: Reading, *, source: str, loaded_at: datetime) -> Account:
    table = landed.table
    load_id = warehouse.execute("SELECT coalesce(max(load_id), 0) + 1 FROM ops.loads")[0][0]
    with warehouse.refusing(f"{landed.path.name} can't be read to its end", "Write the file again."):
        warehouse.execute(f"CREATE OR REPLACE TEMP TABLE {STAGED} AS {staging(table, reading)}")
    find_twins(warehouse, table)
    _place(warehouse, landed)
    refuse_contradictions(warehouse, table)
    rejects = quarantine_rejected(warehouse, landed, load_id) if landed.form == ".csv" else 0
    staged = warehouse.execute(f"SELECT count(*) FROM {STAGED}")[0][0]
    file = _name(warehouse, landed)
    bad = quarantine(warehouse, table, file, load_id)
    loaded = merge(warehouse, table, load_id)
    account = Account(
        table.name,
        file,
        staged + rejects,
        loaded,
        staged - bad - loaded,
        bad + rejects,
        tuple(ignored(table, reading)),
    )
    _record(warehouse, account, load_id, source, _sha256(landed.path), loaded_at)
    return account


def _place(warehouse: Warehouse, landed: Landed) -> None:
    """See that bad rows say the line on which they stand; in most files there are none."""
    if landed.form == ".csv":
        place_csv_rows(warehouse, landed)
    elif landed.form == ".jsonl" and any_bad(warehouse):
        place_jsonl_rows(warehouse, landed)


def _name(warehouse: Warehouse, landed: Landed) -> str:
    """The file's name; of a translated one, that of the file that it was made from."""
    translated = warehouse.execute(f"SELECT min(_file) FROM {STAGED}")[0][0]
    return str(translated or landed.path.name)


def _record(
    warehouse: Warehouse, account: Account, load_id: int, source: str, sha256: str, loaded_at: datetime
) -> None:
    warehouse.execute(
        "INSERT INTO ops.loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            load_id,
            source,
            account.table,
            account.file,
            sha256,
            account.read,
            account.loaded,
            account.already_there,
            account.quarantined,
            list(account.ignored_columns),
            loaded_at,
        ],
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
