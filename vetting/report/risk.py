"""The risk of a dossier: the score as it was stored, its drivers in words, and whether it asks for a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.words import typeset

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]
HIGH = "risk:high"
"""The finding that a model makes which learnt from what really happened. One of made-up worlds makes none."""
CONTROVERSIES = "controversies"
"""The one feature of the model that is no signal, see warehouse/queries/features.sql."""
SCORED = ("score", "probability", "low", "high", "band", "base")


def risk(cid: str, signals: list[Row], context: Context) -> Row:
    """The stored score of a creator, or why there is none, and what moves it; `signals` are the described readings."""
    score = (context.gathered.of("scores", cid) or [{"outcome": "not_enough_data"}])[0]
    known = {(row["signal"], row["reading"]): row["text"] for row in signals if row["outcome"] == "measured"}
    rows = context.gathered.of("drivers", cid)
    model = {
        "trained_on": context.trained_on,
        "model": context.card.get("model"),
        "because": context.card.get("because"),
    }
    told: Row = dict.fromkeys(SCORED) | score | model
    told["drivers"] = [_driver(row, known, context) for row in rows if row["contribution"]]
    return told | {"findings": [_high(told, context)] if _is_high(told) else []}


def _driver(row: Row, known: dict[tuple[str, float], str], context: Context) -> Row:
    """A driver with its card's sentence, for the account whose reading it was."""
    label = _label(row["signal"], context)
    silent = row["reading"] is None and row["contribution"] < 0
    key = f"assemble.driver{'_controversies' if _weighs(row) else '_silent' if silent else ''}"
    said = known.get((row["signal"], row["reading"])) or context.words.say(
        key, label=label, reading=_shown(row, context)
    )
    return {"signal": row["signal"], "label": label, "contribution": row["contribution"], "text": said}


def _weighs(row: Row) -> bool:
    return row["signal"] == CONTROVERSIES and row["reading"] is not None


def _is_high(told: Row) -> bool:
    return bool(told["outcome"] == "measured" and told["band"] == "high" and told["trained_on"] == "outcomes")


def _high(told: Row, context: Context) -> Row:
    """A high risk by the company's own model: a question to a person, never a reason to decline."""
    words = context.words
    error = words.percent(context.settings.score.error)
    facts = {"score": words.number(told["score"]), "probability": words.percent(told["probability"]), "error": error}
    nothing = dict.fromkeys(("signal", "account_id", "record_id", "affair"))
    said: Row = {"title": words.say("assemble.high_title"), "text": words.say("assemble.high", **facts)}
    said |= {"innocent": [words.say("assemble.high_innocent", **facts)], "ask": [words.say("assemble.high_ask")]}
    return nothing | said | {"id": HIGH, "kind": "problem", "area": "risk", "weight": 0.5}


def _label(name: str, context: Context) -> str:
    if name not in context.signals:
        return context.words.say("assemble.controversies_label")
    lang = context.words.lang
    return typeset(lang, context.signals[name].card.words(lang).label)  # type: ignore[arg-type] # the same languages


def _shown(row: Row, context: Context) -> str:
    unit = context.signals[row["signal"]].card.unit if row["signal"] in context.signals else "ratio"
    if row["reading"] is None:
        return context.words.say("assemble.silent")
    return readings.reading({"outcome": "measured", "reading": row["reading"], "unit": unit}, context.words)
