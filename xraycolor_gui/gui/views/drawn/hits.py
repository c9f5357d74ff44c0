"""Which drawing is under the pointer, and by what it is held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF

from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer, extent

#: How near a line or handle a press takes it, in logical pixels.
REACH = 6.0
HANDLE_REACH = 8.0


class Hit(NamedTuple):
    """handle: its number, or None where the drawing is held by its line or its inside."""

    layer: Layer
    drawing: Drawing
    handle: int | None


def hit(layers: Iterable[Layer], at: QPointF, view: FilmView, inside: bool = True) -> Hit | None:
    """Handles of what is chosen come first, then lines, the uppermost first, then the inside of what is chosen.

    inside: whether that counts; not while something else is drawn there.
    """
    layers = tuple(layers)
    chosen = [(layer, drawing) for layer in layers if (drawing := layer.find(layer.chosen)) is not None]
    for layer, drawing in chosen:
        if (number := _handle(drawing, at, view)) is not None:
            return Hit(layer, drawing, number)
    x, y = view.to_image(at)
    reach = REACH * view.ratio / min(view.placement.per_column, view.placement.per_row)
    for layer in reversed(layers):
        for drawing in reversed(layer.drawings):
            if _near(drawing, x, y, reach) and _distance(drawing, at, view) <= REACH:
                return Hit(layer, drawing, _handle(drawing, at, view))
    for layer, drawing in chosen if inside else ():
        if drawing.shape.holds(x, y):
            return Hit(layer, drawing, None)
    return None


def _handle(drawing: Drawing, at: QPointF, view: FilmView) -> int | None:
    handles = drawing.shape.handles
    if not handles:
        return None
    away = np.hypot(*(view.many(np.array(handles, np.float64)) - (at.x(), at.y())).T)
    nearest = int(away.argmin())
    return nearest if away[nearest] <= HANDLE_REACH else None


def _near(drawing: Drawing, x: float, y: float, reach: float) -> bool:
    """Whether the point is within `reach` (image coordinates) of the lines' box: most drawings are not."""
    _, left, top, right, bottom = extent(drawing)
    return left - reach <= x <= right + reach and top - reach <= y <= bottom + reach


def _distance(drawing: Drawing, at: QPointF, view: FilmView) -> float:
    """Logical pixels from the nearest line."""
    return min(_to_line(view.many(line), at) for line in extent(drawing).lines)


def _to_line(line: np.ndarray, at: QPointF) -> float:
    start, way = line[:-1], line[1:] - line[:-1]
    from_start = np.array([at.x(), at.y()]) - start
    squared = (way * way).sum(axis=1)
    along = np.clip((from_start * way).sum(axis=1) / np.where(squared > 0, squared, 1), 0, 1)
    return float(np.hypot(*(from_start - along[:, None] * way).T).min())
