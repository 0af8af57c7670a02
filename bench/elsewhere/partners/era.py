"""What holds for the partnerships of a whole world, and the character of each creator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types

from bench.elsewhere.climate import Flags, Floats, Random, often

if TYPE_CHECKING:
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast

CAUSES = ("fake audience", "regulator", "backlash", "breach of contract")
LUCK = "bad luck"


@dataclass(frozen=True, slots=True)
class Era:
    """One world's own numbers."""

    base: float
    """Share of the decisions that an incident follows."""
    limit: float
    """Area under the curve of the true probabilities: a choice of ours."""
    causes: Floats
    """Which share of the incidents each of `CAUSES` has."""
    luck: float
    """Share of the incidents that nothing foretold."""
    kinship: float
    """How much of greed, temper and sloppiness is one trait."""
    scandals: float
    """Misdeeds per year of a creator of middling character."""
    rumours: float
    """False accusations per year, of anybody."""
    zeal: float
    """How much the press writes."""
    caution: float
    """How much the company heeds crude signs when it signs."""
    forgetful: float
    """Share of the incidents that nobody entered."""
    clean: bool
    """Nobody cheats, hides or misbehaves."""


def draw_era(random: Random, *, clean: bool) -> Era:
    """One world's era."""
    return Era(
        base=random.uniform(0.10, 0.25),
        limit=random.uniform(0.87, 0.92),
        causes=random.dirichlet(24 * np.array([0.26, 0.28, 0.3, 0.16])),
        luck=random.uniform(0.06, 0.12),
        kinship=random.uniform(0.6, 0.8),
        scandals=random.uniform(0.015, 0.04),
        rumours=random.uniform(0.01, 0.03),
        zeal=random.uniform(0.7, 1.4),
        caution=random.uniform(0.5, 1.2),
        forgetful=random.uniform(0.03, 0.1),
        clean=clean,
    )


@dataclass(frozen=True, slots=True)
class Character:
    """One entry per creator. The first three are around 0 with a spread of 1; the others chances, or per year."""

    greed: Floats
    temper: Floats
    sloppy: Floats
    hides: Floats
    """Chance that an advertisement does not say so."""
    boasts: Floats
    """Chance that an advertisement promises too much."""
    snaps: Floats
    """Chance that an answer to a comment is hostile."""
    deals: Floats
    """Partnerships with brands per year."""
    misdeeds: Floats
    """Per year."""

    def __len__(self) -> int:
        """How many creators."""
        return len(self.greed)


def draw_characters(random: Random, cast: Cast, deeds: Deeds, era: Era) -> Character:
    """Who cheats on the audience is likelier to have the other faults too."""
    count = int(cast.creator.max()) + 1
    guilty = np.zeros(count)
    np.maximum.at(guilty, cast.creator, ~deeds.honest * 1.0)
    root = random.normal(0, 1, count) + 0.9 * (guilty - guilty.mean())
    root /= max(root.std(), 1e-9) if count > 1 else 1.0
    own = np.sqrt(1 - era.kinship**2) * random.normal(0, 1, (3, count))
    greed, temper, sloppy = era.kinship * root + own
    open_handed: Flags = 0.6 * greed + 0.6 * sloppy + random.normal(0, 0.5, count) < 0.45  # noqa: PLR2004 - a choice
    hides = np.where(open_handed, random.beta(0.3, 12, count), random.beta(2.2, 2.2, count))
    rate = era.scandals * np.exp(1.1 * temper + 0.4 * greed + 0.3 * sloppy)
    bad = 0.0 if era.clean else 1.0
    return Character(
        greed=greed,
        temper=temper,
        sloppy=sloppy,
        hides=bad * hides,
        boasts=bad * np.where(often(random, 0.5, count), 0.0, expit(-3 + 1.4 * greed)),
        snaps=bad * expit(-3.6 + 1.5 * temper),
        deals=5 * np.exp(0.45 * greed + random.normal(0, 0.6, count)),
        misdeeds=bad * np.minimum(rate, 2.0),
    )
