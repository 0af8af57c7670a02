"""`python -m bench.pages`: what pages cost to write and to open, of a made-up world; `make bench` ends with it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from playwright.sync_api import sync_playwright

from vetting.errors import RefusalError
from vetting.report.pdf import chromium, print_pages
from vetting.report.render import render_dossier, render_shortlist
from vetting.report.report import HEAVY
from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

AS_OF = datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
LISTED = 2000
PAINTED = "() => new Promise((told) => requestAnimationFrame(() => setTimeout(() => told(performance.now()), 0)))"
"""Milliseconds since the page was asked for, once what it shows now is painted."""
SORT = """
async (place) => {
  const start = performance.now();
  document.querySelectorAll("#list thead button")[place].click();
  await new Promise((told) => requestAnimationFrame(() => setTimeout(told, 0)));
  return performance.now() - start;
}
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    value: float
    unit: str
    target: str = ""

    def __str__(self) -> str:
        """As it is printed."""
        digits = 0 if self.value >= 100 else 1 if self.value >= 10 else 2  # noqa: PLR2004 - three figures
        return f"{self.what:<64}{self.value:>8,.{digits}f} {self.unit:<6}{self.target}".rstrip()


def vet(*arguments: object) -> float:
    """Run the command line as a user would; the seconds that it took."""
    start = time.perf_counter()
    command = [sys.executable, "-c", "from vetting.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own module
    if done.returncode:
        raise click.ClickException(done.stderr)
    return time.perf_counter() - start


def written(out: Path) -> list[Path]:
    """The dossiers' pages, in the order in which they were written."""
    pages = [page for page in out.glob("*.html") if page.with_suffix(".json").exists()]
    return sorted(pages, key=lambda page: page.stat().st_mtime_ns)


def writing(folder: Path, creators: int) -> Iterator[Figure]:
    """Vet a world, then write its dossiers again in the other language."""
    simulate(folder / "world", creators=creators, seed=7)
    vet("run", folder / "world", "--out", folder / "en", "--as-of", f"{AS_OF:%Y-%m-%d}")
    house = folder / "en" / "warehouse.duckdb"
    seconds = vet("report", "--all", "--warehouse", house, "--out", folder / "fr", "--lang", "fr")
    yield Figure(f"vet report --all, {creators} creators, from start to end", seconds, "s")
    for lang in ("en", "fr"):
        pages = written(folder / lang)
        span = (pages[-1].stat().st_mtime_ns - pages[0].stat().st_mtime_ns) / 1e9
        yield Figure(f"dossiers written a second (JSON and HTML), {lang}", (len(pages) - 1) / span, "/s", "10 or more")


def rendering(dossiers: list[dict[str, Any]]) -> Iterator[Figure]:
    """The pages alone, from their JSON."""
    for lang in ("en", "fr"):
        render_dossier(dossiers[0], lang)
        start = time.process_time()
        sizes = [len(render_dossier(one, lang).encode()) / 1000 for one in dossiers]
        yield Figure(f"pages rendered a second of one core, {lang}", len(sizes) / (time.process_time() - start), "/s")
        yield Figure(f"a page, {lang}: median", statistics.median(sizes), "kB")
        yield Figure(f"a page, {lang}: largest", max(sizes), "kB", "less than 200")


def read(out: Path) -> list[dict[str, Any]]:
    """The dossiers as the page takes them."""
    told = [json.loads(page.with_suffix(".json").read_text("utf-8")) for page in sorted(written(out))]
    return [one | {"evidence": {name: {"rows": rows} for name, rows in one["evidence"].items()}} for one in told]


def shortlist(dossiers: list[dict[str, Any]], path: Path) -> Figure:
    """Write a shortlist of many creators: those that there are, again and again under other names."""
    light = [{key: value for key, value in one.items() if key not in HEAVY} for one in dossiers]
    rows = []
    for number in range(LISTED):
        one = light[number % len(light)]
        rows.append(one | {"creator_id": f"c{number}", "name": f"{one['name']} {number}", "page": f"c{number}.html"})
    summary = {"as_of": f"{AS_OF:%Y-%m-%dT%H:%M:%SZ}", "run_id": "bench", "creators": LISTED, "made_up": True}
    path.write_text(render_shortlist(rows, summary=summary, lang="en"), encoding="utf-8")
    return Figure(f"a shortlist of {LISTED:,} creators", path.stat().st_size / 1000, "kB")


def opened(page: Page, path: Path) -> float:
    """Milliseconds until a file is open and painted."""
    page.goto(path.as_uri())
    told: float = page.evaluate(PAINTED)
    return told


def browsing(shortlisted: Path, dossier: Path) -> Iterator[Figure]:
    """What a reader waits for, in Chromium: each the median of five."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        opened(page, dossier)
        yield Figure("a dossier opens", statistics.median([opened(page, dossier) for _ in range(5)]), "ms")
        opens = [opened(page, shortlisted) for _ in range(5)]
        sorts = [float(page.evaluate(SORT, place)) for place in (0, 2, 2, 3, 6)]
        browser.close()
    yield Figure("it opens", statistics.median(opens), "ms")
    yield Figure("it sorts", statistics.median(sorts), "ms")
    yield Figure("it opens and sorts, at worst", max(opens) + max(sorts), "ms", "less than 1,000")


def printing(dossier: Path) -> Figure:
    """One page to PDF, Chromium's start included."""
    start = time.perf_counter()
    print_pages([dossier], AS_OF)
    return Figure("a dossier to PDF", time.perf_counter() - start, "s")


def figures(folder: Path, creators: int) -> Iterator[Figure]:
    """All of them, one after the other."""
    yield from writing(folder, creators)
    dossiers = read(folder / "fr")
    yield from rendering(dossiers)
    yield shortlist(dossiers, folder / "shortlist.html")
    largest = max(written(folder / "fr"), key=lambda page: page.stat().st_size)
    try:
        yield from browsing(folder / "shortlist.html", largest)
        yield printing(largest)
    except RefusalError as lacking:
        click.echo(f"not measured: {lacking.what}")


def print_figures(creators: int) -> None:
    """Print the table, line by line as it is measured."""
    click.echo(
        f"Pages of {creators:,} made-up creators (simulated), {os.cpu_count()} cores; at the right what is asked.\n"
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        for figure in figures(Path(scratch), creators):
            click.echo(str(figure))


@click.command()
@click.option("--creators", default=72, show_default=True, help="Of the made-up world.")
def main(creators: int) -> None:
    """Time writing and opening pages."""
    print_figures(creators)


if __name__ == "__main__":
    main()
