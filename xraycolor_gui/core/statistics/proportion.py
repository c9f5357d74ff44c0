"""A share of cases, such as sensitivity, with Wilson's interval (JASA 22, 1927, 209–212)."""

from __future__ import annotations

import math

from scipy.stats import norm

from xraycolor_gui.core.statistics.estimate import TAILS, Estimate


def proportion(count: int, of: int) -> Estimate:
    """NaN where there is nothing to count."""
    if of == 0:
        return Estimate(math.nan)
    share, z = count / of, float(norm.ppf(TAILS[1]))
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    reach = z / (1 + z**2 / of) * math.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return Estimate(share, max(middle - reach, 0.0), min(middle + reach, 1.0))
