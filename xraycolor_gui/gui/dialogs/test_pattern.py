"""Pictures to judge the screen by, over the whole of it and in its own pixels, with words on what should be seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xraycolor_gui.core.color import Screen
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.test_pattern import LIGHTNESSES, Box, Page, colour_rows, pattern
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.readout import tissue_label
from xraycolor_gui.gui.views import device_pixels, marks

_WORDS_HEIGHT = 84.0
_MARGIN = 16.0


class TestPattern(QWidget):
    """Full screen; arrow keys or a click go from page to page, Esc ends."""

    #: No test class, whatever its name looks like to a collector of tests.
    __test__ = False

    def __init__(self, palette: Palette, screen: Screen | None, profile: str, window: QWidget) -> None:
        """screen, profile: what pictures are drawn through, and its file's name; None and empty without."""
        super().__init__(window, Qt.WindowType.Window)
        self._palette = palette
        self._screen = screen
        self._profile = profile
        self._page = Page.GREY
        self._drawn: tuple[Page, NDArray[np.uint8]] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(self.tr("Test pattern"))
        self.setAccessibleName(self.tr("Test pattern"))
        self._tell()

    @property
    def page(self) -> Page:
        return self._page

    def turn(self, by: int) -> None:
        """Go on (or back) so many pages."""
        pages = tuple(Page)
        self._page = pages[(pages.index(self._page) + by) % len(pages)]
        self._tell()
        self.update()

    def words(self) -> str:
        """How to judge by this page."""
        return {
            Page.GREY: self.tr(
                "In black and in white the inner squares (5 % and 95 %) can be seen, and in every step both corners. "
                "Lines of one pixel are sharp and even, the circle is round, the frame complete. "
                "Ramps run without bands or tints. Of each QUALITY CONTROL eleven letters or more can be read."
            ),
            Page.COLOUR: self.tr(
                "Within a column all patches look equally bright, and as bright as the grey round them. "
                "The first row has no tint. Neighbouring rows can be told apart. "
                "If not: the screen is not sRGB; choose its profile in the Help menu, or its sRGB mode."
            ),
            Page.DARK: self.tr("One dark grey: no brighter corners, no clouds, no tint, no pixels that shine."),
            Page.BRIGHT: self.tr("One bright grey: no darker edges, no clouds, no tint, no dark pixels."),
        }[self._page]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        device_pixels.draw(painter, 0, 0, self._picture(round(self.width() * ratio), round(self.height() * ratio)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._page is Page.COLOUR:
            self._name_colours(painter)
        self._paint_words(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown}:
            self.turn(1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            self.turn(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turn(-1 if event.button() is Qt.MouseButton.RightButton else 1)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words())

    def _picture(self, columns: int, rows: int) -> NDArray[np.uint8]:
        """Of this page, as pictures are drawn; made once."""
        drawn = self._drawn
        if drawn is None or drawn[0] is not self._page or drawn[1].shape[:2] != (rows, columns):
            made = pattern(self._page, columns, rows, self._palette)
            if self._screen is not None:
                made = self._screen.convert(made.reshape(-1, 3)).reshape(made.shape)
            drawn = self._drawn = self._page, np.ascontiguousarray(made)
        return drawn[1]

    def _name_colours(self, painter: QPainter) -> None:
        room = Box(0, 0, self.width(), self.height()).part(0.2, 0.1, 0.7, 0.72)
        font = marks.sized(self.font(), tokens.BODY_PX)
        names = colour_rows(self._palette)
        for row, name in enumerate(names):
            cell = room.part(0, row / len(names), 1, 1 / len(names))
            label = tissue_label(self._palette, name) if name else self.tr("Grey")
            place = QRectF(0, cell.top, room.left - _MARGIN, cell.height)
            self._write(painter, place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label, font)
        for column, lightness in enumerate(LIGHTNESSES):
            cell = room.part(column / len(LIGHTNESSES), 0, 1 / len(LIGHTNESSES), 1)
            place = QRectF(cell.left, cell.top - 32, cell.width, 24)
            self._write(painter, place, Qt.AlignmentFlag.AlignCenter, f"L* {lightness:.0f}", font)

    def _write(self, painter: QPainter, place: QRectF, how: Qt.AlignmentFlag, text: str, font: object) -> None:
        painter.setFont(font)  # type: ignore[arg-type]
        painter.setPen(QColor("#000000"))
        painter.drawText(place, how, text)

    def _paint_words(self, painter: QPainter) -> None:
        """In a box of their own at the foot, in the middle: no pattern is behind them."""
        width = min(self.width() - 2 * _MARGIN, 900.0)
        height = min(_WORDS_HEIGHT, self.height() * 0.1)
        box = QRectF((self.width() - width) / 2, self.height() - height - 8, width, height)
        painter.setPen(QColor(tokens.LINE_STRONG))
        painter.setBrush(QColor(tokens.RAISED))
        painter.drawRoundedRect(box, 4, 4)
        inner = box.adjusted(_MARGIN, 6, -_MARGIN, -6)
        painter.setFont(marks.sized(self.font(), tokens.CAPTION_PX))
        painter.setPen(QColor(tokens.TEXT_1))
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, wrap, self.words())
        painter.setPen(QColor(tokens.TEXT_3))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner, low, self._state())

    def _state(self) -> str:
        number, count = tuple(Page).index(self._page) + 1, len(Page)
        if self._profile:
            words = self.tr("Page {number} of {count}: arrow keys or click. Esc ends. Drawn through {profile}.")
            return words.format(number=number, count=count, profile=self._profile)
        words = self.tr("Page {number} of {count}: arrow keys or click. Esc ends. Drawn as sRGB, without a profile.")
        return words.format(number=number, count=count)
