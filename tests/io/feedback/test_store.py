"""The store keeps what it acknowledged, says what it cannot keep, and loses neither."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.feedback_made import FILM, feedback, given_feedback
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback
from xraycolor_gui.core.feedback_history import given as event_of
from xraycolor_gui.io.feedback import json_file
from xraycolor_gui.io.feedback.journal import line_of
from xraycolor_gui.io.feedback.recovery import NotKept
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.journal import appended, journal_of


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "a folder" / "feedback.sqlite"


def kept(path: Path) -> tuple[Feedback, ...]:
    with FeedbackStore(path) as store:
        return store.records()


def check(path: Path) -> list[str]:
    with FeedbackStore(path) as store:
        return store.check()


def recovered(error: NotKept) -> list[str]:
    """Ids of the records in a recovery file."""
    assert error.recovery is not None
    data = json.loads(error.recovery.read_text())
    return [event.record for event in json_file.events_in(data, error.recovery)]


def test_what_was_put_is_there_after_the_store_is_opened_again(path: Path) -> None:
    records = [given_feedback(), given_feedback(reader="bela", comment="Ünïcode ✓"), given_feedback(verdict=None)]
    with FeedbackStore(path) as store:
        for record in records:
            store.put(record)
    assert kept(path) == tuple(records)
    assert check(path) == []


def test_a_change_and_its_undo_leave_their_steps_in_the_history(path: Path) -> None:
    first = given_feedback()
    with FeedbackStore(path) as store:
        store.put(first)
        store.put(replace(first, comment="changed"))
        assert store.records()[0].comment == "changed"
        store.put(first)
        store.take_back(first)
        assert store.records() == ()
        store.put(first)
        assert store.records() == (first,)
        states = [event.feedback.comment if event.feedback else None for event in store.history()]
    assert states == [first.comment, "changed", first.comment, None, first.comment]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(feedback(), min_size=1, max_size=4), st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12))
def test_any_order_of_undo_and_redo_ends_where_it_says(
    path: Path, records: list[Feedback], steps: list[tuple[int, bool]]
) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path.parent)
    expected: dict[str, Feedback] = {}
    with FeedbackStore(path) as store:
        for number, there in [*((n, True) for n in range(len(records))), *steps]:
            record = records[number % len(records)]
            if there:
                store.put(record)
                expected[record.id] = record
            else:
                store.take_back(record)
                expected.pop(record.id, None)
        standing, history = store.records(), len(store.history())
    assert {record.id: record for record in standing} == expected
    assert history == len(records) + len(steps)
    assert kept(path) == standing
    assert check(path) == []


def test_a_film_is_found_by_content_and_by_sop_instance_and_readers_are_kept_apart(path: Path) -> None:
    anna, bela = given_feedback(), given_feedback(reader="bela")
    elsewhere = given_feedback(film=replace(FILM, sha256="00" * 32, sop_instance_uid="9.9"))
    plain = given_feedback(film=replace(FILM, sha256="11" * 32, sop_instance_uid=""))
    with FeedbackStore(path) as store:
        for record in (anna, bela, elsewhere, plain):
            store.put(record)
        assert store.records(FILM) == (anna, bela)
        assert store.records(replace(FILM, sha256="77" * 32)) == (anna, bela)
        assert store.records(plain.film) == (plain,)
        assert store.records(FILM, reader="bela") == (bela,)
        with pytest.raises(FeedbackError, match="another reader"):
            store.put(replace(anna, reader="bela"))


def test_the_clock_may_be_set_back_without_hiding_later_steps(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = given_feedback()
    with FeedbackStore(path) as store:
        store.put(record)
        monkeypatch.setattr("xraycolor_gui.core.feedback.now", lambda: "2001-01-01T00:00:00.000000+00:00")
        store.put(replace(record, comment="later"))
        assert store.records()[0].comment == "later"


def test_nothing_in_the_history_can_be_changed_or_erased_by_sql(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(given_feedback())
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in ("DELETE FROM event", "UPDATE event SET reader = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)


def _put_many(path: Path, reader: str, count: int) -> None:
    with FeedbackStore(path, timeout=60) as store:
        for number in range(count):
            store.put(given_feedback(reader=reader, comment=str(number)))


def test_several_programs_may_write_one_new_store_at_a_time(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_put_many, args=(path, name, 8)) for name in ("anna", "bela", "carl")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    standing = kept(path)
    for name in ("anna", "bela", "carl"):
        assert [record.comment for record in standing if record.reader == name] == [str(n) for n in range(8)]
    assert check(path) == []


def test_a_locked_store_says_so_and_the_work_is_in_a_recovery_file_until_the_lock_is_gone(path: Path) -> None:
    first, second, third = (given_feedback() for _ in range(3))
    with FeedbackStore(path, timeout=0.05) as store:
        store.put(first)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotKept, match="locked"):
                store.put(second)
            with pytest.raises(NotKept, match="locked") as refused:
                store.put(third)
            assert recovered(refused.value) == [second.id, third.id]
            assert store.records() == (first,)
            other.execute("ROLLBACK")
        fourth = given_feedback()
        store.put(fourth)
        assert store.records() == (first, second, third, fourth)
        assert store.unsaved == ()
        assert not refused.value.recovery.exists()


def test_a_newer_store_is_left_alone(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(given_feedback())
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    record = given_feedback()
    with FeedbackStore(path) as store, pytest.raises(NotKept, match="newer XrayColor") as refused:
        store.put(record)
    assert recovered(refused.value) == [record.id]
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PNG, not a database", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_store_is_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with FeedbackStore(path) as store, pytest.raises(NotKept) as refused:
        store.put(given_feedback())
    assert refused.value.recovery is not None
    assert path.read_bytes() == content


@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.5, 0.7, 0.95])
def test_a_store_that_was_cut_off_says_so_and_comes_back_from_its_journal(path: Path, part: float) -> None:
    records = tuple(given_feedback(comment="x" * 500) for _ in range(40))
    with FeedbackStore(path) as store:
        for record in records:
            store.put(record)
    os.truncate(path, int(path.stat().st_size * part))
    late = given_feedback()
    with FeedbackStore(path) as store, pytest.raises(NotKept, match=r"damaged or cut off.*journal") as refused:
        store.put(late)
    assert recovered(refused.value) == [late.id]
    with pytest.raises(FeedbackError, match="damaged"):
        check(path)
    from xraycolor_gui.io.feedback.journal import events

    with FeedbackStore(path.with_name("new.sqlite")) as store:
        store.add(tuple(events(journal_of(path))))
        assert store.records() == records
        assert store.check() == []


def test_what_had_not_been_merged_in_comes_back_by_itself_when_that_part_is_lost(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(given_feedback())
        kept_copy = path.with_name("copy.sqlite")
        shutil.copy(path, kept_copy)  # without its write-ahead log, as a careless backup does
        shutil.copy(journal_of(path), journal_of(kept_copy))
        expected = store.records()
    with FeedbackStore(kept_copy) as store:
        assert store.records() == expected
        assert "came back" in store.notes[0]
        assert store.check() == []


def test_a_changed_row_is_found(path: Path) -> None:
    with FeedbackStore(path) as store:
        for _ in range(3):
            store.put(given_feedback())
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER nothing_changes")
        connection.execute("UPDATE event SET line = replace(line, 'anna', 'otto') WHERE seq = 2")
        connection.commit()
    assert check(path) == ["Event 2 is not as it was written."]


def test_what_a_killed_program_wrote_to_the_journal_alone_is_taken_in_by_one_that_goes_on(path: Path) -> None:
    with FeedbackStore(path) as open_all_the_while:
        open_all_the_while.put(given_feedback())
        event = event_of(given_feedback())
        with appended(journal_of(path), [line_of(event)]):
            pass  # and here it was killed, before the store had it
        open_all_the_while.put(given_feedback())
        assert event.feedback in open_all_the_while.records()
    assert check(path) == []


def test_a_journal_line_that_a_kill_cut_short_harms_nothing(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(given_feedback())
        with journal_of(path).open("ab") as file:
            file.write(b'{"event": "half')
        store.put(given_feedback())
        assert store.check() == []


def _in_child(work: Callable[[], None]) -> str:
    """What the FeedbackError said that `work` raised in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing was raised"
        try:
            work()
        except NotKept as error:
            said = f"{error}\n{error.recovery}"
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def test_a_read_only_folder_is_said_and_can_still_be_read() -> None:
    first, second = given_feedback(), given_feedback()

    def work() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)  # root may write everywhere
        with FeedbackStore(path) as store:
            assert store.records() == (first,)
            store.put(second)

    with tempfile.TemporaryDirectory() as name:  # pytest's own folders let nobody else in
        path = Path(name) / "feedback.sqlite"
        with FeedbackStore(path) as store:
            store.put(first)
        for file in (path, journal_of(path)):
            file.chmod(0o444)
        path.parent.chmod(0o555)
        try:
            said = _in_child(work)
        finally:
            path.parent.chmod(0o755)
        assert "read-only" in said or "cannot be opened" in said, said
        recovery = Path(said.splitlines()[-1])
        assert recovery.parent != path.parent
        recovery.unlink()
        assert kept(path) == (first,)


