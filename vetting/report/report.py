"""From the warehouse to files: the shortlist, and a page and a JSON dossier per creator."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.errors import RefusalError
from vetting.report.context import Context
from vetting.report.dossier import dossier
from vetting.report.gather import gather
from vetting.report.lines import Line, lines
from vetting.report.model.labels import labelled
from vetting.report.proposals import keep
from vetting.report.propose import DECISIONS
from vetting.report.render import render_dossier, render_model, render_shortlist
from vetting.report.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vetting.briefs import Brief
    from vetting.runs import Run
    from vetting.settings import Settings
    from warehouse import Warehouse

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
MODEL = "model.html"
TAKEN = {"index", "model", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names of pages of ours, and those that Windows keeps for itself."""
QUARANTINE_SHOWN = 50
HEAVY = {"series", "evidence", "queries"}
"""What a shortlist does without."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Where the shortlist lies, and how the creators fared."""

    index: Path
    creators: int
    decisions: dict[str, int]
    lines: list[Line]


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
    gathered = gather(warehouse, run.lang, run_id=run.run_id)
    context = Context(run, gathered, gathered.signals, settings, words(run.lang), card, brief)
    listed, decisions = _dossiers(warehouse, out, context, progress), dict.fromkeys(DECISIONS, 0)
    for told in listed:
        decisions[told["recommendation"]["decision"]] += 1
    keep(warehouse, run, listed)
    _shortlist(warehouse, out, run, listed)
    return Reported(out / "index.html", len(listed), decisions, lines(listed))


def again(  # noqa: PLR0913 - as `report`
    warehouse: Warehouse,
    out: Path,
    *,
    run: Run,
    settings: Settings,
    card: dict[str, Any],
    brief: Brief | None = None,
    only: Sequence[str] | None = None,
    proposed_by: str | None = None,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> list[Path]:
    """Write what a finished run wrote of `only` these creators, of all with the shortlist; the dossiers' pages.

    The same bytes, where `run` is the same. Nothing is stored: what was proposed is kept by the run, whose id is
    `proposed_by` where `run` differs from it in language or brief.
    """
    warehouse.build_views("marts")
    gathered = gather(warehouse, run.lang, only, run_id=proposed_by or run.run_id)
    context = Context(run, gathered, gathered.signals, settings, words(run.lang), card, brief)
    listed = _dossiers(warehouse, out, context, progress)
    if only is None:
        _shortlist(warehouse, out, run, listed)
    return [out / told["page"] for told in listed]


def _dossiers(
    warehouse: Warehouse, out: Path, context: Context, progress: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Write the model's card and every gathered creator's pages; what the shortlist shows of each."""
    run, gathered = context.run, context.gathered
    writable(out)
    write(out / MODEL, render_model(labelled(context.card, context.signals, context.words), run.lang))
    names = page_names(warehouse.query("creators_seen")["creator_id"].to_list())
    listed = []
    for number, creator in enumerate(gathered.creators, 1):
        told = dossier(creator, context)
        page = names[creator["creator_id"]]
        write(out / f"{page}.json", written(told))
        write(out / f"{page}.html", render_dossier(told | {"model_page": MODEL}, run.lang))
        listed.append({key: value for key, value in told.items() if key not in HEAVY} | {"page": f"{page}.html"})
        progress(number, len(gathered.creators))
    return listed


def written(told: dict[str, Any]) -> str:
    """JSON with a line for each key. An indent throughout would cost more time than the page."""
    lines = (f"{json.dumps(key)}: {json.dumps(told[key], ensure_ascii=False, sort_keys=True)}" for key in sorted(told))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _shortlist(warehouse: Warehouse, out: Path, run: Run, listed: list[dict[str, Any]]) -> None:
    summary = _summary(warehouse, run, listed)
    write(out / "index.html", render_shortlist(listed, summary=summary, lang=run.lang))


def _summary(warehouse: Warehouse, run: Run, listed: list[dict[str, Any]]) -> dict[str, Any]:
    bad = warehouse.execute(
        "SELECT file, line, reason, count(*) OVER () FROM (SELECT DISTINCT file, line, reason FROM ops.quarantine) "
        "ORDER BY file, line, reason LIMIT ?",
        [QUARANTINE_SHOWN],
    )
    shares = warehouse.execute(
        "SELECT signal, avg(read) FROM (SELECT signal, creator_id, max((outcome = 'measured')::INTEGER) AS read "
        "FROM marts.readings GROUP BY ALL) GROUP BY signal ORDER BY signal"
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
    twice = {name for name, times in Counter(map(str.lower, creators)).items() if times > 1}
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
