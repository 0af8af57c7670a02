"""A model card with what the signals' own cards say: labels in the language of the page, units of the readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.risk import CONTROVERSIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vetting.report.words import Words
    from vetting.signals import Signal

Row = dict[str, Any]


def labelled(card: Row, signals: Mapping[str, Signal], words: Words) -> Row:
    """Give every feature its label and unit; one that is declared no more keeps its name."""
    return card | {"signals": [_labelled(one, signals.get(one["signal"]), words) for one in card.get("signals", [])]}


def _labelled(one: Row, signal: Signal | None, words: Words) -> Row:
    if signal:
        label = signal.card.words(words.lang).label  # type: ignore[arg-type] # the catalogs and the cards have the same languages
        return one | {"label": label, "unit": signal.card.unit}
    own = words.say("assemble.controversies_label") if one["signal"] == CONTROVERSIES else one["signal"]
    return one | {"label": own, "unit": "ratio"}
