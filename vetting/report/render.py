"""From dossiers to pages: `render_dossier` of one creator, `render_shortlist` of all, `render_model` of the model."""

from __future__ import annotations

from typing import Any

from vetting.report.extent import EXTENTS, MAILABLE, Extent
from vetting.report.model.view import model_view
from vetting.report.page import write
from vetting.report.running import dossier_title, running
from vetting.report.shortlist.view import shortlist_view
from vetting.report.view import dossier_view
from vetting.report.words import words

DOSSIER = ("common.css", "dossier.css", "charts.css", "signals.css", "since.css", "print.css")
SHORTLIST = ("common.css", "shortlist.css", "print.css")
MODEL = ("common.css", "dossier.css", "charts.css", "model.css", "print.css")
"""The style sheets of each page, in order; `print.css` says what is other on paper."""
PARTS = ("data", "csv", "zip", "xlsx", "compare", "find", "picks")
SHORTLIST_SCRIPT = (*(f"shortlist/{part}.js" for part in PARTS), "shortlist.js")
"""The scripts of the shortlist, in order."""


def render_dossier(dossier: dict[str, Any], lang: str) -> str:
    """Give the dossier as one self-contained HTML page in `lang`; refuses a language without a catalog.

    Every key may be missing or null: it is then shown as unknown. The same dossier gives the same bytes. A page too
    long to be mailed shows less, and says so.
    """
    for extent in EXTENTS:
        page = _dossier(dossier, extent, lang)
        if len(page.encode()) <= MAILABLE:
            break
    return page


def _dossier(dossier: dict[str, Any], extent: Extent, lang: str) -> str:
    own = words(lang)
    view = dossier_view(dossier, extent, own)
    sheets = running(dossier_title(view["name"], own), view["d"]["as_of"], view["d"]["run_id"], own)
    return write("dossier.html", lang, DOSSIER, ("dossier.js",), view, running=sheets)


def render_shortlist(dossiers: list[dict[str, Any]], *, summary: dict[str, Any], lang: str) -> str:
    """Give the shortlist of all `dossiers` as one self-contained HTML page in `lang`.

    Each dossier names its own page under `page`, a file beside the shortlist; one that names none is not linked.
    `summary` says when, from which run, and what became of each row that was read.
    """
    own = words(lang)
    view = shortlist_view(dossiers, summary, own)
    sheets = running(own.say("shortlist.title"), view["s"]["as_of"], view["s"]["run_id"], own)
    return write("shortlist.html", lang, SHORTLIST, SHORTLIST_SCRIPT, view, running=sheets)


def render_model(card: dict[str, Any], lang: str) -> str:
    """Give the model card as one self-contained HTML page in `lang`; every key may be missing or null."""
    own = words(lang)
    view = model_view(card, own)
    sheets = running(f"{own.say('model.kicker')} · {view['name']}", view["m"]["as_of"], None, own)
    return write("model.html", lang, MODEL, None, view, running=sheets)
