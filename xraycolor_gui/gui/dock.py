"""A dock's frame: title, fold button, content that scrolls where it has no room, and pages in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.parts import column, icon_button, label, line, scrolling, surface
from xraycolor_gui.gui.spoken import within


class Dock(QWidget):
    """The dock at the window's right edge."""

    foldWanted = Signal()

    def __init__(self, title: str, content: QWidget, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "dock")
        self._name, self._key = title, key
        self._title = label(title, strong=True)
        self._fold = icon_button("fold_right", title, self.foldWanted.emit)
        header = QWidget()
        header.setFixedHeight(tokens.HEADER - 1)
        self._header = QHBoxLayout(header)
        self._header.addWidget(self._title)
        self._header.addStretch(1)
        self._header.addWidget(self._fold)
        content_page = QWidget()
        content_page.setLayout(column(header, line(), scrolling(content)))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(content_page)
        self.set_folded(False)

    def add_page(self, page: QWidget) -> None:
        """A page that can take the content's place."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget | None) -> None:
        """Show one of the added pages in the content's place; None shows the content again."""
        self._pages.setCurrentIndex(self._pages.indexOf(page) if page is not None else 0)

    def set_folded(self, folded: bool) -> None:
        words = self.tr("Widen {} ({})") if folded else self.tr("Narrow {} ({})")
        words = words.format(within(self._name), self._key)
        self._fold.setIcon(icon("fold_left" if folded else "fold_right"))
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self._title.setVisible(not folded)
        self._header.setContentsMargins(32 if folded else 12, 0, 4, 0)
