"""Where something goes that belongs to a region: beside its edge, never over it, on the side with most dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

#: Between the region and what belongs to it; between that and the edge of the room.
OFF, EDGE = 12, 8
#: One pixel of the picture that is looked at for darkness stands for so many.
_COARSE = 8
#: A pixel farther from the region counts as much as so many steps of lightness.
_PER_PIXEL = 0.8


def place_beside(region: QRect, also: Sequence[QRect], size: QSize, room: QRect, light: np.ndarray) -> QPoint:
    """Upper left corner for something of this size.

    region: not to be covered. also: not to be covered if it can be helped, such as the region in another pane.
    light: (rows, columns) of the room, dark is small.
    """
    inside = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    best, least = inside.topLeft(), float("inf")
    for number, box in enumerate(_places(region, size, inside)):
        over = _area(box & region)
        others = sum(_area(box & other) for other in also)
        dark = _lightness(box.translated(-room.topLeft()), light)
        cost = 1e3 * over + 10 * others + dark + _PER_PIXEL * _apart(box, region) + 2 * number
        if cost < least:
            best, least = box.topLeft(), cost
    return best


def lightness(widget: QWidget) -> np.ndarray:
    """(rows, columns) 0 … 255 of what a widget shows, coarse."""
    image = widget.grab().toImage()
    width, height = max(widget.width() // _COARSE, 1), max(widget.height() // _COARSE, 1)
    grey = image.scaled(width, height).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(height, grey.bytesPerLine())
    return rows[:, :width].copy()


def _places(region: QRect, size: QSize, inside: QRect) -> Iterator[QRect]:
    """Right, left, below and above, each at three heights or widths, pushed into the room; then its corners."""
    middle = region.center()
    downs = (middle.y() - size.height() // 2, region.top(), region.bottom() - size.height())
    acrosses = (middle.x() - size.width() // 2, region.left(), region.right() - size.width())
    corners: list[tuple[int, int]] = []
    for down in downs:
        corners += [(region.right() + OFF, down), (region.left() - OFF - size.width(), down)]
    for across in acrosses:
        corners += [(across, region.bottom() + OFF), (across, region.top() - OFF - size.height())]
    corners += [(x, y) for x in (inside.left(), inside.right()) for y in (inside.top(), inside.bottom())]
    for left, top in corners:
        x = max(min(left, inside.right() - size.width()), inside.left())
        y = max(min(top, inside.bottom() - size.height()), inside.top())
        yield QRect(QPoint(x, y), size)


def _apart(a: QRect, b: QRect) -> int:
    """Pixels between two boxes."""
    across = max(a.left() - b.right(), b.left() - a.right(), 0)
    down = max(a.top() - b.bottom(), b.top() - a.bottom(), 0)
    return across + down


def _area(box: QRect) -> int:
    return max(box.width(), 0) * max(box.height(), 0) if box.isValid() else 0


def _lightness(box: QRect, light: np.ndarray) -> float:
    top, left = max(box.top() // _COARSE, 0), max(box.left() // _COARSE, 0)
    part = light[top : box.bottom() // _COARSE + 1, left : box.right() // _COARSE + 1]
    return float(part.mean()) if part.size else 0.0
