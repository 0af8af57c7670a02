"""From dossiers to pages: `render_dossier` of one creator, `render_shortlist` of all, `render_model` of the model."""

from __future__ import annotations

from typing import Any

from vetting.report.model_view import model_view
from vetting.report.page import write
from vetting.report.shortlist import shortlist_view
from vetting.report.view import dossier_view
from vetting.report.words import words

DOSSIER = ("common.css", "dossier.css", "charts.css", "signals.css", "print.css")
SHORTLIST = ("common.css", "shortlist.css", "print.css")
MODEL = ("common.css", "dossier.css", "charts.css", "model.css", "print.css")
"""The style sheets of each page, in order; `print.css` says what is other on paper."""


def render_dossier(dossier: dict[str, Any], lang: str) -> str:
    """Give the dossier as one self-contained HTML page in `lang`; refuses a language without a catalog.

    Every key may be missing or null: it is then shown as unknown. The same dossier gives the same bytes.
    """
    return write("dossier.html", lang, DOSSIER, None, dossier_view(dossier, words(lang)))


def render_shortlist(dossiers: list[dict[str, Any]], *, summary: dict[str, Any], lang: str) -> str:
    """Give the shortlist of all `dossiers` as one self-contained HTML page in `lang`.

    Each dossier names its own page under `page`, a file beside the shortlist; one that names none is not linked.
    `summary` says when, from which run, and what became of each row that was read.
    """
    view = shortlist_view(dossiers, summary, words(lang))
    return write("shortlist.html", lang, SHORTLIST, "shortlist.js", view)


def render_model(card: dict[str, Any], lang: str) -> str:
    """Give the model card as one self-contained HTML page in `lang`; every key may be missing or null."""
    return write("model.html", lang, MODEL, None, model_view(card, words(lang)))
