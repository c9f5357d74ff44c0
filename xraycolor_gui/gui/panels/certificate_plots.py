"""The pictures behind a certificate's numbers: one small plot for each audit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from xraycolor_gui.core.colour_vision import Vision
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.palette_audit import PaletteAudit
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.panels.plots import Plot
from xraycolor_gui.gui.parts import label
from xraycolor_gui.gui.spoken import within
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import sized
from xraycolor_gui.gui.words import decimal

EDGE_PICTURE = 128
#: Below this CIEDE2000 two colours on film look alike.
ALIKE = 5.0
_ROW = 24
#: Names of the tissues stand in two rows by turns: a column is narrower than a name.
_HEAD = 34
_NAMES = 76
_NUMBERS = 132


class DifferencePlot(Plot):
    """How many pixels differ by how much, with the limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(72, parent)
        self._counts: tuple[int, ...] = ()
        self._end = 1.0
        self._limit = 1.0

    def set_histogram(self, counts: Sequence[int], end: float, limit: float) -> None:
        """counts: pixels in equal steps from 0 to `end`; the limit lies on the same axis."""
        self._counts, self._end, self._limit = tuple(counts), end, limit
        beyond = sum(self._counts[round(limit / end * len(self._counts)) :])
        total = max(sum(self._counts), 1)
        words = self.tr("{percent} of the coloured pixels lie below the limit of {limit}")
        below = tokens.percent(1 - beyond / total)
        self.setAccessibleName(words.format(percent=below, limit=decimal(limit)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self.begin()
        bottom, top = 48.0, 8.0
        highest = max(self._counts, default=0)
        step = (self.x_of(1) - self.x_of(0)) / max(len(self._counts), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chrome().text_2))
        for place, count in enumerate(self._counts):
            if count:
                # The square root, so that the few far ones are seen beside the many near ones.
                height = max((bottom - top) * float(np.sqrt(count / highest)), 1.0)
                painter.drawRect(QRectF(self.x_of(0) + place * step, bottom - height, max(step - 2, 1), height))
        self.axis(painter, bottom)
        self.limit(painter, self._limit / self._end, top, bottom + 4, self.tr("limit {}").format(decimal(self._limit)))
        for share in (0.0, 0.25, 0.5):
            self.caption(painter, share, bottom + 6, decimal(share * self._end) if share else "0")
        self.caption(painter, 1.0, bottom + 6, self.tr("{} of 100").format(decimal(self._end)))


class EdgePictures(QWidget):
    """Where the grey has edges, and where the colour has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = (QLabel(), QLabel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for picture, words in zip(self._pictures, (self.tr("grey edges"), self.tr("colour edges")), strict=True):
            picture.setAccessibleName(words)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(picture)
            column.addWidget(label(words, tone=3, caption=True))
            layout.addLayout(column)
        layout.addStretch(1)

    def set_edges(self, grey: NDArray[np.float32], chroma: NDArray[np.float32]) -> None:
        """Gradients of lightness and of chroma, (rows, columns) each."""
        for picture, edges in zip(self._pictures, (grey, chroma), strict=True):
            picture.setPixmap(_edge_pixmap(edges, self.devicePixelRatioF()))


def _edge_pixmap(edges: NDArray[np.float32], ratio: float) -> QPixmap:
    strongest = float(np.percentile(edges, 99)) or 1.0
    shown = np.ascontiguousarray(np.clip(edges / strongest * 255, 0, 255).astype(np.uint8))
    rows, columns = shown.shape
    image = QImage(shown.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
    side = round(EDGE_PICTURE * ratio)
    pixmap = QPixmap.fromImage(image.copy()).scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class VisionTable(QWidget):
    """The palette's colours as each colour vision has them, and the two that look most alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audit: PaletteAudit | None = None
        self._palette: Palette | None = None
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEAD + _ROW * len(Vision))

    def set_audit(self, audit: PaletteAudit, palette: Palette) -> None:
        self._audit = audit
        self._palette = palette
        self._names = tuple(readout.tissue_label(palette, tissue).partition(",")[0] for tissue in audit.tissues)
        told = [
            f"{self._vision(vision)}: {decimal(pair.distance, 1)}, {pair.words}"
            for vision, pair in audit.closest.items()
        ]
        self.setAccessibleName(self.tr("Closest two tissues. {}").format("; ".join(told)))
        self.update()

    def _vision(self, vision: Vision) -> str:
        return {
            Vision.NORMAL: self.tr("Normal"),
            Vision.PROTAN: self.tr("Red-blind"),
            Vision.DEUTAN: self.tr("Green-blind"),
            Vision.TRITAN: self.tr("Blue-blind"),
        }[vision]

    def _first_word(self, tissue: str) -> str:
        """Such as “soft” for soft tissue: two of them have to fit beside the number."""
        assert self._palette is not None
        return within(readout.tissue_label(self._palette, tissue).replace(",", " ").split()[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._audit is None or not self._names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), tokens.CAPTION_PX))
        room = QRectF(_NAMES, 0, self.width() - _NAMES - _NUMBERS, _ROW)
        self._paint_head(painter, room)
        for place, vision in enumerate(self._audit.colours):
            self._paint_vision(painter, room.translated(0, _HEAD + place * _ROW), vision)

    def _paint_head(self, painter: QPainter, room: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        width = room.width() / len(self._names)
        painter.setPen(QColor(chrome().text_3))
        for place, name in enumerate(self._names):
            left = room.left() + place * width
            free = min(2 * width - 4, room.right() - left + 12)
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, free)
            painter.drawText(QRectF(left, 16 * (place % 2), free + 1, 16), _LEFT, words)
        painter.drawText(QRectF(room.right() + 12, 16, _NUMBERS - 12, 16), _LEFT, self.tr("closest two"))

    def _paint_vision(self, painter: QPainter, room: QRectF, vision: Vision) -> None:
        assert self._audit is not None
        painter.setPen(QColor(chrome().text_1))
        painter.drawText(QRectF(0, room.top(), _NAMES, _ROW), _LEFT, self._vision(vision))
        colours = self._audit.colours[vision]
        width = room.width() / len(colours)
        for place, rgb in enumerate(colours):
            chip = QRectF(room.left() + place * width, room.top() + 5, width + 0.5, _ROW - 10)
            painter.fillRect(chip, QColor.fromRgbF(*map(float, np.clip(rgb, 0, 1))))
        pair = self._audit.closest.get(vision)
        if pair is None:
            return
        left = room.right() + 12
        painter.drawText(QRectF(left, room.top(), 28, _ROW), _LEFT, decimal(pair.distance, 1))
        words, at = ", ".join(map(self._first_word, (pair.one, pair.other))), left + 32
        if pair.distance < ALIKE:
            icon("caution").paint(painter, QRect(round(at), round(room.center().y()) - 6, 12, 12))
            at += 16
        painter.setPen(QColor(chrome().text_2))
        free = self.width() - at
        told = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, free)
        painter.drawText(QRectF(at, room.top(), free, _ROW), _LEFT, told)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
