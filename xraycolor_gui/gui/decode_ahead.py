"""The film that is likely wanted next is decoded and coloured while the reader still looks at this one."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.gui.kept import RADIOGRAPH_BYTES, radiograph_bytes
from xraycolor_gui.gui.open_films import ReadFilm, Stamp, stamp
from xraycolor_gui.gui.session import Session, as_advised, film_key
from xraycolor_gui.gui.tasks import Report, TaskRunner

#: Milliseconds of peace before anything is begun.
PEACE_MS = 150
#: How much this work lets all other go first.
NICE = 10

#: Bytes of a film beyond which it would push too many others out of memory.
LARGEST = RADIOGRAPH_BYTES // 4


class DecodeAhead(QObject):
    """Follows the session. Whatever the reader does ends the work; what it had finished stays."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = TaskRunner(1, self)
        self._failed: set[Path] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PEACE_MS)
        self._pause.timeout.connect(self._begin)
        session.currentChanged.connect(self._stop)
        session.workChanged.connect(self._wait)
        session.modelChanged.connect(self._stop)
        session.closing.connect(self.close)
        self._low = False

    def close(self) -> None:
        """End the work; nothing arrives afterwards."""
        self._pause.stop()
        self._runner.close()

    @Slot()
    def _stop(self) -> None:
        self._runner.cancel("ahead")
        self._wait()

    @Slot()
    def _wait(self) -> None:
        if not self._runner.is_running("ahead"):
            self._pause.start()

    @Slot()
    def _begin(self) -> None:
        """The neighbour to read, or to colour; nothing as long as the film on screen is not ready."""
        session = self._session
        if not session.settled or session.progress is not None or session.colouring is None:
            return
        for path in self._neighbours():
            read = session.kept_ahead(path)
            if read is None:
                self._start_reading(path)
                return
            if not session.has_colour_ahead(path, read[1], self._model_for(read[1])):
                self._start_colouring(path, read[1])
                return

    def _neighbours(self) -> list[Path]:
        """The next film and the one before."""
        session = self._session
        films, place = session.films, session.place
        near = [films[at].path for at in (place + 1, place - 1) if 0 <= at < len(films)]
        return [path for path in near if path not in self._failed]

    def _start_reading(self, path: Path) -> None:
        steps = self._session.steps

        def read(report: Report) -> tuple[Stamp, ReadFilm] | None:
            self._let_others_first()
            report.check()
            return (stamp(path), steps.read(path)) if _bytes_on_disk(path) <= LARGEST else None

        def done(read: tuple[Stamp, ReadFilm] | None) -> None:
            if read is None or radiograph_bytes(read[1][0]) > LARGEST:
                self._give_up(path)
                return
            self._session.keep_ahead(path, read)
            self._pause.start(0)

        self._runner.start("ahead", read, done, failed=lambda _: self._give_up(path))

    def _start_colouring(self, path: Path, read: ReadFilm) -> None:
        steps, radiograph = self._session.steps, read[0]
        model = self._model_for(read)
        named = self._session.model

        def done(colouring: object) -> None:
            from xraycolor_gui.core.colouring import Colouring

            assert isinstance(colouring, Colouring)
            self._session.keep_colour_ahead((film_key(path, radiograph), model), path, as_advised(colouring))
            self._pause.start(0)

        self._runner.start(
            "ahead",
            lambda report: steps.colour(named, radiograph, False, lambda _: report.check()),
            done,
            failed=lambda _: self._give_up(path),
        )

    def _model_for(self, read: ReadFilm) -> str:
        """The model that has a say in the film's colours; empty where none has."""
        return self._session.model if way_of(read[0]).kind is ColourSource.NETWORK else ""

    def _give_up(self, path: Path) -> None:
        """It is left until the reader comes to it: its fault is told then, its size waited for."""
        self._failed.add(path)
        self._pause.start(0)

    def _let_others_first(self) -> None:
        """In the worker: only some systems know threads of lower priority."""
        if not self._low:
            self._low = True
            with suppress(AttributeError, OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)


def _bytes_on_disk(path: Path) -> int:
    """0 where it is not told, as of a film in an archive."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
