"""Small plots, neutral as all of the window: an axis, what was measured on it, and the limit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from xraycolor_gui.core.colorization import Novelty
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.theme import chrome, colour
from xraycolor_gui.gui.views.marks import sized
from xraycolor_gui.gui.words import decimal

_SIDE = 8.0
_MARK = 6.0


class Plot(QWidget):
    """Something drawn over an axis; it speaks to screen readers by its accessible name."""

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(240, self._height)

    def x_of(self, share: float) -> float:
        """Where a share 0 … 1 of the axis lies."""
        return _SIDE + min(max(share, 0.0), 1.0) * (self.width() - 2 * _SIDE)

    def begin(self) -> QPainter:
        """A painter with the caption's font."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), tokens.CAPTION_PX))
        return painter

    def axis(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(QColor(chrome().line_strong), 1))
        painter.drawLine(QPointF(_SIDE, y), QPointF(self.width() - _SIDE, y))

    def limit(self, painter: QPainter, share: float, top: float, bottom: float, words: str) -> None:
        """A dashed line with its word beside it, on the side with more room."""
        x = round(self.x_of(share))
        painter.setPen(QPen(QColor(chrome().text_1), 2, Qt.PenStyle.CustomDashLine))
        pen = QPen(QColor(chrome().text_1), 2)
        pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QColor(chrome().text_2))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = x + 6 if x + 6 + width <= self.width() else x - 6 - width
        painter.drawText(QRectF(left, top - 2, width + 2, 16), int(Qt.AlignmentFlag.AlignVCenter), words)

    def mark(self, painter: QPainter, share: float, y: float) -> None:
        """A light arrowhead that points at the axis from above."""
        x = self.x_of(share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chrome().accent))
        head = [QPointF(x - _MARK, y - 2 * _MARK), QPointF(x + _MARK, y - 2 * _MARK), QPointF(x, y)]
        painter.drawPolygon(QPolygonF(head))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def caption(self, painter: QPainter, share: float, y: float, words: str, tone: str = "text_3") -> None:
        """A word below the axis, centred on its place but inside the plot."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = min(max(self.x_of(share) - width / 2, 0.0), self.width() - width)
        painter.setPen(QColor(colour(tone)))
        painter.drawText(QRectF(left, y, width + 2, 16), int(Qt.AlignmentFlag.AlignVCenter), words)


class NoveltyPlot(Plot):
    """How unlike the training a film is: the model's limit in the middle, the film left or right of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(60, parent)
        self._novelty: Novelty | None = None

    def set_novelty(self, novelty: Novelty | None) -> None:
        self._novelty = novelty
        if novelty is not None:
            words = self.tr("This film has {score}, the limit is {limit}")
            self.setAccessibleName(words.format(score=decimal(novelty.score, 1), limit=decimal(novelty.limit, 1)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._novelty is None:
            return
        painter = self.begin()
        bottom = 36.0
        self.axis(painter, bottom)
        self.limit(painter, 0.5, 6, bottom + 4, self.tr("limit"))
        share = novelty_share(self._novelty)
        self.mark(painter, share, bottom)
        this = self.tr("this film")
        room = QFontMetricsF(painter.font()).horizontalAdvance(this)
        at = self.x_of(share)
        for place, words in ((0.0, self.tr("like the training")), (1.0, self.tr("unlike it"))):
            width = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left, right = (0.0, width) if place == 0 else (self.width() - width, float(self.width()))
            if at + room / 2 + 8 < left or at - room / 2 - 8 > right:
                self.caption(painter, place, bottom + 6, words)
        self.caption(painter, share, bottom + 6, this, "text_1")


def novelty_share(novelty: Novelty) -> float:
    """Place on an axis whose middle is the limit; scores have no natural ends, so far away means near an end."""
    away = novelty.score - novelty.limit
    return 0.5 + 0.5 * away / (abs(away) + 2.0)
