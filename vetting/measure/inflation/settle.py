"""What the sampled audiences of this warehouse teach about the networks' chances for all of it.

The networks learnt on made-up worlds; another world has other base rates, other honest accounts and other manners of
cheating. Where followers of some accounts were looked at, their likelihoods say how far the chances may be trusted here
and which way they lean, for all accounts and for those that look alike:
density' = density ** trust x exp(lean x log(share + small) + more x share), where lean and more are a number for the
whole warehouse and one for each thing that the networks see of an account. A prior holds all of them near (1, 0, 0), so
that a few samples change little and none change nothing.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.inflation.grid import MIDDLES, WIDTHS, Floats, scaled

SMALL = 0.03
SHAPES: Floats = np.vstack([np.log(MIDDLES + SMALL) - np.log(0.1 + SMALL), MIDDLES - 0.1])
SPREADS = np.array([0.5, 2.0])
"""Prior standard deviations of lean and more."""
TRUST_SPREAD = 0.15
"""The same of log trust."""
OWN_SPREADS = np.array([0.7, 2.8])
"""By how much the usual account's own lean and more differ from the warehouse's, before any sample."""
LEAST = -60.0
TRUST = 0.5
"""How far a sample's likelihood is trusted here: its errors are partly those of all samples of the warehouse."""
NONE = 1e-9
FOLDS = 3
"""A sampled account learns from the others' samples only, in so many parts: its own speaks for itself later, once."""
EXACT = {"ftol": 1e-12, "gtol": 1e-7, "maxiter": 500}

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


def settled(chances: Floats, log_likelihood: Floats, sampled: Flags, seen: Floats) -> Floats:
    """Chances (accounts x bins) as the accounts with a sample (flags; log-likelihood per bin, 0 at best) teach them.

    `seen` is what the networks see of each account (accounts x numbers of about the same size).
    """
    if not sampled.any():
        return chances
    density = np.log(np.maximum(chances / WIDTHS, 1e-12))
    beside = np.hstack([np.ones((len(seen), 1)), seen])
    settle = _moved(density, beside, _taught(density, log_likelihood, sampled, beside))
    fold = (np.cumsum(sampled) - 1) % FOLDS
    for number in range(FOLDS):
        own = sampled & (fold == number)
        numbers = _taught(density, log_likelihood, sampled & ~own, beside)
        settle[own] = _moved(density[own], beside[own], numbers)
    return settle


def _taught(density: Floats, log_likelihood: Floats, sampled: Flags, beside: Floats) -> Floats:
    spreads = np.vstack([SPREADS, *[OWN_SPREADS] * (beside.shape[1] - 1)])
    said = np.exp(np.maximum(TRUST * log_likelihood[sampled], LEAST))
    known = (density[sampled], beside[sampled], said, np.append(TRUST_SPREAD, spreads))
    found = minimize(_loss, np.zeros(1 + spreads.size), known, jac=True, method="L-BFGS-B", options=EXACT)
    numbers: Floats = found.x
    return numbers


def side_by_side(*parts: Floats) -> Floats:
    """Blocks of numbers (accounts x numbers each): centred, and the whole of an account about 1 long."""
    centred = [part - part.sum(axis=0) / max(1, len(part)) for part in parts]
    long = [np.sqrt((part**2).sum() / max(1, len(part)) * len(parts) + NONE) for part in centred]
    return np.hstack([part / size for part, size in zip(centred, long, strict=True)])


def _moved(density: Floats, beside: Floats, numbers: Floats) -> Floats:
    """Log densities (rows x bins) under log trust, and lean and more for each column of `beside` -> chances."""
    logs = np.exp(np.clip(numbers[0], -3, 1)) * density + beside @ numbers[1:].reshape(-1, 2) @ SHAPES
    return scaled(np.exp(logs - logs.max(axis=1, keepdims=True)) * WIDTHS)


def _loss(numbers: Floats, density: Floats, beside: Floats, said: Floats, spreads: Floats) -> tuple[float, Floats]:
    """How badly the moved chances foretell what samples said, the prior included; and its slopes."""
    before = _moved(density, beside, numbers)
    met = (before * said).sum(axis=1, keepdims=True) + 1e-300
    change = before * said / met - before
    trusted = np.exp(numbers[0]) * (change * density).sum() if -3 < numbers[0] < 1 else 0.0  # noqa: PLR2004 # its clip
    slopes = np.append(trusted, beside.T @ (change @ SHAPES.T))
    away = numbers / spreads
    return float((away**2).sum() / 2 - np.log(met).sum()), away / spreads - slopes
