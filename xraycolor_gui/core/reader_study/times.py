"""How long readers took, and whether one way of looking is faster."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from xraycolor_gui.core.reader_study.areas import Versus, pairs
from xraycolor_gui.core.reader_study.decisions import EVERYBODY
from xraycolor_gui.core.reader_study.plan import Condition
from xraycolor_gui.core.reader_study.readings import Readings
from xraycolor_gui.core.statistics.crossed_bootstrap import crossed_bootstrap, median
from xraycolor_gui.core.statistics.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds per film. count: readings that were not interrupted."""

    reader: str
    condition: Condition
    count: int
    median: float
    lower_quartile: float
    upper_quartile: float


@dataclass(frozen=True, slots=True)
class TimeDifference:
    """The same reader on the same film in two conditions. seconds: median of the differences, first less second.

    ratio: median of first by second; below 1 where the first is faster.
    """

    reader: str
    versus: Versus
    pairs: int
    seconds: Estimate
    ratio: Estimate


def times_taken(readings: Readings) -> tuple[Taken, ...]:
    """By reader, then over all."""
    found = []
    for condition in readings.plan.conditions:
        table = readings.seconds[readings.place(condition)]
        rows = [*zip(readings.readers, table, strict=True), (EVERYBODY, table)]
        for reader, seconds in rows:
            known = seconds[np.isfinite(seconds)]
            if len(known):
                lower, median, upper = (float(one) for one in np.quantile(known, (0.25, 0.5, 0.75)))
                found.append(Taken(reader, condition, len(known), median, lower, upper))
    return tuple(found)


def time_differences(readings: Readings) -> tuple[TimeDifference, ...]:
    """By reader (bootstrap by case), then over all (bootstrap by reader and case)."""
    found = []
    for versus in pairs(readings.plan.conditions):
        first, second = (readings.seconds[readings.place(one)] for one in (versus.first, versus.second))
        rows = [(reader, slice(place, place + 1)) for place, reader in enumerate(readings.readers)]
        for reader, chosen in [*rows, (EVERYBODY, slice(None))]:
            one, other = first[chosen], second[chosen]
            count = int((np.isfinite(one) & np.isfinite(other)).sum())
            if count:
                logs = crossed_bootstrap(np.log(np.maximum(one, 1e-3) / np.maximum(other, 1e-3)), median)
                ratio = Estimate(*(math.exp(value) for value in (logs.value, logs.low, logs.high)))
                found.append(TimeDifference(reader, versus, count, crossed_bootstrap(one - other, median), ratio))
    return tuple(found)
