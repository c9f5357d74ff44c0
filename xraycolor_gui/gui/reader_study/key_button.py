"""A button whose key stands beside its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views import marks

_GAP = 8
_EDGE = 16
_KEY_PADDING = 6
_KEY_HEIGHT = 20
_HEIGHT = 32
_TALL = 40


class KeyButton(QPushButton):
    """Its words are its accessible name: the style sheet paints ground and border, the button itself the rest."""

    def __init__(self, words: str, key: str, meaning: str = "", primary: bool = False) -> None:
        super().__init__()
        self._key, self._meaning, self._primary = key, meaning, primary
        self.setProperty("primary", primary)
        self.setAutoDefault(False)
        self.setFixedHeight(_TALL if primary else _HEIGHT)
        self.say(words)

    def say(self, words: str, meaning: str = "") -> None:
        """Do something else from now on; meaning: with another icon."""
        self._meaning = meaning or self._meaning
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2 * _EDGE, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = chrome()
        ink = QColor(theme.text_off if not self.isEnabled() else theme.on_accent if self._primary else theme.text_1)
        picture, words, key = self._widths()
        left = (self.width() - picture - words - key) // 2
        if picture:
            side = tokens.ICON_PX
            icon(self._meaning).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.setPen(ink)
        painter.setFont(marks.sized(self.font(), tokens.BODY_PX, semibold=self._primary))
        room = QRect(left + picture, 0, words, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
        box = QRectF(left + picture + words + _GAP, (self.height() - _KEY_HEIGHT) / 2, key - _GAP, _KEY_HEIGHT)
        painter.setPen(QPen(ink if self._primary else QColor(theme.line_strong), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(ink)
        painter.setFont(marks.sized(self.font(), tokens.CAPTION_PX))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _widths(self) -> tuple[int, int, int]:
        """Of icon, words and key, each with the gap that belongs to it."""
        words = QFontMetrics(marks.sized(self.font(), tokens.BODY_PX, semibold=self._primary))
        key = QFontMetrics(marks.sized(self.font(), tokens.CAPTION_PX)).horizontalAdvance(self._key)
        picture = tokens.ICON_PX + _GAP if self._meaning else 0
        return picture, words.horizontalAdvance(self.accessibleName()) + 1, key + 2 * _KEY_PADDING + _GAP
