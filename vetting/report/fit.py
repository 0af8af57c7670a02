"""How the creator works with brands, in figures that stand even where nothing is worth a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
ACCOUNTS = 3
"""Of so many accounts the figures stand on the first screen."""


def facts(dossier: Row, names: dict[str | None, str], words: Words) -> list[str]:
    """Give a sentence each on disclosure, on what paid posts get, and on the names in them; none where not measured."""
    order = {account: place for place, account in enumerate(names)}
    measured: dict[str, list[Row]] = {}
    for one in sorted(dossier["signals"], key=lambda one: order.get(one["account_id"], len(order))):
        if readings.measured(one) and one["signal"]:
            measured.setdefault(one["signal"], []).append(one)
    several = len(names) > 1
    told = (
        _each("undisclosed_promotion_share", measured, names, words, several=several),
        _each("sponsored_vs_organic_engagement", measured, names, words, several=several),
        _each(NAMES, measured, names, words, several=several),
    )
    return [one for one in told if one]


def paid(dossier: Row, names: dict[str | None, str], words: Words) -> str | None:
    """Say which share of the posts is paid for, on each account; None where that could not be measured."""
    rows = [one for one in dossier["signals"] if one["signal"] == "sponsored_share" and readings.measured(one)]
    order = {account: place for place, account in enumerate(names)}
    rows.sort(key=lambda one: order.get(one["account_id"], len(order)))
    return _each("sponsored_share", {"sponsored_share": rows}, names, words, several=len(names) > 1)


def _each(
    signal: str, measured: dict[str, list[Row]], names: dict[str | None, str], words: Words, *, several: bool
) -> str | None:
    rows = measured.get(signal, [])[:ACCOUNTS]
    if not rows or (signal == NAMES and not any(one["reading"] for one in rows)):
        return None
    each = [_figure(one, words) for one in rows]
    if several:
        each = [
            words.say("fit.on", account=names.get(one["account_id"]) or words.texts["unknown"], figure=figure)
            for one, figure in zip(rows, each, strict=True)
        ]
    told = words.say(f"fit.{signal}", figures=", ".join(each))
    return f"{told} {words.say('fit.no_difference')}" if signal == RATIO and all(map(_level, rows)) else told


NAMES = "brand_count_90d"
RATIO = "sponsored_vs_organic_engagement"


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
