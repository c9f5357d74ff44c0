"""Films that come into an open folder join the list; the reader's place stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, steps
from tests.gui.made import film as made_film
from tests.io.made_dicom import file_of, film
from tests.io.made_folder import films
from xraycolor_gui.gui import watching as watching_module
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.panels.studies_model import Role
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.watching import Watching

FILMS = films(30)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    one = Session(replace(steps(made_film()), search=Steps().search, read=Steps().read))
    yield one
    one.close()


def opened(session: Session, qtbot: QtBot, folder: Path) -> Watching:
    watching = Watching(session, session, pause_ms=30)
    session.open_paths([folder])
    qtbot.waitUntil(lambda: folder in watching.folders, timeout=WAIT_MS)
    return watching


def names(session: Session) -> list[str]:
    return [one.path.name for one in session.films]


def test_new_films_and_new_folders_of_films_are_listed(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    (tmp_path / "IM1").write_bytes(FILMS[0])
    watching = opened(session, qtbot, tmp_path)
    (tmp_path / "IM2").write_bytes(FILMS[1])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2"], timeout=WAIT_MS)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "IM3").write_bytes(FILMS[2])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2", "IM3"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: tmp_path / "more" in watching.folders, timeout=WAIT_MS)

    def counted() -> tuple[int, int]:
        assert session.search is not None
        return session.search.films, session.search.total

    qtbot.waitUntil(lambda: counted() == (3, 3), timeout=WAIT_MS)


def test_a_network_drive_that_tells_of_nothing_is_looked_at_while_the_window_is_active(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a screen, the program is active or not by what was open before.
    active = [False]
    monkeypatch.setattr(watching_module, "is_active", lambda: active[0])
    (tmp_path / "IM1").write_bytes(FILMS[0])
    watching = Watching(session, session, pause_ms=30, times_ms=30)
    # As on a drive on which others write: the folder is watched, and no change is told.
    watching._watcher.directoryChanged.disconnect()
    session.open_paths([tmp_path])
    qtbot.waitUntil(lambda: tmp_path in watching.folders, timeout=WAIT_MS)
    assert not watching._poll.isActive()
    active[0] = True
    watching._wake()
    assert watching._poll.isActive()
    (tmp_path / "IM2").write_bytes(FILMS[1])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2"], timeout=WAIT_MS)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "IM3").write_bytes(FILMS[2])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2", "IM3"], timeout=WAIT_MS)
    (tmp_path / "more" / "IM4").write_bytes(FILMS[3])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2", "IM3", "IM4"], timeout=WAIT_MS)
    (tmp_path / "more" / "IM4").unlink()
    shutil.rmtree(tmp_path / "more")
    (tmp_path / "IM5").write_bytes(FILMS[4])
    qtbot.waitUntil(lambda: "IM5" in names(session), timeout=WAIT_MS)


def test_a_slow_drive_is_looked_at_less_often(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching_module, "is_active", lambda: True)
    watching = Watching(session, session, times_ms=30)
    watching._watch([tmp_path])
    watching._poll.stop()
    watching._compare(({tmp_path: 1}, 2.0))
    assert watching._poll.interval() == 40_000


def test_the_folder_above_is_not_watched_and_its_films_stay_out(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    opened_folder, beside = tmp_path / "opened", tmp_path / "beside"
    for folder in (opened_folder, beside):
        folder.mkdir()
    (opened_folder / "IM1").write_bytes(FILMS[0])
    (beside / "IM9").write_bytes(FILMS[1])
    watching = opened(session, qtbot, opened_folder)
    assert watching.folders == (opened_folder,)
    (tmp_path / "IM8").write_bytes(FILMS[2])
    (opened_folder / "IM2").write_bytes(FILMS[3])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2"], timeout=WAIT_MS)


def test_what_was_there_is_not_counted_again(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "IM1").write_bytes(FILMS[0])
    (tmp_path / "DICOMDIR").write_bytes(b"the directory of a medium")
    with ZipFile(tmp_path / "archive.zip", "w") as archive:
        archive.writestr("IM2", FILMS[1])
    opened(session, qtbot, tmp_path)
    (tmp_path / "IM3").write_bytes(FILMS[2])
    qtbot.waitUntil(lambda: "IM3" in names(session), timeout=WAIT_MS)
    # The file that is no directory of a medium was told once.
    qtbot.waitUntil(lambda: session.search is not None and session.search.total == 4, timeout=WAIT_MS)
    assert session.search is not None and (session.search.films, len(session.search.skipped)) == (3, 1)


def test_what_is_no_film_is_counted_and_told(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    (tmp_path / "IM1").write_bytes(FILMS[0])
    opened(session, qtbot, tmp_path)
    (tmp_path / "notes.txt").write_text("none")
    (tmp_path / ".hidden").write_bytes(FILMS[3])
    qtbot.waitUntil(lambda: session.search is not None and len(session.search.skipped) == 1, timeout=WAIT_MS)
    assert names(session) == ["IM1"]


def test_a_film_is_read_only_once_it_is_written_whole(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    (tmp_path / "IM1").write_bytes(FILMS[0])
    opened(session, qtbot, tmp_path)
    whole = file_of(film())
    with (tmp_path / "IM2").open("wb") as file:
        for at in range(0, len(whole), 50):
            file.write(whole[at : at + 50])
            file.flush()
            QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM2"], timeout=WAIT_MS)
    assert session.search is not None and session.search.skipped == ()


def test_a_film_that_was_closed_does_not_come_back(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"IM{number}").write_bytes(FILMS[number])
    opened(session, qtbot, tmp_path)
    session.close_film(session.films[1])
    (tmp_path / "IM3").write_bytes(FILMS[3])
    qtbot.waitUntil(lambda: names(session) == ["IM1", "IM3"], timeout=WAIT_MS)


def test_the_readers_place_stays_when_films_are_put_in_above_it(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    for number in range(10, 30):
        (tmp_path / f"IM{number}").write_bytes(FILMS[number])
    panel = StudiesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(232, 500)
    panel.show()
    opened(session, qtbot, tmp_path)
    tree = panel.tree
    tree.expandAll()
    bar = tree.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300, timeout=WAIT_MS)
    bar.setValue(bar.maximum() // 2)
    index = tree.indexAt(QPoint(10, 200))
    film_there, top = index.data(Role.FILM), tree.visualRect(index).top()
    current = session.current
    # An earlier film of the first patient: above everything that is seen.
    (tmp_path / "IM0").write_bytes(FILMS[9])
    qtbot.waitUntil(lambda: "IM0" in names(session), timeout=WAIT_MS)
    index = tree.indexAt(QPoint(10, 200))
    assert index.data(Role.FILM) == film_there and tree.visualRect(index).top() == top
    assert session.current == current
    panel.close_work()
