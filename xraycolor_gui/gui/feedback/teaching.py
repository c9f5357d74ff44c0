"""Shows a film's colours as its feedback changes them: at once, and taken back as easily."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.feedback import Feedback, Verdict, film_id
from xraycolor_gui.gui.notice import Notice, Severity, as_told

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

_TASK = "teach"
#: The model's own colouring, and what was said of it.
_Key = tuple[Colouring, tuple[tuple[object, ...], ...]]


class Teaching(QObject):
    """Of the film that one session shows. Whatever else changes, the colours of the newest feedback are shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._given = session, session.feedback
        self._wanted: _Key | None = None
        self._made: tuple[_Key, Colouring] | None = None
        for signal in (
            session.colorizationChanged,
            self._given.changed,
            self._given.readerChanged,
            self._given.teachesChanged,
        ):
            signal.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        key = self._key()
        if key is None:
            self._wanted = None
            self._session.tasks.cancel(_TASK)
            self._session.show_taught(None)
        elif self._made is not None and self._made[0] == key:
            self._wanted = key
            self._session.show_taught(self._made[1])
        elif self._wanted != key:
            self._wanted = key
            self._start(key)

    def _key(self) -> _Key | None:
        """What the colours are to be made of; None where feedback changes nothing."""
        modelled, radiograph = self._session.as_modelled, self._session.radiograph
        if not self._given.teaches or modelled is None or modelled.shown is None or radiograph is None:
            return None
        if modelled.shown.traits is None:
            return None
        said = tuple(_meant(each) for each in self._given.regions(film_id(radiograph)) if _teaches(each))
        return (modelled, said) if said else None

    def _start(self, key: _Key) -> None:
        radiograph, colorization = self._session.radiograph, key[0].shown
        assert radiograph is not None and colorization is not None
        records = tuple(each for each in self._given.regions(film_id(radiograph)) if _teaches(each))
        adapt = self._session.steps.adapt

        def done(made: tuple[Colorization, int]) -> None:
            taught, corrections = made
            if self._wanted == key:
                self._made = key, replace(key[0], colorization=taught, corrections=corrections)
                self._session.show_taught(self._made[1] if corrections else None)

        def failed(error: Exception) -> None:
            told = as_told(error, None)
            self._session.noticeRaised.emit(Notice(Severity.CAUTION, told.what, told.next_step))

        self._session.tasks.start(_TASK, lambda _: adapt(colorization, records), done, failed=failed)


def _teaches(feedback: Feedback) -> bool:
    """Whether the adapter has use for it."""
    return feedback.verdict is not None and (feedback.verdict is not Verdict.WRONG_TISSUE or bool(feedback.tissue))


def _meant(feedback: Feedback) -> tuple[object, ...]:
    """What of it changes colours; a comment does not."""
    return feedback.id, feedback.region, feedback.verdict, feedback.tissue
