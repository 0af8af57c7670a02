"""Everything that the page of a model card says, computed before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import forms, readings
from vetting.report.charts.calibration import calibration_chart, shape_path
from vetting.report.model.facts import facts, left_out
from vetting.report.model.shape import read_model

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
METRICS = ("auc", "brier_skill", "ece", "log_loss")
BY = ("platform", "tier", "language")
KNOWN = ("simulated", "outcomes")
TIERS = ("under 1k", "1k-10k", "10k-100k", "100k-1M", "over 1M")
"""Sizes from small to large; those of a configuration of one's own follow by name."""
SHOWN = 0.005
"""Less than this added to the log-odds reads as 0.00."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one signal adds along its readings; `path` is None where it adds nothing."""

    label: str
    text: str
    weight: str
    path: str | None


def model_view(given: Row, words: Words) -> Row:
    """Turn a model card into the variables of `model.html`."""
    card = read_model(given)
    kind = card["trained_on"] if card["trained_on"] in KNOWN else "unknown"
    drawn = [one for one in card["signals"] if one["points"]]
    most = max((added for one in drawn for _, added in one["points"]), default=0.0)
    return {
        "m": card,
        "name": words.say(f"model.kind_{kind}"),
        "simulated": kind == "simulated",
        "facts": facts(card, words),
        "left_out": left_out(card, words),
        "why": ("censored", "selection_simulated" if kind == "simulated" else "selection", "overrides"),
        "metrics": [_metric(name, card["metrics"][name], words) for name in METRICS],
        "limit": words.number(card["limit_auc"], 2) if card["limit_auc"] is not None else None,
        "plot": calibration_chart(card["calibration"], words),
        "bins": [_bin(row, words) for row in card["calibration"]],
        "bands": [_band(row, words) for row in card["bands"]],
        "groups": _groups(card, words),
        "shapes": [_shape(one, most, words) for one in drawn],
        "more_signals": len(card["signals"]) - len(drawn),
        "never": [one for one in ("refuse", "people", "world", "cause", "old") if one != "world" or kind != "outcomes"],
        "decided": _decided(card, words),
    }


def _metric(name: str, spread: Row, words: Words) -> tuple[str, str, str, str]:
    digits = 3 if name == "ece" else 2
    chance = spread["by_chance"]
    known = "ece_plain" if name == "ece" and chance is None else f"{name}_means"
    means = words.say(f"model.metric.{known}", chance=words.number(chance, digits))
    return (
        words.say(f"model.metric.{name}"),
        words.number(spread["value"], digits),
        _range(spread, digits, words),
        means,
    )


def _range(spread: Row, digits: int, words: Words) -> str:
    if spread["low"] is None or spread["high"] is None:
        return words.texts["unknown"]
    return words.between(words.number(spread["low"], digits), words.number(spread["high"], digits))


def _share(row: Row, stem: str, words: Words) -> str:
    """A share with its interval in brackets: `share`, or `flag_rate` with `flag_low` and `flag_high`."""
    value = row["share"] if stem == "share" else row[f"{stem}_rate"]
    low, high = row[f"{stem}_low"], row[f"{stem}_high"]
    if value is None or low is None or high is None:
        return words.percent(value)
    return f"{words.percent(value)} ({words.between(words.percent(low), words.percent(high))})"


def _bin(row: Row, words: Words) -> tuple[str, str, str]:
    return words.percent(row["predicted"]), _share(row, "share", words), words.number(row["count"])


def _band(row: Row, words: Words) -> tuple[str, str, str]:
    return words.known("model.band", row["band"]), words.number(row["decisions"]), _share(row, "share", words)


def _groups(card: Row, words: Words) -> list[tuple[str, list[tuple[str, ...]], list[str]]]:
    """For each way of grouping: its heading, a row per group, and how far the rates of flags lie apart."""
    groups = [
        (
            words.say(f"model.group.{by}"),
            [_group(row, words) for row in sorted(card["groups"], key=_size) if row["by"] == by],
            [said for row in card["flags"] if row["by"] == by and (said := _apart(row, words))],
        )
        for by in BY
    ]
    return [(heading, rows, apart) for heading, rows, apart in groups if rows]


def _size(row: Row) -> int:
    return TIERS.index(row["group"]) if row["group"] in TIERS else len(TIERS)


def _group(row: Row, words: Words) -> tuple[str, ...]:
    happened, flagged, look = (_share(row, stem, words) for stem in ("share", "flag", "look"))
    named = (_called(row["by"], row["group"], words), words.number(row["creators"]), words.percent(row["predicted"]))
    return (*named, happened, flagged, look)


def _called(by: str, group: str | None, words: Words) -> str:
    """A group by its name in this language."""
    if by in {"platform", "tier"}:
        return words.known(by, group)
    return forms.language(words.lang, group) if by == "language" and group else group or words.texts["unknown"]


def _apart(row: Row, words: Words) -> str | None:
    if row["ratio"] is None or row["rate"] not in {"flag_rate", "look_rate"}:
        return None
    names = {key: _called(row["by"], row[key], words) for key in ("highest", "lowest")}
    chance = words.number(row["by_chance"], 2)
    return words.say(
        f"model.group.ratio_{row['rate']}",
        **names,
        ratio=words.number(row["ratio"], 2),
        range=_range(row, 2, words),
        chance=chance,
    )


def _shape(one: Row, most: float, words: Words) -> Shape:
    label = one["label"] or one["signal"] or ""
    (low, first), (high, last) = one["points"][0], one["points"][-1]
    ends = {"low": readings.figure(low, one["unit"], words), "high": readings.figure(high, one["unit"], words)}
    added = {"first": words.signed(first), "last": words.signed(last)}
    path = shape_path(one["points"], most) if max(first, last) >= SHOWN else None
    text = words.say("model.goes.axis", **ends, **added) if path else words.say("model.goes.flat")
    silent = words.signed(one["silent"] or 0.0)
    return Shape(
        label, text, words.say("model.goes.weight", weight=words.number(one["weight"], 2), silent=silent), path
    )


def _decided(card: Row, words: Words) -> list[str]:
    """Who decided that it scores, when and why, and why it scores in place of another."""
    one = card["decided"]
    if not one["by"]:
        return [words.say("model.decided.nobody"), *([card["because"]] if card["because"] else [])]
    by = words.say("model.decided.by", who=one["by"], when=words.day(one["at"]))
    return [part for part in (by, one["reason"], card["because"]) if part]
