"""Small pictures of films, made one at a time in the background, the one asked for last first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.kept import Kept
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import TaskRunner

#: Twice the shown size, for screens at scale 2.
SIDE = 2 * tokens.THUMB
KEPT = 2000
WAITING_AT_MOST = 40


class Thumbnails(QObject):
    """Square pictures of `SIDE` pixels. `made` carries the path of each one that arrives, or never will."""

    made = Signal(object)

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._runner = TaskRunner(1, self)
        self._pictures: Kept[Path, QImage] = Kept(KEPT)
        self._waiting: list[Path] = []
        self._failed: set[Path] = set()
        self._busy: Path | None = None
        self._held = False

    def get(self, path: Path) -> QImage | None:
        """The picture if it is there; else it is put first in the queue."""
        picture = self._pictures.get(path)
        if picture is None and path not in self._failed and path != self._busy:
            if path in self._waiting:
                self._waiting.remove(path)
            self._waiting.append(path)
            del self._waiting[:-WAITING_AT_MOST]
            self._next()
        return picture

    def has_none(self, path: Path) -> bool:
        """Whether the film could not be read for its picture."""
        return path in self._failed

    def take(self, path: Path, radiograph: Radiograph, voi: Window | LookupTable) -> None:
        """Make the picture of a film whose pixels are at hand, anew if there is one: the file may have changed."""
        self._failed.discard(path)
        self._keep(path, thumbnail(radiograph, voi))

    def hold(self, held: bool) -> None:
        """While held no new picture is begun: the film on screen goes first."""
        self._held = held
        self._next()

    def close(self) -> None:
        self._waiting.clear()
        self._runner.close()

    def _next(self) -> None:
        if self._busy is not None or self._held or not self._waiting:
            return
        self._busy = path = self._waiting.pop()
        self._runner.start(
            "thumbnail",
            lambda _: thumbnail(*self._steps.read(path)),
            lambda picture: self._keep(path, picture),
            failed=lambda _: self._give_up(path),
        )

    def _keep(self, path: Path, picture: QImage) -> None:
        self._pictures.keep(path, picture)
        self._done(path)
        self.made.emit(path)

    def _give_up(self, path: Path) -> None:
        self._failed.add(path)
        self._done(path)
        self.made.emit(path)

    def _done(self, path: Path) -> None:
        if path == self._busy:
            self._busy = None
            self._next()


def thumbnail(radiograph: Radiograph, voi: Window | LookupTable) -> QImage:
    """The film's middle square, presented, `SIDE` pixels wide."""
    from xraycolor_gui.core.presentation import own_colours, present

    rows, columns = radiograph.shape
    side = min(rows, columns)
    top, left = (rows - side) // 2, (columns - side) // 2
    at = ((np.arange(SIDE) + 0.5) * side / SIDE).astype(int)
    if radiograph.rgb is not None:
        colours = own_colours(radiograph, voi, (top + at, left + at))
        return QImage(colours.data, SIDE, SIDE, 3 * SIDE, QImage.Format.Format_RGB888).copy()
    grey = present(radiograph, voi, (top + at, left + at)).grey
    pixels = np.ascontiguousarray(np.round(grey * 255).astype(np.uint8))
    return QImage(pixels.data, SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8).copy()
