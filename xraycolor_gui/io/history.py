"""A store whose steps are only ever added: one table in SQLite, a chain of digests over it, and a journal beside it.

A step is in both, on the disk, before anything is acknowledged. What a kill or a careless copy left in the journal
alone comes back by itself. Several programs may use one store at a time.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from xraycolor_gui.io.database import StoreKind, transaction
from xraycolor_gui.io.journal import appended, journal_of, last_step, steps

_T = TypeVar("_T")


class Step(NamedTuple):
    """columns: what the table knows of the step, its id first. line: the whole step as JSON."""

    columns: tuple[str | int, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Table:
    """The one table of a kind of store.

    name: of the table; messages call its steps so. columns: those of a Step, the id first; `seq`, `line` and `digest`
    stand beside them. step_of: reads a line of the journal, None if it is not whole.
    """

    kind: StoreKind
    name: str
    columns: tuple[str, ...]
    step_of: Callable[[bytes], Step | None]


class History:
    """One such store, opened with its first use. Use it in one thread.

    timeout: seconds to wait for another program that is writing.
    notes: what had to be repaired, one plain sentence each.

    All methods raise the kind's error where the store cannot be used.
    """

    def __init__(self, table: Table, path: Path, timeout: float) -> None:
        self.path = path
        self.notes: list[str] = []
        self._table = table
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the query finds. Reading makes no store."""
        if self._connection is None and not self.path.exists() and not journal_of(self.path).exists():
            return []
        return self._told(lambda connection: connection.execute(query, values).fetchall(), writes=False)

    def add(self, steps_to_add: Callable[[sqlite3.Connection], Sequence[Step]]) -> int:
        """Add steps, whole or not at all; those it has already are passed over. Returns how many came.

        steps_to_add: is asked when nobody else can write any more, and may look into the store.
        """
        return self._told(lambda connection: self._append(connection, steps_to_add), writes=True)

    def check(self) -> list[str]:
        """As `HistoryStore.check` tells."""
        table = self._table
        faults = [str(text) for (text,) in self.rows("PRAGMA integrity_check") if text != "ok"]
        digest, known = "", set()
        query = f"SELECT {', '.join(table.columns)}, line, digest, seq FROM {table.name} ORDER BY seq"
        for *columns, line, stated, seq in self.rows(query):
            digest = _digest(digest, line)
            step = table.step_of(line.encode())
            if step is None or step.columns != tuple(columns) or digest != stated:
                faults.append(f"{table.name.capitalize()} {seq} is not as it was written.")
                digest = stated
            known.add(columns[0])
        copied = {step.columns[0] for step in steps(journal_of(self.path), table.step_of)}
        if missing := len(known - copied):
            faults.append(f"The journal lacks {missing} of {len(known)} {table.name}s.")
        if missing := len(copied - known):
            faults.append(f"The store lacks {missing} {table.name}s that its journal has.")
        return faults

    def _told(self, work: Callable[[sqlite3.Connection], _T], *, writes: bool) -> _T:
        """Do the work on an open store; the system's troubles become the kind's errors."""
        try:
            if self._connection is None:
                self._connection = self._opened(writes)
            return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise self._table.kind.in_words(self.path, error) from error

    def _opened(self, writes: bool) -> sqlite3.Connection:
        connection = self._table.kind.opened(self.path, self._timeout, writes=writes)
        try:
            if self._journal_is_ahead(connection):
                with transaction(connection):  # another program may just have been about to commit it
                    self._bring_back(connection)
        except (sqlite3.Error, OSError):  # a store that cannot be written to can still be read
            if writes:
                connection.close()
                raise
        except BaseException:
            connection.close()
            raise
        return connection

    def _journal_is_ahead(self, connection: sqlite3.Connection) -> bool:
        last = last_step(journal_of(self.path), self._table.step_of)
        return last is not None and not _has(connection, self._table, last)

    def _bring_back(self, connection: sqlite3.Connection) -> None:
        came = insert(connection, self._table, steps(journal_of(self.path), self._table.step_of), "INSERT OR IGNORE")
        if came:
            self.notes.append(f"{self.path.name}: {len(came)} steps were missing and came back from the journal.")

    def _append(
        self, connection: sqlite3.Connection, steps_to_add: Callable[[sqlite3.Connection], Sequence[Step]]
    ) -> int:
        journal = journal_of(self.path)
        with transaction(connection):
            # Another program may have been killed between journal and store since this one opened it.
            if self._journal_is_ahead(connection):
                self._bring_back(connection)
            before = [] if journal.exists() else self._lines(connection)
            came = insert(connection, self._table, steps_to_add(connection))
            with appended(journal, [*before, *(step.line for step in came)]):
                connection.execute("COMMIT")
        return len(came)

    def _lines(self, connection: sqlite3.Connection) -> list[str]:
        return [line for (line,) in connection.execute(f"SELECT line FROM {self._table.name} ORDER BY seq")]


class HistoryStore:
    """What keeps a history, for those who know what its steps mean. Close it after use, or use it as a context.

    timeout, notes: as of `History`.
    """

    def __init__(self, table: Table, path: Path, timeout: float) -> None:
        self.path = path
        self._kept = History(table, path, timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def notes(self) -> list[str]:
        return self._kept.notes

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        self._kept.close()

    def check(self) -> list[str]:
        """What is wrong with the store, one sentence each; none where it is sound. Raises the kind's error.

        Reads everything: SQLite's own pages and indexes, the chain of digests over all steps, and the journal.
        """
        return self._kept.check()


def insert(
    connection: sqlite3.Connection, table: Table, steps_to_insert: Iterable[Step], verb: str = "INSERT"
) -> list[Step]:
    """Put steps into the table, within a transaction; returns those it had not yet. Raises sqlite3.Error."""
    found = connection.execute(f"SELECT digest FROM {table.name} ORDER BY seq DESC LIMIT 1").fetchone()
    digest = str(found[0]) if found else ""
    names = *table.columns, "line", "digest"
    statement = f"{verb} INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    came: list[Step] = []
    for step in steps_to_insert:
        if _has(connection, table, step):
            continue
        following = _digest(digest, step.line)
        if connection.execute(statement, (*step.columns, step.line, following)).rowcount:
            digest = following
            came.append(step)
    return came


def _has(connection: sqlite3.Connection, table: Table, step: Step) -> bool:
    query = f"SELECT 1 FROM {table.name} WHERE {table.columns[0]} = ?"
    return connection.execute(query, step.columns[:1]).fetchone() is not None


def _digest(before: str, line: str) -> str:
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()
