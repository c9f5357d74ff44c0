"""A free comment on the whole film, kept as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit

from xraycolor_gui.core.feedback import LONGEST_COMMENT

if TYPE_CHECKING:
    from xraycolor_gui.gui.feedback.layer import FeedbackLayer
    from xraycolor_gui.gui.session import Session

_HEIGHT = 52


class FilmComment(QPlainTextEdit):
    """Follows the film that it is told of. readerWanted: somebody would write whose name is not known."""

    readerWanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._given = session.feedback
        self._layer: FeedbackLayer | None = None
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)
        self.setPlaceholderText(self.tr("Comment on the film, optional. Please no patient data."))
        self.setAccessibleName(self.tr("Comment on the film"))
        self.textChanged.connect(self._write)

    @Slot()
    def follow(self, layer: FeedbackLayer | None) -> None:
        """Show what is said of this layer's film."""
        self._layer = layer
        film = layer.film if layer is not None else None
        whole = self._given.of_film(film) if film is not None else None
        self.setEnabled(film is not None)
        self.setReadOnly(not self._given.reader)
        said = whole.comment if whole is not None else ""
        if self.toPlainText() != said:
            with QSignalBlocker(self):
                self.setPlainText(said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.isReadOnly():
            self.readerWanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() and event.text().strip():
            self.readerWanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _write(self) -> None:
        layer = self._layer
        if layer is None or layer.film is None or self.isReadOnly():
            return
        whole = self._given.of_film(layer.film)
        layer.rate(whole.rating if whole is not None else None, self.toPlainText()[:LONGEST_COMMENT])
