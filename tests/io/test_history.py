"""A history holds what it acknowledged, in a table and in a journal, whatever is stored in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.io.database import StoreKind
from xraycolor_gui.io.history import History, Step, Table
from xraycolor_gui.io.journal import appended, journal_of, last_step, steps


def word_on(line: bytes) -> Step | None:
    try:
        return Step((json.loads(line)["word"],), line.decode().rstrip("\n"))
    except (ValueError, KeyError, TypeError):
        return None


def step(word: str) -> Step:
    return Step((word,), json.dumps({"word": word}))


TABLE = Table(
    kind=StoreKind(
        called="store of words",
        application_id=7,
        version=1,
        tables="CREATE TABLE word (seq INTEGER PRIMARY KEY, word TEXT UNIQUE, line TEXT, digest TEXT);",
        error=FeedbackError,
    ),
    name="word",
    columns=("word",),
    step_of=word_on,
)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(TABLE, tmp_path / "words.sqlite", timeout=0.1)
    yield history
    history.close()


def words(history: History) -> list[str]:
    return [word for (word,) in history.rows("SELECT word FROM word ORDER BY seq")]


def test_a_store_syncs_fully_and_writes_ahead(history: History) -> None:
    history.add(lambda _: [step("one")])
    assert history.rows("PRAGMA journal_mode") == [("wal",)]
    assert history.rows("PRAGMA synchronous") == [(2,)]


def test_what_is_there_already_is_passed_over(history: History) -> None:
    assert history.add(lambda _: [step("one"), step("two"), step("one")]) == 2
    assert history.add(lambda _: [step("two"), step("three")]) == 1
    assert words(history) == ["one", "two", "three"]
    assert history.check() == []


def test_nothing_stays_of_steps_that_could_not_be_made(history: History) -> None:
    history.add(lambda _: [step("one")])

    def refuse(_: object) -> list[Step]:
        raise FeedbackError("No.", "Never.")

    with pytest.raises(FeedbackError, match="Never"):
        history.add(refuse)
    assert history.add(lambda _: [step("two")]) == 1
    assert history.check() == []


def test_what_only_the_journal_has_comes_back_with_a_note(history: History) -> None:
    history.add(lambda _: [step("one")])
    history.close()
    with appended(journal_of(history.path), [step("two").line]):
        pass  # and here it was killed, before the store had it
    assert words(history) == ["one", "two"]
    assert history.notes == ["words.sqlite: 1 steps were missing and came back from the journal."]
    assert history.check() == []


def test_a_lost_journal_is_written_anew(history: History) -> None:
    history.add(lambda _: [step("one")])
    journal_of(history.path).unlink()
    assert history.check() == ["The journal lacks 1 of 1 words."]
    history.add(lambda _: [step("two")])
    assert history.check() == []


@settings(max_examples=20, deadline=None)
@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line), max_size=6), st.integers(0, 3))
def test_the_last_whole_step_is_found_behind_any_rubbish(
    tmp_path_factory: pytest.TempPathFactory, rubbish: list[bytes], long: int
) -> None:
    path = tmp_path_factory.mktemp("journal") / "words.journal.jsonl"
    assert last_step(path, word_on) is None
    whole = step("x" * (long * 50_000)).line.encode()
    path.write_bytes(b"\n".join([step("first").line.encode(), whole, *rubbish]))
    assert last_step(path, word_on) == list(steps(path, word_on))[-1]
