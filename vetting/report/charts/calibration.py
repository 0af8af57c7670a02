"""Predicted risk against what happened: a dot with its interval for each tenth of the decisions. And small shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.charts.frame import Frame, Scale, Tick, nice_ticks, percent_decimals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

_FRAME = Frame(height=240, bottom=206)
_SHAPE = (6.0, 234.0, 44.0, 6.0)
"""Left, right, bottom and top of a small shape, in a viewBox 240 by 50."""
NEEDED = ("predicted", "share", "share_low", "share_high")


@dataclass(frozen=True, slots=True)
class Dot:
    """One bin: its place, the ends of its interval, its words."""

    x: float
    y: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class CalibrationChart:
    """Everything that the template draws; `line` is where what is predicted happens."""

    frame: Frame
    dots: list[Dot]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    line: str
    summary: str


def calibration_chart(rows: Sequence[dict[str, Any]], words: Words) -> CalibrationChart | None:
    """Give the chart of bins with `predicted`, `share` and its interval, or None where there is nothing to draw."""
    known = [row for row in rows if all(row[key] is not None for key in NEEDED)]
    if not known:
        return None
    top = max(max(row["predicted"], row["share_high"]) for row in known)
    ticks = nice_ticks(0.0, min(1.0, max(top, 0.01)))
    across, up = _FRAME.across(0.0, ticks[-1]), _FRAME.up(0.0, ticks[-1])
    labels = [words.percent(value, percent_decimals(ticks)) for value in ticks]
    return CalibrationChart(
        frame=_FRAME,
        dots=[_dot(row, across, up, words) for row in known],
        x_ticks=[Tick(across.at(at), label, _anchor(at, ticks)) for at, label in zip(ticks, labels, strict=True)],
        y_ticks=[Tick(up.at(at), label) for at, label in zip(ticks, labels, strict=True)],
        line=f"M{_FRAME.left},{_FRAME.bottom}L{_FRAME.right},{_FRAME.top}",
        summary=words.say("model.plot.summary"),
    )


def shape_path(points: Sequence[Sequence[float]], most: float) -> str | None:
    """Give the line through (reading, added) as a small path from 0 to `most`; None where it is flat.

    Shapes that stand side by side are drawn with the same `most`, so that steep means strong.
    """
    if len(points) < 2 or max(abs(added) for _, added in points) <= 0:  # noqa: PLR2004 # one point is no line
        return None
    left, right, bottom, top = _SHAPE
    across, up = Scale(0, len(points) - 1, left, right), Scale(0.0, most, bottom, top)
    return "M" + "L".join(f"{across.at(place)},{up.at(added)}" for place, (_, added) in enumerate(points))


def _anchor(at: float, ticks: Sequence[float]) -> str:
    return "end" if at == ticks[-1] else "middle"


def _dot(row: dict[str, Any], across: Scale, up: Scale, words: Words) -> Dot:
    shares = {
        name: words.percent(row[key]) for name, key in zip(("predicted", "share", "low", "high"), NEEDED, strict=True)
    }
    text = words.say("model.plot.mark", **shares, count=words.number(row["count"]))
    return Dot(
        across.at(row["predicted"]), up.at(row["share"]), up.at(row["share_low"]), up.at(row["share_high"]), text
    )
