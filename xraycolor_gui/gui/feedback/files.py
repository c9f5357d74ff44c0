"""The feedback store as the window uses it. Nothing is read or imported before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.core.feedback import Feedback, FilmId
from xraycolor_gui.core.feedback_history import Event

if TYPE_CHECKING:
    from xraycolor_gui.core.radiograph import Source
    from xraycolor_gui.core.work_list import Reading
    from xraycolor_gui.io.feedback.store import FeedbackStore


class FeedbackFiles:
    """Store, journal and recovery files. All but `move` belong to one thread at a time.

    path: None for the reader's own place. timeout: seconds to wait for another program that is writing.
    """

    def __init__(self, path: Path | None = None, timeout: float = 5.0) -> None:
        self._path, self._timeout = path, timeout
        self._store: FeedbackStore | None = None
        self._placed: set[str] = set()

    @property
    def path(self) -> Path:
        """Where the store lies, or will."""
        from xraycolor_gui.io.feedback.store import default_store

        return self._path or default_store()

    def move(self, path: Path) -> None:
        """Use a store at another place from now on; what the old one did not take goes there."""
        self._path = path

    def history(self, film: FilmId) -> tuple[Event, ...]:
        """Every event of a film; not those that this program could not save yet. Raises FeedbackError."""
        return self._opened().history(film)

    def keep(self, events: Sequence[Event], source: Source | None = None) -> None:
        """On the disk when this returns; those that are there already are passed over. Raises NotKept.

        source: the film's file, whose place is remembered for exports.
        """
        from xraycolor_gui.io.feedback import places

        store = self._opened()
        tried = {event.id for event in store.unsaved}
        store.add([event for event in events if event.id not in tried])
        if source is not None and source.sha256 not in self._placed:
            self._placed.add(source.sha256)
            places.remember(store.path, source)

    def take_in_recovered(self) -> int:
        """Put into the store what earlier programs could only write to recovery files; returns how many steps came."""
        return self._opened().take_in_recovered()

    def erase(self, reader: str) -> int:
        """Delete everything that one reader said, for good; returns how many records that were. Raises FeedbackError"""
        from xraycolor_gui.io.feedback.erasing import erase

        self.close()
        self._store = None
        return erase(self.path, reader, self._timeout)

    def count(self, reader: str) -> int:
        """How many records of this reader stand. Raises FeedbackError."""
        return len(self._opened().records(reader=reader))

    def records(self) -> tuple[Feedback, ...]:
        """What stands of all readers on all films. Raises FeedbackError."""
        return self._opened().records()

    def readings(self) -> tuple[Reading, ...]:
        """What models read in films before."""
        from xraycolor_gui.io.feedback import film_readings

        return film_readings.kept(self.path)

    def keep_readings(self, readings: Sequence[Reading]) -> None:
        """Beside the store, once feedback was given; until then films leave no trace."""
        from xraycolor_gui.io.feedback import film_readings

        if self.path.exists():
            film_readings.keep(self.path, readings)

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()

    def _opened(self) -> FeedbackStore:
        from xraycolor_gui.io.feedback.store import FeedbackStore

        if self._store is None or self._store.path != self.path:
            before, self._store = self._store, FeedbackStore(self.path, self._timeout)
            if before is not None:
                before.close()
        return self._store
