"""How two panes share the room: beside each other, one above the other, or one at a time."""

from __future__ import annotations

from enum import Enum

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry

#: A film shown smaller than this (longer side, logical pixels) is rather shown alone.
LEAST_FILM = 360
#: The arrangement changes only when the film grows by this share.
WORTH_A_CHANGE = 0.1
#: Width of the line between panes, logical pixels.
LINE = 1


class Arrangement(Enum):
    """BESIDE and ABOVE show both panes, SINGLE one of them."""

    BESIDE = "beside"
    ABOVE = "above"
    SINGLE = "single"


def arrange(width: int, height: int, geometry: ViewGeometry, before: Arrangement) -> Arrangement:
    """The arrangement in which the film is largest at fit, in a room of width × height logical pixels.

    `before` stays unless another shows the film larger by WORTH_A_CHANGE.
    """
    sizes = {
        Arrangement.BESIDE: _film_size(geometry, (width - LINE) // 2, height - tokens.HEADER),
        Arrangement.ABOVE: _film_size(geometry, width, (height - LINE) // 2 - tokens.HEADER),
    }
    best = max(sizes, key=lambda arrangement: sizes[arrangement])
    if sizes[best] < LEAST_FILM:
        return Arrangement.SINGLE
    kept = sizes.get(before, 0.0)
    return before if kept >= LEAST_FILM and sizes[best] < kept * (1 + WORTH_A_CHANGE) else best


def _film_size(geometry: ViewGeometry, width: int, height: int) -> float:
    """Longer side of the fitted film."""
    return geometry.fit_zoom(Canvas(max(width, 1), max(height, 1))) * max(geometry.extent)
