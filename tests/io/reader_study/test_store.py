"""Answers are on the disk when they are acknowledged, and a study goes on where it stopped."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.core.reader_study.plans import plan
from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.order import order
from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.core.reader_study.scripted import scripted_answer
from xraycolor_gui.io.journal import journal_of
from xraycolor_gui.io.reader_study.store import AnswerStore, read_together

STUDY = plan(films=4)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "nodules.answers.sqlite"


def answers(count: int, reader: str = "R1", study: Plan = STUDY) -> list[Answer]:
    return [scripted_answer(study, showing) for showing in order(study, reader)[:count]]


def begun(path: Path, count: int = 0, reader: str = "R1", study: Plan = STUDY) -> Path:
    with AnswerStore(path) as store:
        store.begin(study)
        for answer in answers(count, reader, study):
            store.keep(answer)
    return path


def test_a_store_gives_back_its_plan_and_every_answer(path: Path) -> None:
    begun(path, 5)
    with AnswerStore(path) as store:
        assert store.plan() == STUDY
        assert list(store.answers()) == answers(5)
        assert store.answers("R2") == ()
        assert store.check() == []


def test_reading_makes_no_store(path: Path) -> None:
    with AnswerStore(path) as store:
        assert store.plan() is None
        assert store.answers() == ()
    assert not path.parent.exists()


def test_a_reader_goes_on_at_the_first_film_without_an_answer(path: Path) -> None:
    begun(path, 3)
    with AnswerStore(path) as store:
        standing = store.standing("R1")
        assert (standing.done, standing.of, standing.upcoming) == (3, 8, order(STUDY, "R1")[3])
        assert standing.not_before is None
        assert store.standing("R2").upcoming == order(STUDY, "R2")[0]


def test_the_second_session_waits_for_the_washout(path: Path) -> None:
    begun(path, 4)
    with AnswerStore(path) as store:
        last = datetime.fromisoformat(answers(4)[-1].answered)
        assert store.standing("R1").not_before == last + timedelta(days=28)
    begun(path.with_name("all"), 8)
    with AnswerStore(path.with_name("all")) as store:
        assert store.standing("R1").upcoming is None


def test_an_answer_is_closed_once_it_is_kept(path: Path) -> None:
    begun(path, 2)
    with AnswerStore(path) as store:
        with pytest.raises(StudyError, match="answered already"):
            store.keep(replace(answers(2)[1], values={"nodule": "no", "sure": 1, "quality": "poor"}))
        assert list(store.answers()) == answers(2)
        assert store.check() == []


def test_what_cannot_be_an_answer_is_not_kept(path: Path) -> None:
    begun(path)
    with AnswerStore(path) as store:
        with pytest.raises(StudyError, match="has no answer yet"):
            store.keep(replace(answers(1)[0], values={"nodule": "yes"}))
        assert store.answers() == ()
    with AnswerStore(path.with_name("none")) as empty, pytest.raises(StudyError, match="no study has begun"):
        empty.keep(answers(1)[0])


def test_rehearsals_and_people_are_kept_apart(path: Path) -> None:
    begun(path, 1)
    with AnswerStore(path) as store, pytest.raises(StudyError, match="kept apart"):
        store.keep(replace(answers(2)[1], scripted=False))


def test_a_reading_that_was_interrupted_is_known(path: Path) -> None:
    begun(path)
    first, second = order(STUDY, "R1")[:2]
    for _ in range(2):  # the window is closed in between
        with AnswerStore(path) as store:
            store.opened(first)
    with AnswerStore(path) as store:
        assert store.keep(answers(1)[0]).openings == 2
        store.opened(second)
        assert store.keep(answers(2)[1]).openings == 1
        assert [answer.openings for answer in store.answers()] == [2, 1]


def test_a_study_goes_on_with_more_readers_and_not_with_another_plan(path: Path) -> None:
    begun(path, 2)
    with AnswerStore(path) as store:
        store.begin(STUDY)
        store.begin(plan(films=4, readers=5))
        assert store.standing("R5").done == 0
        with pytest.raises(StudyError, match="begun with another plan"):
            store.begin(plan(films=4, seed=9))
        with pytest.raises(StudyError, match="begun with another plan"):
            store.begin(plan(films=5))
        with pytest.raises(StudyError, match="no reader of this study"):
            store.standing("R6")


def test_two_windows_may_read_one_study_at_a_time(path: Path) -> None:
    begun(path)
    faults: list[Exception] = []

    def read(reader: str) -> None:
        try:
            with AnswerStore(path, timeout=30) as store:
                for answer in answers(8, reader):
                    store.opened(answer.showing)
                    store.keep(answer)
        except Exception as error:
            faults.append(error)

    readers = [threading.Thread(target=read, args=(reader,)) for reader in STUDY.readers]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    assert faults == []
    with AnswerStore(path) as store:
        assert len(store.answers()) == 24
        assert store.check() == []


def test_nothing_is_changed_or_deleted(path: Path) -> None:
    begun(path, 1)
    connection = sqlite3.connect(path)
    for statement in ("DELETE FROM step", "UPDATE step SET line = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_lost_store_comes_back_from_its_journal(path: Path) -> None:
    begun(path, 6)
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(6)
        assert store.check() == []


def test_an_older_copy_of_the_store_catches_up_with_its_journal(path: Path) -> None:
    begun(path, 2)
    older = path.with_name("older")
    shutil.copy(path, older)
    with AnswerStore(path) as store:
        for answer in answers(5)[2:]:
            store.keep(answer)
    shutil.copy(older, path)
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(5)
        store.keep(answers(6)[5])
        assert store.check() == []


def test_a_line_cut_short_by_a_kill_costs_nothing_that_was_acknowledged(path: Path) -> None:
    begun(path, 2)
    with journal_of(path).open("ab") as file:
        file.write(b'{"step":"half')
    with AnswerStore(path) as store:
        store.keep(answers(3)[2])
        assert list(store.answers()) == answers(3)
        assert store.check() == []


def test_a_damaged_store_says_how_to_get_everything_back(path: Path) -> None:
    begun(path, 3)
    path.write_bytes(path.read_bytes()[:5000])
    with AnswerStore(path) as store, pytest.raises(StudyError, match="Move it away") as error:
        store.answers()
    assert str(journal_of(path)) in str(error.value)
    path.rename(path.with_name("damaged"))
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(3)


KEEPS_ON = """
import os, resource, sys
from pathlib import Path
from tests.io.reader_study.test_store import answers
from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.io.reader_study.store import AnswerStore
if os.geteuid() == 0 and sys.argv[2] == "0":
    os.setgid(65534)
    os.setuid(65534)  # root may write everywhere
