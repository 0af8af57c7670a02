"""What a model was made from, as the facts of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]


def facts(card: Row, words: Words) -> list[tuple[str, str]]:
    """Give what is known of its making: a label and a value each."""
    pairs = (
        ("model", card["model"]),
        ("as_of", card["as_of"] and words.day(card["as_of"], "long")),
        ("period", _period(card, words)),
        ("decisions", _count(card["decisions"], words)),
        ("creators", _count(card["creators"], words)),
        ("incidents", _incidents(card, words)),
        ("censored", _count(card["censored"], words)),
        ("features", words.number(len(card["signals"])) if card["signals"] else None),
        ("form", _form(card, words)),
        (
            "calibration",
            card["method"]["calibration"] and words.known("model.calibration", card["method"]["calibration"]),
        ),
        ("held_out", _held_out(card, words)),
        ("seed", _count(card["seed"], words)),
        ("versions", ", ".join(f"{name} {version}" for name, version in sorted(card["versions"].items()) if version)),
        ("rows_hash", card["rows_hash"]),
        ("signals_hash", card["signals_hash"]),
    )
    return [(words.say(f"model.fact.{key}"), value) for key, value in pairs if value]


def left_out(card: Row, words: Words) -> str | None:
    """Give why decisions were left out and how many, in one line; None where none were."""
    counted = sorted((-count, reason) for reason, count in card["left_out"].items() if count)
    named = [f"{words.known('model.left', reason)} ({words.number(-count)})" for count, reason in counted]
    return words.texts["separator"].join(named) or None


def _count(value: float | None, words: Words) -> str | None:
    return None if value is None else words.number(value)


def _period(card: Row, words: Words) -> str | None:
    days = [words.day(day) for day in card["period"]]
    return words.between(days[0], days[-1]) if days else None


def _incidents(card: Row, words: Words) -> str | None:
    if card["incidents"] is None:
        return None
    share = f" ({words.percent(card['incidents'] / card['decisions'])})" if card["decisions"] else ""
    return words.number(card["incidents"]) + share


def _form(card: Row, words: Words) -> str | None:
    trees = card["method"]["trees"]
    return None if trees is None else words.say("model.form.trees" if trees else "model.form.smooth")


def _held_out(card: Row, words: Words) -> str | None:
    """What it was judged on; how that was done stands as its training wrote it where there are no words for it."""
    held = card["held_out"]
    key = f"model.how.{(held['how'] or '').replace(' ', '_')}"
    how: str | None = words.say(key, folds=words.number(held["folds"])) if key in words.texts else held["how"]
    if held["decisions"] is None:
        return how
    counted = words.count("model.judged", held["decisions"], incidents=words.number(held["incidents"]))
    return f"{counted} {how}" if how else counted
