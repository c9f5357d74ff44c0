"""What the cheat sheet shows: parts in columns, each a title and lines of keys and words.

Lines are painted: as labels in layouts, two hundred of them would take longer than the eye forgives.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.dialogs.key_topics import Line
from xraycolor_gui.gui.parts import label
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import sized

CAP_PADDING, CAP_GAP, WORDS_GAP, COLUMNS_GAP, PARTS_GAP = 8, 4, 12, 24, 14
LINE_HEIGHT, CAP_HEIGHT, _CAP_CORNER, _TITLE_GAP = 21, 18, 3, 2
#: So many of an action's keys are told here; the editor has all.
KEYS_TOLD = 2
#: Stands between the first and the last of several keys, and is none itself.
_TO = "…"

#: A title, and the lines below it.
Part = tuple[str, tuple[Line, ...]]


def told(line: Line) -> tuple[str, ...]:
    """The keys that the sheet has room for."""
    return line.keys if _TO in line.keys else line.keys[:KEYS_TOLD]


def keys_width(line: Line, advance: Callable[[str], int]) -> int:
    """What the keys of a line take, with the gap after each. advance: the width of words in their font."""
    return sum(_key_width(key, advance) + CAP_GAP for key in told(line))


def page_of(columns: list[list[Part]], parent: QWidget) -> QWidget:
    """The sheet's content. Made from the outside in: what is put into something else later is styled twice."""
    page = QWidget(parent)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, CAP_PADDING, 0)
    across.setSpacing(COLUMNS_GAP)
    advance = QFontMetrics(sized(page.font(), tokens.CAPTION_PX)).horizontalAdvance
    for parts in columns:
        down = QVBoxLayout()
        down.setSpacing(0)
        across.addLayout(down)
        for place, (title, lines) in enumerate(parts):
            if place:
                down.addSpacing(PARTS_GAP)
            down.addWidget(label(title, strong=True))
            down.addSpacing(_TITLE_GAP)
            room = max(keys_width(line, advance) for line in lines) + WORDS_GAP - CAP_GAP
            for line in lines:
                down.addWidget(KeyLine(line, room, page))
        down.addStretch(1)
    return page


class KeyLine(QWidget):
    """Keys, and what they do."""

    ACCESSIBLE_ROLE = QAccessible.Role.StaticText

    def __init__(self, line: Line, room: int, parent: QWidget) -> None:
        """room: what the keys of this line and of those above and below it take."""
        super().__init__(parent)
        self._keys, self._room = told(line), room
        self._words = line.words[:1].upper() + line.words[1:]
        self.setAccessibleName(f"{' '.join(line.keys)}: {line.words}")
        self.setFixedHeight(LINE_HEIGHT)
        self.setMinimumWidth(room + self.fontMetrics().horizontalAdvance(self._words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), chrome()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text_2))
        painter.drawText(QRectF(self._room, 0, self.width() - self._room, LINE_HEIGHT), left, self._words)
        painter.setFont(sized(self.font(), tokens.CAPTION_PX))
        advance, x = painter.fontMetrics().horizontalAdvance, 0
        painter.setBrush(QColor(theme.raised))
        for key in self._keys:
            cap = QRectF(x, (LINE_HEIGHT - CAP_HEIGHT) // 2, _key_width(key, advance), CAP_HEIGHT)
            if key != _TO:
                painter.setPen(QColor(theme.line_strong))
                painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), _CAP_CORNER, _CAP_CORNER)
            painter.setPen(QColor(theme.text_3 if key == _TO else theme.text_1))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x += round(cap.width()) + CAP_GAP


def _key_width(key: str, advance: Callable[[str], int]) -> int:
    return advance(key) + (0 if key == _TO else 2 * CAP_PADDING)
