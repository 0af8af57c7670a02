"""The steps that are timed, each in a process of its own: `python -m bench.steps STEP FOLDER` prints its cost."""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from vetting.cli.opening import stand
from vetting.load.load import load
from vetting.measure.measure import measure
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable

AS_OF = datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
READ = {
    "posts": "post_id, account_id, posted_at, kind, text, paid_partnership, likes, comments, shares, views, "
    "observed_at",
    "follower_snapshots": "account_id, observed_at, followers, following",
    "comments": "comment_id, post_id, author_id, posted_at, text, in_reply_to",
}
"""The stored columns that facts and signals read."""
PATTERN = r"#ad\b|#sponsored|paid partnership|gifted by|#partenariat"


def bare_load(folder: Path, reader: str, name: str) -> None:
    """CREATE TABLE AS of the posts, into a file: what loading costs at the least. It checks and counts nothing."""
    with duckdb.connect(str(folder / f"bare_{name}.duckdb")) as connection:
        connection.execute(f"CREATE OR REPLACE TABLE posts AS FROM {reader}('{folder / name}/posts.{name}')")


def ours_load(folder: Path, name: str) -> None:
    """`vet load` of the same file into a new warehouse."""
    with Warehouse(folder / f"ours_{name}.duckdb") as house:
        load(house, folder / name, source="bench", loaded_at=AS_OF)


def fill(folder: Path, landed: str, house: str) -> None:
    """Not timed: load a folder into the warehouse that the next steps read."""
    with Warehouse(folder / f"{house}.duckdb") as opened:
        load(opened, folder / landed, source="bench", loaded_at=AS_OF)


def bare_pattern(folder: Path) -> None:
    """One pattern over the texts of ten million posts: what they cost at the least."""
    with duckdb.connect() as connection:
        posts = f"read_parquet('{folder / 'many'}/posts.parquet')"
        connection.execute(f"SELECT count(*) FROM {posts} WHERE regexp_matches(text, $1)", [PATTERN]).fetchall()


def bare_scan(folder: Path) -> None:
    """Every stored column that the signals read, once."""
    summed = {"VARCHAR": "sum(strlen({}))", "TIMESTAMP": "sum(epoch_us({}))", "BOOLEAN": "sum({}::INTEGER)"}
    with duckdb.connect(str(folder / "whole.duckdb"), read_only=True) as connection:
        for table, columns in READ.items():
            kinds = {row[0]: row[1] for row in connection.execute(f"DESCRIBE stored.{table}").fetchall()}
            # Sums, because DuckDB answers a maximum from its statistics without a look at the rows.
            sums = ", ".join(summed.get(kinds[c], "sum({})").format(c) for c in columns.split(", "))
            connection.execute(f"SELECT {sums} FROM stored.{table}").fetchall()


def ours_measure(folder: Path, name: str) -> None:
    """`measure`: facts, estimates, every signal, places among peers, stored."""
    with Warehouse(folder / f"{name}.duckdb") as house:
        stand(house, AS_OF)
        measure(house)


STEPS: dict[str, Callable[[Path], None]] = {
    "bare load parquet": lambda folder: bare_load(folder, "read_parquet", "parquet"),
    "vet load parquet": lambda folder: ours_load(folder, "parquet"),
    "bare load jsonl": lambda folder: bare_load(folder, "read_json", "jsonl"),
    "vet load jsonl": lambda folder: ours_load(folder, "jsonl"),
    "fill": lambda folder: fill(folder, "world", "whole"),
    "bare scan": bare_scan,
    "vet measure": lambda folder: ours_measure(folder, "whole"),
    "fill many": lambda folder: fill(folder, "many", "many"),
    "bare pattern": bare_pattern,
    "measure 10 M posts": lambda folder: ours_measure(folder, "many"),
    "fill few": lambda folder: fill(folder, "few", "many"),
    "measure 1 % again": lambda folder: ours_measure(folder, "many"),
}


def main() -> None:
    """Run one step and print what it cost: seconds of CPU and of the clock, and peak memory in MB."""
    step, folder = STEPS[sys.argv[1]], Path(sys.argv[2])
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    step(folder)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sys.stdout.write(json.dumps({"cpu": cpu, "wall": wall, "peak_mb": peak_mb()}) + "\n")


def peak_mb() -> int:
    """Peak resident memory of this process. Linux counts a parent's into `ru_maxrss`, not into `VmHWM`."""
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(kilobytes) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20


if __name__ == "__main__":
    main()
