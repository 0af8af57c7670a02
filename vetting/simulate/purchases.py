"""How bought followers arrive and leave: in steps, drop by drop, by following back, or two ways at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import happens
from vetting.simulate.schemes import BULK, FOLLOW_BACK

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.draw import Floats
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

REFILL_DAYS = (20.0, 45.0)
DRIP_DAYS = (60.0, 400.0)


def bought(scene: Scene, dice: Generator, schemes: Schemes, kept: Floats, rising: Floats) -> Floats:
    """Bought followers per account and day as shares of those at `as_of`; `kept` is what purges left of them, `rising`
    on which days an account followed others to be followed back.
    """  # noqa: D205 # one sentence
    day = np.arange(scene.days + 1.0)[None, :]
    staying = _staying(scene, dice, schemes)
    steps = _at_the_end(_in_steps(scene, dice, schemes, day, staying) * kept)
    drops = _at_the_end(_drop_by_drop(scene, dice, schemes, day, rising, staying) * kept)
    stepped = np.where(schemes.mechanism == BULK, 1 - schemes.blend, schemes.blend)[:, None]
    share: Floats = stepped * steps + (1 - stepped) * drops
    return np.where((schemes.dose > 0)[:, None], share, 0.0)


def _at_the_end(path: Floats) -> Floats:
    """Paths against their last day; who was never served was served before the window."""
    last = path[:, -1:]
    return np.where(last > 0, path / np.maximum(last, np.finfo(float).tiny), 1.0)


def _staying(scene: Scene, dice: Generator, schemes: Schemes) -> Floats:
    """The share of a batch that stays for good: more of what is lifelike."""
    mean = scene.style.inflating.staying[0]
    wanted = mean + 0.4 * (schemes.quality - 0.5) + dice.normal(0, 0.08, len(schemes.quality))
    staying: Floats = np.clip(wanted, 0.1, 0.97)[:, None]
    return staying


def _survival(age: Floats, staying: Floats, leaving: float) -> Floats:
    return staying + (1 - staying) * np.exp(-np.maximum(age, 0.0) / leaving)


def _in_steps(scene: Scene, dice: Generator, schemes: Schemes, day: Floats, staying: Floats) -> Floats:
    """One purchase or several; some lie before the window, some hide behind a viral post, some are refilled."""
    style = scene.style.inflating
    count = len(schemes.mechanism)
    path = np.zeros((count, day.shape[1]))
    last = dice.integers(1, style.steps + 1, count)
    viral = schemes.events["viral"].day + 1
    refill = np.where(happens(dice, style.refilled, count), dice.uniform(*REFILL_DAYS, count), np.inf)[:, None]
    for step in range(style.steps):
        start = dice.uniform(-style.early, 0.95, count) * scene.days
        start = np.where(np.isfinite(viral) & (dice.random(count) < style.behind_viral), viral, start)[:, None]
        amount = (dice.gamma(1.5, 1.0, count) * (step < last))[:, None]
        age = np.maximum(day - start, 0.0)
        arrived = np.clip((day - start) / dice.uniform(*style.arrival, (count, 1)), 0.0, 1.0)
        path += amount * arrived * _survival(np.fmod(age, refill), staying, style.staying[1])
    return path


def _drop_by_drop(
    scene: Scene, dice: Generator, schemes: Schemes, day: Floats, rising: Floats, staying: Floats
) -> Floats:
    """A steady trickle over months, rougher for following back; it may have begun before the window."""
    style = scene.style.inflating
    count = len(schemes.mechanism)
    follows = (schemes.mechanism == FOLLOW_BACK)[:, None]
    start = dice.uniform(-max(style.early, 0.15), 0.7, (count, 1)) * scene.days
    length = dice.uniform(*DRIP_DAYS, (count, 1))
    steady = np.where(follows, 1.5, style.evenness)
    flow = dice.gamma(np.broadcast_to(steady, (count, day.shape[1])), 1 / steady)
    flow = flow * np.where(follows, 0.3 + rising, 1.0)
    inside = (day >= start) & (day < start + length)
    path = np.clip(-start, 0.0, length) + (flow * inside).cumsum(axis=1)
    remaining: Floats = path * _survival(day - start - length, staying, style.staying[1])
    return remaining
