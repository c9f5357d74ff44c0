"""What the pages that take the dock's place are made of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.parts import column, icon_button, label, line, row, scrolling, surface, wrapped

_ACROSS, _DOWN = 16, 12


class DockPage(QWidget):
    """A way back, a title and tools; below them parts that scroll, or a sentence while there is nothing to tell.

    back: words of the way back.
    """

    backWanted = Signal()

    def __init__(self, title: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "dock")
        self._title = title
        self.back = icon_button("back", back, self.backWanted.emit)
        self.none = wrapped(tone=2)
        self.none.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)

    def lay_out(self, tools: Iterable[QWidget], parts: Iterable[QWidget], words: str = "") -> None:
        """Put tools into the header and parts below each other. words: as for `parts.scrolling`."""
        header = QWidget()
        header.setFixedHeight(tokens.HEADER - 1)
        head = row(self.back, label(self._title, strong=True), None, *tools)
        head.setContentsMargins(4, 0, 8, 0)
        header.setLayout(head)
        content = surface(QWidget(), "dock")
        below = column(self.none, *parts)
        below.addStretch(1)
        content.setLayout(below)
        self.setLayout(column(header, line(), scrolling(content, words)))


class PagePart(QWidget):
    """A part of such a page, with a hairline below it. inside: takes what it shows, from top to bottom."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        self.inside.setSpacing(spacing)
        layout = column()
        layout.addLayout(self.inside)
        layout.addWidget(line())
        self.setLayout(layout)


def beside_sign(sign: QWidget, words: QWidget, *more: QWidget) -> QWidget:
    """A sign beside the first line of words that may need several, and what stands at their right."""
    made = QWidget()
    layout = row()
    top = Qt.AlignmentFlag.AlignTop
    layout.addWidget(sign, alignment=top)
    layout.addWidget(words, 1)
    for each in more:
        layout.addWidget(each, alignment=top)
    made.setLayout(layout)
    return made
