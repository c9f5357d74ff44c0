"""The presentation states of what is open: found by the search, read when a film of theirs is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.core.presentation_state import PresentationState

_MODALITY = "PR"


class StatesOfStudy(QObject):
    """Each file is read once; it stays known as long as the window stands."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[Path, PresentationState | None] = {}
        for signal in (session.searchChanged, session.filmsChanged, session.radiographChanged):
            signal.connect(self._look)
        # Another film: others of the known ones name it.
        session.radiographChanged.connect(self.changed)

    @property
    def applicable(self) -> tuple[PresentationState, ...]:
        """Those that name the current film and frame, the latest first."""
        film = self._session.as_read
        if film is None or not film.source.sop_instance_uid:
            return ()
        named = [state for state in self._known.values() if state is not None and state.names(film.source)]
        return tuple(sorted(named, key=lambda state: state.created, reverse=True))

    @Slot()
    def _look(self) -> None:
        """Only while nothing more urgent is done, and no search is on its way."""
        session = self._session
        search = session.search
        if not session.settled:
            session.when_settled(self._look)
            return
        if (search is not None and search.running) or session.tasks.is_running("states"):
            return
        new = tuple(path for path in self._candidates() if path not in self._known)
        if new:
            session.tasks.start(
                "states", lambda _: session.steps.presentation_states(new), lambda s: self._take(new, s)
            )

    def _candidates(self) -> list[Path]:
        search = self._session.search
        skipped = search.skipped if search is not None else ()
        found = [each.path for each in skipped if each.instance and each.instance.labels.modality == _MODALITY]
        opened = [film for film in self._session.films if film.state is FilmState.UNREADABLE]
        return [*found, *(film.path for film in opened if film.labels and film.labels.modality == _MODALITY)]

    def _take(self, asked: tuple[Path, ...], states: tuple[PresentationState, ...]) -> None:
        self._known.update(dict.fromkeys(asked, None))
        self._known.update({state.path: state for state in states})
        self.changed.emit()
        self._look()
