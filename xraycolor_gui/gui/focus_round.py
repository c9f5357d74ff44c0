"""F6: from part to part of the window, and round again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

#: A part of the window, and where the keyboard begins in it.
Part = tuple[QWidget, Callable[[], QWidget]]


class FocusRound(QObject):
    """Parts that are hidden are passed over."""

    def __init__(self, parts: tuple[Part, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts

    @Slot()
    def next_part(self) -> None:
        """Move the keyboard to the part after the one that has it."""
        focus = QApplication.focusWidget()
        here = next((i for i, (part, _) in enumerate(self._parts) if focus and part.isAncestorOf(focus)), -1)
        for step in range(1, len(self._parts) + 1):
            part, begins = self._parts[(here + step) % len(self._parts)]
            if part.isVisible():
                _focus(begins(), part)
                return


def _focus(start: QWidget, part: QWidget) -> None:
    """Where the keyboard begins, or what a page in its place has first; scrolled to where it is seen."""
    if not start.isVisible():
        reached = (each for each in part.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        start = next((each for each in reached if each.isVisible() and each.isEnabled()), start)
    start.setFocus(Qt.FocusReason.ShortcutFocusReason)
    above = start.parentWidget()
    while above is not None and above is not part:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(start)
        above = above.parentWidget()
