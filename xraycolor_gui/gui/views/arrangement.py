"""How two panes, or the panes of two films, share the room."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry

#: A film shown smaller than this (longer side, logical pixels) is rather shown alone.
LEAST_FILM = 360
#: As LEAST_FILM where two films share the room: four pictures of this size still tell more than two larger ones.
LEAST_OF_TWO = 320
#: The arrangement changes only when the film grows by this share.
WORTH_A_CHANGE = 0.1
#: Width of the line between panes, logical pixels.
LINE = 1


class Arrangement(Enum):
    """BESIDE and ABOVE show both panes, SINGLE one of them."""

    BESIDE = "beside"
    ABOVE = "above"
    SINGLE = "single"


class Sharing(NamedTuple):
    """How two films share the room: in columns or, one above the other, in rows; and how the panes of each lie."""

    columns: bool
    each: Arrangement


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


def arrange_two(width: int, height: int, films: tuple[ViewGeometry, ViewGeometry], one_each: bool) -> Sharing:
    """The sharing in which the smaller of two films is largest at fit. one_each: each film has one picture only.

    Four pictures always lie in two columns with grey above colour: like lies beside like.
    """

    def smaller(across: int, down: int) -> float:
        room = (width - LINE) // across, (height - LINE) // down - tokens.HEADER
        return min(_film_size(film, *room) for film in films)

    if not one_each and smaller(2, 2) >= LEAST_OF_TWO:
        return Sharing(True, Arrangement.ABOVE)
    return Sharing(smaller(2, 1) * (1 + WORTH_A_CHANGE) >= smaller(1, 2), Arrangement.SINGLE)


def _film_size(geometry: ViewGeometry, width: int, height: int) -> float:
    """Longer side of the fitted film."""
    return geometry.fit_zoom(Canvas(max(width, 1), max(height, 1))) * max(geometry.extent)
