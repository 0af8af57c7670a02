"""Each post's luck: heavy-tailed, with a memory of the post before. Likes and new followers both come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Floats, lognormal, remembered

if TYPE_CHECKING:
    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene

LUCKIEST = 3.5


def luck(scene: Scene, calendar: Calendar) -> Floats:
    """What luck adds to each post's log likes, in the calendar's order; wider for some accounts than for others."""
    dice = scene.dice("luck")
    style = scene.style.gathering
    count = len(calendar.counts)
    walk = remembered(dice.normal(size=(count, int(calendar.counts.max()))), style.memory)
    tail = np.sqrt(style.freedom / dice.chisquare(style.freedom, len(calendar.account)))
    width = style.scale[0] * lognormal(dice, 1.0, style.scale[1], count)
    return width[calendar.account] * walk[calendar.account, calendar.place] * tail


def drawn_in(scene: Scene, calendar: Calendar, moods: Floats, per_post: Floats) -> Floats:
    """Per account and day (accounts x days + 1) the gain of log followers that the day's posts bring."""
    gain = np.zeros((len(calendar.counts), scene.days + 1))
    weight = per_post[calendar.account] * np.exp(np.minimum(moods, LUCKIEST))
    day = np.ceil(calendar.day).astype(np.int64)
    np.add.at(gain, (calendar.account, day), weight)
    later = np.zeros_like(gain)
    later[:, 1:] = gain[:, :-1]
    result: Floats = 0.7 * gain + 0.3 * later
    return result
