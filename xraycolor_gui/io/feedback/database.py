"""The store's SQLite file: made whole, opened with care, and its troubles in plain words."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.io.feedback.journal import journal_of

#: 'XCFB' in the file's header tells our store from other databases.
APPLICATION_ID = 0x58434642
#: Raise it with every change of the tables.
VERSION = 1

_TABLES = f"""
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
CREATE TRIGGER nothing_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER nothing_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
"""
_FOLDER = "Choose another place with --store, or ask for the right to write there."
_FULL = "the disk is full", "Free some space, or choose another place with --store."
_READ_ONLY = "it is read-only", _FOLDER
_CAUSES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _READ_ONLY),
}


def connect(path: Path, timeout: float) -> sqlite3.Connection:
    """A connection that may write and syncs fully before each commit returns; the store is made where there is none.

    Raises FeedbackError: read-only, damaged, newer, not a store; sqlite3.Error and OSError for the system's troubles.
    """
    if not path.exists():
        _make(path)
    connection = _connection(path, "rw", timeout)
    try:
        _check_kind(connection, path)
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, timeout: float) -> sqlite3.Connection:
    """A connection for a store that may not be written to."""
    modes = ["ro"] if path.with_name(path.name + "-wal").exists() else ["ro", "ro&immutable=1"]
    for mode in modes:
        connection = _connection(path, mode, timeout)
        try:
            _check_kind(connection, path)
            return connection
        except sqlite3.OperationalError:
            connection.close()
            if mode == modes[-1]:
                raise
        except BaseException:
            connection.close()
            raise
    raise AssertionError("unreachable")


def in_words(path: Path, error: sqlite3.Error | OSError) -> FeedbackError:
    """The system's refusal as what, where, and what next."""
    if isinstance(error, OSError):
        cause, then = _CAUSES.get(error.errno or 0, (f"{error.strerror}", _FOLDER))
        return FeedbackError(f"{path}: the feedback store cannot be used: {cause}.", then, str(error))
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    detail = f"{getattr(error, 'sqlite_errorname', '')} {error}"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        what, then = "another program keeps it locked", "Close that program, then try again."
    elif code == sqlite3.SQLITE_FULL:
        what, then = _FULL
    elif code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        what, then = _READ_ONLY
    elif code == sqlite3.SQLITE_CANTOPEN:
        what, then = "it cannot be opened here", _FOLDER
    elif code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, detail)
    elif code == sqlite3.SQLITE_IOERR:
        what, then = "the disk refuses to read or write it; it may be full", "Free some space, or choose another place."
    else:
        what, then = "the database refuses", "Try again, or choose another place with --store."
    return FeedbackError(f"{path}: the feedback store cannot be used: {what}.", then, detail)


def damaged(path: Path, detail: str = "") -> FeedbackError:
    """The store is damaged; where its journal is at hand, how to get everything back."""
    journal = journal_of(path)
    then = "Take it from your backup, or choose another place with --store."
    if journal.exists():
        then = (
            f"Everything is still in its journal: `xraycolor feedback import {journal} --store NEW_FILE` brings it "
            "back into a new store."
        )
    return FeedbackError(f"{path}: the feedback store is damaged or cut off.", then, detail)


def _connection(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=timeout, isolation_level=None)


def _make(path: Path) -> None:
    """A new, empty store, whole or not at all: it is made beside its place, and moved in unless somebody was faster."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}-{secrets.token_hex(8)}.part")
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(f"BEGIN; {_TABLES} COMMIT;")
        try:
            os.link(beside, path)
        except FileExistsError:
            return
        except OSError:  # no hard links here
            if not path.exists():
                beside.rename(path)
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                beside.with_name(beside.name + ending).unlink(missing_ok=True)


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        if path.stat().st_size == 0 or journal_of(path).exists():
            raise damaged(path)
        raise FeedbackError(f"{path}: this is no feedback store.", "Choose another file with --store.")
    if version > VERSION:
        raise FeedbackError(
            f"{path}: the feedback store was made by a newer XrayColor (version {version} of its tables).",
            "Update XrayColor, or choose another place with --store.",
        )
    (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if sound != "ok":
        raise damaged(path, str(sound))
