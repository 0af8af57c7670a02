"""How the creator works with brands, in figures that stand even where nothing is worth a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
ACCOUNTS = 3
"""Of so many accounts the figures stand on the first screen."""
UNDISCLOSED, RATIO, NAMES = "undisclosed_promotion_share", "sponsored_vs_organic_engagement", "brand_count_90d"


def facts(dossier: Row, names: dict[str | None, str], words: Words) -> list[str]:
    """Give a sentence each on disclosure, on what paid posts get, and on the names in them; none where not measured."""
    told = (_each(signal, dossier, names, words) for signal in (UNDISCLOSED, RATIO, NAMES))
    return [one for one in told if one]


def paid(dossier: Row, names: dict[str | None, str], words: Words) -> str | None:
    """Say which share of the posts is paid for, on each account; None where that could not be measured."""
    return _each("sponsored_share", dossier, names, words)


def _each(signal: str, dossier: Row, names: dict[str | None, str], words: Words) -> str | None:
    """Give the figure of each account that has one, in the page's order of the accounts."""
    order = {account: place for place, account in enumerate(names)}
    measured = (one for one in dossier["signals"] if one["signal"] == signal and readings.measured(one))
    rows = sorted(measured, key=lambda one: order.get(one["account_id"], len(order)))[:ACCOUNTS]
    if not rows or (signal == NAMES and not any(one["reading"] for one in rows)):
        return None
    each = [_figure(one, words) for one in rows]
    if len(names) > 1:
        each = [
            words.say("fit.on", account=names.get(one["account_id"]) or words.texts["unknown"], figure=figure)
            for one, figure in zip(rows, each, strict=True)
        ]
    told = words.say(f"fit.{signal}", figures=", ".join(each))
    return f"{told} {words.say('fit.no_difference')}" if signal == RATIO and all(map(_level, rows)) else told


def _level(one: Row) -> bool:
    """Whether the interval of a ratio holds 1: then no difference can be told."""
    low, high = one["low"], one["high"]
    return low is not None and high is not None and low <= 1 <= high


def _figure(one: Row, words: Words) -> str:
    """Give the reading with what it stands on and its interval."""
    number = readings.reading(one, words)
    spread = readings.interval(one["low"], one["high"], one["unit"], words)
    if one["unit"] == "share" and one["basis"] is not None:
        number = words.say("fit.of", number=number, n=words.number(one["basis"]))
        return words.say("fit.spread", number=number, range=spread) if spread else number
    if not spread:
        return number
    return words.say(
        "fit.count", number=number, range=spread, basis=readings.basis(one, words) or words.texts["unknown"]
    )


def ruled(dossier: Row, found: list[Row], words: Words) -> str | None:
    """Say what the brief rules out of what was found; None without a brief."""
    name = dossier["brief"]["name"]
    if not name:
        return None
    hits = [one for one in found if one["rule"]]
    return words.count("fit.ruled", len(hits), brief=name) if hits else words.say("fit.not_ruled", brief=name)
