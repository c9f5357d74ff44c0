"""A note that floats on a picture, in its upper and usually dark part, and keeps its place when the picture grows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

#: Logical pixels that stay free beside a note.
MARGIN = 12


class FloatingNote(QFrame):
    """Its child class lays itself out in `place`, which is called whenever the picture has another size."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self.picture = picture
        self.setCursor(Qt.CursorShape.ArrowCursor)
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Take size and place on the picture."""
        raise NotImplementedError
