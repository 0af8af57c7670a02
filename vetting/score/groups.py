"""What a model means for creators of one platform, size or language: calibration, and how often it flags in error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from vetting.score.examples import INTERVAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vetting.score.examples import Flags, Floats, Strings

Facts = dict[str, Any]
BANDS = ("low", "medium", "high")
FEWEST = 50
"""Decisions without an incident that a group needs before its flag rate is held against another's."""
Z = 1.6448536269514722
"""Standard deviations from the middle of a normal distribution to either end of its 90 %."""


def by_group(  # noqa: PLR0913 - each is a column of the same table
    incident: Floats,
    chance: Floats,
    band: Strings,
    creators: Strings,
    groups: Mapping[str, Strings],
    *,
    rng: np.random.Generator,
    draws: int,
) -> tuple[list[Facts], list[Facts]]:
    """Facts of every known group, and for each way of grouping how far the rates of flags lie apart.

    `flag_rate` is the share in the high band, and `look_rate` that in the high or the medium one, both among those
    without an incident: flags that were wrong.
    """
    fine = incident == 0
    flagged = {"flag_rate": band == "high", "look_rate": band != "low"}
    told, apart = [], []
    for by, names in sorted(groups.items()):
        for name in np.unique(names[names != ""]):
            own = names == name
            told.append({"by": by, "group": str(name), "creators": len(np.unique(creators[own]))})
            told[-1] |= shares(incident[own]) | {"predicted": _round(chance[own].mean())}
            told[-1] |= _rates({rate: flags[own & fine] for rate, flags in flagged.items()})
        known = fine & (names != "")
        apart += [
            {"by": by, "rate": rate} | _apart(flags[known], names[known], rng, draws) for rate, flags in flagged.items()
        ]
    return told, apart


def shares(incident: Floats) -> Facts:
    """How often it happened, of how many, with the interval of the share by Wilson."""
    low, high = wilson(float(incident.sum()), len(incident))
    counts = {"count": len(incident), "incidents": int(incident.sum())}
    return counts | {"share": _round(incident.mean()), "share_low": low, "share_high": high}


def wilson(hits: float, of: int) -> tuple[float | None, float | None]:
    """The 90 % interval of a share; None of none."""
    if not of:
        return None, None
    share, extra = hits / of, Z**2 / of
    middle, half = share + extra / 2, Z * np.sqrt(share * (1 - share) / of + extra / of / 4)
    return _round(max(0.0, (middle - half) / (1 + extra))), _round(min(1.0, (middle + half) / (1 + extra)))


def _rates(flagged: dict[str, Flags]) -> Facts:
    """Each rate with its interval, as `flag_rate`, `flag_low`, `flag_high`."""
    facts: Facts = {}
    for rate, flags in flagged.items():
        stem = rate.removesuffix("_rate")
        low, high = wilson(float(flags.sum()), len(flags))
        share = _round(flags.mean()) if len(flags) else None
        facts |= {rate: share, f"{stem}_low": low, f"{stem}_high": high}
    return facts


def _apart(flags: Flags, names: Strings, rng: np.random.Generator, draws: int) -> Facts:
    """The highest rate of a group over the lowest, among groups that are large enough.

    `by_chance` is what as many creators show where groups don't differ: the 95th percentile over random groupings of
    the same sizes. A ratio below it tells nothing of the groups.
    """
    groups, place = np.unique(names, return_inverse=True)
    sizes = np.bincount(place, minlength=len(groups))
    large = sizes >= FEWEST
    if large.sum() < 2:  # noqa: PLR2004 - one group lies apart from nothing
        return dict.fromkeys(("highest", "lowest", "ratio", "low", "high", "by_chance"))
    hits = np.bincount(place, weights=flags, minlength=len(groups))[large]
    sizes, groups = sizes[large], groups[large]
    rates = _smooth(hits, sizes)
    drawn = rng.binomial(sizes, rates, (draws, len(sizes)))
    top, bottom = int(rates.argmax()), int(rates.argmin())
    spread = np.quantile(_smooth(drawn[:, top], sizes[top]) / _smooth(drawn[:, bottom], sizes[bottom]), INTERVAL)
    chance = rng.multivariate_hypergeometric(sizes, int(hits.sum()), draws)
    alike = _smooth(chance, sizes)
    facts: Facts = {"highest": str(groups[top]), "lowest": str(groups[bottom])}
    facts |= {"ratio": _round(rates[top] / rates[bottom]), "low": _round(spread[0]), "high": _round(spread[1])}
    return facts | {"by_chance": _round(np.quantile(alike.max(axis=1) / alike.min(axis=1), INTERVAL[1]))}


def _smooth(hits: Any, sizes: Any) -> Any:  # noqa: ANN401 - one group or many, one draw or many
    """Rates that are never 0: half a flag more, of one creator more."""
    return (hits + 0.5) / (sizes + 1)


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)