with AnswerStore(Path(sys.argv[1])) as store:
    print(len(store.answers()), flush=True)
    if int(sys.argv[2]):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    try:
        for answer in answers(8)[len(store.answers()):]:
            store.keep(answer)
            print("kept", flush=True)
    except StudyError as error:
        print(error)
"""


def kept_on(path: Path, largest_file: int = 0) -> list[str]:
    """What a program of an ordinary user says that goes on answering; largest_file: in bytes, as on a full disk."""
    command = [sys.executable, "-c", KEEPS_ON, str(path), str(largest_file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_store_that_is_read_only_can_be_read_and_says_so() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders let nobody else in
        path = begun(Path(name) / "nodules.answers.sqlite", 2)
        for file in (path, journal_of(path)):
            file.chmod(0o444)
        path.parent.chmod(0o555)
        try:
            count, said = kept_on(path)
        finally:
            path.parent.chmod(0o755)
        assert count == "2"
        assert "read-only" in said or "cannot be opened" in said


def test_a_full_disk_loses_nothing_that_was_acknowledged(path: Path) -> None:
    begun(path, 2)
    *_, said = kept = kept_on(path, 45_000)
    assert "full" in said
    acknowledged = 2 + kept.count("kept")
    assert acknowledged < 8
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(acknowledged)
        assert store.check() == []


def test_a_journal_that_cannot_be_written_keeps_the_answer_out(path: Path) -> None:
    """As on a full disk: what is not on both is not acknowledged, and nothing half of it stays."""
    begun(path, 2)
    journal = journal_of(path)
    journal.rename(journal.with_name("aside"))
    journal.mkdir()
    with AnswerStore(path) as store, pytest.raises(StudyError, match="cannot be used"):
        store.keep(answers(3)[2])
    journal.rmdir()
    journal.with_name("aside").rename(journal)
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(2)
        store.keep(answers(3)[2])
        assert store.check() == []


def test_something_else_is_no_store_of_answers(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"case,file\n")
    with AnswerStore(path) as store, pytest.raises(StudyError, match="damaged or cut off"):
        store.plan()


def test_stores_of_several_places_are_read_together(path: Path) -> None:
    one, two = begun(path, 8, "R1"), begun(path.with_name("elsewhere"), 5, "R2", plan(films=4, readers=4))
    study, together = read_together([one, two])
    assert study.readers == ("R1", "R2", "R3", "R4")
    assert len(together) == 13
    with pytest.raises(StudyError, match="another plan"):
        read_together([one, begun(path.with_name("other"), 1, "R1", plan(films=3))])
    with pytest.raises(StudyError, match="another plan"):
        read_together([one], plan(films=3))
    with pytest.raises(StudyError, match="is in another store"):
        again = begun(path.with_name("again"))
        with AnswerStore(again) as store:
            store.keep(replace(answers(1)[0], seconds=1.0))
        read_together([one, again])
    with pytest.raises(StudyError, match="no such store"):
        read_together([path.with_name("nothing")])


def test_a_reader_agrees_once_and_the_store_keeps_to_what(path: Path) -> None:
    with AnswerStore(path) as store:
        assert store.agreed() == {} and not path.exists()
        store.begin(STUDY)
        store.agree("R1", "Your answers are kept.")
        first = store.agreed()
        store.agree("R1", "Your answers are kept.")
        store.agree("R2", "Your answers are kept.")
        assert store.agreed()["R1"] == first["R1"] and store.agreed().keys() == {"R1", "R2"}
        assert store.check() == []
    assert journal_of(path).read_text().count("Your answers are kept.") == 2
    begun(path, 2)
    with AnswerStore(path) as store:
        assert list(store.answers()) == answers(2)
