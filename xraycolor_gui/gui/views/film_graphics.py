"""What files draw over a film: overlay planes; `state_graphics` has what a presentation state draws."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter, QTransform

from xraycolor_gui.core.overlays import Overlay, on_film
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.view_geometry import Placement


def paint_graphics(painter: QPainter, session: Session, placement: Placement, ratio: float, font: QFont) -> None:
    """Everything of the film on screen, unless overlays are switched off. ratio: device pixels per logical pixel."""
    film, look = session.radiograph, session.look
    if film is None or look is None or not look.overlays:
        return
    for overlay in film.overlays:
        _paint_overlay(painter, overlay, placement, ratio)
    if look.state is not None:
        from xraycolor_gui.gui.views.state_graphics import paint_state

        paint_state(painter, look.state, film.source, placement, ratio=ratio, font=font)


@lru_cache(maxsize=8)
def _picture_of(overlay: Overlay, shape: tuple[int, int]) -> QImage:
    """White where the plane marks, and a dark rim of one film pixel, so that it reads over white as well."""
    marked = on_film(overlay, shape)
    rim = np.zeros_like(marked)
    rim[1:] |= marked[:-1]
    rim[:-1] |= marked[1:]
    rim[:, 1:] |= marked[:, :-1]
    rim[:, :-1] |= marked[:, 1:]
    pixels = np.zeros((*shape, 4), np.uint8)
    pixels[rim] = (0, 0, 0, 160)
    pixels[marked] = 255
    image = QImage(pixels.data, shape[1], shape[0], 4 * shape[1], QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _paint_overlay(painter: QPainter, overlay: Overlay, placement: Placement, ratio: float) -> None:
    x0, y0 = placement.to_view(0, 0)
    (x1, y1), (x2, y2) = placement.to_view(0, 1), placement.to_view(1, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform(*(v / ratio for v in (x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0))), combine=True)
    painter.drawImage(QPointF(0, 0), _picture_of(overlay, placement.shape))
    painter.restore()
