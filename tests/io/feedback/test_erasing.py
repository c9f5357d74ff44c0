"""Deleting one reader's feedback for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict, new_id, now
from xraycolor_gui.core.feedback_history import given
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.io.feedback.erasing import erase
from xraycolor_gui.io.feedback.recovery import recovery_name, write_recovery
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.journal import journal_of

FILM = FilmId("a" * 64, 100, 120, sop_instance_uid="1.2.3")


def said(reader: str, comment: str = "") -> Feedback:
    return Feedback(
        new_id(), reader, now(), "test", FILM, region=Rectangle(1, 2, 3, 4), verdict=Verdict.RIGHT, comment=comment
    )


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    return tmp_path / "feedback.sqlite"


def test_nothing_of_the_reader_is_left_and_everything_of_others_stays(path: Path) -> None:
    first, mine, last = said("Other"), said("Me", "a secret of mine"), said("Third")
    with FeedbackStore(path) as store:
        for each in (first, mine, replace(mine, comment="another secret of mine"), last):
            store.put(each)
        store.take_back(mine)
    write_recovery(path, [given(said("Me", "an unsaved secret of mine")), given(said("Other"))], recovery_name())
    assert erase(path, "Me") == 2
    with FeedbackStore(path) as store:
        assert store.check() == []
        assert store.records() == (first, last)
        store.put(replace(first, comment="still append-only"))
        assert store.check() == []
        assert store.take_in_recovered() == 1
    left = [file for file in path.parent.iterdir() if file.is_file() and b"secret of mine" in file.read_bytes()]
    assert left == []


def test_what_only_the_journal_has_is_deleted_too(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(said("Me", "secret"))
        store.put(said("Other"))
    path.unlink()
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    assert erase(path, "Me") == 1
    with FeedbackStore(path) as store:
        assert [record.reader for record in store.records()] == ["Other"]
        assert store.check() == []
    assert "secret" not in journal_of(path).read_text()


def test_a_reader_who_said_nothing_changes_nothing(path: Path) -> None:
    with FeedbackStore(path) as store:
        store.put(said("Other"))
    before = journal_of(path).read_bytes()
    assert erase(path, "Me") == 0
    assert journal_of(path).read_bytes() == before


def test_a_store_that_cannot_be_used_is_told(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to be looked at" * 30)
    with pytest.raises(FeedbackError):
        erase(path, "Me")


def test_recovery_files_are_taken_in_once_and_then_gone(path: Path) -> None:
    event = given(said("Me"))
    written = write_recovery(path, [event], recovery_name())
    assert written is not None
    with FeedbackStore(path) as store:
        assert store.take_in_recovered() == 1
        assert store.take_in_recovered() == 0
        assert store.history() == (event,)
    assert not written.exists()
