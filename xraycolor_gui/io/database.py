"""SQLite files that are ours: made whole, opened with care, synced before a commit returns, troubles in plain words."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.io.journal import journal_of
from xraycolor_gui.io.writing import settle

T = TypeVar("T")
#: What only a command can do stands in a sentence of its own, which the window leaves out.
_FOLDER = "Ask for the right to write there. Or choose another place with --store."
_FULL = "the disk is full", "Free some space. Or choose another place with --store."
_READ_ONLY = "it is read-only", _FOLDER
_DAMAGED, _NEWER = "it is damaged or cut off", "it was made by a newer XrayColor"
_CAUSES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _READ_ONLY),
}


@dataclass(frozen=True, slots=True)
class StoreKind:
    """One kind of store.

    called: as messages name it, such as “feedback store”. application_id: in the file's header, tells it from other
    databases. version: raise it with every change of the tables. tables: SQL that makes them.
    error: class of its errors. recovered_by: what to do with the journal of a damaged store; {journal} stands for its
    path.
    """

    called: str
    application_id: int
    version: int
    tables: str
    error: Callable[[str, str, str], XrayColorError]
    recovered_by: str = ""

    def opened(self, path: Path, timeout: float, *, writes: bool) -> sqlite3.Connection:
        """A connection as `connect` makes it, or one to read where nothing is to be written and nothing else works.

        Raises as `connect`.
        """
        try:
            return self.connect(path, timeout)
        except (sqlite3.OperationalError, OSError):
            if writes or not path.exists():
                raise
            return self._connect_to_read(path, timeout)

    def do(self, path: Path, timeout: float, work: Callable[[sqlite3.Connection], T], *, writes: bool) -> T:
        """Do the work on the store, opened for it alone. Raises the kind's error, also for the system's troubles."""
        try:
            with closing(self.opened(path, timeout, writes=writes)) as connection:
                return work(connection)
        except (sqlite3.Error, OSError) as error:
            raise self.in_words(path, error) from error

    def connect(self, path: Path, timeout: float) -> sqlite3.Connection:
        """A connection that may write and syncs fully before each commit returns; the store is made if there is none.

        timeout: seconds to wait for another program that is writing.

        Raises the kind's error: read-only, damaged, newer, not such a store; sqlite3.Error and OSError for the system's
        troubles.
        """
        if not path.exists():
            self._make(path)
        connection = _connection(path, "rw", timeout)
        try:
            self._check(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_to_read(self, path: Path, timeout: float) -> sqlite3.Connection:
        ahead = path.with_name(path.name + "-wal")
        # On a full disk the memory that goes with an empty log cannot be made; the file itself is whole then.
        modes = ["ro"] if ahead.exists() and ahead.stat().st_size else ["ro", "ro&immutable=1"]
        for mode in modes:
            connection = _connection(path, mode, timeout)
            try:
                self._check(connection, path)
                return connection
            except sqlite3.OperationalError:
                connection.close()
                if mode == modes[-1]:
                    raise
            except BaseException:
                connection.close()
                raise
        raise AssertionError("unreachable")

    def in_words(self, path: Path, error: sqlite3.Error | OSError) -> XrayColorError:
        """The system's refusal as what, where, and what next."""
        if isinstance(error, OSError):
            cause, then = _CAUSES.get(error.errno or 0, (f"{error.strerror}", _FOLDER))
            return self.error(f"{path}: the {self.called} cannot be used: {cause}.", then, str(error))
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        detail = f"{getattr(error, 'sqlite_errorname', '')} {error}"
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return self.damaged(path, detail)
        what, then = _refusal(code)
        return self.error(f"{path}: the {self.called} cannot be used: {what}.", then, detail)

    def damaged(self, path: Path, detail: str = "") -> XrayColorError:
        """The store is damaged; where its journal is at hand, how to get everything back."""
        journal = journal_of(path)
        then = "Take it from your backup. Or choose another place with --store."
        if journal.exists():
            then = self.recovered_by.format(journal=journal)
        return self.error(f"{path}: the {self.called} cannot be used: {_DAMAGED}.", then, detail)

    def _make(self, path: Path) -> None:
        """A new, empty store, whole or not at all: made beside its place, and moved in unless somebody was faster."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}-{secrets.token_hex(8)}.part")
        header = f"PRAGMA application_id = {self.application_id}; PRAGMA user_version = {self.version};"
        try:
            with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.executescript(f"BEGIN; {self.tables} {header} COMMIT;")
            try:
                os.link(beside, path)
            except FileExistsError:
                return
            except OSError:  # no hard links here
                if not path.exists():
                    beside.rename(path)
            settle(path.parent)
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    beside.with_name(beside.name + ending).unlink(missing_ok=True)

    def _check(self, connection: sqlite3.Connection, path: Path) -> None:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != self.application_id:
            if path.stat().st_size == 0 or journal_of(path).exists():
                raise self.damaged(path)
            raise self.error(f"{path}: this is no {self.called}.", "Choose another file with --store.", "")
        if version > self.version:
            raise self.error(
                f"{path}: the {self.called} cannot be used: {_NEWER}.",
                "Update XrayColor. Or choose another place with --store.",
                f"Version {version} of its tables.",
            )
        (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise self.damaged(path, str(sound))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing; nobody else writes meanwhile. The block may commit by itself."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _refusal(code: int) -> tuple[str, str]:
    """What SQLite's result code says, and what to do."""
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another program keeps it locked", "Close that program, then try again."
        case sqlite3.SQLITE_FULL:
            return _FULL
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return _READ_ONLY
        case sqlite3.SQLITE_CANTOPEN:
            return "it cannot be opened here", _FOLDER
        case sqlite3.SQLITE_IOERR:
            return "the disk refuses to read or write it; it may be full", _FULL[1]
    return "the database refuses", "Try again. Or choose another place with --store."


def _connection(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=timeout, isolation_level=None)
