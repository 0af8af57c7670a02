"""From two voices to one distribution: what curve and posts say, and what a sample of the followers says.

Both may be wrong in ways that they don't know of, so neither may rule anything out. Where they agree the product is
narrower than either; where they contradict each other what is left is wide.
"""

from __future__ import annotations

import numpy as np

from vetting.measure.inflation.grid import WIDTHS, Floats, scaled, tempered

POWER = 1.04
"""How far the networks' chances are trusted; below 1 widens. What the warehouse's samples teach comes before."""
DOUBT = 0.02
"""How much of either voice is kept open."""
BROAD: Floats = scaled(((WIDTHS.cumsum() - WIDTHS / 2 + 0.02) ** -0.7 * WIDTHS)[None, :])
"""What is said where nothing is known: anything, small shares more readily."""


def opened(chances: Floats) -> Floats:
    """Chances of the networks, tempered, with a part that rules nothing out."""
    return (1 - DOUBT) * tempered(chances, POWER) + DOUBT * BROAD


def combined(chances: Floats, log_likelihood: Floats) -> Floats:
    """Opened chances (accounts x bins) and log-likelihoods of samples (0 at best; all 0: no sample) -> chances."""
    likelihood = (1 - DOUBT) * np.exp(np.minimum(log_likelihood, 0.0)) + DOUBT * np.exp(-4.0)
    return scaled(chances * likelihood)
