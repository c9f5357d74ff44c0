"""What was said of every film that was shown: changed step by step, and saved as it is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.feedback import Feedback, FilmId, film_id
from xraycolor_gui.core.feedback_history import Event, given, latest, taken_back
from xraycolor_gui.gui.feedback.keeping import Keeping
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.spoken import spoken

if TYPE_CHECKING:
    from xraycolor_gui.core.radiograph import Source
    from xraycolor_gui.gui.feedback.layer import FeedbackLayer
    from xraycolor_gui.gui.session import Session

#: Notices on the store take one another's place.
_TOPIC = "feedback store"
#: A drag changes a region many times: it is saved when the hand rests.
KEPT_AFTER_MS = 150


class GivenFilms(QObject):
    """One for all films of a program. changed: something else was said of a film (its FilmId).

    readerChanged: another reader, and with it other feedback. othersChanged: other readers' feedback is shown, or not.
    """

    changed = Signal(object)
    readerChanged = Signal()
    othersChanged = Signal()
    teachesChanged = Signal()
    chosenChanged = Signal()
    closing = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        #: What draws the feedback on a session's film.
        self.layers: dict[Session, FeedbackLayer] = {}
        self.files = session.steps.feedback
        self.keeping = Keeping(self.files, self)
        #: Whether outlines follow the film's edges without a key held.
        self.snaps = False
        self._session = session
        self._reader = ""
        self._others = False
        self._teaches = True
        self._films: dict[FilmId, dict[str, Event]] = {}
        self._standing: dict[FilmId, tuple[Feedback, ...]] = {}
        self._unsent: dict[str, Event] = {}
        self._source: Source | None = None
        self._told = self._not_read_told = ""
        self._asked = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEPT_AFTER_MS)
        self._rest.timeout.connect(self._send)
        self.keeping.changed.connect(self._tell_failure)

    @property
    def reader(self) -> str:
        """Who gives feedback here; empty before that was asked."""
        return self._reader

    def set_reader(self, reader: str) -> None:
        if reader != self._reader:
            self._reader = reader
            self.readerChanged.emit()

    @property
    def shows_others(self) -> bool:
        return self._others

    def set_shows_others(self, others: bool) -> None:
        if others is not self._others:
            self._others = others
            self.othersChanged.emit()

    @property
    def teaches(self) -> bool:
        """Whether films are shown as feedback changes their colours."""
        return self._teaches

    def set_teaches(self, teaches: bool) -> None:
        if teaches is not self._teaches:
            self._teaches = teaches
            self.teachesChanged.emit()

    def every(self, film: FilmId) -> tuple[Feedback, ...]:
        """What stands of all readers, in the order in which it was given first."""
        if film not in self._standing:
            events = self._films.get(film, {}).values()
            self._standing[film] = tuple(event.feedback for event in events if event.feedback is not None)
        return self._standing[film]

    def own(self, film: FilmId) -> tuple[Feedback, ...]:
        """What stands of this reader."""
        return tuple(each for each in self.every(film) if each.reader == self._reader)

    def regions(self, film: FilmId) -> tuple[Feedback, ...]:
        """This reader's regions; their numbers are their places, from 1."""
        return tuple(each for each in self.own(film) if each.region is not None)

    def of_film(self, film: FilmId) -> Feedback | None:
        """What this reader said of the film as a whole."""
        return next((each for each in self.own(film) if each.region is None), None)

    def find(self, film: FilmId, which: str) -> Feedback | None:
        return next((each for each in self.every(film) if each.id == which), None)

    def want(self, film: FilmId) -> None:
        """Read what is in the store of this film; called whenever it is shown, since others may write there too."""
        if not self._asked:
            self._asked = True
            self.keeping.ask(self.files.take_in_recovered, self._tell_recovered, lambda _: None)
        self.keeping.ask(lambda: self.files.history(film), lambda found: self._take(film, found), self._not_read)

    # Giving

    def put(self, name: str, shown: Session, feedback: Feedback, dragged: bool = False) -> None:
        """Say something of the film that a session shows, or change what has its id.

        name: of the step. dragged: joins the step before.
        """
        self._step(name, shown, feedback.id, feedback, dragged)

    def remove(self, name: str, shown: Session, which: str) -> None:
        """Take something back; undo brings it again."""
        self._step(name, shown, which, None, False)

    @Slot()
    def flush(self) -> None:
        """Send what waits for the hand to rest."""
        self._rest.stop()
        self._send()

    def close(self, session: Session) -> None:
        """Save everything before going on; used when the first session closes."""
        if session is self._session:
            self.closing.emit()
            self.flush()
            self.keeping.close()

    def forget(self, reader: str) -> None:
        """This reader's feedback was deleted for good."""
        for film, events in self._films.items():
            gone = [which for which, event in events.items() if event.reader == reader]
            for which in gone:
                del events[which]
            self._standing.pop(film, None)
            if gone:
                self.changed.emit(film)
        # Else a step back would say it again.
        self._session.undo.clear()
        self.keeping.drop(reader)

    def _step(self, name: str, shown: Session, which: str, after: Feedback | None, dragged: bool) -> None:
        """From what stands to what is to stand, as a step that can be taken back."""
        assert shown.radiograph is not None and shown.current is not None
        film, path, source = film_id(shown.radiograph), shown.current.path, shown.radiograph.source
        before = self.find(film, which)
        if before == after or (before is not None and before.reader != self._reader):
            return

        def put(feedback: Feedback | None) -> None:
            self._set(film, which, feedback, source, dragged=False)
            shown.go_to(path)

        merge = ("feedback", which, name) if dragged else None
        shown.undo.did_set(name, put, before, after, merge=merge, film=path)
        self._set(film, which, after, source, dragged=dragged)

    def _set(self, film: FilmId, which: str, feedback: Feedback | None, source: Source, *, dragged: bool) -> None:
        events = self._films.setdefault(film, {})
        last = events.get(which)
        if feedback is not None:
            event = given(feedback, last.time if last is not None else "")
        elif last is not None and last.feedback is not None:
            event = taken_back(last.feedback, last.time)
        else:
            return
        events[which] = event
        self._standing.pop(film, None)
        self._source = source
        if dragged:
            self._unsent[which] = event
            self._rest.start()
        else:
            self._rest.stop()
            self._send((event,))
        self.changed.emit(film)

    @Slot()
    def _send(self, more: Iterable[Event] = ()) -> None:
        events = (*self._unsent.values(), *more)
        self._unsent = {}
        if events:
            self.keeping.keep(events, self._source)

    # The store

    def _take(self, film: FilmId, found: tuple[Event, ...]) -> None:
        """The latest event of each record counts, wherever it came from."""
        events = self._films.get(film, {})
        merged = latest((*found, *events.values()))
        if merged != events:
            self._films[film] = merged
            self._standing.pop(film, None)
            self.changed.emit(film)

    def _not_read(self, error: XrayColorError) -> None:
        if error.what in (self._told, self._not_read_told):
            return
        self._not_read_told = error.what
        title = self.tr("Earlier feedback cannot be read: {}.").format(cause_of(error))
        helps = " ".join(part for part in error.next_step.split(". ") if "--store" not in part or "`" in part)
        place = self.tr("You can choose another place in the Feedback menu. The store is {store}")
        text = f"{spoken(helps)} {place.format(store=self.files.path)}".strip()
        self._session.noticeRaised.emit(Notice(Severity.CAUTION, title, text, topic=_TOPIC))

    def _tell_recovered(self, came: int) -> None:
        if came:
            self._session.noticeRaised.emit(
                Notice(
                    Severity.DONE,
                    self.tr("Feedback that could not be saved before is in the store now."),
                    self.tr("Steps taken in from recovery files: {}").format(came),
                )
            )

    @Slot()
    def _tell_failure(self) -> None:
        """Each trouble is told once; the status bar says it as long as it lasts."""
        failure = self.keeping.failure
        if failure is None:
            if self.keeping.all_saved:
                self._told = ""
        elif failure.what != self._told:
            self._told = failure.what
            title = self.tr("Not saved: {}.").format(cause_of(failure))
            notice = Notice(Severity.ERROR, title, self._way_out(failure), topic=_TOPIC)
            self._session.noticeRaised.emit(notice)

    def _way_out(self, failure: XrayColorError) -> str:
        recovery = getattr(failure, "recovery", None)
        if recovery is None:
            return self.tr(
                "It is in this window alone, so leave it open. Free some space, or choose another place below."
            )
        words = self.tr(
            "What you say is kept in {file} meanwhile, and taken in by itself when the store can be used again. "
            "Or choose another place below. The store is {store}"
        )
        words = words.format(file=recovery, store=self.files.path)
        # What was said before a store was damaged is still in its journal.
        cause = failure.__cause__
        if isinstance(cause, XrayColorError) and "journal" in cause.next_step:
            return f"{spoken(cause.next_step)} {words}"
        return words


def cause_of(failure: XrayColorError) -> str:
    """Why a store cannot be used, in the reader's language, without the store's path and without a full stop."""
    return spoken(failure.what.rpartition(": ")[2].rstrip("."))
