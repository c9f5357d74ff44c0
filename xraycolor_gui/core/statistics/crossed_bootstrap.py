"""Bootstrap over readers and cases at once: how far a number would move with other readers and other cases."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xraycolor_gui.core.statistics.auc import Floats
from xraycolor_gui.core.statistics.estimate import TAILS, Estimate

ROUNDS = 2000
_SEED = 20
#: Numbers held at a time.
_AT_A_TIME = 1 << 21


def crossed_bootstrap(values: Floats, statistic: Callable[[Floats], Floats], rounds: int = ROUNDS) -> Estimate:
    """Percentile interval of a statistic of a table of readers × cases, either drawn with replacement.

    With one reader the cases alone are drawn. statistic: of each row of a table, such as `median` and `mean`, which
    pass over NaN, what is missing. Rounds in which it is NaN count for nothing. The same table always gives the same
    interval.
    """
    rng = np.random.default_rng(_SEED)
    readers, cases = values.shape
    value = float(statistic(values.reshape(1, -1))[0])
    found = []
    step = max(_AT_A_TIME // max(values.size, 1), 1)
    for begin in range(0, rounds, step):
        count = min(step, rounds - begin)
        of_readers, of_cases = rng.integers(readers, size=(count, readers)), rng.integers(cases, size=(count, cases))
        drawn = values[of_readers[:, :, None], of_cases[:, None, :]]
        found.append(statistic(drawn.reshape(count, -1)))
    known = np.concatenate(found)
    known = known[np.isfinite(known)]
    if not len(known):
        return Estimate(value)
    low, high = np.quantile(known, TAILS)
    return Estimate(value, float(low), float(high))


def median(rows: Floats) -> Floats:
    """Of each row, NaN left out; NaN where nothing is left."""
    ordered = np.sort(rows, axis=1)  # NaN comes last
    counts = np.isfinite(rows).sum(axis=1)[:, None]
    middle = [np.take_along_axis(ordered, np.maximum(place, 0), axis=1) for place in ((counts - 1) // 2, counts // 2)]
    found: Floats = np.where(counts > 0, (middle[0] + middle[1]) / 2, np.nan)[:, 0]
    return found


def mean(rows: Floats) -> Floats:
    """Of each row, NaN left out; NaN where nothing is left."""
    known = np.isfinite(rows)
    counts = known.sum(axis=1)
    found: Floats = np.where(counts > 0, np.where(known, rows, 0).sum(axis=1) / np.maximum(counts, 1), np.nan)
    return found
