"""Deleting one reader's feedback for good: from the store, its journal, and recovery files. The only way back it has.

A history that is never rewritten keeps work safe; a reader's right to withdraw goes before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.io.feedback import journal
from xraycolor_gui.io.feedback.database import EVENTS, FEEDBACK, TRIGGERS, step_of
from xraycolor_gui.io.feedback.json_file import encoded
from xraycolor_gui.io.feedback.recovery import events_of, recovery_files
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.history import insert
from xraycolor_gui.io.journal import journal_of, replace
from xraycolor_gui.io.writing import writing


def erase(path: Path, reader: str, timeout: float = 5.0) -> int:
    """Delete every record of this reader, with its history; returns how many records that were.

    path: of the store; what others said stays, to the last digit. Until the reader is told that it is done everything
    may still be there, so what fails is to be tried again. Raises FeedbackError.
    """
    with FeedbackStore(path, timeout) as store:
        store.history()  # brings back what only the journal has, so that nothing of it is missed
    try:
        gone = _from_store(path, reader, timeout) if path.exists() else set()
        for file in recovery_files(path):
            gone |= _from_recovery(file, reader)
    except (sqlite3.Error, OSError) as error:
        raise FEEDBACK.in_words(path, error) from error
    return len(gone)


def _from_store(path: Path, reader: str, timeout: float) -> set[str]:
    connection = FEEDBACK.connect(path, timeout)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN EXCLUSIVE")
        lines = [line for (line,) in connection.execute("SELECT line FROM event ORDER BY seq")]
        events = [event for line in lines if (event := journal.event_of(line)) is not None]
        gone = _records_of(events, reader)
        if gone:
            for name in TRIGGERS:
                connection.execute(f"DROP TRIGGER {name}")
            kept = [event for event in events if event.record not in gone]
            connection.execute("DELETE FROM event")
            connection.execute("DELETE FROM sqlite_sequence")
            insert(connection, EVENTS, map(step_of, kept))
            for statement in TRIGGERS.values():
                connection.execute(statement)
        copies = list(journal.events(journal_of(path)))
        also = _records_of(copies, reader)
        if also:
            # Before the commit: else a kill in between would let the journal bring everything back.
            kept_copies = (copy for copy in copies if copy.record not in also | gone)
            replace(journal_of(path), map(journal.line_of, kept_copies))
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.close()
    return gone | also


def _from_recovery(path: Path, reader: str) -> set[str]:
    events = events_of(path)
    gone = _records_of(events, reader)
    kept = [event for event in events if event.record not in gone]
    if gone and kept:
        with writing(path, overwrite=True) as file:
            file.write(encoded(kept))
    elif gone:
        path.unlink()
    return gone


def _records_of(events: Iterable[Event], reader: str) -> set[str]:
    """Ids of the records that this reader gave."""
    return {
        event.record
        for event in events
        if event.reader == reader or (event.feedback is not None and event.feedback.reader == reader)
    }
