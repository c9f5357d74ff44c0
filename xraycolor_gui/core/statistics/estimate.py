"""A number with its 95 % interval."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Coverage of every interval.
LEVEL = 0.95
TAILS = (1 - LEVEL) / 2, (1 + LEVEL) / 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """NaN: could not be computed. low, high: the ends of the 95 % interval."""

    value: float
    low: float = math.nan
    high: float = math.nan

    @property
    def known(self) -> bool:
        return math.isfinite(self.value)

    def holds(self, value: float) -> bool:
        """Whether the interval holds this value."""
        return self.low <= value <= self.high
