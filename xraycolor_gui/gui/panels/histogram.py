"""How often each value of the film occurs, with the window over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from xraycolor_gui.core.histogram import Histogram
from xraycolor_gui.core.radiograph import LookupTable, Window
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.panels.plots import Plot
from xraycolor_gui.gui.spoken import numbers
from xraycolor_gui.gui.theme import chrome

_HEIGHT, _FLOOR, _TOP = 112, 88.0, 8.0


class HistogramPlot(Plot):
    """Heights are square roots, so that seldom values are seen beside the background. Bright: what the window shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._histogram: Histogram | None = None
        self._span: tuple[float, float] | None = None

    @property
    def span(self) -> tuple[float, float] | None:
        """Least and greatest value that the window or VOI LUT tells apart; None where that is not in these units."""
        return self._span

    def show_film(self, histogram: Histogram | None) -> None:
        """Take another film's values; None while they are not known."""
        self._histogram = histogram
        self._tell()

    def show_window(self, voi: Window | LookupTable | None) -> None:
        self._span = spanned(voi)
        self._tell()

    def _tell(self) -> None:
        self.setVisible(self._histogram is not None)
        self.setAccessibleName(self.words())
        self.setToolTip(self.words())
        self.update()

    def words(self) -> str:
        """What the plot shows."""
        made = self._histogram
        if made is None:
            return ""
        ends = _number(made.low), _number(made.high)
        if self._span is None:
            return self.tr("Values from {} to {}.").format(*ends)
        low, high = self._span
        below, above = made.between(made.low, low), made.between(high, made.high)
        return self.tr("Values from {} to {}. The window shows {} to {}: {} lie below, {} above.").format(
            *ends, _number(low), _number(high), tokens.percent(below), tokens.percent(above)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        made = self._histogram
        if made is None:
            return
        painter = self.begin()
        tall = np.sqrt(made.shares / max(float(made.shares.max()), 1e-9))
        wide = (self.x_of(1.0) - self.x_of(0.0)) / len(tall)
        step = (made.high - made.low) / len(tall)
        for number, height in enumerate(tall.tolist()):
            middle = made.low + (number + 0.5) * step
            seen = self._span is None or self._span[0] <= middle <= self._span[1]
            left, right = (round(self.x_of(0.0) + at * wide) for at in (number, number + 1))
            bar = QRectF(left, _FLOOR, right - left, -height * (_FLOOR - _TOP))
            painter.fillRect(bar, QColor(chrome().text_2 if seen else chrome().line_strong))
        self.axis(painter, _FLOOR)
        for at in self._span or ():
            share = (at - made.low) / (made.high - made.low)
            if 0 <= share <= 1:
                painter.setPen(QPen(QColor(chrome().accent), 2))
                painter.drawLine(QPointF(self.x_of(share), _TOP - 4), QPointF(self.x_of(share), _FLOOR))
        self.caption(painter, 0.0, _FLOOR + 4, _number(made.low))
        self.caption(painter, 1.0, _FLOOR + 4, _number(made.high))
        painter.end()


def spanned(voi: Window | LookupTable | None) -> tuple[float, float] | None:
    """Least and greatest value that are told apart, in modality units; a window on a VOI LUT has others."""
    if isinstance(voi, Window) and voi.after is None:
        return voi.center - voi.width / 2, voi.center + voi.width / 2
    if isinstance(voi, LookupTable):
        return float(voi.first), float(voi.first + len(voi.data) - 1)
    return None


def _number(value: float) -> str:
    return tokens.thousands(round(value)) if abs(value) >= 100 else numbers(f"{value:.3g}")
