"""Which part of a film a pane shows, and how large.

Two spaces meet here. Film positions are (row, column) in stored pixels with the pixels' edges at whole numbers, so the
first pixel covers 0 to 1. View positions are (x, y) in device pixels from the top left corner of a pane's picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from xraycolor_gui.core.turn import UPRIGHT, Turn

#: Room round a film that is fitted into its pane, in logical pixels.
FILM_MARGIN = 8
#: Device pixels per film column, at most.
LARGEST_ZOOM = 32.0


class Canvas(NamedTuple):
    """A pane's picture area: width and height in device pixels, and device pixels per logical pixel."""

    width: int
    height: int
    ratio: float = 1.0


class Placement(NamedTuple):
    """Where the film lies on a canvas: device pixel of its top left corner as seen, device pixels per column and row.

    The corner lies on a whole device pixel, so that a zoom of 1 copies pixels instead of blending neighbours. `shape`
    is the film's (rows, columns), and `turn` how it lies. This is the only way between film and view positions.
    """

    x: int
    y: int
    per_column: float
    per_row: float
    shape: tuple[int, int]
    turn: Turn = UPRIGHT

    def to_view(self, row: float, column: float) -> tuple[float, float]:
        """(x, y) of a film position."""
        rows, columns = self.shape
        stored = column * self.per_column, row * self.per_row
        x, y = self.turn.place(*stored, columns * self.per_column, rows * self.per_row)
        return self.x + x, self.y + y

    def to_film(self, x: float, y: float) -> tuple[float, float]:
        """(row, column) under a view position; may lie outside the film."""
        column, row = self.turn.undone().place(x - self.x, y - self.y, *self.size)
        return row / self.per_row, column / self.per_column

    @property
    def size(self) -> tuple[float, float]:
        """(width, height) of the whole film as seen, in device pixels."""
        rows, columns = self.shape
        return self.turn.size(columns * self.per_column, rows * self.per_row)


@dataclass(frozen=True, slots=True)
class ViewGeometry:
    """Zoom and place of one film; all panes that show the film share one value.

    shape: (rows, columns) of the film. aspect: height of a pixel divided by its width.
    zoom: device pixels per film column, or None for "as large as fits".
    center: film position in the middle of the canvas, as fractions (of rows, of columns).
    turn: how the film lies.
    """

    shape: tuple[int, int]
    aspect: float = 1.0
    zoom: float | None = None
    center: tuple[float, float] = (0.5, 0.5)
    turn: Turn = UPRIGHT

    @property
    def turns(self) -> int:
        """Quarter turns clockwise, 0 … 3, made after the mirroring."""
        return self.turn.quarters

    @property
    def mirrored(self) -> bool:
        """Whether left and right of the stored film are exchanged."""
        return self.turn.mirrored

    @property
    def extent(self) -> tuple[float, float]:
        """(width, height) of the film as seen, in units of a column's width."""
        rows, columns = self.shape
        return self.turn.size(columns, rows * self.aspect)

    def fit_zoom(self, canvas: Canvas) -> float:
        """The zoom at which the whole film lies inside the canvas with its margin."""
        across, down = self.extent
        margin = 2 * FILM_MARGIN * canvas.ratio
        width = max(canvas.width - margin, 1.0)
        height = max(canvas.height - margin, 1.0)
        return min(width / across, height / down)

    def scale(self, canvas: Canvas) -> float:
        """Device pixels per film column on this canvas."""
        return self.fit_zoom(canvas) if self.zoom is None else self.zoom

    def place(self, canvas: Canvas) -> Placement:
        """Where the film lies on this canvas."""
        rows, columns = self.shape
        down, across = self.center
        at_corner = self._at_corner(self.scale(canvas))
        x, y = at_corner.to_view(down * rows, across * columns)
        return at_corner._replace(x=round(canvas.width / 2 - x), y=round(canvas.height / 2 - y))

    def turned(self, turn: Turn) -> ViewGeometry:
        """The film lying otherwise, with the same zoom and the same place in the middle."""
        return replace(self, turn=turn)

    def fitted(self) -> ViewGeometry:
        """The whole film, centred."""
        return replace(self, zoom=None, center=(0.5, 0.5))

    def zoomed(self, factor: float, canvas: Canvas, x: float, y: float) -> ViewGeometry:
        """Zoom by `factor`, keeping the film position under view position (x, y) where it is.

        Zooming out ends where the whole film is seen, or at 1:1 for a film smaller than that.
        """
        fit = self.fit_zoom(canvas)
        before = self.scale(canvas)
        zoom = min(max(before * factor, min(fit, 1.0)), max(LARGEST_ZOOM, fit))
        if factor < 1 and fit <= 1 and zoom <= fit:
            return self.fitted()
        row, column = self.place(canvas).to_film(x, y)
        rows, columns = self.shape
        down, across = self._step(zoom, canvas.width / 2 - x, canvas.height / 2 - y)
        return replace(self, zoom=zoom, center=_inside((row + down) / rows, (column + across) / columns))

    def at_zoom(self, zoom: float, canvas: Canvas) -> ViewGeometry:
        """The given zoom round the middle of the canvas; 1 is one device pixel per film column."""
        return self.zoomed(zoom / self.scale(canvas), canvas, canvas.width / 2, canvas.height / 2)

    def panned(self, dx: float, dy: float, canvas: Canvas) -> ViewGeometry:
        """Move the film by (dx, dy) device pixels; the middle of the canvas never leaves the film."""
        rows, columns = self.shape
        zoom = self.scale(canvas)
        down, across = self.center
        rows_on, columns_on = self._step(zoom, dx, dy)
        return replace(self, zoom=zoom, center=_inside(down - rows_on / rows, across - columns_on / columns))

    def _at_corner(self, zoom: float) -> Placement:
        """The film in the canvas's corner."""
        return Placement(0, 0, zoom, zoom * self.aspect, self.shape, self.turn)

    def _step(self, zoom: float, dx: float, dy: float) -> tuple[float, float]:
        """(rows, columns) that a way of (dx, dy) device pixels crosses."""
        placement = self._at_corner(zoom)
        (row0, column0), (row1, column1) = placement.to_film(0, 0), placement.to_film(dx, dy)
        return row1 - row0, column1 - column0


def _inside(down: float, across: float) -> tuple[float, float]:
    return min(max(down, 0.0), 1.0), min(max(across, 0.0), 1.0)
