"""Everything that the dossier's template says, computed before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import accounts, controversies, findings, forms, judgement, tables
from vetting.report.answers import answers
from vetting.report.charts.timeline import timeline_chart
from vetting.report.covered import covered, parts, unseen
from vetting.report.dossier_shape import read_dossier
from vetting.report.judgement import rules
from vetting.report.pictures import pictures
from vetting.report.reasons import reasons
from vetting.report.since.view import since_view

if TYPE_CHECKING:
    from vetting.report.extent import Extent
    from vetting.report.words import Words


def dossier_view(given: dict[str, Any], extent: Extent, words: Words) -> dict[str, Any]:
    """Turn a dossier into the variables of `dossier.html`, as much of it as `extent` says."""
    dossier = read_dossier(given)
    listed = accounts.accounts(dossier, words)
    names, short = accounts.names(listed), accounts.short_names(listed)
    affairs = controversies.numbered(dossier["conduct"])
    found = findings.collected(dossier)
    shown = findings.shown(found, _around(dossier, names, affairs), extent.rows, words)
    anchors = {
        (one["account_id"], one["signal"]): told.anchor for one, told in zip(found, shown, strict=True) if one["signal"]
    }
    listing = tables.signal_tables(dossier["signals"], listed, anchors, extent.readings, words)
    return {
        "d": dossier,
        "name": dossier["name"] or dossier["creator_id"] or words.texts["unknown"],
        "accounts": listed,
        "decision": judgement.decision(dossier["recommendation"], dossier["creator_id"], words),
        "reasons": reasons(dossier, found, shown, short, words),
        "answers": answers(dossier, affairs, found, short, words),
        "risk": judgement.risk(dossier["risk"], words),
        "unseen": unseen(dossier, short, words),
        "groups": _groups(found, shown),
        "pictures": pictures(dossier, listed[: extent.accounts], affairs, words),
        "affairs": controversies.shown(affairs, words),
        "timeline": timeline_chart(
            [row for one in affairs for row in one["rows"]], forms.moment(dossier["as_of"]), words
        ),
        "tables": listing,
        "glossary": tables.glossary(dossier["signals"], listing, anchors),
        "coverage": covered(dossier["coverage"], names, words),
        "silences": [
            *tables.silences(dossier["signals"], words),
            *dossier["coverage"]["not_seen"],
            *parts(dossier["coverage"], names, words),
            *filter(None, [dossier["coverage"]["brief"]]),
        ],
        "rules": rules(dossier["bounds"], words),
        "since": since_view(dossier, names, {one["id"]: shown[at].anchor for at, one in enumerate(found)}, words),
    }


def _around(dossier: dict[str, Any], names: dict[str | None, str], affairs: list[dict[str, Any]]) -> findings.Around:
    return findings.Around(
        signals={(one["account_id"], one["signal"]): one for one in dossier["signals"]},
        accounts=names,
        affairs={one["affair"]: one["number"] for one in affairs},
        evidence=dossier["evidence"],
        queries=dossier["queries"],
        totals=dossier["totals"],
    )


def _groups(found: list[dict[str, Any]], shown: list[findings.Finding]) -> list[tuple[str, list[findings.Finding]]]:
    """Give the findings by kind; a kind that the page does not know stands last."""
    kinds = [one["kind"] if one["kind"] in findings.KINDS else "other" for one in found]
    pairs = list(zip(kinds, shown, strict=True))
    groups = [(kind, [one for own, one in pairs if own == kind]) for kind in (*findings.KINDS, "other")]
    return [(kind, inside) for kind, inside in groups if inside or kind in {"problem", "strength"}]
