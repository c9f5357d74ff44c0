"""The picture of a film's visible part, at the screen's own pixels, each step of it done only when its inputs changed.

values (per view) → grey (per window) ─┬─▶ RGB (per strength)
palette chroma → chroma (per view) ────┘
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import color
from xraycolor_gui.core.presentation import Voi, grey_from_modality, values_of
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.gui.views.sampling import Patch, Pyramid

#: Panes of one film that are drawn by turns.
_PATCHES_KEPT = 2

RGB = NDArray[np.uint8]


@dataclass(eq=False, slots=True)
class _Drawn:
    """What is known of one patch; None where it must be made again."""

    values: NDArray[np.float32]
    grey: NDArray[np.float32] | None = None
    chroma: NDArray[np.float32] | None = None
    grey_rgb: RGB | None = None
    colour_rgb: RGB | None = None
    strength: float = 0.0


def film_pyramid(radiograph: Radiograph) -> Pyramid:
    """What a viewport draws from; takes a few ms per megapixel, in any thread."""
    return Pyramid(radiograph.stored, values_of(radiograph))


class Viewport:
    """Draws patches of one film. Panes that show the same patch share the work."""

    def __init__(self) -> None:
        self._pyramid: Pyramid | None = None
        self._radiograph: Radiograph | None = None
        self._voi: Voi | None = None
        self._chroma: NDArray[np.float32] | None = None
        self._drawn: OrderedDict[Patch, _Drawn] = OrderedDict()

    @property
    def has_film(self) -> bool:
        return self._pyramid is not None

    def set_film(self, radiograph: Radiograph | None, pyramid: Pyramid | None = None) -> None:
        """Show another film, without colour; None shows nothing. pyramid: what `film_pyramid` made of the film."""
        self._drawn.clear()
        self._chroma = self._voi = None
        self._radiograph = radiograph
        self._pyramid = pyramid or film_pyramid(radiograph) if radiograph is not None else None

    def set_presentation(self, radiograph: Radiograph, voi: Voi | None) -> None:
        """Present the film, which differs from the one of `set_film` in polarity at most, with another window."""
        self._radiograph, self._voi = radiograph, voi
        for drawn in self._drawn.values():
            drawn.grey = drawn.grey_rgb = drawn.colour_rgb = None

    def set_chroma(self, chroma: NDArray[np.float32] | None) -> None:
        """Chroma of the whole film, (rows, columns, 2) at any resolution; None for a film without colour."""
        self._chroma = chroma
        for drawn in self._drawn.values():
            drawn.chroma = drawn.colour_rgb = None

    def draw(self, patch: Patch, strength: float) -> RGB:
        """(height, width, 3) sRGB of a patch; exactly the grey picture at strength 0 or without colour."""
        drawn = self._of(patch)
        grey = self._grey(drawn)
        if self._chroma is None or strength == 0:
            if drawn.grey_rgb is None:
                drawn.grey_rgb = patch.turn.turned(color.grey_rgb(grey))
            return drawn.grey_rgb
        if drawn.chroma is None:
            assert self._pyramid is not None
            drawn.chroma = enlarge(self._chroma, self._pyramid.shape, patch.region, patch.stored_size)
        if drawn.colour_rgb is None or drawn.strength != strength:
            drawn.colour_rgb = patch.turn.turned(color.render(grey, drawn.chroma, strength))
            drawn.strength = strength
        return drawn.colour_rgb

    def _grey(self, drawn: _Drawn) -> NDArray[np.float32]:
        if drawn.grey is None:
            assert self._radiograph is not None
            drawn.grey = grey_from_modality(drawn.values, self._radiograph, self._voi).grey
        return drawn.grey

    def _of(self, patch: Patch) -> _Drawn:
        if patch not in self._drawn:
            assert self._pyramid is not None
            self._drawn[patch] = _Drawn(self._pyramid.sample(patch))
        self._drawn.move_to_end(patch)
        while len(self._drawn) > _PATCHES_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[patch]
