"""The whole way: pull, load, measure, match, score, report. To run it: `python -m flows.vet DIR --out OUT`."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - Prefect reads the types of a flow's parameters when it runs
from pathlib import Path
from typing import Literal

from prefect import flow

from flows.artifacts import show_loads, show_report
from flows.command import command
from flows.load import load
from flows.match import match
from flows.measure import measure
from flows.pull import pull
from flows.refusals import only_sentences
from flows.report import report
from flows.runs import begin, finish, refuse_early
from flows.score import score
from vetting.settings import HOME

only_sentences()


@flow
def vet(  # noqa: PLR0913, PLR0917 - what a deployment may be told
    source: str,
    out: str,
    warehouse: str | None = None,
    as_of: datetime | None = None,
    lang: Literal["en", "fr"] = "en",
    config: str | None = None,
    brief: str | None = None,
) -> str:
    """Vet the creators of a folder of exchange files.

    Args:
        source: The folder.
        out: Where the reports go; made if absent.
        warehouse: The DuckDB file. Default: warehouse.duckdb in `out`.
        as_of: See nothing later than this (UTC). Default: the last observation.
        lang: Language of the reports, en or fr.
        config: A configuration folder in place of the shipped one.
        brief: A file that says what this partnership rules out, see config/briefs/.

    Returns:
        The path of the shortlist.
    """
    reports, house, settings = Path(out), Path(warehouse or Path(out) / "warehouse.duckdb"), Path(config or HOME)
    asked = Path(brief) if brief else None
    as_of = refuse_early(Path(source), reports, settings, as_of, asked)
    accounts = load(house, pull("folder", source, reports), "folder")
    show_loads(accounts)
    keys = begin(house, settings, as_of, lang, asked)
    measure(keys)
    match(keys)
    score(keys)
    made = report(keys, reports)
    show_report(made, keys, accounts, finish(keys))
    return str(made.index)


if __name__ == "__main__":
    command(vet, "python -m flows.vet")
