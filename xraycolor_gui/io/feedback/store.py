"""The feedback store: an append-only history in SQLite, on the disk before anything is acknowledged.

Two windows, or a window and a command line, may use one store at a time. Each event also goes to a journal beside the
store (`journal`), from which a damaged or shortened store is brought back.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import platformdirs

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId
from xraycolor_gui.core.feedback_history import Event, current, given, taken_back
from xraycolor_gui.io.feedback import journal
from xraycolor_gui.io.feedback.database import FEEDBACK
from xraycolor_gui.io.feedback.recovery import NotKept, recovery_name, write_recovery
from xraycolor_gui.io.journal import appended, journal_of

_T = TypeVar("_T")
_COLUMNS = "event, time, reader, record, sha256, sop_instance_uid, frame, line, digest"
_INSERT = f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def default_store() -> Path:
    """The reader's own store, in the user's data folder; it need not exist."""
    return Path(platformdirs.user_data_dir("xraycolor", appauthor=False)) / "feedback.sqlite"


class FeedbackStore:
    """One store, opened with its first use. Use it in one thread, and close it, or use it as a context.

    timeout: seconds to wait for another program that is writing.
    notes: what had to be repaired, one plain sentence each.
    """

    def __init__(self, path: Path | None = None, timeout: float = 5.0) -> None:
        self.path = path if path is not None else default_store()
        self.notes: list[str] = []
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None
        self._unsaved: tuple[Event, ...] = ()
        self._recovery: Path | None = None
        self._recovery_name = recovery_name()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

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
            added = self._told(lambda connection: self._append(connection, events), writes=True)
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
            found = self._rows("SELECT line FROM event ORDER BY seq")
        else:
            found = self._rows(
                "SELECT line FROM event WHERE record IN (SELECT record FROM event WHERE frame = ? AND "
                "((sha256 = ? AND sha256 != '') OR (sop_instance_uid = ? AND sop_instance_uid != ''))) ORDER BY seq",
                (film.frame, film.sha256, film.sop_instance_uid),
            )
        return tuple(self._event(line) for (line,) in found)

    def check(self) -> list[str]:
        """What is wrong with the store, one sentence each; none where it is sound. Raises FeedbackError as `history`.

        Reads everything: SQLite's own pages and indexes, the chain of digests over all events, and the journal.
        """
        faults = [str(text) for (text,) in self._rows("PRAGMA integrity_check") if text != "ok"]
        digest, known = "", set()
        for number, row in enumerate(self._rows(f"SELECT {_COLUMNS}, seq FROM event ORDER BY seq"), start=1):
            *_, line, stated, seq = row
            digest = _digest(digest, line)
            try:
                whole = row[:7] == _columns(self._event(line))
            except FeedbackError:
                whole = False
            if not whole or digest != stated or seq != number:
                faults.append(f"Event {seq} is not as it was written.")
                digest = stated
            known.add(row[0])
        copied = {event.id for event in journal.events(journal_of(self.path))}
        if missing := len(known - copied):
            faults.append(f"The journal lacks {missing} of {len(known)} events.")
        if missing := len(copied - known):
            faults.append(f"The store lacks {missing} events that its journal has.")
        return faults

    def _last_of(self, record: str) -> Event | None:
        try:
            found = self._rows(
                "SELECT line FROM event WHERE record = ? ORDER BY time DESC, seq DESC LIMIT 1", (record,)
            )
        except FeedbackError:
            return next((event for event in reversed(self._unsaved) if event.record == record), None)
        return self._event(found[0][0]) if found else None

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        if self._connection is None and not self.path.exists() and not journal_of(self.path).exists():
            return []  # reading makes no store
        return self._told(lambda connection: connection.execute(query, values).fetchall())

    def _event(self, line: str) -> Event:
        try:
            return feedback_history.from_json(json.loads(line))
        except (ValueError, FeedbackError) as error:
            raise FEEDBACK.damaged(self.path, str(error)) from error

    def _told(self, work: Callable[[sqlite3.Connection], _T], *, writes: bool = False) -> _T:
        """Do the work on an open store; the system's troubles become FeedbackErrors."""
        try:
            if self._connection is None:
                self._connection = self._opened(writes)
            return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise FEEDBACK.in_words(self.path, error) from error

    def _opened(self, writes: bool) -> sqlite3.Connection:
        try:
            connection = FEEDBACK.connect(self.path, self._timeout)
        except (sqlite3.OperationalError, OSError):
            if writes or not self.path.exists():
                raise
            return FEEDBACK.connect_to_read(self.path, self._timeout)
        try:
            self._heal(connection)
        except (sqlite3.Error, OSError):  # a store that cannot be written to can still be read
            if writes:
                connection.close()
                raise
        except BaseException:
            connection.close()
            raise
        return connection

    def _heal(self, connection: sqlite3.Connection) -> None:
        """Bring back what the journal has and the store has not: its file was lost, or the part not yet merged in."""
        if self._journal_is_ahead(connection):
            with _transaction(connection):  # another program may just have been about to commit it
                self._bring_back(connection)

    def _journal_is_ahead(self, connection: sqlite3.Connection) -> bool:
        last = journal.last_event_id(journal_of(self.path))
        return last is not None and not connection.execute("SELECT 1 FROM event WHERE event = ?", (last,)).fetchone()

    def _bring_back(self, connection: sqlite3.Connection) -> None:
        rows = _new_rows(connection, journal.events(journal_of(self.path)))
        connection.executemany(_INSERT, rows)
        if rows:
            self.notes.append(f"{self.path.name}: {len(rows)} steps were missing and came back from the journal.")

    def _append(self, connection: sqlite3.Connection, events: Sequence[Event]) -> int:
        path = journal_of(self.path)
        with _transaction(connection):
            # Another program may have been killed between journal and store since this one opened it.
            if self._journal_is_ahead(connection):
                self._bring_back(connection)
            rows = _new_rows(connection, events)
            lines: list[str] = [row[7] for row in rows]
            if not path.exists():
                lines[:0] = [line for (line,) in connection.execute("SELECT line FROM event ORDER BY seq")]
            with appended(path, lines):
                connection.executemany(_INSERT, rows)
                connection.execute("COMMIT")
        return len(rows)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def rewritten(connection: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Fill an empty table; only `erasing` has a reason to."""
    connection.executemany(_INSERT, _new_rows(connection, events))


def _new_rows(connection: sqlite3.Connection, events: Iterable[Event]) -> list[tuple[Any, ...]]:
    """Rows of the events that the store has not yet."""
    found = connection.execute("SELECT digest FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    digest = found[0] if found else ""
    rows: dict[str, tuple[Any, ...]] = {}
    for event in events:
        if event.id in rows or connection.execute("SELECT 1 FROM event WHERE event = ?", (event.id,)).fetchone():
            continue
        line = journal.line_of(event)
        digest = _digest(digest, line)
        rows[event.id] = (*_columns(event), line, digest)
    return list(rows.values())


def _columns(event: Event) -> tuple[Any, ...]:
    film = event.film
    return event.id, event.time, event.reader, event.record, film.sha256, film.sop_instance_uid, film.frame


def _digest(before: str, line: str) -> str:
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()
