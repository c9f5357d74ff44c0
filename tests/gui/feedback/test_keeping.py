"""Feedback on its way to the disk: nothing acknowledged is lost, whatever becomes of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest
from pytestqt.qtbot import QtBot

from tests.gui.feedback.made import READER, feedback_window, saved, store_in
from tests.gui.made import MakeWindow
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.gui.panels.feedback_words import FeedbackWords
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.feedback.store import FeedbackStore


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recovery files stay in the test's own folders."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "own"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))


def say(window: MainWindow, verdict: Verdict = Verdict.RIGHT, x: float = 10) -> str:
    layer = window.panes.linked.regions
    layer.add(Rectangle(x, 20, 30, 40))
    which = layer.chosen
    window.feedback.asking.close()
    layer.judge(which, verdict)
    return which


def fails(qtbot: QtBot, window: MainWindow) -> str:
    keeping = window.session.feedback.keeping
    qtbot.waitUntil(lambda: keeping.failure is not None, timeout=20_000)
    return window.feedback.saved.words.text()


def locked(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_a_locked_store_is_told_and_takes_everything_later(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    first = say(window)
    saved(qtbot, window, store_in(tmp_path))
    assert window.feedback.saved.words.text().startswith("All feedback saved")
    with closing(locked(store_in(tmp_path))):
        second = say(window, Verdict.ARTEFACT, 100)
        assert fails(qtbot, window) == "Not saved: another program keeps it locked."
        assert window.feedback.saved.otherPlace.isVisibleTo(window)
        assert list(tmp_path.rglob("feedback-recovery-*.json"))
        # Work goes on.
        assert len(window.panes.linked.regions.regions) == 2
    window.session.feedback.keeping.again()
    records = saved(qtbot, window, store_in(tmp_path))
    assert {record.id for record in records} == {first, second}
    assert not list(tmp_path.rglob("feedback-recovery-*.json"))
    assert not window.feedback.saved.otherPlace.isVisibleTo(window)


def test_another_place_takes_what_could_not_be_saved(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    store_in(tmp_path).parent.mkdir(parents=True)
    store_in(tmp_path).write_bytes(b"this is no store, and it is long enough to be looked at as one" * 40)
    window = feedback_window(qtbot, make_window, tmp_path)
    which = say(window)
    assert fails(qtbot, window).startswith("Not saved:")
    other = tmp_path / "other"
    other.mkdir()
    window.feedback.keep_in(other)
    (record,) = saved(qtbot, window, other / "feedback.sqlite")
    assert record.id == which and record.verdict is Verdict.RIGHT


def test_a_newer_store_is_left_alone(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    say(window)
    saved(qtbot, window, store_in(tmp_path))
    with closing(sqlite3.connect(store_in(tmp_path))) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    window.close()
    again = feedback_window(qtbot, make_window, tmp_path)
    say(again)
    assert "newer" in fails(qtbot, again)


def test_what_an_earlier_window_could_not_save_is_taken_in_by_the_next(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    first = say(window)
    saved(qtbot, window, store_in(tmp_path))
    with closing(locked(store_in(tmp_path))):
        second = say(window, x=200)
        fails(qtbot, window)
        window.close()
    assert list(tmp_path.rglob("feedback-recovery-*.json"))
    again = feedback_window(qtbot, make_window, tmp_path)
    layer = again.panes.linked.regions
    qtbot.waitUntil(lambda: {each.id for each in layer.regions} == {first, second})
    assert not list(tmp_path.rglob("feedback-recovery-*.json"))


def test_closing_saves_what_was_just_given(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    which = say(window, Verdict.BLEEDS)
    layer = window.panes.linked.regions
    layer.reshape(which, layer.drawings[0].shape.moved(7, 9))
    window.close()
    with FeedbackStore(store_in(tmp_path)) as store:
        (record,) = store.records()
    assert record.region == Rectangle(17, 29, 30, 40)


def test_two_windows_on_one_store_see_each_others_work(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    one, other = (feedback_window(qtbot, make_window, tmp_path) for _ in range(2))
    mine, yours = say(one), say(other, x=100)
    saved(qtbot, one, store_in(tmp_path))
    assert {record.id for record in saved(qtbot, other, store_in(tmp_path))} == {mine, yours}
    layer = one.panes.linked.regions
    assert layer.film is not None
    one.session.feedback.want(layer.film)
    qtbot.waitUntil(lambda: {each.id for each in layer.regions} == {mine, yours})


def test_a_damaged_store_comes_back_from_its_journal_at_another_place(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    which = say(window)
    saved(qtbot, window, store_in(tmp_path))
    window.close()
    store_in(tmp_path).unlink()
    for ending in ("-wal", "-shm"):
        store_in(tmp_path).with_name(store_in(tmp_path).name + ending).unlink(missing_ok=True)
    again = feedback_window(qtbot, make_window, tmp_path)
    layer = again.panes.linked.regions
    qtbot.waitUntil(lambda: [each.id for each in layer.regions] == [which])


def test_a_reader_can_delete_all_of_his_own_for_good(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    given, layer = window.session.feedback, window.panes.linked.regions
    given.set_reader("B. Other")
    other = say(window)
    given.set_reader(READER)
    say(window, x=100)
    say(window, x=200)
    window.feedback.open_words()
    page = window.feedback._page
    assert isinstance(page, FeedbackWords) and page.isVisible() and not page.yes.isVisible()
    page.delete.click()
    qtbot.waitUntil(page.yes.isVisible)
    assert "2 regions and ratings" in page.question.text() and READER in page.question.text()
    page.no.click()
    assert len(saved(qtbot, window, store_in(tmp_path))) == 3
    page.delete.click()
    qtbot.waitUntil(page.yes.isVisible)
    page.yes.click()
    qtbot.waitUntil(lambda: page.question.text().startswith("Deleted: 2"))
    assert layer.regions == () and not window.session.undo.undo_name
    with FeedbackStore(store_in(tmp_path)) as store:
        assert [record.id for record in store.records()] == [other] and store.check() == []
    assert READER not in store_in(tmp_path).with_name("feedback.sqlite.journal.jsonl").read_text()
    page.close()


def test_a_store_that_can_be_neither_read_nor_written_is_one_notice_at_a_time(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    """First why earlier feedback is away, then where the new one is; and the status bar keeps its room."""
    window = feedback_window(qtbot, make_window, tmp_path)
    say(window)
    saved(qtbot, window, store_in(tmp_path))
    window.close()
    with closing(sqlite3.connect(store_in(tmp_path))) as connection:
        connection.execute("PRAGMA user_version = 99")
    again = feedback_window(qtbot, make_window, tmp_path)

    def titles() -> list[str]:
        return [card.notice.title for card in again.notices.cards()]

    qtbot.waitUntil(lambda: titles() == ["Earlier feedback cannot be read: it was made by a newer XrayColor."])
    text = again.notices.cards()[0].notice.text
    assert "Update XrayColor" in text and "--store" not in text and str(store_in(tmp_path)) in text
    say(again)
    qtbot.waitUntil(lambda: titles() == ["Not saved: it was made by a newer XrayColor."])
    assert "feedback-recovery-" in again.notices.cards()[0].notice.text
    saved_state = again.feedback.saved
    assert saved_state.words.accessibleName().endswith("it was made by a newer XrayColor.")
    assert saved_state.words.sizeHint().width() <= 320


def test_who_gives_feedback_to_a_damaged_store_learns_where_the_earlier_one_is(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    say(window)
    saved(qtbot, window, store_in(tmp_path))
    window.close()
    with store_in(tmp_path).open("r+b") as file:
        file.truncate(8192)
    again = feedback_window(qtbot, make_window, tmp_path)
    say(again)
    assert fails(qtbot, again) == "Not saved: it is damaged or cut off."
    text = again.notices.cards()[-1].notice.text
    assert text.startswith("Everything is still in its journal: `xraycolor feedback import ")
    assert "feedback-recovery-" in text
