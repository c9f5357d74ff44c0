"""The brush: paints a region pixel by pixel, adds to one with Shift, and takes away from it with Ctrl."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.regions import Brush, mask_of, painted
from xraycolor_gui.gui.feedback.tools import RegionTool, per_pixel
from xraycolor_gui.gui.views.drawn.tools import Touch

if TYPE_CHECKING:
    from xraycolor_gui.gui.feedback.layer import FeedbackLayer
    from xraycolor_gui.gui.session import Session

#: Radius in logical pixels, so that a finer brush is a closer look.
RADIUS = 10.0
#: Bits of a pixel that OpenCV draws with.
_SHIFT = 4


class BrushTool(RegionTool):
    """A stroke paints; let go, it is a region. Shift and Ctrl go on with the painted region that was chosen last."""

    strokes = True

    def __init__(self, layer: FeedbackLayer, session: Session, snaps: Callable[[], bool]) -> None:
        super().__init__(layer, session, snaps)
        self._mask: NDArray[np.uint8] | None = None
        self._last: tuple[float, float] | None = None
        self._colour = 1
        self._changes = ""
        self._chosen = ""
        layer.chosenChanged.connect(self._note_choice)

    @property
    def busy(self) -> bool:
        return self._mask is not None

    def press(self, touch: Touch) -> None:
        radiograph = self._session.radiograph
        if radiograph is None:
            return
        found = self._layer.region(self._chosen) if touch.straight or touch.ctrl else None
        goes_on = found is not None and isinstance(found.region, Brush)
        self._changes = self._chosen if goes_on else ""
        self._colour = 0 if goes_on and touch.ctrl else 1
        if goes_on and found is not None and found.region is not None:
            self._mask = mask_of(found.region, radiograph.shape).astype(np.uint8)
        else:
            self._mask = np.zeros(radiograph.shape, np.uint8)
        self._last = touch.point
        self.move(touch)

    def move(self, touch: Touch) -> None:
        if self._mask is None or self._last is None:
            return
        radius = max(RADIUS * per_pixel(touch), 0.5)
        ends = [tuple(round((each - 0.5) * (1 << _SHIFT)) for each in point) for point in (self._last, touch.point)]
        for x, y in ends:
            cv2.circle(self._mask, (x, y), round(radius * (1 << _SHIFT)), self._colour, -1, cv2.LINE_8, _SHIFT)
        (x0, y0), (x1, y1) = ends
        if (x0, y0) != (x1, y1):
            across = np.array([y0 - y1, x1 - x0]) * (radius * (1 << _SHIFT) / np.hypot(x1 - x0, y1 - y0))
            start, end = np.array(ends)
            corners = np.stack([start + across, end + across, end - across, start - across])
            cv2.fillConvexPoly(self._mask, corners.round().astype(np.int32), self._colour, cv2.LINE_8, _SHIFT)
        self._last = touch.point
        self._region = painted(self._mask.astype(np.bool_)) if self._mask.any() else None
        self.changed.emit()

    def release(self, _touch: Touch) -> None:
        if self._changes and self._region is not None:
            which, region = self._changes, self._region
            self._forget()
            self._layer.change_region(which, region)
            self._layer.choose(which)
            self.changed.emit()
        else:
            self._end()

    def _forget(self) -> None:
        super()._forget()
        self._mask = self._last = None
        self._changes = ""

    def _note_choice(self) -> None:
        if self._layer.chosen:
            self._chosen = self._layer.chosen
