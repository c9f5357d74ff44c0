"""Gate: the lightness is the film's own. L* of the 8-bit picture against L* of the grey before rounding.

Pixels without any chroma are the 8-bit grey film to the bit, which its own rounding moves by up to a quarter of L*;
where all three channels are those of that film, nothing was changed, and nothing counts as away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding
from xraycolor_gui.core.color import grey_rgb
from xraycolor_gui.training.benchmark.bootstrap import Weights, mean, with_interval
from xraycolor_gui.training.benchmark.films import Film
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "lightness kept"
_MOST_MEAN, _MOST_EVER = 0.02, 0.15
_FILMS = 60


@dataclass(eq=False, slots=True)
class LightnessKept:
    """Mean and greatest |ΔL*| on the first films of the random order."""

    _patients: list[str] = field(default_factory=list)
    _mean: list[float] = field(default_factory=list)
    _greatest: list[float] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph and len(self._patients) < _FILMS

    def see(self, seen: Seen) -> None:
        linear = encoding.luminance(seen.painted.rgb / 255.0)
        away = np.abs(encoding.lab(linear)[..., 0] - seen.level)
        away[_is_the_grey_film(seen)] = 0.0
        self._patients.append(seen.film.patient)
        self._mean.append(float(away.mean()))
        self._greatest.append(float(away.max()))

    def rows(self, contender: str) -> list[Measured]:
        if not self._patients:
            return []
        greatest = np.asarray(self._greatest)

        def ever(weights: Weights) -> float:
            return float(greatest[weights > 0].max()) if (weights > 0).any() else math.nan

        rows = (("mean |ΔL*|", _MOST_MEAN, mean(self._mean)), ("greatest |ΔL*|", _MOST_EVER, ever))
        return [
            with_interval(
                Measured(GATE, name, contender, 0.0, limit=limit, sense=Sense.AT_MOST, unit="L*"),
                self._patients,
                statistic,
            )
            for name, limit, statistic in rows
        ]


def _is_the_grey_film(seen: Seen) -> NDArray[np.bool_]:
    film = grey_rgb(seen.grey)
    neutral = ~seen.painted.chroma.any(axis=2)
    return np.asarray(neutral & (film == seen.painted.rgb).all(axis=2), np.bool_)
