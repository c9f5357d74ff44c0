"""The tree of the studies dock: a press shows a film when it is let go, so that it can also be drawn onto a pane."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QTreeView

from xraycolor_gui.gui.film_drag import drag
from xraycolor_gui.gui.films import Film

_STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_FAR_STEPS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class StudiesTree(QTreeView):
    """The current row is the current film. Letters are left to the window's keys."""

    def __init__(
        self, film_of: Callable[[QModelIndex], Film | None], picture_of: Callable[[Path], QImage | None]
    ) -> None:
        """film_of: the film of a row, if it is one. picture_of: the thumbnail of a film, if it is there."""
        super().__init__()
        self._film_of = film_of
        self._picture_of = picture_of
        self._pressed: tuple[QPoint, QModelIndex] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On a film the keys mean what they mean everywhere: the next film, the next series. On a heading, rows."""
        letter = event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = event.key() in _STEPS and self._film_of(self.currentIndex()) is not None
        if letter or steps or event.key() in _FAR_STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and self._film_of(index) is not None:
            self._pressed = at, index
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        start, index = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            film = self._film_of(index)
            if film is not None:
                picture = self._picture_of(film.path)
                drag(self, film.path, QPixmap.fromImage(picture) if picture is not None else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self.indexAt(event.position().toPoint()) == pressed[1]:
            self.selectionModel().setCurrentIndex(pressed[1], QItemSelectionModel.SelectionFlag.ClearAndSelect)
