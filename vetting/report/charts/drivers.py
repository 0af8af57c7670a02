"""What drives the risk: bars that go up and down from where every creator starts to where this one stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.charts.frame import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

SHOWN = 10
_ROW, _TOP = 34, 22
_LEFT, _RIGHT = 6, 300
_LABEL = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label, where its bar starts and ends, its signed figure; `way` is `up`, `down` or `stand`."""

    label: str
    y: int
    start: float
    end: float
    figure: str
    way: str
    text: str

    @property
    def x(self) -> float:
        """The left edge of the bar."""
        return min(self.start, self.end)

    @property
    def width(self) -> float:
        """Its width, wide enough to be seen."""
        return round(max(abs(self.end - self.start), 0.8), 1)


@dataclass(frozen=True, slots=True)
class DriversChart:
    """Everything that the template draws; with no known start, `base_x` is where the bars begin."""

    bars: list[Bar]
    height: int
    base_x: float
    summary: str


def drivers_chart(drivers: Sequence[dict[str, Any]], base: float | None, words: Words) -> DriversChart | None:
    """Give the chart of the drivers (log-odds), the largest first and the small ones in one bar, or None of none."""
    known = [driver for driver in drivers if driver["contribution"] is not None]
    if not known:
        return None
    rows = _rows(known, words)
    scale = _scale([change for _, change, _ in rows], base or 0.0)
    bars = list(_bars(rows, base, scale, words))
    summary = _summary(known, words)
    return DriversChart(bars, _TOP + _ROW * len(bars), scale.at(base or 0.0), summary)


def _rows(known: Sequence[dict[str, Any]], words: Words) -> list[tuple[str, float, str]]:
    ordered = sorted(known, key=lambda driver: (-abs(driver["contribution"]), driver["signal"] or ""))
    rows = [(_label(driver), driver["contribution"], driver["text"] or "") for driver in ordered[:SHOWN]]
    rest = [driver["contribution"] for driver in ordered[SHOWN:]]
    return [*rows, (words.count("charts.drivers.rest", len(rest)), sum(rest), "")] if rest else rows


def _label(driver: dict[str, Any]) -> str:
    return str(driver["label"] or driver["signal"] or "")


def _scale(changes: Sequence[float], base: float) -> Scale:
    places = [base]
    for change in changes:
        places.append(places[-1] + change)
    return Scale(min(places), max(places), _LEFT, _RIGHT)


def _bars(rows: Sequence[tuple[str, float, str]], base: float | None, scale: Scale, words: Words) -> list[Bar]:
    total = base or 0.0
    bars = [] if base is None else [_stand(words.say("charts.drivers.base"), 0, total, scale, words)]
    for label, change, text in rows:
        bars.append(_bar((label, change, text), len(bars), total, scale, words))
        total += change
    return [*bars, _stand(words.say("charts.drivers.total"), len(bars), total, scale, words)]


def _bar(row: tuple[str, float, str], place: int, total: float, scale: Scale, words: Words) -> Bar:
    label, change, text = row
    way = "up" if change > 0 else "down"
    start, end = scale.at(total), scale.at(total + change)
    return Bar(_short(label), _TOP + _ROW * place, start, end, words.signed(change), way, text or label)


def _stand(label: str, place: int, total: float, scale: Scale, words: Words) -> Bar:
    at = scale.at(total)
    return Bar(label, _TOP + _ROW * place, at, at, words.signed(total), "stand", label)


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}\N{HORIZONTAL ELLIPSIS}"


def _summary(known: Sequence[dict[str, Any]], words: Words) -> str:
    up = sum(driver["contribution"] > 0 for driver in known)
    return words.say("charts.drivers.summary", up=up, down=len(known) - up)
