"""The run whose readings, matches and scores a warehouse holds, and whether its reports can be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from vetting.briefs import Brief
    from vetting.runs import Run
    from vetting.settings import Settings
    from warehouse import Warehouse

LAST = """SELECT data, config, code, model, lang, finished_at FROM ops.runs
WHERE as_of = getvariable('as_of') ORDER BY started_at DESC LIMIT 1"""
SCORED_BY = "SELECT DISTINCT model FROM stored.scores WHERE as_of = getvariable('as_of')"


def last_run(house: Warehouse, settings: Settings, brief: Brief | None) -> Run:
    """The last run as of the warehouse's as_of, if what it made stands there unchanged.

    RefusalError where it did not end, where data, program, settings or model are others now, and for another brief:
    a brief may be added to a run without one, since it changes nothing but the report.
    """
    from vetting.runs import Run, code_fingerprint

    found = house.execute(LAST)
    if not found:
        raise _refusal(house, "No run has reported")
    data, config, code, model, lang, finished = found[0]
    run = Run(house.as_of, data, config, code, model, lang)
    if not finished:
        raise _refusal(house, f"The run {run.run_id} did not end")
    if code != code_fingerprint():
        raise _refusal(house, f"The run {run.run_id} was made by another version of this program")
    if data != house.execute(house.tree.query("data_fingerprint").sql)[0][0]:
        raise _refusal(house, f"Rows have come in since the run {run.run_id}")
    if {model} != {row[0] for row in house.execute(SCORED_BY)} | {model}:
        raise _refusal(house, f"Another model has scored since the run {run.run_id}")
    refuse_other_settings(run, settings, brief)
    return run


def refuse_other_settings(run: Run, settings: Settings, brief: Brief | None) -> None:
    """Raise RefusalError where a run was made with other settings, or with another brief."""
    from vetting.briefs import configured

    if run.config not in {settings.fingerprint, configured(settings.fingerprint, brief)}:
        raise RefusalError(
            f"The run {run.run_id} was made with other settings or with another brief.",
            "Name them with --config and --brief, or run it anew: vet run DIR.",
        )


def _refusal(house: Warehouse, what: str) -> RefusalError:
    return RefusalError(
        f"{what}, as of {house.as_of:%Y-%m-%d %H:%M}.",
        f"Run it anew: vet run DIR --as-of {house.as_of:%Y-%m-%dT%H:%M:%S} --warehouse {house.path}.",
    )
