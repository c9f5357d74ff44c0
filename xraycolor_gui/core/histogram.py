"""How often the values of a film occur."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.presentation import few_values
from xraycolor_gui.core.radiograph import Radiograph

BINS = 128


class Histogram(NamedTuple):
    """Shares of the film, sum 1, in bins of equal width from `low` to `high`, in the units of its windows."""

    shares: NDArray[np.float64]
    low: float
    high: float

    def between(self, low: float, high: float) -> float:
        """The share of the film whose values lie there; within a bin evenly."""
        edges = np.linspace(self.low, self.high, len(self.shares) + 1)
        passed = np.concatenate([[0.0], np.cumsum(self.shares)])
        below, above = np.interp((low, high), edges, passed)
        return float(above - below)


def histogram(radiograph: Radiograph, bins: int = BINS) -> Histogram | None:
    """Of at most about a million pixels on a regular grid, without padding and what a shutter covers.

    None where there is none.
    """
    values = few_values(radiograph)
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    low, high = float(values.min()), float(values.max())
    if high <= low:
        low, high = low - 0.5, high + 0.5
    counts, _ = np.histogram(values, bins, (low, high))
    return Histogram(counts / values.size, low, high)
