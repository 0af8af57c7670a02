"""A style of a world's own, drawn widely: what learns from many such worlds cannot learn one world's manners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.style import (
    CONFOUNDERS,
    TYPICAL,
    Gathering,
    Growing,
    Happening,
    Harming,
    Inflating,
    Pulling,
    Style,
)

if TYPE_CHECKING:
    from vetting.simulate.style import Range

LOG_SIZE = np.log(40_000)
UNUSUAL = 0.35
"""How often a world has a habit that most do not have."""


def drawn_style(seed: int) -> Style:
    """The style of the world with this seed."""
    draw = _Draw(np.random.default_rng([seed, *b"style"]))
    return Style(_growing(draw), _happening(draw), _gathering(draw), _inflating(draw), _pulling(draw), _harming(draw))


class _Draw:
    """Single numbers from one generator."""

    def __init__(self, dice: np.random.Generator) -> None:
        self.dice = dice

    def even(self, low: float, high: float) -> float:
        """Anywhere between the two."""
        return float(self.dice.uniform(low, high))

    def scale(self, low: float, high: float) -> float:
        """Between the two, each factor as likely as the next."""
        return float(np.exp(self.dice.uniform(np.log(low), np.log(high))))

    def around(self, middle: float, spread: float) -> float:
        """Normal."""
        return float(self.dice.normal(middle, spread))

    def maybe(self, value: float, chance: float = UNUSUAL) -> float:
        """The value, or else 0."""
        return value if self.dice.random() < chance else 0.0

    def is_so(self, chance: float) -> bool:
        """Whether it happens."""
        return bool(self.dice.random() < chance)

    def near(self, usual: tuple[float, ...], spread: float, limit: float = np.inf) -> tuple[float, ...]:
        """Each number times a factor of its own, at most `limit`."""
        factors = np.exp(self.dice.normal(0, spread, len(usual)))
        return tuple(np.minimum(np.asarray(usual) * factors, limit).tolist())

    def interval(self, low: Range, high: Range) -> Range:
        """An interval with its ends in these two."""
        begin = self.scale(*low)
        return begin, max(begin * 1.01, self.scale(*high))


def _growing(draw: _Draw) -> Growing:
    return Growing(
        drift=(draw.around(0.15, 0.15), draw.even(0.1, 0.5)),
        slower=draw.even(-0.05, 0.4),
        bend=draw.even(0.0, 1.2),
        rising=(draw.even(0.0, 0.25), draw.even(0.3, 1.8)),
        swing=(draw.scale(0.03, 0.6), draw.scale(15, 150)),
        restless=(draw.scale(0.0001, 0.003), draw.even(0.3, 1.0)),
        tail=draw.even(2.5, 8.0),
        memory=draw.even(0.0, 0.6),
        week=draw.even(0.0, 0.6),
        per_post=draw.maybe(draw.scale(0.00005, 0.0015), 0.75),
        churn=draw.scale(0.0002, 0.006),
        together=draw.scale(0.00001, 0.0003),
        purges=int(draw.dice.integers(0, 4)),
        purged_bots=draw.interval((0.01, 0.1), (0.1, 0.6)),
        by_hand=draw.even(0.0, 0.25),
    )


def _happening(draw: _Draw) -> Happening:
    names = tuple(CONFOUNDERS)
    often = draw.scale(0.3, 1.5)
    odds = draw.near(tuple(often * share for share in CONFOUNDERS.values()), 0.5, limit=0.45)
    return Happening(
        odds=dict(zip(names, odds, strict=True)),
        size=dict(zip(names, draw.near((1.0,) * len(names), 0.45, limit=3.0), strict=True)),
        among_inflated=draw.even(0.4, 1.0),
        staying=(draw.even(0.2, 1.0), draw.even(0.0, 0.6)),
        leavers=draw.even(0.0, 0.7),
    )


def _gathering(draw: _Draw) -> Gathering:
    slope = draw.even(0.62, 0.98)
    slopes = (slope + draw.around(0, 0.05), slope + draw.around(0, 0.05), slope + draw.around(0.06, 0.08))
    # A steeper slope starts lower, so that an account of usual size is liked as much in every world, give or take.
    base = draw.around(0.0, 0.6)
    usual = zip(TYPICAL.gathering.level, TYPICAL.gathering.slope, slopes, strict=True)
    level = tuple(draw.around(base + start + (flat - steep) * LOG_SIZE, 0.4) for start, flat, steep in usual)
    talk = draw.scale(0.008, 0.06)
    return Gathering(
        slope=slopes,
        level=_three(level),
        trend=(draw.scale(0.01, 0.3), draw.scale(0.03, 0.5)),
        appeal=draw.even(0.25, 0.7),
        freedom=draw.even(3.5, 12.0),
        scale=(draw.scale(0.25, 0.8), draw.even(0.1, 0.5)),
        memory=1 - draw.scale(0.03, 0.6),
        comments=_three(draw.near((talk * 1.8, talk, talk * 0.5), 0.4)),
        comments_spread=(draw.even(0.4, 1.0), draw.even(0.2, 0.6)),
        likes_per_view=_three(draw.near((0.03, 0.045, 0.1), 0.4, limit=0.3)),
        views=(draw.even(0.4, 1.1), draw.even(0.1, 0.5)),
        ripening=(draw.scale(0.7, 5.0), draw.scale(0.2, 2.5), draw.scale(0.2, 2.5)),
        early=draw.even(0.45, 1.1),
    )


def _three(numbers: tuple[float, ...]) -> tuple[float, float, float]:
    """One number for each platform."""
    youtube, instagram, tiktok = numbers
    return youtube, instagram, tiktok


def _inflating(draw: _Draw) -> Inflating:
    mean = draw.even(0.15, 0.5)
    bots = draw.scale(0.003, 0.1)
    dose = draw.near((0.0, mean, mean * 0.8, mean * 0.9, mean * 0.6, 0.0, 0.0), 0.2, limit=0.65)
    return Inflating(
        mechanisms=draw.near((0.0, 0.28, 0.20, 0.17, 0.15, 0.12, 0.08), 0.5),
        dose=dose,
        dose_strength=draw.scale(3.0, 15.0),
        dose_limit=draw.even(0.65, 0.9),
        likes_too=draw.near((0.0, 0.25, 0.25, 0.2, 1.0, 0.0, 0.1), 0.6, limit=1.0),
        likes=draw.interval((0.03, 0.4), (0.3, 1.8)),
        likes_even=draw.scale(0.04, 0.4),
        likes_posts=draw.even(0.5, 1.0),
        likes_always=draw.even(0.2, 1.0),
        likes_late=draw.even(0.0, 0.5),
        comments_too=draw.near((0.0, 0.35, 0.3, 0.15, 0.5, 0.0, 1.0), 0.4, limit=1.0),
        steps=int(draw.dice.integers(1, 6)),
        early=draw.even(0.0, 0.8),
        arrival=draw.interval((0.1, 1.5), (1.5, 15.0)),
        behind_viral=draw.even(0.0, 0.5),
        staying=(draw.even(0.2, 0.9), draw.scale(60, 250)),
        refilled=draw.even(0.0, 0.35),
        evenness=draw.scale(1.0, 80.0),
        blend=draw.even(0.0, 0.35),
        polish=draw.even(0.15, 0.75),
        background=(bots, draw.scale(8, 60) + 1 / bots),
        pod=draw.scale(1.5, 10.0),
    )


def _pulling(draw: _Draw) -> Pulling:
    daily = draw.even(0.3, 0.95)
    rest = draw.dice.dirichlet((1.0, 1.0, 0.6, 1.0, 0.5, 0.5)) * (1 - daily)
    return Pulling(
        cadences=(daily, *rest.tolist()),
        whole=draw.even(0.5, 1.0),
        shorter=draw.interval((0.08, 0.25), (0.3, 0.95)),
        outage=draw.even(0.0, 0.6),
        lost=draw.even(0.0, 0.15),
        stale=draw.maybe(draw.scale(0.01, 0.3)),
        rounded=(draw.is_so(0.9), draw.is_so(0.15), draw.is_so(0.15)),
        hides_likes=draw.even(0.0, 0.25),
        hides_following=draw.is_so(0.15),
        hides_posts_count=draw.is_so(0.15),
        busy=draw.scale(0.6, 2.0),
        reach=(draw.even(0.4, 1.0), draw.scale(25, 400)),
        looks=(draw.even(0.0, 0.8), draw.even(0.0, 0.8)),
        last_look=draw.scale(0.5, 30.0),
    )


def _harming(draw: _Draw) -> Harming:
    return Harming(
        inflation=draw.scale(3.0, 9.0),
        arranged=draw.even(0.3, 1.6),
        hidden_ads=draw.scale(1.4, 4.0),
        pushing=draw.even(0.0, 6.0),
        deeds=draw.scale(0.6, 1.5),
        temper=draw.even(0.1, 0.7),
        unseen=draw.even(0.2, 0.8),
        base_rate=draw.scale(0.08, 0.25),
    )
