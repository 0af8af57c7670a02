"""Which readings are worth a sentence, and the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.words import typeset

if TYPE_CHECKING:
    from vetting.report.words import Words
    from vetting.signals import Card, Notice, Signal

Row = dict[str, Any]
BENCHMARK = ("benchmark_low", "benchmark_high", "benchmark_source", "benchmark_date")


def described(row: Row, signal: Signal, words: Words) -> Row:
    """A reading with its card's words: what EXCHANGE.md calls an entry of `signals`."""
    card = signal.card
    said = card.words(words.lang)  # type: ignore[arg-type] # the catalogs and the cards have the same languages
    whole = row | {
        "label": typeset(words.lang, said.label),
        "family": signal.family,
        "unit": card.unit,
        "polarity": card.polarity,
        "basis_unit": card.basis_unit,
        "means": typeset(words.lang, said.means),
        "innocent": [typeset(words.lang, line) for line in said.innocent],
        "ask": [typeset(words.lang, line) for line in said.ask],
    }
    for key in BENCHMARK if whole.get("benchmark_low") is None else ():
        whole.pop(key, None)
    return whole | {"text": _sentence(whole, typeset(words.lang, said.finding), words)}


def _sentence(row: Row, pattern: str, words: Words) -> str:
    if row["outcome"] != "measured":
        return readings.silence(row["outcome"], words)
    shown = {
        name: words.texts["unknown"] if row[name] is None else readings.figure(row[name], row["unit"], words)
        for name in ("low", "high")
    }
    return pattern.format(reading=readings.reading(row, words), basis=readings.basis(row, words), account="", **shown)


def kind_of(row: Row, card: Card) -> str | None:
    """`problem`, `strength`, or None where the reading is nothing to write about."""
    if row["outcome"] != "measured":
        return None
    if card.problem and _reached(row, card.problem, worse=True, card=card):
        return "problem"
    if card.strength and _reached(row, card.strength, worse=False, card=card):
        return "strength"
    return None


def _reached(row: Row, notice: Notice, *, worse: bool, card: Card) -> bool:
    """Whether a notice is reached. An interval must lie beyond it whole: what may be nothing is no finding."""
    up = worse == (card.polarity == "higher_is_worse")
    both = card.polarity == "two_sided"
    by_reading = notice.reading is not None and _beyond(row, notice.reading, up=up)
    return by_reading or (notice.percentile is not None and _in_tail(row, notice.percentile, up=up, both=both))


def _beyond(row: Row, bound: float, *, up: bool) -> bool:
    nearest = row["low"] if up else row["high"]
    value = row["reading"] if nearest is None else nearest
    return bool(value >= bound if up else value <= bound)


def _in_tail(row: Row, bound: float, *, up: bool, both: bool) -> bool:
    """Among so few peers that somebody must stand in the tail, standing there means nothing."""
    place, peers = row["percentile"], row["peers"]
    tail = min(bound, 1 - bound)
    if place is None or peers is None or peers * tail < 1:
        return False
    high, low = place >= 1 - tail, place <= tail
    return bool(high or low) if both else bool(high if up else low)


def finding(row: Row, signal: Signal, kind: str, lang: str) -> Row:
    """A reading as a finding; it weighs by how far from the middle of its peers it stands."""
    weight = 1.0 if row["percentile"] is None else 2 * abs(row["percentile"] - 0.5)
    return {
        "id": f"{signal.name}:{row['account_id']}",
        "kind": kind,
        "area": signal.card.area,
        "signal": signal.name,
        "account_id": row["account_id"],
        "record_id": None,
        "title": row["label"],
        "text": row["text"],
        "innocent": row["innocent"],
        "ask": row["ask"],
        "weight": weight,
        "decide": typeset(lang, signal.card.words(lang).decide),  # type: ignore[arg-type] # as above
    }
