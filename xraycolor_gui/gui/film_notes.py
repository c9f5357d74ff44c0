"""What had to be assumed to show the current film: told once as a notice, and in a tooltip as long as it is shown."""

from __future__ import annotations

import html

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.panels.notices import Notices
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken


class FilmNotes(QObject):
    """Puts the notes of the session's radiograph among the `notices`, and into the tooltip of `place`."""

    def __init__(self, session: Session, notices: Notices, place: QWidget) -> None:
        super().__init__(place)
        self._session = session
        self._notices = notices
        self._place = place
        self._told: set[tuple[object, ...]] = set()
        self._raised: Notice | None = None
        session.radiographChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        radiograph = self._session.radiograph
        # The frame is told by its slider.
        notes = () if radiograph is None else tuple(n for n in radiograph.notes if n != radiograph.source.frame_note)
        self._place.setToolTip("<br>".join(html.escape(spoken(note)) for note in notes))
        self._close_raised()
        if radiograph is None or not notes:
            return
        key = (radiograph.source.path, radiograph.source.sha256, notes)
        if key not in self._told:
            self._told.add(key)
            self._raised = as_notice(notes)
            self._notices.raise_notice(self._raised)

    def _close_raised(self) -> None:
        """A notice speaks of “this file”: it goes with the film."""
        for card in self._notices.cards():
            if card.notice is self._raised:
                card.close_card()
        self._raised = None


def as_notice(notes: tuple[str, ...]) -> Notice:
    """The first sentence as title, all others below it."""
    first, dot, rest = notes[0].partition(". ")
    return Notice(Severity.NOTICE, first + dot.strip(), " ".join((rest, *notes[1:])).strip())
