"""Which of the open films would teach most: what models read in them, and what readers said of them."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.feedback import Feedback, FilmId, film_id
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.work_list import Reading, WorkItem, reading_of, work_list
from xraycolor_gui.gui.decode_ahead import NICE, PEACE_MS
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.tasks import Report, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xraycolor_gui.core.colouring import Colouring
    from xraycolor_gui.core.palette import Palette
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.steps import Steps
    from xraycolor_gui.models.card import ModelCard

_TASK = "work list"
#: Film, and hash of a model's weights.
_Key = tuple[FilmId, str]
Listed = tuple[Film, WorkItem]
#: Films that are listed.
MOST = 200


class WorkList(QObject):
    """While somebody looks at it, open films are read one by one by all models, whenever the reader needs nothing.

    What the reader has coloured anyway is taken along. Readings are kept beside the store once feedback was given.
    changed: more is known. answered: somebody said something, or it is somebody else's list now. ordered: the first
    films, as `order` was asked to find them.
    """

    changed = Signal()
    answered = Signal()
    ordered = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._given = session, session.feedback
        self._readings: dict[_Key, Reading] = {}
        self._films: dict[Path, FilmId] = {}
        #: Films that no network reads, or nobody can.
        self._left_out: set[Path] = set()
        self._records: tuple[Feedback, ...] = ()
        self._palette: Palette | None = None
        self._watched = self._asked = self._sought = self._closed = False
        self._runner, self._ordering = TaskRunner(1, self), TaskRunner(1, self)
        self._peace = QTimer(self)
        self._peace.setSingleShot(True)
        self._peace.setInterval(PEACE_MS)
        self._peace.timeout.connect(self._begin)
        session.colorizationChanged.connect(self._take_shown)
        session.currentChanged.connect(self._stop)
        session.workChanged.connect(self._wait)
        session.filmsChanged.connect(self._wait)
        session.modelChanged.connect(self._wait)
        session.closing.connect(self._close)
        self._given.readerChanged.connect(self.answered)
        self._given.keeping.acknowledged.connect(self._ask_records)

    @property
    def looked_at(self) -> tuple[int, int]:
        """How many of the open films are known, and how many there are; films that cannot be read count as known."""
        films = self._session.films
        return sum(not self._is_wanted(film) for film in films), len(films)

    def order(self) -> None:
        """Have the films put in order, in a worker; `ordered` tells."""
        session = self._session
        by_id = {self._films[film.path]: film for film in session.films if film.path in self._films}
        model = next((card.sha256 for card in session.models if card.name == session.model), "")
        readings, records, reader = tuple(self._readings.values()), self._records, self._given.reader

        def work(_: Report) -> list[Listed]:
            items = work_list(by_id, readings, records, model=model, reader=reader)
            return [(by_id[item.film], item) for item in items if item.signs or item.answered][:MOST]

        self._ordering.start("order", work, self.ordered.emit)

    def watch(self, watched: bool) -> None:
        """Somebody looks at it, or nobody any more."""
        self._watched = watched
        if not watched:
            self._stop()
            return
        if not self._asked:
            self._asked = True
            self._given.keeping.ask(self._given.files.readings, self._take, lambda _: None)
        self._ask_records()
        self._wait()

    # What is known already

    @Slot()
    def _ask_records(self) -> None:
        if self._watched:
            self._given.keeping.ask(self._given.files.records, self._take_records, lambda _: None)

    def _take_records(self, records: tuple[Feedback, ...]) -> None:
        if records != self._records:
            self._records = records
            self.answered.emit()

    def _take(self, readings: Sequence[Reading]) -> None:
        self._readings |= {(reading.film, reading.model): reading for reading in readings}
        self.changed.emit()

    @Slot()
    def _take_shown(self) -> None:
        """What the film on screen was coloured by, on its way past."""
        session, colouring = self._session, self._session.as_modelled
        made = colouring.colorization if colouring is not None else None
        if session.radiograph is None or session.current is None:
            return
        film = film_id(session.radiograph)
        self._films[session.current.path] = film
        if made is None or way_of(session.radiograph).kind is not ColourSource.NETWORK:
            return
        if (film, made.model.sha256) in self._readings:
            return
        steps = session.steps

        def take(reading: Reading) -> None:
            self._take((reading,))
            self._keep((reading,))

        assert colouring is not None
        self._given.keeping.ask(lambda: self._read(steps, film, colouring), take, lambda _: None)

    def _keep(self, readings: Sequence[Reading]) -> None:
        if readings:
            files = self._given.files
            self._given.keeping.ask(lambda: files.keep_readings(readings), lambda _: None, lambda _: None)

    # What is not

    def _is_wanted(self, film: Film) -> bool:
        """Whether something is still to be learnt of the film."""
        if film.path in self._left_out or film.state is FilmState.UNREADABLE:
            return False
        known = self._films.get(film.path)
        return known is None or any((known, card.sha256) not in self._readings for card in self._session.models)

    @Slot()
    def _stop(self) -> None:
        self._runner.cancel(_TASK)
        self._wait()

    @Slot()
    def _wait(self) -> None:
        if self._watched and not self._closed and not self._runner.is_running(_TASK):
            self._peace.start()

    @Slot()
    def _begin(self) -> None:
        session = self._session
        if not self._watched or not session.settled or session.progress is not None:
            return
        if not session.models:
            if not self._sought:
                self._sought = True
                session.find_models()
            return
        film = next((film for film in self._near() if self._is_wanted(film)), None)
        if film is None:
            return
        path, steps, cards, known = film.path, session.steps, session.models, frozenset(self._readings)

        def done(read: tuple[FilmId, tuple[Reading, ...] | None]) -> None:
            self._films[path], readings = read
            if readings is None:
                self._left_out.add(path)
            else:
                self._take(readings)
                self._keep(readings)
            self.changed.emit()
            self._peace.start(0)

        def failed(_: Exception) -> None:
            self._left_out.add(path)
            self._peace.start(0)

        self._runner.start(_TASK, lambda report: self._look_at(steps, path, cards, known, report), done, failed=failed)

    def _near(self) -> list[Film]:
        """The open films, from the one on screen onwards."""
        films, place = list(self._session.films), self._session.place
        return films[place:] + films[:place]

    def _look_at(
        self, steps: Steps, path: Path, cards: Sequence[ModelCard], known: frozenset[_Key], report: Report
    ) -> tuple[FilmId, tuple[Reading, ...] | None]:
        """In a worker: the film, and what the models read in it; None for what no network colours."""
        with suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        radiograph = steps.read(path)[0]
        film = film_id(radiograph)
        if way_of(radiograph).kind is not ColourSource.NETWORK:
            return film, None
        made = []
        for card in cards:
            report.check()
            if (film, card.sha256) not in known:
                colouring = steps.colour(card.name, radiograph, False, lambda _: report.check())
                made.append(self._read(steps, film, colouring))
        return film, tuple(made)

    def _read(self, steps: Steps, film: FilmId, colouring: Colouring) -> Reading:
        """In a worker."""
        colorization = colouring.colorization
        assert colorization is not None
        if self._palette is None:
            self._palette = steps.palettes()[0]
        leading = self._palette.leading(colorization.composition, colorization.tissues)
        return reading_of(film, colorization, leading)

    @Slot()
    def _close(self) -> None:
        self._closed = True
        self._peace.stop()
        self._runner.close()
        self._ordering.close()
