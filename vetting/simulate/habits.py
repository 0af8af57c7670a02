"""What worlds differ in below their posts: what audiences write, and how comments are bought, exchanged and spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from vetting.simulate.draw import Floats
    from vetting.simulate.scene import Scene

ROLES = (
    "remark",
    "praise",
    "fandom",
    "emoji",
    "question",
    "critic",
    "guest",
    "spam",
    "bought",
    "pod",
    "friend",
    "reply",
    "answer",
)
MIX = (0.30, 0.20, 0.05, 0.16, 0.10, 0.05, 0.0, 0.015, 0.0, 0.0, 0.0, 0.0, 0.05)
"""How common each of `ROLES` is; what is 0 comes another way."""


@dataclass(frozen=True, slots=True)
class Habits:
    """One world's manners of commenting."""

    mix: tuple[float, ...] = MIX
    each_own: float = 12.0
    """How alike the audiences' mixes are."""
    delay: tuple[float, float] = (0.25, 1.4)
    """Median delay of a comment, in days, and the SD of its log."""
    sloppy: float = 0.35
    """How often people draw out, shout, or add an emoji."""
    bought_english: float = 0.35
    """How often bought comments are in English where the audience's language is another."""
    bought_fit: float = 0.1
    """How often they name the post's topic."""
    bought_plain: float = 0.2
    """How many are what fans write too: short praise, or emoji only."""
    bought_at_once: float = 0.7
    """How many come in one burst; the others like anybody's."""
    sellers: int = 160
    """Accounts of one seller: few come back everywhere, many are never seen again."""
    bank: float = 0.5
    """The share of the known phrases that one seller uses."""
    liked_less: float = 0.5
    """Likes of arranged comments against those of others."""
    pod: tuple[float, float] = (0.15, 0.45)
    """The least and the most that a pod writes under a member's posts."""
    pod_delay: tuple[float, float] = (0.01, 1.0)
    """Median delay of a pod's comments, in days, and the SD of its log."""
    pod_turns: float = 0.7
    """How often a pod comes in its fixed order."""
    friends: float = 0.5
    """How many creators have friends among the others who comment, and are commented on."""
    spread: float = 1 / 12
    """How many comments come from people who follow many creators of the world."""


def habits(scene: Scene) -> Habits:
    """The world's habits: the typical ones, or as its seed draws them where its style is drawn."""
    if scene.typical:
        return Habits()
    dice = scene.dice("habits")
    mix: Floats = np.array(MIX) * np.exp(dice.normal(0, 0.5, len(MIX)))
    least = float(dice.uniform(0.05, 0.25))
    return Habits(
        mix=tuple(mix.tolist()),
        each_own=float(np.exp(dice.uniform(np.log(6), np.log(40)))),
        delay=(float(np.exp(dice.uniform(np.log(0.08), np.log(0.7)))), float(dice.uniform(1.0, 1.9))),
        sloppy=float(dice.uniform(0.05, 0.7)),
        bought_english=float(dice.uniform(0.0, 0.9)),
        bought_fit=float(dice.choice([0.0, 0.1, 0.4])),
        bought_plain=float(dice.uniform(0.0, 0.7)),
        bought_at_once=float(dice.uniform(0.0, 1.0)),
        sellers=int(np.exp(dice.uniform(np.log(60), np.log(4_000)))),
        bank=float(dice.uniform(0.15, 1.0)),
        liked_less=float(dice.uniform(0.1, 1.0)),
        pod=(least, least + float(dice.uniform(0.05, 0.35))),
        pod_delay=(float(np.exp(dice.uniform(np.log(0.003), np.log(0.3)))), float(dice.uniform(0.5, 1.5))),
        pod_turns=float(dice.uniform(0.0, 1.0)),
        friends=float(dice.uniform(0.1, 0.8)),
        spread=float(dice.uniform(0.02, 0.2)),
    )
