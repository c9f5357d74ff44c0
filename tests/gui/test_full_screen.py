from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, steps
from tests.gui.pictures import is_grey, pixels
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.arrangement import Arrangement
from xraycolor_gui.gui.window import MainWindow


def open_window(qtbot: QtBot, settings: Path) -> MainWindow:
    session = Session(steps(film()))
    window = MainWindow(session, Settings(settings))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: window.panes.linked.strength == session.strength)
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = open_window(qtbot, tmp_path / "window.ini")
    yield window
    window.close()


def around(window: MainWindow) -> list[QWidget]:
    return [window.menuBar(), window.toolbar, window.status, window.studies, window.colour_dock]


def test_full_screen_has_pictures_only_and_says_what_they_are_not_for(window: MainWindow) -> None:
    full_screen = window.actions_.layout_.full_screen
    full_screen.trigger()
    assert window.isFullScreen() and not any(part.isVisible() for part in around(window))
    assert window.width() - window.panes.width() <= 2
    assert window.panes.colour.header.purpose.isVisible()
    QTest.keyClick(window.panes.colour.picture, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and not full_screen.isChecked()
    assert all(part.isVisible() for part in around(window))
    assert not window.panes.colour.header.purpose.isVisible()


def test_keys_go_on_working_in_full_screen(window: MainWindow) -> None:
    window.actions_.layout_.full_screen.trigger()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_I)
    assert window.session.inverted


def test_leaving_a_full_screen_of_the_desktop_brings_bars_and_docks_back(window: MainWindow) -> None:
    window.showFullScreen()
    assert window.actions_.layout_.full_screen.isChecked() and not window.menuBar().isVisible()
    window.showNormal()
    assert all(part.isVisible() for part in around(window))


def test_a_pane_in_its_own_window_follows_and_leaves_its_room_to_the_other(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    window.detached.detach(panes.colour)
    own = window.detached.window
    assert own is not None and panes.colour.window() is own and panes.colour.isVisible()
    assert panes.arrangement is Arrangement.BESIDE and panes.grey.width() == panes.width()
    window.session.set_voi(Window(1000, 500))
    shown = pixels(panes.colour.picture)
    window.session.set_strength(0.0)
    assert is_grey(pixels(panes.colour.picture)) and not is_grey(shown)
    panes.zoom_in()
    assert panes.colour.picture.placement() is not None
    assert panes.grey.picture.placement().per_column == panes.colour.picture.placement().per_column  # type: ignore[union-attr]


def test_closing_its_window_brings_the_pane_back(window: MainWindow) -> None:
    action = window.actions_.entry("layout.detach")
    assert action is not None
    action.action.trigger()
    own = window.detached.window
    assert own is not None and action.action.isChecked()
    own.close()
    assert window.detached.window is None and not action.action.isChecked()
    assert window.panes.colour.window() is window and window.panes.colour.isVisible()
    assert window.panes.grey.width() == window.panes.colour.width()


def test_keys_work_in_the_window_of_a_pane(window: MainWindow) -> None:
    window.detached.detach(window.panes.colour)
    own = window.detached.window
    assert own is not None
    own.activateWindow()
    QTest.keyClick(own, Qt.Key.Key_I)
    assert window.session.inverted


def test_a_pane_that_was_out_at_the_end_is_out_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    first = open_window(qtbot, tmp_path / "window.ini")
    first.detached.detach(first.panes.grey)
    first.close()
    again = open_window(qtbot, tmp_path / "window.ini")
    own = again.detached.window
    assert own is not None and again.panes.grey.window() is own
    own.close()
    again.close()
    third = open_window(qtbot, tmp_path / "window.ini")
    assert third.detached.window is None
    third.close()
