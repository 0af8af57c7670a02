"""The risk of a dossier: the score as it was stored, and its drivers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]


def risk(cid: str, context: Context) -> Row:
    """The stored score of a creator, or why there is none, and what moves it."""
    words = context.words
    score = (context.gathered.of("scores", cid) or [{"outcome": "not_enough_data"}])[0]
    empty = dict.fromkeys(("score", "probability", "low", "high", "band", "base"))
    drivers = [
        {"signal": row["signal"], "label": _label(row["signal"], context), "contribution": row["contribution"]}
        | {"text": words.say("assemble.driver", label=_label(row["signal"], context), reading=_shown(row, context))}
        for row in context.gathered.of("drivers", cid)
        if row["contribution"]
    ]
    return empty | score | {"trained_on": context.trained_on, "drivers": drivers}


def _label(name: str, context: Context) -> str:
    if name not in context.signals:
        return context.words.say("assemble.controversies_label")
    return context.signals[name].card.words(context.words.lang).label  # type: ignore[arg-type] # the same languages


def _shown(row: Row, context: Context) -> str:
    unit = context.signals[row["signal"]].card.unit if row["signal"] in context.signals else "ratio"
    return readings.reading({"outcome": "measured", "reading": row["reading"], "unit": unit}, context.words)
