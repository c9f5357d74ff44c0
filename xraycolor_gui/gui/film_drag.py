"""A film of the list, drawn by the hand from the studies dock onto a pane."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

_FORMAT = "application/x-xraycolor-film"


def mime_of(path: Path) -> QMimeData:
    """What goes with the hand; other programs get the file."""
    mime = QMimeData()
    mime.setData(_FORMAT, str(path).encode())
    if path.is_file():
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def film_in(mime: QMimeData) -> Path | None:
    """The film that was drawn from the list; None for anything else, such as a file from outside."""
    return Path(bytes(mime.data(_FORMAT).data()).decode()) if mime.hasFormat(_FORMAT) else None


def drag(source: QWidget, path: Path, picture: QPixmap | None) -> None:
    """Take the film along until the button is let go."""
    drag = QDrag(source)
    drag.setMimeData(mime_of(path))
    if picture is not None:
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(picture.width() // 2, picture.height() // 2))
    drag.exec(Qt.DropAction.CopyAction)
