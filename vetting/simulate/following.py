"""How many accounts an account follows: nearly still, cut by a clean-up, in teeth under automation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Floats, happens, lognormal
from vetting.simulate.schemes import FOLLOW_BACK

if TYPE_CHECKING:
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

MOST_FOLLOWING = 7_500.0
UPWARD = 0.75
"""The part of a tooth in which others are followed; in the rest they are dropped."""


@dataclass(frozen=True, slots=True)
class Following:
    """Per account and day (accounts x days + 1): accounts followed, and whether a wave of following is under way."""

    count: Floats
    rising: Floats


def following(scene: Scene, schemes: Schemes) -> Following:
    """Curves; small teeth are also made by hand."""
    dice = scene.dice("following")
    count = len(schemes.mechanism)
    day = np.arange(scene.days + 1.0)[None, :]
    base = lognormal(dice, 500.0, 0.9, count)[:, None] * (1 + 0.0004 * dice.random((count, 1)) * day)
    cut = schemes.events["clean_up"]
    base = base * (1 - cut.size[:, None] * (day >= cut.day[:, None]))
    phase = (day / dice.uniform(12, 40, (count, 1)) + dice.random((count, 1))) % 1.0
    automated = schemes.mechanism == FOLLOW_BACK
    height = np.where(automated, 700.0, 150.0) * lognormal(dice, 1.0, 0.8, count)
    height = height * (automated | happens(dice, scene.style.growing.by_hand, count))
    teeth = np.minimum(phase / UPWARD, (1 - phase) / (1 - UPWARD)) * height[:, None]
    running = day >= dice.uniform(-0.3, 0.6, (count, 1)) * scene.days
    jitter = dice.normal(0, 1.5, base.shape)
    followed: Floats = np.clip(base + teeth * running + jitter, 0.0, MOST_FOLLOWING)
    return Following(followed, (running & (phase < UPWARD)).astype(np.float64))
