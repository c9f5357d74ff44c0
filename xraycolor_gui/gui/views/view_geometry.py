"""Which part of a film a pane shows, and how large.

Two spaces meet here. Film positions are (row, column) in stored pixels with the pixels' edges at whole numbers, so the
first pixel covers 0 to 1. View positions are (x, y) in device pixels from the top left corner of a pane's picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

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
    """Where the film lies on a canvas: device pixel of its top left corner, device pixels per column and per row.

    The corner lies on a whole device pixel, so that a zoom of 1 copies pixels instead of blending neighbours.
    """

    x: int
    y: int
    per_column: float
    per_row: float

    def to_view(self, row: float, column: float) -> tuple[float, float]:
        """(x, y) of a film position."""
        return self.x + column * self.per_column, self.y + row * self.per_row

    def to_film(self, x: float, y: float) -> tuple[float, float]:
        """(row, column) under a view position; may lie outside the film."""
        return (y - self.y) / self.per_row, (x - self.x) / self.per_column


@dataclass(frozen=True, slots=True)
class ViewGeometry:
    """Zoom and place of one film; all panes that show the film share one value.

    shape: (rows, columns) of the film. aspect: height of a pixel divided by its width.
    zoom: device pixels per film column, or None for "as large as fits".
    center: film position in the middle of the canvas, as fractions (of rows, of columns).
    """

    shape: tuple[int, int]
    aspect: float = 1.0
    zoom: float | None = None
    center: tuple[float, float] = (0.5, 0.5)

    def fit_zoom(self, canvas: Canvas) -> float:
        """The zoom at which the whole film lies inside the canvas with its margin."""
        rows, columns = self.shape
        margin = 2 * FILM_MARGIN * canvas.ratio
        width = max(canvas.width - margin, 1.0)
        height = max(canvas.height - margin, 1.0)
        return min(width / columns, height / (rows * self.aspect))

    def scale(self, canvas: Canvas) -> float:
        """Device pixels per film column on this canvas."""
        return self.fit_zoom(canvas) if self.zoom is None else self.zoom

    def place(self, canvas: Canvas) -> Placement:
        """Where the film lies on this canvas."""
        rows, columns = self.shape
        per_column = self.scale(canvas)
        per_row = per_column * self.aspect
        down, across = self.center
        return Placement(
            round(canvas.width / 2 - across * columns * per_column),
            round(canvas.height / 2 - down * rows * per_row),
            per_column,
            per_row,
        )

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
        down = row + (canvas.height / 2 - y) / (zoom * self.aspect)
        across = column + (canvas.width / 2 - x) / zoom
        return replace(self, zoom=zoom, center=_inside(down / rows, across / columns))

    def at_zoom(self, zoom: float, canvas: Canvas) -> ViewGeometry:
        """The given zoom round the middle of the canvas; 1 is one device pixel per film column."""
        return self.zoomed(zoom / self.scale(canvas), canvas, canvas.width / 2, canvas.height / 2)

    def panned(self, dx: float, dy: float, canvas: Canvas) -> ViewGeometry:
        """Move the film by (dx, dy) device pixels; the middle of the canvas never leaves the film."""
        rows, columns = self.shape
        zoom = self.scale(canvas)
        down, across = self.center
        moved = _inside(down - dy / (zoom * self.aspect * rows), across - dx / (zoom * columns))
        return replace(self, zoom=zoom, center=moved)


def _inside(down: float, across: float) -> tuple[float, float]:
    return min(max(down, 0.0), 1.0), min(max(across, 0.0), 1.0)
