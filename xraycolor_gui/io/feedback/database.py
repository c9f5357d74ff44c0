"""The feedback store's SQLite file: its table, its steps, and what to do when it is damaged."""

from __future__ import annotations

from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.io.database import StoreKind
from xraycolor_gui.io.feedback.journal import event_of, line_of
from xraycolor_gui.io.history import Step, Table

_TABLES = """
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL UNIQUE,
    time TEXT NOT NULL,
    reader TEXT NOT NULL,
    record TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    frame INTEGER NOT NULL,
    line TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX event_record ON event (record);
CREATE INDEX event_sha256 ON event (sha256);
CREATE INDEX event_sop_instance_uid ON event (sop_instance_uid);
"""
_ABORT = "ON event BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;"
#: What keeps the history append-only, by name.
TRIGGERS = {
    "nothing_changes": f"CREATE TRIGGER nothing_changes BEFORE UPDATE {_ABORT}",
    "nothing_goes": f"CREATE TRIGGER nothing_goes BEFORE DELETE {_ABORT}",
}

FEEDBACK = StoreKind(
    called="feedback store",
    application_id=0x58434642,  # 'XCFB'
    version=1,
    tables=_TABLES + "\n".join(TRIGGERS.values()),
    error=FeedbackError,
    recovered_by="Everything is still in its journal: `xraycolor feedback import {journal} --store NEW_FILE` brings it "
    "back into a new store.",
)


def step_of(event: Event) -> Step:
    """The event as a row of the store."""
    film = event.film
    columns = event.id, event.time, event.reader, event.record, film.sha256, film.sop_instance_uid, film.frame
    return Step(columns, line_of(event))


def _step_on(line: bytes) -> Step | None:
    event = event_of(line)
    return step_of(event) if event is not None else None


EVENTS = Table(
    kind=FEEDBACK,
    name="event",
    columns=("event", "time", "reader", "record", "sha256", "sop_instance_uid", "frame"),
    step_of=_step_on,
)
