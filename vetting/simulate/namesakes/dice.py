"""One draw at a time, from a seed: names and sentences are put together piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weighted(Generic[T]):
    """Values, and the running sum of how often each is drawn."""

    values: tuple[T, ...]
    reached: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[T, float]) -> Weighted[T]:
        """From each value's weight; those without weight are left out."""
        kept = {value: weight for value, weight in weights.items() if weight > 0}
        return cls(tuple(kept), tuple(accumulate(kept.values())))


class Dice(Random):
    """Python's generator, with the three throws that this package makes."""

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in `share` of the cases."""
        return self.random() < share

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all alike."""
        return options[int(self.random() * len(options))]

    def draw(self, weighted: Weighted[T]) -> T:
        """One of the values, by weight."""
        return self.choices(weighted.values, cum_weights=weighted.reached)[0]

    def spread(self, low: float, high: float) -> float:
        """A number between two limits, as often near the lower one as its logarithm says; both above 0."""
        return float(low * (high / low) ** self.random())
