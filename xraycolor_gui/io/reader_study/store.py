"""The answers of one reader study: an append-only SQLite file, on the disk before an answer is acknowledged.

Each study has a file of its own, apart from the feedback store: it is handed to whoever analyses the study, holds the
plan that was followed, shows nobody else's answers to a reader, and stays when a reader deletes his own feedback.
Several windows may use one store, or several stores be read together. Each step also goes to a journal beside it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study import answers as values
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.order import Showing, order
from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.core.reader_study.plan_form import continues, plain, read_plan
from xraycolor_gui.io.database import StoreKind
from xraycolor_gui.io.history import HistoryStore, Step, Table
from xraycolor_gui.io.journal import journal_of
from xraycolor_gui.io.user_folder import user_folder

SUFFIX = ".answers.sqlite"
_PLAN, _AGREED, _OPENED, _ANSWERED = "plan", "agreed", "opened", "answered"
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
ANSWERS = StoreKind(
    called="store of answers",
    application_id=0x58435253,  # 'XCRS'
    version=1,
    tables=_TABLES,
    error=StudyError,
    recovered_by="Move it away and leave its journal {journal} where it is: the store is built from it when it is next "
    "used.",
)


def _step(kind: str, showing: str, content: dict[str, Any]) -> Step:
    """A new step. showing: its key, empty for a plan."""
    which, now = uuid4().hex, datetime.now(UTC).isoformat()
    told = {"step": which, "kind": kind, "key": showing, "time": now, **content}
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Step((which, kind, showing), line)


def _step_on(line: bytes) -> Step | None:
    try:
        told = json.loads(line)
        return Step((str(told["step"]), str(told["kind"]), str(told["key"])), line.decode().rstrip("\n"))
    except (ValueError, KeyError, TypeError):
        return None


_STEPS = Table(kind=ANSWERS, name="step", columns=("step", "kind", "showing"), step_of=_step_on)


def default_store(plan: Plan) -> Path:
    """Where a study's answers go unless somebody says otherwise: in the user's data folder; it need not exist."""
    return user_folder() / "studies" / f"{plan.name}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reader stands. upcoming: what is shown next, None at the end. not_before: when the washout ends, None for
    no wait; it may lie in the past.
    """

    done: int
    of: int
    upcoming: Showing | None
    not_before: datetime | None


class AnswerStore(HistoryStore):
    """One study's answers, opened with the first use. Use it in one thread, and close it, or use it as a context.

    timeout: seconds to wait for another program that is writing.
    """

    def __init__(self, path: Path, timeout: float = 5.0) -> None:
        super().__init__(_STEPS, path, timeout)

    def begin(self, plan: Plan) -> None:
        """Begin a study, or go on with it; the plan is kept in the store. Readers may have been added at its end.

        Raises StudyError: the store belongs to another plan, or cannot be used.
        """
        begun = self.begun_by(plan)
        if begun is None or begun.readers != plan.readers:
            self._kept.add(lambda _: [_step(_PLAN, "", {"plan": plain(plan)})])

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
        found = self._kept.rows("SELECT line FROM step WHERE kind = ? ORDER BY seq DESC LIMIT 1", _PLAN)
        return read_plan(self._content(found[0][0])["plan"]) if found else None

    def agree(self, reader: str, words: str) -> None:
        """Keep that the reader takes part, and to what he agreed; once is enough. Raises StudyError."""
        if reader not in self.agreed():
            self._kept.add(lambda _: [_step(_AGREED, "", {"reader": reader, "words": words})])

    def agreed(self) -> dict[str, str]:
        """Who agreed, and when: ISO 8601 in UTC. Raises StudyError."""
        found = self._kept.rows("SELECT line FROM step WHERE kind = ? ORDER BY seq DESC", _AGREED)
        steps = [self._content(line) for (line,) in found]
        return {str(step["reader"]): str(step["time"]) for step in steps}

    def opened(self, showing: Showing) -> None:
        """Keep that a film was put on the screen, so that interrupted readings are known. Raises StudyError."""
        what = {"showing": {**asdict(showing), "condition": showing.condition.value}}
        self._kept.add(lambda _: [_step(_OPENED, _key(showing), what)])

    def keep(self, answer: Answer) -> Answer:
        """Close a showing with its answer, which is on the disk when this returns, as it was kept: with its openings.

        Raises StudyError: something is missing or impossible, the showing is closed already, or the store cannot be
        used; nothing was kept then.
        """
        plan = self.plan()
        if plan is None:
            raise StudyError(f"{self.path}: no study has begun here.", "Begin it with its plan.")
        values.check(plan, answer)
        first = self._kept.rows("SELECT line FROM step WHERE kind = ? ORDER BY seq LIMIT 1", _ANSWERED)
        if any(self._content(line)["answer"]["scripted"] != answer.scripted for (line,) in first):
            raise StudyError(
                f"{self.path}: rehearsals and readings by people are kept apart.", "Choose another place with --store."
            )
        key = _key(answer.showing)
        kept = answer

        def close(connection: sqlite3.Connection) -> list[Step]:
            nonlocal kept
            found = connection.execute("SELECT kind FROM step WHERE showing = ?", (key,)).fetchall()
            kinds = [kind for (kind,) in found]
            if _ANSWERED in kinds:
                raise StudyError("This film has been answered already.", "Go on with the next one.")
            kept = replace(answer, openings=max(kinds.count(_OPENED), 1))
            return [_step(_ANSWERED, key, {"answer": values.to_json(kept)})]

        self._kept.add(close)
        return kept

    def answers(self, reader: str | None = None) -> tuple[Answer, ...]:
        """All answers, or one reader's, as they came. Raises StudyError."""
        found = self._kept.rows("SELECT line FROM step WHERE kind = ? ORDER BY seq", _ANSWERED)
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

    def _content(self, line: str) -> dict[str, Any]:
        try:
            content: dict[str, Any] = json.loads(line)
        except ValueError as error:
            raise ANSWERS.damaged(self.path, str(error)) from error
        return content


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


def _key(showing: Showing) -> str:
    """One reader, one case, one condition: wherever in the order that is."""
    return json.dumps([showing.reader, showing.case, showing.condition.value], ensure_ascii=False)
