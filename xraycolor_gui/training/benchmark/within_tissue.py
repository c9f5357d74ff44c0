"""Gate: one tissue has one colour. ΔE2000 of an outlined tissue's pixels from their median colour, L* fixed at 55."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colour_vision import delta_e
from xraycolor_gui.training.benchmark.bootstrap import Pooled
from xraycolor_gui.training.benchmark.films import Film, group_title
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen, rng_of

GATE = "ΔE2000 within one tissue"
#: L* at which colours are compared, so that only hue and chroma count.
FIXED_L = 55.0
_MOST = 3.0
_PIXELS = 3000
#: Tissues of which a mask holds whole, even regions; bone outlines hold marrow, metal is a line at times.
_TISSUES = ("lung", "heart")


@dataclass(eq=False, slots=True)
class WithinTissue:
    """The median over the pixels of all films, every film with the same weight. Lungs behind the heart are left out."""

    _films: list[Film] = field(default_factory=list)
    _found: dict[str, Pooled] = field(default_factory=dict)

    def wants(self, film: Film) -> bool:
        return film.radiograph and not film.lungs_behind_heart and any(film.draws(t) for t in _TISSUES)

    def see(self, seen: Seen) -> None:
        self._films.append(seen.film)
        for tissue in _TISSUES:
            where = seen.drawn.tissues.get(tissue)
            if where is None or not (where & seen.drawn.known).any():
                continue
            pixels = seen.painted.chroma[where & seen.drawn.known]
            pixels = rng_of(seen.film, 2).permutation(pixels)[:_PIXELS]
            away = chroma_difference(pixels, np.median(pixels, axis=0))
            self._found.setdefault(tissue, Pooled(0.02, 60.0)).add(seen.film.patient, away)

    def rows(self, contender: str) -> list[Measured]:
        rows = []
        for tissue, found in sorted(self._found.items()):
            name = f"{tissue}, {group_title(self._films)}, median"
            row = Measured(GATE, name, contender, 0.0, limit=_MOST, sense=Sense.AT_MOST, unit="ΔE")
            rows.append(found.quantile(row, 0.5))
        return rows


def chroma_difference(first: NDArray[np.floating], second: NDArray[np.floating]) -> NDArray[np.floating]:
    """ΔE2000 between (…, 2) chroma at L* 55; shapes broadcast."""
    return np.asarray(delta_e(_at_fixed_l(first), _at_fixed_l(second)))


def _at_fixed_l(chroma: NDArray[np.floating]) -> NDArray[np.float64]:
    lab = np.full((*chroma.shape[:-1], 3), FIXED_L)
    lab[..., 1:] = chroma
    return lab
