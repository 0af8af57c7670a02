"""What the sampled audiences of this warehouse teach about the networks' chances for all of it.

The networks learnt on made-up worlds; another world has other base rates, and other honest accounts. Where followers of
some accounts were looked at, their likelihoods say how far the chances may be trusted here and which way they lean:
density' = density ** trust x exp(lean x log(share + small) + more x share), three numbers for the whole warehouse, held
near (1, 0, 0) by a prior, so that a few samples change little and none change nothing.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.inflation.grid import MIDDLES, WIDTHS, Floats, scaled

SMALL = 0.03
SHAPES: Floats = np.vstack([np.log(MIDDLES + SMALL) - np.log(0.1 + SMALL), MIDDLES - 0.1])
SPREADS = np.array([0.15, 0.5, 2.0])
"""Prior standard deviations of log trust, lean and more."""
LEAST = -60.0
TRUST = 0.5
"""How far a sample's likelihood is trusted here: its errors are partly those of all samples of the warehouse."""


def settled(chances: Floats, log_likelihood: Floats, sampled: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Floats:
    """Chances (accounts x bins) as the accounts with a sample (flags; log-likelihood per bin, 0 at best) teach them."""
    density = np.log(np.maximum(chances / WIDTHS, 1e-12))
    if not sampled.any():
        return chances
    told, said = density[sampled], np.exp(np.maximum(TRUST * log_likelihood[sampled], LEAST))

    def loss(numbers: Floats) -> float:
        met = (_moved(told, numbers) * said).sum(axis=1)
        return float(-np.log(met + 1e-300).sum() + 0.5 * ((numbers / SPREADS) ** 2).sum())

    found = minimize(loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-4, "maxiter": 400})
    return _moved(density, found.x)


def _moved(density: Floats, numbers: Floats) -> Floats:
    """Log densities (rows x bins) under log trust, lean and more -> chances."""
    logs = np.exp(np.clip(numbers[0], -3, 1)) * density + numbers[1:] @ SHAPES
    return scaled(np.exp(logs - logs.max(axis=1, keepdims=True)) * WIDTHS)
