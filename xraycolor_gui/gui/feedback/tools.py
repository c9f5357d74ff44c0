"""The tools that outline a region: rectangle, ellipse, polygon, freehand, point, and one that grows it from a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt

from xraycolor_gui.core.growing import USUAL, grown, unlikeness
from xraycolor_gui.core.regions import Ellipse, Freehand, Point, Polygon, Rectangle, Region
from xraycolor_gui.gui.feedback.edges import along_edges, nearest_edge
from xraycolor_gui.gui.views.drawn.layer import Drawing
from xraycolor_gui.gui.views.drawn.shapes import Path, shape_of
from xraycolor_gui.gui.views.drawn.tools import SLACK, DrawingTool, Touch

if TYPE_CHECKING:
    from xraycolor_gui.gui.feedback.layer import FeedbackLayer
    from xraycolor_gui.gui.session import Session

XY = tuple[float, float]
#: Id of what is just being drawn.
MAKING = "making region"
#: A click so near the first corner closes the outline; so far, in logical pixels, an end may move to its edge.
CLOSE, SNAP = 8.0, 8.0
#: A stroke keeps a point every so many logical pixels; with snapping, a place on an edge every so many.
_STEP, _ANCHOR = 2.0, 36.0
#: Logical pixels of drag that double, or halve, how unlike a grown region may be to where it began.
_TWICE = 80.0


class RegionTool(DrawingTool):
    """What the tools share. done: takes the region that was drawn. snaps: whether edges are followed without a key."""

    def __init__(self, layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]) -> None:
        super().__init__(layer)
        self._layer, self._session, self._snaps = layer, session, snaps
        self._region: Region | None = None

    @property
    def making(self) -> Drawing | None:
        return Drawing(MAKING, shape_of(self._region)) if self._region is not None else None

    @property
    def busy(self) -> bool:
        return self._region is not None

    def cancel(self) -> bool:
        drew = self.busy
        self._forget()
        if drew:
            self.changed.emit()
        return drew

    def _forget(self) -> None:
        self._region = None

    def _end(self) -> None:
        region = self._region
        self._forget()
        self.changed.emit()
        if region is not None:
            self._layer.add(region)

    def _stored(self, touch: Touch) -> NDArray[np.generic] | None:
        """The film's pixels where its edges are wanted."""
        radiograph = self._session.radiograph
        return radiograph.stored if radiograph is not None and (touch.alt or self._snaps()) else None

    def _placed(self, touch: Touch, stored: NDArray[np.generic] | None) -> XY:
        """Under the pointer, or on the edge beside it."""
        return touch.point if stored is None else nearest_edge(stored, touch.point, SNAP * per_pixel(touch))


class BoxTool(RegionTool):
    """A rectangle or ellipse from corner to corner, by a drag or two clicks; Shift keeps both sides equal."""

    def __init__(
        self, kind: type[Rectangle] | type[Ellipse], layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]
    ) -> None:
        super().__init__(layer, session, snaps)
        self._kind = kind
        self._from: XY | None = None
        self._pressed: QPointF | None = None

    @property
    def busy(self) -> bool:
        return self._from is not None

    def press(self, touch: Touch) -> None:
        if self._from is None:
            self._from, self._pressed = touch.point, touch.at
        else:
            self._pressed = None
        self.move(touch)

    def move(self, touch: Touch) -> None:
        if self._from is None:
            return
        (x0, y0), (x, y) = self._from, touch.point
        width, height = abs(x - x0), abs(y - y0)
        if touch.straight:
            width = height = max(width, height)
        left, top = x0 - width * (x < x0), y0 - height * (y < y0)
        self._region = self._kind(left, top, width, height) if width and height else None
        self.changed.emit()

    def release(self, touch: Touch) -> None:
        if self._from is None:
            return
        moved = self._pressed is None or _far(touch.at, self._pressed) > SLACK
        self._pressed = None
        if moved:
            self.move(touch)
            self._end()

    def _forget(self) -> None:
        super()._forget()
        self._from = None


class PolygonTool(RegionTool):
    """Corner by corner; a click on the first one, or a second click on the last, closes it."""

    def __init__(self, layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]) -> None:
        super().__init__(layer, session, snaps)
        self._lines: list[list[XY]] = []
        self._to: list[XY] = []
        self._snapped = False

    @property
    def making(self) -> Drawing | None:
        points = [*self._points(), *self._to]
        if len(points) < 2:
            return None
        return Drawing(MAKING, Path(tuple(points), tuple((at, at + 1) for at in range(len(points) - 1))))

    @property
    def busy(self) -> bool:
        return bool(self._lines)

    @property
    def points(self) -> int:
        return len(self._lines)

    def take_back(self) -> bool:
        if len(self._lines) < 2:
            return self.cancel()
        self._lines.pop()
        self.changed.emit()
        return True

    def press(self, touch: Touch) -> None:
        corners = [each[-1] for each in self._lines]
        if len(corners) >= 2 and any(_on(touch, corner) for corner in (corners[0], corners[-1])):
            # The way back to the first corner follows edges as the others do.
            self._close(touch)
            return
        stored = self._stored(touch)
        self._lines.append(self._line(self._placed(touch, stored), stored))
        self._snapped = self._snapped or (stored is not None and len(self._lines) > 1)
        self.move(touch)

    def move(self, touch: Touch) -> None:
        if self._lines:
            stored = self._stored(touch)
            self._to = self._line(self._placed(touch, stored), stored)
            self.changed.emit()

    def _close(self, touch: Touch) -> None:
        stored = self._stored(touch)
        points = self._points()
        if stored is not None:
            points += along_edges(stored, points[-1], points[0])[1:-1]
            self._snapped = True
        if len(points) >= 3:
            self._region = Freehand(tuple(points)) if self._snapped else Polygon(tuple(points))
        self._end()

    def _points(self) -> list[XY]:
        return [point for each in self._lines for point in each]

    def _line(self, to: XY, stored: NDArray[np.generic] | None) -> list[XY]:
        """From the last corner on, without it."""
        if not self._lines or stored is None:
            return [to]
        return along_edges(stored, self._lines[-1][-1], to)[1:]

    def _forget(self) -> None:
        super()._forget()
        self._lines, self._to, self._snapped = [], [], False


