"""Simulated worlds full of namesakes, on which the matching is trained: each seed draws its own habits."""

from vetting.simulate.namesakes.draw import Bunch, draw
from vetting.simulate.namesakes.habits import Habits

__all__ = ["Bunch", "Habits", "draw"]
