"""The shape of a model card as its page reads it: every key there, every value of its kind or None."""

from __future__ import annotations

from typing import Any

from vetting.report.dossier_rows import NAME, PASSAGE
from vetting.report.shape import Keyed, flag, number, reader, rows

SPREAD: dict[str, Any] = {"value": number, "low": number, "high": number, "by_chance": number}
SHARE: dict[str, Any] = {"share": number, "share_low": number, "share_high": number, "predicted": number}
RATES: dict[str, Any] = {
    key: number for stem in ("flag", "look") for key in (f"{stem}_rate", f"{stem}_low", f"{stem}_high")
}


def points(value: object) -> list[list[float]]:
    """Pairs of numbers; anything else is left out."""
    given = value if isinstance(value, list | tuple) else ()
    pairs = [[number(at) for at in pair] for pair in given if isinstance(pair, list | tuple) and len(pair) == 2]  # noqa: PLR2004 # a pair
    return [[at for at in pair if at is not None] for pair in pairs if None not in pair]


MODEL: dict[str, Any] = {
    "model": NAME,
    "trained_on": NAME,
    "as_of": NAME,
    "period": [NAME],
    "decisions": number,
    "creators": number,
    "incidents": number,
    "censored": number,
    "left_out": Keyed(number),
    "rows_hash": NAME,
    "signals_hash": NAME,
    "seed": number,
    "versions": Keyed(NAME),
    "method": {"calibration": NAME, "trees": flag},
    "held_out": {"how": PASSAGE, "folds": number, "from": NAME, "decisions": number, "incidents": number},
    "metrics": dict.fromkeys(("auc", "brier_skill", "ece", "log_loss"), SPREAD),
    "limit_auc": number,
    "calibration": [{"count": number, "low": number, "high": number} | SHARE],
    "bands": [{"band": NAME, "decisions": number, "incidents": number} | SHARE],
    "groups": [{"by": NAME, "group": NAME, "creators": number, "incidents": number} | SHARE | RATES],
    "flags": [
        {"by": NAME, "rate": NAME, "highest": NAME, "lowest": NAME}
        | {"ratio": number, "low": number, "high": number, "by_chance": number}
    ],
    "signals": [{"signal": NAME, "label": NAME, "unit": NAME, "weight": number, "silent": number, "points": points}],
    "base": number,
    "because": PASSAGE,
    "challenge": rows,
    "decided": {"by": NAME, "at": NAME, "reason": PASSAGE, "against": NAME},
}

read_model = reader(MODEL)
"""Give any model card its full shape."""
