"""The picture of a film's visible part, at the screen's own pixels, each step of it done only when its inputs changed.

values (per view) → grey (per window) ─┬─▶ RGB (per strength)
palette chroma → chroma (per view) ────┘

A picture with colours of its own is drawn in these where no chroma is. What the shutter covers is covered last.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import color
from xraycolor_gui.core.presentation import Voi, colours_from_stored, grey_from_modality, values_of
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.shutters import Shutter, covered
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.gui.views.moving import Moving
from xraycolor_gui.gui.views.sampling import Patch, Pyramid

#: Panes of one film that are drawn by turns.
_PATCHES_KEPT = 2

RGB = NDArray[np.uint8]


@dataclass(eq=False, slots=True)
class _Drawn:
    """What is known of one patch; None where it must be made again."""

    values: NDArray[np.float32]
    own: NDArray[np.float32] | None = None
    covered: NDArray[np.bool_] | None = None
    grey: NDArray[np.float32] | None = None
    chroma: NDArray[np.float32] | None = None
    grey_rgb: RGB | None = None
    colour_rgb: RGB | None = None
    strength: float = 0.0
    screen: color.Screen | None = None


def film_pyramid(radiograph: Radiograph) -> Pyramid:
    """What a viewport draws from; takes a few ms per megapixel, in any thread."""
    pyramid = Pyramid(radiograph.stored, values_of(radiograph))
    if radiograph.rgb is not None:
        pyramid.colours = tuple(Pyramid(np.ascontiguousarray(radiograph.rgb[..., channel])) for channel in range(3))
    return pyramid


class Viewport:
    """Draws patches of one film. Panes that show the same patch share the work."""

    def __init__(self) -> None:
        self._pyramid: Pyramid | None = None
        self._radiograph: Radiograph | None = None
        self._voi: Voi | None = None
        self._chroma: NDArray[np.float32] | None = None
        self._drawn: OrderedDict[Patch, _Drawn] = OrderedDict()
        self._moving = Moving(self._draw)

    @property
    def has_film(self) -> bool:
        return self._pyramid is not None

    def set_film(self, radiograph: Radiograph | None, pyramid: Pyramid | None = None) -> None:
        """Show another film, without colour; None shows nothing. pyramid: what `film_pyramid` made of the film."""
        self._drawn.clear()
        self._moving.forget()
        self._chroma = self._voi = None
        self._radiograph = radiograph
        self._pyramid = pyramid or film_pyramid(radiograph) if radiograph is not None else None

    def set_presentation(self, radiograph: Radiograph, voi: Voi | None) -> None:
        """Present the film, whose modality values are those of the one of `set_film`, with another window."""
        other_shutter = self._radiograph is None or radiograph.shutter is not self._radiograph.shutter
        self._radiograph, self._voi = radiograph, voi
        self._moving.forget()
        for drawn in self._drawn.values():
            if other_shutter:
                drawn.covered = drawn.chroma = None
            drawn.grey = drawn.grey_rgb = drawn.colour_rgb = None

    def set_chroma(self, chroma: NDArray[np.float32] | None) -> None:
        """Chroma of the whole film, (rows, columns, 2) at any resolution; None for a film without colour."""
        self._chroma = chroma
        self._moving.forget()
        for drawn in self._drawn.values():
            drawn.chroma = drawn.colour_rgb = None

    def draw(self, patch: Patch, strength: float, screen: color.Screen | None = None, *, moving: bool = False) -> RGB:
        """(height, width, 3) sRGB of a patch, or what looks like it on a screen.

        Exactly the grey picture at strength 0 or without colour. moving: the film is on its way, and soon is better
        than exact (`moving`).
        """
        if moving:
            return self._moving.draw(patch, strength, screen)
        rgb = self._draw(patch, strength, screen)
        self._moving.note(patch, strength, screen, rgb)
        return rgb

    def _draw(self, patch: Patch, strength: float, screen: color.Screen | None) -> RGB:
        drawn = self._of(patch)
        if drawn.screen is not screen:
            drawn.grey_rgb, drawn.colour_rgb, drawn.screen = None, None, screen
        grey = self._grey(drawn, patch)
        if self._chroma is None or strength == 0:
            if drawn.grey_rgb is None:
                drawn.grey_rgb = patch.turn.turned(self._film_itself(drawn, patch, grey))
            return drawn.grey_rgb
        if drawn.chroma is None:
            assert self._pyramid is not None
            drawn.chroma = enlarge(self._chroma, self._pyramid.shape, patch.region, patch.stored_size)
            if drawn.covered is not None:
                drawn.chroma[drawn.covered] = 0
        if drawn.colour_rgb is None or drawn.strength != strength:
            drawn.colour_rgb = patch.turn.turned(color.render(grey, drawn.chroma, strength, screen))
            drawn.strength = strength
        return drawn.colour_rgb

    def _grey(self, drawn: _Drawn, patch: Patch) -> NDArray[np.float32]:
        if drawn.grey is None:
            assert self._radiograph is not None
            drawn.grey = grey_from_modality(drawn.values, self._radiograph, self._voi).grey
            shutter = self._radiograph.shutter
            if shutter is not None:
                if drawn.covered is None:
                    drawn.covered = _covered(shutter, patch, self._radiograph.pixel_aspect)
                drawn.grey = np.where(drawn.covered, np.float32(shutter.value), drawn.grey)
        return drawn.grey

    def _film_itself(self, drawn: _Drawn, patch: Patch, grey: NDArray[np.float32]) -> RGB:
        """In grey, or in the colours the picture was stored in."""
        assert self._pyramid is not None and self._radiograph is not None
        if not self._pyramid.colours:
            return color.grey_rgb(grey, drawn.screen)
        if drawn.own is None:
            drawn.own = np.stack([channel.sample(patch) for channel in self._pyramid.colours], axis=-1)
        shown = colours_from_stored(drawn.own, self._radiograph, self._voi)
        if drawn.covered is not None and self._radiograph.shutter is not None:
            shown[drawn.covered] = round(255 * self._radiograph.shutter.value)
        return shown if drawn.screen is None else drawn.screen.convert(shown.reshape(-1, 3)).reshape(shown.shape)

    def _of(self, patch: Patch) -> _Drawn:
        if patch not in self._drawn:
            assert self._pyramid is not None
            self._drawn[patch] = _Drawn(self._pyramid.sample(patch))
        self._drawn.move_to_end(patch)
        while len(self._drawn) > _PATCHES_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[patch]


def _covered(shutter: Shutter, patch: Patch, aspect: float) -> NDArray[np.bool_]:
    """Where the shutter covers the patch as stored; at the middle of each of its pixels."""
    row0, column0, row1, column1 = patch.region
    rows, columns = patch.stored_size
    down = row0 + (np.arange(rows) + 0.5) * (row1 - row0) / rows
    across = column0 + (np.arange(columns) + 0.5) * (column1 - column0) / columns
    return covered(shutter, down, across, aspect)
