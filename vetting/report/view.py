"""Everything that the dossier's template says, computed before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import accounts, controversies, findings, forms, judgement, tables
from vetting.report.answers import answers
from vetting.report.charts.timeline import timeline_chart
from vetting.report.dossier_shape import read_dossier
from vetting.report.pictures import pictures

if TYPE_CHECKING:
    from vetting.report.words import Words

UNSEEN = 3
"""So many sentences about what could not be seen stand on the first screen; the rest under Coverage."""


def dossier_view(given: dict[str, Any], words: Words) -> dict[str, Any]:
    """Turn a dossier into the variables of `dossier.html`."""
    dossier = read_dossier(given)
    listed = accounts.accounts(dossier, words)
    names = accounts.names(listed)
    affairs = controversies.numbered(dossier["conduct"])
    found = findings.collected(dossier)
    shown = findings.shown(found, _around(dossier, names, affairs), words)
    return {
        "d": dossier,
        "name": dossier["name"] or dossier["creator_id"] or words.texts["unknown"],
        "accounts": listed,
        "decision": judgement.decision(dossier["recommendation"], words),
        "because": _because(dossier, found, shown),
        "answers": answers(dossier, affairs, found, names, words),
        "risk": judgement.risk(dossier["risk"], words),
        "unseen": _unseen(dossier, words),
        "groups": _groups(found, shown),
        "pictures": pictures(dossier["series"], listed, words),
        "affairs": controversies.shown(affairs, words),
        "timeline": timeline_chart(
            [row for one in affairs for row in one["rows"]], forms.moment(dossier["as_of"]), words
        ),
        "tables": tables.signal_tables(dossier["signals"], listed, words),
        "glossary": tables.glossary(dossier["signals"]),
        "coverage": tables.coverage(dossier["coverage"], words),
        "silences": tables.silences(dossier["signals"], words),
    }


def _around(dossier: dict[str, Any], names: dict[str | None, str], affairs: list[dict[str, Any]]) -> findings.Around:
    return findings.Around(
        signals={(one["account_id"], one["signal"]): one for one in dossier["signals"]},
        accounts=names,
        affairs={one["affair"]: one["number"] for one in affairs},
        evidence=dossier["evidence"],
        queries=dossier["queries"],
    )


def _because(
    dossier: dict[str, Any],
    found: list[dict[str, Any]],
    shown: list[findings.Finding],
) -> list[findings.Finding]:
    """Give the findings that the recommendation rests on, in its own order."""
    places = {one["id"]: place for place, one in enumerate(found) if one["id"]}
    return [shown[places[one["id"]]] for one in dossier["recommendation"]["because"] if one["id"] in places]


def _groups(found: list[dict[str, Any]], shown: list[findings.Finding]) -> list[tuple[str, list[findings.Finding]]]:
    """Give the findings by kind; a kind that the page does not know stands last."""
    kinds = [one["kind"] if one["kind"] in findings.KINDS else "other" for one in found]
    pairs = list(zip(kinds, shown, strict=True))
    groups = [(kind, [one for own, one in pairs if own == kind]) for kind in (*findings.KINDS, "other")]
    return [(kind, inside) for kind, inside in groups if inside or kind in {"problem", "strength"}]


def _unseen(dossier: dict[str, Any], words: Words) -> tuple[list[str], int]:
    """Give the first sentences about what could not be seen, and how many more there are."""
    sentences = [*dossier["coverage"]["not_seen"], *tables.silent(dossier["signals"], words)]
    return sentences[:UNSEEN], max(0, len(sentences) - UNSEEN)
