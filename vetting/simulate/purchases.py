"""How bought followers arrive and leave: in steps, drop by drop, or by following back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.schemes import BULK, FOLLOW_BACK

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.draw import Floats
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

STEPS = 3
STAYING, LEAVING_DAYS = 0.6, 110.0
"""Of a bought batch, the share that stays for good, and how fast the rest goes: about 9 % are lost in four weeks."""


def bought(scene: Scene, dice: Generator, schemes: Schemes, kept: Floats) -> Floats:
    """Bought followers per account and day as shares of those at `as_of`; `kept` is what purges left of them."""
    day = np.arange(scene.days + 1.0)[None, :]
    count = len(schemes.mechanism)
    steps = _in_steps(scene, dice, schemes, day)
    drops = _drop_by_drop(scene, dice, schemes, day)
    path = np.where((schemes.mechanism == BULK)[:, None], steps, drops) * kept
    path[:, -1] = np.maximum(path[:, -1], np.finfo(float).tiny)
    share: Floats = path / path[:, -1:]
    return np.where((schemes.dose > 0)[:, None], share, np.zeros((count, 1)))


def _survival(age: Floats) -> Floats:
    return STAYING + (1 - STAYING) * np.exp(-np.maximum(age, 0.0) / LEAVING_DAYS)


def _in_steps(scene: Scene, dice: Generator, schemes: Schemes, day: Floats) -> Floats:
    """One to three purchases; about a quarter lie before the window, some hide behind a viral post."""
    count = len(schemes.mechanism)
    path = np.zeros((count, day.shape[1]))
    last = dice.integers(1, STEPS + 1, count)
    viral = schemes.events["viral"].day + 1
    for step in range(STEPS):
        start = dice.uniform(-0.35, 0.95, count) * scene.days
        start = np.where(np.isfinite(viral) & (dice.random(count) < 1 / 2), viral, start)[:, None]
        amount = (dice.gamma(1.5, 1.0, count) * (step < last))[:, None]
        arrived = np.clip((day - start) / dice.uniform(0.5, 4.5, (count, 1)), 0.0, 1.0)
        path += amount * arrived * _survival(day - start)
    return path


def _drop_by_drop(scene: Scene, dice: Generator, schemes: Schemes, day: Floats) -> Floats:
    """A steady trickle over months, rougher for following back; it may have begun before the window."""
    count = len(schemes.mechanism)
    start = dice.uniform(-0.5, 0.7, (count, 1)) * scene.days
    length = dice.uniform(60, 400, (count, 1))
    steadiness = np.where(schemes.mechanism == FOLLOW_BACK, 1.5, 4.0)[:, None]
    flow = dice.gamma(np.broadcast_to(steadiness, (count, day.shape[1])), 1 / steadiness)
    inside = (day >= start) & (day < start + length)
    path = np.clip(-start, 0.0, length) + (flow * inside).cumsum(axis=1)
    staying: Floats = path * _survival(day - start - length)
    return staying
