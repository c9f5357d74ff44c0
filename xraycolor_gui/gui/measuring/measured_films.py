"""The measurements of every film that was shown: changed step by step, and kept."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.feedback import FilmId, film_id
from xraycolor_gui.core.measurements import Measure, Measurement, calibrated, scale_of
from xraycolor_gui.core.radiograph import Radiograph, Spacing
from xraycolor_gui.gui.notice import Notice, Severity, as_told

if TYPE_CHECKING:
    from xraycolor_gui.gui.measuring.layer import MeasurementLayer
    from xraycolor_gui.gui.session import Session

log = logging.getLogger(__name__)

#: A drag changes a measurement many times: it is kept when the hand rests.
KEPT_AFTER_MS = 150
_TASK = "keep measurements"
#: A measurement (None: there is none) and its place in the list.
_Placed = tuple[Measurement | None, int]


class MeasuredFilms(QObject):
    """One for all films of a program. changed: other measurements of a film (its FilmId). keptChanged: see `kept`."""

    changed = Signal(object)
    keptChanged = Signal()
    hiddenChanged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        #: What draws the measurements of a session's film; views that show the same film share it by its session.
        self.layers: dict[Session, MeasurementLayer] = {}
        self._session = session
        self._films: dict[FilmId, tuple[Measurement, ...]] = {}
        self._read: set[FilmId] = set()
        self._unkept: dict[FilmId, dict[str, Measurement | None]] = {}
        self._failure = ""
        self._hidden = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEPT_AFTER_MS)
        self._rest.timeout.connect(self._keep)

    @property
    def kept(self) -> bool:
        """Whether everything is on the disk."""
        return not self._unkept

    @property
    def failure(self) -> str:
        """Why the last attempt to keep something failed; empty if it did not."""
        return self._failure

    @property
    def hidden(self) -> bool:
        """Whether films are shown without their measurements; they stay in force and in the list."""
        return self._hidden

    def set_hidden(self, hidden: bool) -> None:
        if hidden is not self._hidden:
            self._hidden = hidden
            self.hiddenChanged.emit()

    def of(self, film: FilmId) -> tuple[Measurement, ...]:
        return self._films.get(film, ())

    def spacing(self, radiograph: Radiograph) -> Spacing:
        """The film's scale: by the reader's calibration where there is one, else its own."""
        own = scale_of(radiograph)
        for measurement in self.of(film_id(radiograph)):
            if measurement.kind is Measure.CALIBRATION:
                return calibrated(own, measurement)
        return own

    def want(self, film: FilmId) -> None:
        """Read what was kept of this film, once."""
        if film in self._read:
            return
        self._read.add(film)
        self._session.tasks.start(
            f"measurements of {film.sha256} {film.frame}",
            lambda _: self._session.steps.measurements_of(film),
            lambda found: self._take(film, found),
            failed=lambda error: self._not_read(film, error),
        )

    def put(self, name: str, shown: Session, measurement: Measurement, dragged: bool = False) -> None:
        """Add a measurement to the film that a session shows, or change the one of its id.

        name: of the step. dragged: joins the step before.
        """
        before = self._placed(shown, measurement.id)
        self._step(name, shown, measurement.id, (before, (measurement, before[1])), dragged)

    def remove(self, name: str, shown: Session, which: str) -> None:
        before = self._placed(shown, which)
        if before[0] is not None:
            self._step(name, shown, which, (before, (None, before[1])), False)

    @Slot()
    def keep_now(self) -> None:
        """Keep everything before going on; used when the window closes."""
        self._rest.stop()
        if not self._unkept:
            return
        try:
            self._session.steps.keep_measurements(self._unkept)
        except XrayColorError as error:
            log.error("measurements were not kept: %s", type(error).__name__)
        else:
            self._unkept = {}

    def _step(self, name: str, shown: Session, which: str, change: tuple[_Placed, _Placed], dragged: bool) -> None:
        """From one to the other, as a step that can be taken back."""
        assert shown.radiograph is not None and shown.current is not None
        film, path = film_id(shown.radiograph), shown.current.path

        def put(placed: _Placed) -> None:
            self._set(film, which, placed)
            shown.go_to(path)

        merge = ("measurement", which) if dragged else None
        shown.undo.did_set(name, put, *change, merge=merge, film=path)
        self._set(film, which, change[1])

    def _placed(self, shown: Session, which: str) -> _Placed:
        assert shown.radiograph is not None
        every = self.of(film_id(shown.radiograph))
        found = next(((each, at) for at, each in enumerate(every) if each.id == which), None)
        return found if found is not None else (None, len(every))

    def _set(self, film: FilmId, which: str, placed: _Placed) -> None:
        measurement, at = placed
        others = [each for each in self.of(film) if each.id != which]
        if measurement is not None:
            others.insert(at, measurement)
        self._films[film] = tuple(others)
        self._unkept.setdefault(film, {})[which] = measurement
        self._rest.start()
        self.changed.emit(film)

    # The store

    @Slot()
    def _keep(self) -> None:
        tasks = self._session.tasks
        if not self._unkept:
            return
        if tasks.is_running(_TASK):
            self._rest.start()
            return
        changes = {film: dict(each) for film, each in self._unkept.items()}
        tasks.start(
            _TASK,
            lambda _: self._session.steps.keep_measurements(changes),
            lambda _: self._was_kept(changes),
            failed=self._not_kept,
        )

    def _was_kept(self, changes: Mapping[FilmId, Mapping[str, Measurement | None]]) -> None:
        for film, each in changes.items():
            left = {which: now for which, now in self._unkept.get(film, {}).items() if each.get(which, which) != now}
            self._unkept.pop(film, None)
            if left:
                self._unkept[film] = left
        self._failure = ""
        self.keptChanged.emit()

    def _not_kept(self, error: Exception) -> None:
        """Said once; what is not kept stays here, and goes along with the next change."""
        told = as_told(error, None)
        if told.what != self._failure:
            self._failure = told.what
            self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))
        self.keptChanged.emit()

    def _take(self, film: FilmId, found: tuple[Measurement, ...]) -> None:
        """What was changed here meanwhile stays as it is."""
        changed = self._unkept.get(film, {})
        here = self.of(film)
        ids = {each.id for each in here} | changed.keys()
        self._films[film] = (*(each for each in found if each.id not in ids), *here)
        if found:
            self.changed.emit(film)

    def _not_read(self, film: FilmId, error: Exception) -> None:
        self._read.discard(film)
        told = as_told(error, None)
        self._session.noticeRaised.emit(Notice(Severity.CAUTION, told.what, told.next_step))