class FreehandTool(RegionTool):
    """One stroke; it is closed where it ends. With snapping it is laid on the edges beside it."""

    strokes = True

    def __init__(self, layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]) -> None:
        super().__init__(layer, session, snaps)
        self._stroke: list[XY] = []
        self._last = QPointF()

    @property
    def making(self) -> Drawing | None:
        if len(self._stroke) < 2:
            return None
        links = tuple((at, at + 1) for at in range(len(self._stroke) - 1))
        return Drawing(MAKING, Path(tuple(self._stroke), links))

    @property
    def busy(self) -> bool:
        return bool(self._stroke)

    def press(self, touch: Touch) -> None:
        self._stroke, self._last = [touch.point], touch.at

    def move(self, touch: Touch) -> None:
        if self._stroke and _far(touch.at, self._last) >= _STEP:
            self._stroke.append(touch.point)
            self._last = touch.at
            self.changed.emit()

    def release(self, touch: Touch) -> None:
        if len(self._stroke) >= 3:
            stored = self._stored(touch)
            points = self._stroke if stored is None else self._on_edges(touch, stored)
            self._region = Freehand(tuple(points)) if len(points) >= 3 else None
        self._end()

    def _on_edges(self, touch: Touch, stored: NDArray[np.generic]) -> list[XY]:
        """Places of the stroke moved to the edges beside them, and lines along edges between them."""
        every = max(round(_ANCHOR / _STEP), 1)
        anchors = [nearest_edge(stored, point, SNAP * per_pixel(touch)) for point in self._stroke[::every]]
        points: list[XY] = []
        for start, end in zip(anchors, [*anchors[1:], anchors[0]], strict=True):
            points += along_edges(stored, start, end)[:-1]
        return points

    def _forget(self) -> None:
        super()._forget()
        self._stroke = []


class PointTool(RegionTool):
    """One click; with snapping on the edge beside it."""

    def press(self, touch: Touch) -> None:
        self._region = Point(*self._placed(touch, self._stored(touch)))
        self.changed.emit()

    def move(self, touch: Touch) -> None:
        if self._region is not None:
            self.press(touch)

    def release(self, _touch: Touch) -> None:
        self._end()


class GrowTool(RegionTool):
    """All that the model reads like the place clicked, joined with it; dragging right takes more, left takes less."""

    cursor = Qt.CursorShape.PointingHandCursor
    strokes = True

    def __init__(self, layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]) -> None:
        super().__init__(layer, session, snaps)
        self._unlike: NDArray[np.float32] | None = None
        self._from: Touch | None = None

    @property
    def busy(self) -> bool:
        return self._from is not None

    def press(self, touch: Touch) -> None:
        colorization, radiograph = self._session.colorization, self._session.radiograph
        if colorization is None or radiograph is None:
            return
        shares = self._session.palette.shares(colorization.composition, colorization.tissues)
        x, y = touch.point
        self._unlike, self._from = unlikeness(shares, y, x, radiograph.shape), touch
        self.move(touch)

    def move(self, touch: Touch) -> None:
        radiograph = self._session.radiograph
        if self._from is None or self._unlike is None or radiograph is None:
            return
        x, y = self._from.point
        limit = USUAL * 2 ** ((touch.at.x() - self._from.at.x()) / _TWICE)
        self._region = grown(self._unlike, y, x, radiograph.shape, min(limit, 0.9))
        self.changed.emit()

    def release(self, _touch: Touch) -> None:
        self._end()

    def _forget(self) -> None:
        super()._forget()
        self._unlike = self._from = None


def per_pixel(touch: Touch) -> float:
    """Pixels of the film in one logical pixel."""
    return touch.view.ratio / min(touch.view.placement.per_column, touch.view.placement.per_row)


def _on(touch: Touch, corner: XY) -> bool:
    return _far(touch.at, touch.view.to_picture(*corner)) <= CLOSE


def _far(a: QPointF, b: QPointF) -> float:
    way = a - b
    return float(np.hypot(way.x(), way.y()))
