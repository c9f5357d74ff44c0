"""The answers of one reader study: an append-only SQLite file, on the disk before an answer is acknowledged.

Each study has a file of its own, apart from the feedback store: it is handed to whoever analyses the study, holds the
plan that was followed, shows nobody else's answers to a reader, and stays when a reader deletes his own feedback.
Several windows may use one store, or several stores be read together. Each step also goes to a journal beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import uuid4

import platformdirs

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study import answers as values
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.order import Showing, order
from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.core.reader_study.plan_form import continues, plain, read_plan
from xraycolor_gui.io.database import Kind
from xraycolor_gui.io.journal import appended, journal_of

SUFFIX = ".answers.sqlite"
#: More than the longest step, which holds a plan with ten thousand films.
_TAIL_BYTES = 1 << 22
_T = TypeVar("_T")
_PLAN, _OPENED, _ANSWERED = "plan", "opened", "answered"
_TABLES = """
CREATE TABLE step (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    step TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    showing TEXT NOT NULL,
    line TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX step_showing ON step (showing);
CREATE UNIQUE INDEX answered_once ON step (showing) WHERE kind = 'answered';
CREATE TRIGGER nothing_changes BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
CREATE TRIGGER nothing_goes BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
"""
_INSERT = "INSERT INTO step (step, kind, showing, line, digest) VALUES (?, ?, ?, ?, ?)"
ANSWERS = Kind(
    called="store of answers",
    application_id=0x58435253,  # 'XCRS'
    version=1,
    tables=_TABLES,
    error=StudyError,
    journal_of=journal_of,
    recovered_by="Move it away and leave its journal {journal} where it is: the store is built from it when it is next "
    "used.",
)


def default_store(plan: Plan) -> Path:
    """Where a study's answers go unless somebody says otherwise: in the user's data folder; it need not exist."""
    return Path(platformdirs.user_data_dir("xraycolor", appauthor=False)) / "studies" / f"{plan.name}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reader stands. upcoming: what is shown next, None at the end. not_before: when the washout ends, None for
    no wait; it may lie in the past.
    """

    done: int
    of: int
    upcoming: Showing | None
    not_before: datetime | None


class AnswerStore:
    """One study's answers, opened with the first use. Use it in one thread, and close it, or use it as a context.

    timeout: seconds to wait for another program that is writing.
    """

    def __init__(self, path: Path, timeout: float = 5.0) -> None:
        self.path = path
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None

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

    def begin(self, plan: Plan) -> None:
        """Begin a study, or go on with it; the plan is kept in the store. Readers may have been added at its end.

        Raises StudyError: the store belongs to another plan, or cannot be used.
        """
        begun = self.begun_by(plan)
        if begun is None or begun.readers != plan.readers:
            self._told(lambda connection: self._append(connection, _PLAN, "", {"plan": plain(plan)}), writes=True)

    def begun_by(self, plan: Plan) -> Plan | None:
        """The plan that is followed, which this one continues; None before a study has begun. Writes nothing.

        Raises StudyError as `begin`.
        """
        begun = self.plan()
        if begun is not None and not continues(plan, begun):
            raise StudyError(
                f"{self.path}: this study was begun with another plan than the one now called {plan.name}.",
                "Go on with the plan as it was, or give the changed one a new name.",
            )
        return begun

    def plan(self) -> Plan | None:
        """The plan that is followed, None before a study has begun. Raises StudyError."""
        found = self._rows("SELECT line FROM step WHERE kind = ? ORDER BY seq DESC LIMIT 1", _PLAN)
        return read_plan(self._content(found[0][0])["plan"]) if found else None

    def opened(self, showing: Showing) -> None:
        """Keep that a film was put on the screen, so that interrupted readings are known. Raises StudyError."""
        what = {"showing": {**asdict(showing), "condition": showing.condition.value}}
        self._told(lambda connection: self._append(connection, _OPENED, _key(showing), what), writes=True)

    def keep(self, answer: Answer) -> Answer:
        """Close a showing with its answer, which is on the disk when this returns, as it was kept: with its openings.

        Raises StudyError: something is missing or impossible, the showing is closed already, or the store cannot be
        used; nothing was kept then.
        """
        plan = self.plan()
        if plan is None:
            raise StudyError(f"{self.path}: no study has begun here.", "Begin it with its plan.")
        values.check(plan, answer)
        first = self._rows("SELECT line FROM step WHERE kind = ? ORDER BY seq LIMIT 1", _ANSWERED)
        if any(self._content(line)["answer"]["scripted"] != answer.scripted for (line,) in first):
            raise StudyError(
                f"{self.path}: rehearsals and readings by people are kept apart.", "Choose another place with --store."
            )
        key = _key(answer.showing)

        def write(connection: sqlite3.Connection) -> Answer:
            (count,) = connection.execute(
                "SELECT COUNT(*) FROM step WHERE showing = ? AND kind = ?", (key, _OPENED)
            ).fetchone()
            kept = replace(answer, openings=max(count, 1))
            self._append(connection, _ANSWERED, key, {"answer": values.to_json(kept)})
            return kept

        try:
            return self._told(write, writes=True)
        except sqlite3.IntegrityError as error:
            raise StudyError("This film has been answered already.", "Go on with the next one.") from error

    def answers(self, reader: str | None = None) -> tuple[Answer, ...]:
        """All answers, or one reader's, as they came. Raises StudyError."""
        found = self._rows("SELECT line FROM step WHERE kind = ? ORDER BY seq", _ANSWERED)
        every = (values.from_json(self._content(line)["answer"]) for (line,) in found)
        return tuple(answer for answer in every if reader is None or answer.showing.reader == reader)

    def standing(self, reader: str) -> Standing:
        """Where the reader begins or goes on: at the first film without an answer. Raises StudyError."""
        plan = self.plan()
        if plan is None or reader not in plan.readers:
            raise StudyError(f"{self.path}: {reader} is no reader of this study.", "Choose one that its plan names.")
        given = self.answers(reader)
        upcoming = values.following(plan, reader, (answer.showing for answer in given))
        not_before = values.may_begin(plan, upcoming, given) if upcoming else None
        return Standing(len(given), len(order(plan, reader)), upcoming, not_before)

    def check(self) -> list[str]:
        """What is wrong with the store, one sentence each; none where it is sound. Raises StudyError."""
        faults = [str(text) for (text,) in self._rows("PRAGMA integrity_check") if text != "ok"]
        digest, known = "", set()
        for step, seq, line, stated in self._rows("SELECT step, seq, line, digest FROM step ORDER BY seq"):
            digest = _digest(digest, line)
            if digest != stated:
                faults.append(f"Step {seq} is not as it was written.")
                digest = stated
            known.add(step)
        missing = known - {step for step, _ in _journal(self.path)}
        return [*faults, f"The journal lacks {len(missing)} of {len(known)} steps."] if missing else faults

    def _rows(self, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        if self._connection is None and not self.path.exists() and not journal_of(self.path).exists():
            return []  # reading makes no store
        return self._told(lambda connection: connection.execute(query, arguments).fetchall())

    def _content(self, line: str) -> dict[str, Any]:
        try:
            content: dict[str, Any] = json.loads(line)
        except ValueError as error:
            raise ANSWERS.damaged(self.path, str(error)) from error
        return content

    def _told(self, work: Callable[[sqlite3.Connection], _T], *, writes: bool = False) -> _T:
        """Do the work on an open store; the system's troubles become StudyErrors."""
        try:
            if self._connection is None:
                self._connection = self._opened_to(writes)
            if not writes:
                return work(self._connection)
            with _transaction(self._connection):
                _heal(self._connection, self.path)
                return work(self._connection)
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise ANSWERS.in_words(self.path, error) from error

    def _opened_to(self, writes: bool) -> sqlite3.Connection:
        try:
            connection = ANSWERS.connect(self.path, self._timeout)
        except (sqlite3.OperationalError, OSError):
            if writes or not self.path.exists():
                raise
            return ANSWERS.connect_to_read(self.path, self._timeout)
        try:
            with _transaction(connection):  # another program may just be about to commit
                _heal(connection, self.path)
        except (sqlite3.Error, OSError):  # a store that cannot be written to can still be read
            if writes:
                connection.close()
                raise
        except BaseException:
            connection.close()
            raise
        return connection

    def _append(self, connection: sqlite3.Connection, kind: str, showing: str, content: dict[str, Any]) -> None:
        step = uuid4().hex
        told = {"step": step, "kind": kind, "key": showing, "time": datetime.now(UTC).isoformat(), **content}
        line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        connection.execute(_INSERT, (step, kind, showing, line, _digest(_last_digest(connection), line)))
        lines = [line]
        if not journal_of(self.path).exists():
            lines = [known for (known,) in connection.execute("SELECT line FROM step ORDER BY seq")]
        with appended(journal_of(self.path), lines):
            connection.execute("COMMIT")


def read_together(stores: Sequence[Path], plan: Plan | None = None) -> tuple[Plan, tuple[Answer, ...]]:
    """The plan and all answers of one study that was read in several places.

    plan: the one that the stores must follow; by default that of the first.

    Raises StudyError: a store has no study, is of another one, or two hold an answer to the same showing.
    """
    together: dict[Showing, Answer] = {}
    for path in stores:
        if not path.exists() and not journal_of(path).exists():
            raise StudyError(f"{path}: there is no such store of answers.", "Check the name.")
        with AnswerStore(path) as store:
            followed, given = store.plan(), store.answers()
        if followed is None:
            raise StudyError(f"{path}: no study has begun here.", "Choose another store of answers.")
        longer, shorter = (followed, plan) if plan and len(followed.readers) > len(plan.readers) else (plan, followed)
        if longer is not None and shorter is not None and not continues(longer, shorter):
            raise StudyError(
                f"{path}: this was read by another plan than the others, or the one named.",
                "Choose stores of one plan.",
            )
        plan = longer or followed
        for answer in given:
            if together.setdefault(answer.showing, answer) != answer:
                raise StudyError(
                    f"{path}: {answer.showing.reader}'s answer to {answer.showing.case} is in another store, too.",
                    "Choose one of the stores.",
                )
    if plan is None:
        raise StudyError("There is no store of answers.", "Name one.")
    return plan, tuple(together.values())


def _heal(connection: sqlite3.Connection, path: Path) -> None:
    """Bring back what the journal has and the store has not: the file was lost, or a kill came before the commit.

    Call it inside a transaction.
    """
    last = _last_in_journal(path)
    if last is None or connection.execute("SELECT 1 FROM step WHERE step = ?", (last,)).fetchone():
        return
    known = {step for (step,) in connection.execute("SELECT step FROM step")}
    for step, line in _journal(path):
        if step not in known:
            told = json.loads(line)
            row = step, told["kind"], told["key"], line, _digest(_last_digest(connection), line)
            connection.execute(_INSERT.replace("INSERT", "INSERT OR IGNORE", 1), row)


def _last_in_journal(store: Path) -> str | None:
    """Id of the last whole step, if it is within the last stretch of the journal."""
    with suppress(FileNotFoundError), journal_of(store).open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - _TAIL_BYTES, 0))
        for line in reversed(file.read().split(b"\n")):
            with suppress(ValueError, KeyError, TypeError):
                return str(json.loads(line)["step"])
    return None


def _journal(store: Path) -> Iterator[tuple[str, str]]:
    """Id and line of every whole step; lines cut short by a kill are passed over."""
    with suppress(FileNotFoundError), journal_of(store).open(encoding="utf-8", errors="replace") as file:
        for line in file:
            with suppress(ValueError, KeyError, TypeError):
                yield json.loads(line)["step"], line.rstrip("\n")


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


def _key(showing: Showing) -> str:
    """One reader, one case, one condition: wherever in the order that is."""
    return json.dumps([showing.reader, showing.case, showing.condition.value], ensure_ascii=False)


def _last_digest(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT digest FROM step ORDER BY seq DESC LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def _digest(before: str, line: str) -> str:
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()