def test_a_full_disk_loses_nothing_that_was_acknowledged(path: Path) -> None:
    """A limit on the size of files stands for the disk: from some record on nothing fits any more."""
    with FeedbackStore(path) as store:
        store.put(given_feedback())
    limit = path.stat().st_size + 400_000
    log = path.parent / "acknowledged"

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with FeedbackStore(path) as store:
            for _ in range(1000):
                record = given_feedback(comment="y" * 2000)
                store.put(record)
                with log.open("a") as file:
                    file.write(f"{record.id}\n")

    said = _in_child(work)
    assert "full" in said or "too large" in said.lower()
    assert Path(said.splitlines()[-1]).exists()
    acknowledged = log.read_text().split()
    assert len(acknowledged) > 3
    standing = {record.id for record in kept(path)}
    assert set(acknowledged) <= standing
    assert check(path) == []


def test_a_really_full_disk_is_told_as_such(path: Path) -> None:
    small = path.parent / "small"
    small.mkdir(parents=True)
    script = f"""
mount -t tmpfs -o size=300k tmpfs "{small}" || exit 77
"{sys.executable}" - <<'END'
from pathlib import Path
from tests.core.feedback_made import given_feedback
from xraycolor_gui.io.feedback.recovery import NotKept
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.journal import journal_of
path = Path("{small}") / "feedback.sqlite"
acknowledged = []
try:
    with FeedbackStore(path) as store:
        while True:
            record = given_feedback(comment="z" * 3000)
            store.put(record)
            acknowledged.append(record.id)
except NotKept as error:
    print(error)
    assert error.recovery is not None and error.recovery.parent != path.parent, error.recovery
with FeedbackStore(path) as store:
    standing = {{record.id for record in store.records()}}
    assert set(acknowledged) <= standing and len(acknowledged) > 3
    print(len(acknowledged), store.check())
END
test $? = 0 || exit 1
dd if=/dev/zero of="{small}/rest" bs=1k 2>/dev/null
"{sys.executable}" - <<'END'
from pathlib import Path
from xraycolor_gui.io.feedback.store import FeedbackStore
# Another program, for which nothing at all is left.
with FeedbackStore(Path("{small}") / "feedback.sqlite") as store:
    assert len(store.records()) > 3
END
"""
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this system lets nobody mount a small disk for the test")
    assert done.returncode == 0, done.stderr
    assert "full" in done.stdout or "No space left" in done.stdout
    assert done.stdout.strip().endswith("[]")
