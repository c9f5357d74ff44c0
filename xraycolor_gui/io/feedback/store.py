"""The feedback store: a history that only grows, on the disk before anything is acknowledged.

Two windows, or a window and a command line, may use one store at a time. What it does not take goes to a recovery file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId
from xraycolor_gui.core.feedback_history import Event, current, given, taken_back
from xraycolor_gui.io.feedback.database import EVENTS, FEEDBACK, step_of
from xraycolor_gui.io.feedback.recovery import NotKept, events_of, recovery_files, recovery_name, write_recovery
from xraycolor_gui.io.history import HistoryStore
from xraycolor_gui.io.user_folder import user_folder


def default_store() -> Path:
    """The reader's own store, in the user's data folder; it need not exist."""
    return user_folder() / "feedback.sqlite"


class FeedbackStore(HistoryStore):
    """One store, opened with its first use. Use it in one thread, and close it, or use it as a context.

    timeout: seconds to wait for another program that is writing.
    notes: what had to be repaired, one plain sentence each.
    """

    def __init__(self, path: Path | None = None, timeout: float = 5.0) -> None:
        super().__init__(EVENTS, path if path is not None else default_store(), timeout)
        self._unsaved: tuple[Event, ...] = ()
        self._recovery: Path | None = None
        self._recovery_name = recovery_name()

    def put(self, feedback: Feedback) -> None:
        """Keep a new record, a changed one, or one that comes back by undo; it is on the disk when this returns.

        Raises NotKept, which names the recovery file; FeedbackError where the record is another reader's.
        """
        before = self._last_of(feedback.id)
        if before is not None and before.reader != feedback.reader:
            raise FeedbackError(
                "This feedback was given by another reader.", "Give your own: several readers are kept apart."
            )
        self.add((given(feedback, before.time if before else ""),))

    def take_back(self, feedback: Feedback) -> None:
        """Remove a record from what stands; its history stays. On the disk when this returns. Raises as `put`."""
        before = self._last_of(feedback.id)
        self.add((taken_back(feedback, before.time if before else ""),))

    def add(self, events: Sequence[Event]) -> int:
        """Add events to the history, whole or not at all; those it has already are passed over. Returns how many came.

        What failed before is tried again with it. Raises NotKept, which names the recovery file.
        """
        events = (*self._unsaved, *events)
        try:
            added = self._kept.add(lambda _: [step_of(event) for event in events])
        except FeedbackError as error:
            self._unsaved = events
            self._recovery = write_recovery(self.path, events, self._recovery_name, self._recovery)
            raise NotKept(error, self._recovery) from error
        self._unsaved = ()
        if self._recovery is not None:
            with suppress(OSError):
                self._recovery.unlink()
            self._recovery = None
        return added

    def take_in_recovered(self) -> int:
        """Add what waits in recovery files, and delete them; returns how many events came.

        A file that is not whole, or that the store does not take either, stays where it is.
        """
        came = 0
        for path in recovery_files(self.path):
            with suppress(FeedbackError):
                came += self.add(events_of(path))
                with suppress(OSError):
                    path.unlink()
        return came

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """What the store has not taken yet; it is in the recovery file, and tried again with the next `add`."""
        return self._unsaved

    def records(self, film: FilmId | None = None, reader: str | None = None) -> tuple[Feedback, ...]:
        """What stands: all, or of one film (known by content or SOP Instance UID, wherever its file lies), or reader's.

        Raises FeedbackError.
        """
        standing = current(self.history(film))
        return tuple(record for record in standing if reader is None or record.reader == reader)

    def history(self, film: FilmId | None = None) -> tuple[Event, ...]:
        """Every event, in the order in which it came to this store; all, or of one film. Raises FeedbackError."""
        if film is None:
            found = self._kept.rows("SELECT line FROM event ORDER BY seq")
        else:
            found = self._kept.rows(
                "SELECT line FROM event WHERE record IN (SELECT record FROM event WHERE frame = ? AND "
                "((sha256 = ? AND sha256 != '') OR (sop_instance_uid = ? AND sop_instance_uid != ''))) ORDER BY seq",
                film.frame,
                film.sha256,
                film.sop_instance_uid,
            )
        return tuple(self._event(line) for (line,) in found)

    def _last_of(self, record: str) -> Event | None:
        try:
            found = self._kept.rows(
                "SELECT line FROM event WHERE record = ? ORDER BY time DESC, seq DESC LIMIT 1", record
            )
        except FeedbackError:
            return next((event for event in reversed(self._unsaved) if event.record == record), None)
        return self._event(found[0][0]) if found else None

    def _event(self, line: str) -> Event:
        try:
            return feedback_history.from_json(json.loads(line))
        except (ValueError, FeedbackError) as error:
            raise FEEDBACK.damaged(self.path, str(error)) from error
