"""The plane of colours at one lightness: every tissue lies where its colour is, and the hand moves it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from xraycolor_gui.core import encoding
from xraycolor_gui.core.colour_vision import Vision, seen
from xraycolor_gui.core.palette import MAX_CHROMA
from xraycolor_gui.core.palette_audit import ACCENT_HUES, ACCENT_LIMIT, LIGHTNESS
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.dialogs.palette_draft import PaletteDraft
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import halo_text, sized

SIDE = 240
#: Colours are computed on so many points a side and smoothed between: they change slowly.
_POINTS = 129
_MARGIN = 8.0
_MARK, _CHOSEN_MARK, _CATCH = 6.0, 8.0, 12.0
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
#: How many times as far with Shift.
_FAR = 5.0


class PalettePlane(QWidget):
    """a* to the right, b* upwards, C* up to the greatest a palette may have. Drag a tissue, or use the arrow keys."""

    ACCESSIBLE_ROLE = QAccessible.Role.Graphic
    tissueChosen = Signal(str)

    def __init__(self, draft: PaletteDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._tissue = draft.tissues[0]
        self._vision = Vision.NORMAL
        self._held = False
        self._ground: tuple[tuple[Vision, float], QPixmap] | None = None
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleDescription(
            self.tr("Arrow keys change a* and b* by 1, with Shift by 5. Page Up and Page Down choose the tissue.")
        )
        draft.changed.connect(self._follow)
        self._follow()

    def set_tissue(self, tissue: str) -> None:
        """Whose colour the hand moves."""
        self._tissue = tissue
        self._draft.end_gesture()
        self._follow()

    def set_vision(self, vision: Vision) -> None:
        """Show all colours as a reader with this colour vision sees them."""
        self._vision = vision
        self.update()

    def point_of(self, a: float, b: float) -> QPointF:
        """Where a colour lies, in logical pixels."""
        middle, scale = SIDE / 2, self._scale
        return QPointF(middle + a * scale, middle - b * scale)

    @property
    def _scale(self) -> float:
        """Logical pixels per unit of a* and b*."""
        return (SIDE / 2 - _MARGIN) / MAX_CHROMA

    def _follow(self) -> None:
        swatch = self._draft.swatch(self._tissue)
        words = self.tr("Colour plane. {tissue}: a* {a:g}, b* {b:g}")
        self.setAccessibleName(words.format(tissue=swatch.label, a=swatch.a, b=swatch.b))
        self.update()

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            caught = self._caught(event.position())
            if caught is not None and caught != self._tissue:
                self.tissueChosen.emit(caught)
            self._held = True
            self._draft.end_gesture()
            if caught is None:
                self._move(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = False
            self._draft.end_gesture()

    def _move(self, at: QPointF) -> None:
        middle = SIDE / 2
        self._draft.set_colour(self._tissue, (at.x() - middle) / self._scale, (middle - at.y()) / self._scale)

    def _caught(self, at: QPointF) -> str | None:
        """The tissue under the pointer; of several the chosen one, else the nearest."""
        swatches = {tissue: self._draft.swatch(tissue) for tissue in self._draft.tissues}
        away = {
            tissue: math.hypot(*(self.point_of(swatch.a, swatch.b) - at).toTuple())
            for tissue, swatch in swatches.items()
        }
        if away[self._tissue] <= _CATCH:
            return self._tissue
        nearest = min(away, key=lambda tissue: away[tissue])
        return nearest if away[nearest] <= _CATCH else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tissues = self._draft.tissues
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.tissueChosen.emit(tissues[(tissues.index(self._tissue) + step) % len(tissues)])
        elif event.key() in _ARROWS:
            da, db = _ARROWS[Qt.Key(event.key())]
            times = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            if not event.isAutoRepeat():
                self._draft.end_gesture()
            swatch = self._draft.swatch(self._tissue)
            self._draft.set_colour(self._tissue, swatch.a + times * da, swatch.b + times * db)
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(chrome().field))
        disc = QRectF(_MARGIN, _MARGIN, SIDE - 2 * _MARGIN, SIDE - 2 * _MARGIN)
        self._paint_ground(painter, disc)
        self._paint_zone(painter)
        painter.setFont(sized(self.font(), tokens.CAPTION_PX))
        for tissue in sorted(self._draft.tissues, key=lambda name: name == self._tissue):
            self._paint_mark(painter, tissue)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = (chrome().accent, 2.0) if self.hasFocus() else (chrome().line_strong, 1.0)
        painter.setPen(QPen(QColor(edge[0]), edge[1]))
        inset = edge[1] / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)

    def _paint_ground(self, painter: QPainter, disc: QRectF) -> None:
        key = self._vision, self.devicePixelRatioF()
        if self._ground is None or self._ground[0] != key:
            self._ground = key, _ground(*key)
        round_ = QPainterPath()
        round_.addEllipse(disc)
        painter.save()
        painter.setClipPath(round_)
        painter.drawPixmap(disc.toRect(), self._ground[1])
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(chrome().line_strong), 1))
        painter.drawEllipse(disc)
        painter.setPen(QPen(QColor(0, 0, 0, 90), 1))
        painter.drawLine(QPointF(SIDE / 2, disc.top()), QPointF(SIDE / 2, disc.bottom()))
        painter.drawLine(QPointF(disc.left(), SIDE / 2), QPointF(disc.right(), SIDE / 2))

    def _paint_zone(self, painter: QPainter) -> None:
        """Colours too near the accent, hatched."""
        inner, outer = (self._square(radius) for radius in (ACCENT_LIMIT, MAX_CHROMA))
        first, span = ACCENT_HUES[0], ACCENT_HUES[1] - ACCENT_HUES[0]
        zone = QPainterPath()
        zone.arcMoveTo(outer, first)
        zone.arcTo(outer, first, span)
        zone.arcTo(inner, first + span, -span)
        zone.closeSubpath()
        painter.setPen(QPen(QColor(chrome().field), 1.5))
        painter.setBrush(QColor(0, 0, 0, 70))
        painter.drawPath(zone)
        painter.fillPath(zone, Qt.BrushStyle.BDiagPattern)

    def _square(self, radius: float) -> QRectF:
        side = 2 * radius * self._scale
        return QRectF((SIDE - side) / 2, (SIDE - side) / 2, side, side)

    def _paint_mark(self, painter: QPainter, tissue: str) -> None:
        swatch, chosen = self._draft.swatch(tissue), tissue == self._tissue
        at, radius = self.point_of(swatch.a, swatch.b), _CHOSEN_MARK if chosen else _MARK
        painter.setBrush(QColor.fromRgbF(*map(float, colour_seen(swatch.a, swatch.b, self._vision))))
        for colour, width in (("#000000", 5.0 if chosen else 4.0), (chrome().text_1, 3.0 if chosen else 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, radius, radius)
        font = sized(self.font(), tokens.CAPTION_PX, semibold=chosen)
        name = readout.tissue_label(self._draft.palette, tissue) if tissue in self._draft.palette.tissues else ""
        name = (name or swatch.label).partition(",")[0]
        right = at.x() > SIDE / 2 + _MARGIN
        halo_text(painter, at + QPointF(-(radius + 5) if right else radius + 5, 4), name, font, right=right)


def colour_seen(a: float, b: float, vision: Vision) -> np.ndarray[tuple[int, ...], np.dtype[np.floating]]:
    """sRGB 0 … 1 of a colour at the lightness of the plane, as seen with this vision."""
    return np.asarray(seen(_rgb(np.array([a]), np.array([b]))[0], vision))


def _rgb(
    a: np.ndarray[tuple[int, ...], np.dtype[np.floating]], b: np.ndarray[tuple[int, ...], np.dtype[np.floating]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.floating]]:
    """(…, 3) sRGB 0 … 1 at the plane's lightness."""
    y = np.full(a.shape, float(encoding.luminance(encoding.grey_of_lightness(np.asarray(LIGHTNESS)))))
    return np.moveaxis(encoding.ideal_codes(y, a, b), 0, -1) / 255


def _ground(vision: Vision, ratio: float) -> QPixmap:
    """The square that holds all colours of the plane."""
    axis = np.linspace(-MAX_CHROMA, MAX_CHROMA, _POINTS)
    a, b = np.meshgrid(axis, axis[::-1])
    rgb = np.ascontiguousarray(np.rint(255 * seen(_rgb(a, b), vision)).astype(np.uint8))
    image = QImage(rgb.data, _POINTS, _POINTS, 3 * _POINTS, QImage.Format.Format_RGB888)
    side = round((SIDE - 2 * _MARGIN) * ratio)
    smooth = Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(QSize(side, side), mode=smooth))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
