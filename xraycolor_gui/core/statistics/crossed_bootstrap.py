"""Bootstrap over readers and cases at once: how far a number would move with other readers and other cases."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xraycolor_gui.core.statistics.auc import Floats
from xraycolor_gui.core.statistics.estimate import TAILS, Estimate

ROUNDS = 1000
_SEED = 20


def crossed_bootstrap(values: Floats, statistic: Callable[[Floats], float], rounds: int = ROUNDS) -> Estimate:
    """Percentile interval of a statistic of a table of readers × cases, either drawn with replacement.

    With one reader the cases alone are drawn. NaN: what is missing; rounds in which the statistic is NaN count for
    nothing. The same table always gives the same interval.
    """
    rng = np.random.default_rng(_SEED)
    readers, cases = values.shape
    found = np.empty(rounds)
    for place in range(rounds):
        of_readers, of_cases = rng.integers(readers, size=readers), rng.integers(cases, size=cases)
        found[place] = statistic(values[np.ix_(of_readers, of_cases)])
    finite = found[np.isfinite(found)]
    if not len(finite):
        return Estimate(statistic(values))
    low, high = np.quantile(finite, TAILS)
    return Estimate(statistic(values), float(low), float(high))
