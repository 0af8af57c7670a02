"""From the warehouse to files: the shortlist, and a page and a JSON dossier per creator."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.errors import RefusalError
from vetting.report.context import Context
from vetting.report.dossier import dossier
from vetting.report.gather import gather
from vetting.report.model_labels import labelled
from vetting.report.proposals import keep
from vetting.report.render import render_dossier, render_model, render_shortlist
from vetting.report.words import words
from vetting.signals import read_signals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vetting.briefs import Brief
    from vetting.runs import Run
    from vetting.settings import Settings
    from warehouse import Warehouse

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
MODEL = "model.html"
TAKEN = {"index", "model"}
QUARANTINE_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Reported:
    """Where the shortlist lies, and how the creators fared."""

    index: Path
    creators: int
    decisions: dict[str, int]


def report(  # noqa: PLR0913 - a report is made of these
    warehouse: Warehouse,
    out: Path,
    *,
    run: Run,
    settings: Settings,
    card: dict[str, Any],
    brief: Brief | None = None,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> Reported:
    """Write `index.html`, `model.html`, `<creator>.html` and `<creator>.json` into `out`, each whole or not at all.

    `card` is the card of the model that scored, `brief` what rules a creator out. What was proposed is kept.
    """
    warehouse.build_views("marts")
    gathered, signals = gather(warehouse, run.lang), read_signals(warehouse.tree)
    context = Context(run, gathered, signals, settings, words(run.lang), card, brief)
    writable(out)
    write(out / MODEL, render_model(labelled(card, signals, context.words), run.lang))
    names = page_names([creator["creator_id"] for creator in gathered.creators])
    listed, decisions = [], dict.fromkeys(("proceed", "review", "decline"), 0)
    for number, creator in enumerate(gathered.creators, 1):
        told = dossier(creator, context)
        page = names[creator["creator_id"]]
        write(out / f"{page}.json", json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n")
        write(out / f"{page}.html", render_dossier(told | {"evidence": _counted(told), "model_page": MODEL}, run.lang))
        decisions[told["recommendation"]["decision"]] += 1
        listed.append({key: value for key, value in told.items() if key not in HEAVY} | {"page": f"{page}.html"})
        progress(number, len(gathered.creators))
    keep(warehouse, run, listed)
    summary = _summary(warehouse, run, listed)
    write(out / "index.html", render_shortlist(listed, summary=summary, lang=run.lang))
    return Reported(out / "index.html", len(listed), decisions)


def _counted(told: dict[str, Any]) -> dict[str, Any]:
    """Evidence with the number of all rows that a finding stands on, of which the first are listed."""
    basis = {f"{row['signal']}:{row['account_id']}": row["basis"] for row in told["signals"]}
    return {
        name: {"total": max(len(rows), basis.get(name, 0)), "rows": rows} for name, rows in told["evidence"].items()
    }


HEAVY = {"series", "evidence", "queries"}


def _summary(warehouse: Warehouse, run: Run, listed: list[dict[str, Any]]) -> dict[str, Any]:
    bad = warehouse.execute(
        "SELECT file, line, reason, count(*) OVER () FROM (SELECT DISTINCT file, line, reason FROM ops.quarantine) "
        "ORDER BY file, line, reason LIMIT ?",
        [QUARANTINE_SHOWN],
    )
    shares = warehouse.execute(
        "SELECT signal, avg((outcome = 'measured')::INTEGER) FROM marts.readings GROUP BY signal ORDER BY signal"
    )
    return {
        "as_of": run.seen_until,
        "run_id": run.run_id,
        "model_page": MODEL,
        "made_up": any(told["made_up"] for told in listed),
        "creators": len(listed),
        "loads": warehouse.query("load_account").to_dicts(),
        "quarantine": [{"file": row[0], "line": row[1], "reason": row[2]} for row in bad],
        "quarantine_total": bad[0][3] if bad else 0,
        "measured_share": dict(shares),
    }


def page_names(creators: list[str]) -> dict[str, str]:
    """A file name for every creator, safe on any file system: a plain id is its own; others carry a hash."""
    lower = [creator.lower() for creator in creators]
    twice = {name for name in lower if lower.count(name) > 1} if len(set(lower)) < len(lower) else set()
    return {creator: _page_name(creator, twice) for creator in creators}


def _page_name(creator: str, twice: set[str]) -> str:
    if PLAIN.fullmatch(creator) and creator.lower() not in TAKEN | twice:
        return creator
    kept = re.sub(r"[^A-Za-z0-9_-]+", "-", creator)[:40].strip("-")
    return f"{kept or 'creator'}-{hashlib.sha256(creator.encode()).hexdigest()[:12]}"


def writable(out: Path) -> None:
    """Raise RefusalError unless files can be written into `out`, which is made if it isn't there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise RefusalError(f"{out} can't be written: {error.strerror}.", "Name another folder with --out.") from error


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
