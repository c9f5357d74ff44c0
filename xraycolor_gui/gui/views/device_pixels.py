"""Pictures drawn pixel for pixel on the screen's own grid, whatever the desktop's scale factor."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColorSpace, QImage, QPainter, QTransform


def draw(painter: QPainter, x: int, y: int, rgb: NDArray[np.uint8]) -> None:
    """Draw an sRGB picture (rows, columns, 3) whose corner is device pixel (x, y) of what is painted on.

    At a scale factor such as 1.25 a widget may begin between two device pixels. Qt would then blend neighbours or
    leave some out; here the picture begins at the nearest whole one.
    """
    rows, columns = rgb.shape[:2]
    image = QImage(rgb.data, columns, rows, rgb.strides[0], QImage.Format.Format_RGB888)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    before = painter.worldTransform()
    painter.setWorldTransform(QTransform())
    to_device = painter.deviceTransform()
    left, top = round(to_device.dx()), round(to_device.dy())
    from_device, _ = to_device.inverted()
    painter.setWorldTransform(QTransform.fromTranslate(left + x, top + y) * from_device)
    painter.drawImage(0, 0, image)
    painter.setWorldTransform(before)
