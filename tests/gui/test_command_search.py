"""Ctrl + K: every action by name, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import film, open_film, steps
from xraycolor_gui.gui.command_search import CommandSearch
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    one = MainWindow(Session(steps(film(), find=iter)), Settings(tmp_path / "settings.ini"))
    one.show()
    qtbot.waitExposed(one)
    yield one
    one.close()
    one.deleteLater()


def opened(window: MainWindow, qtbot: QtBot) -> CommandSearch:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (search,) = window.findChildren(CommandSearch)
    assert search.isVisible() and not search.isModal()
    return search


def found(search: CommandSearch) -> list[str]:
    return [search.found.item(row).data(Qt.ItemDataRole.UserRole).plain for row in range(search.found.count())]


def test_a_few_letters_and_enter_do_it(qtbot: QtBot, window: MainWindow) -> None:
    open_film(window.session, qtbot)
    search = opened(window, qtbot)
    qtbot.keyClicks(search.field, "inv")
    assert found(search)[0] == "Invert"
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.inverted)
    assert not search.isVisible()


def test_every_action_of_every_menu_can_be_found(qtbot: QtBot, window: MainWindow) -> None:
    search = opened(window, qtbot)
    everything = found(search)
    for entry in window.actions_:
        assert entry.plain in everything or not entry.action.isVisible(), entry.id


def test_what_cannot_be_done_now_stands_greyed_with_the_reason_and_enter_does_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    search = opened(window, qtbot)
    qtbot.keyClicks(search.field, "invert")
    item = search.found.item(0)
    assert item.text() == "Invert, no film is shown"
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert search.isVisible()


def test_what_was_used_lately_comes_first_also_at_the_next_start(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    search = opened(window, qtbot)
    qtbot.keyClicks(search.field, "about")
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert found(opened(window, qtbot))[0] == "About XrayColor"
    assert Settings(tmp_path / "settings.ini").choice("commands") == "help.about"


def test_a_key_finds_its_action_and_nonsense_is_told(qtbot: QtBot, window: MainWindow) -> None:
    search = opened(window, qtbot)
    qtbot.keyClicks(search.field, "f11")
    assert found(search)[0] == "Full screen"
    search.field.setText("qqzzqq")
    assert found(search) == [] and search.none.isVisible()


def test_arrows_choose_and_escape_closes(qtbot: QtBot, window: MainWindow) -> None:
    search = opened(window, qtbot)
    for _ in range(3):
        qtbot.keyClick(search.field, Qt.Key.Key_Down)
    assert search.found.currentRow() == 3
    qtbot.keyClick(search.field, Qt.Key.Key_PageUp)
    assert search.found.currentRow() == 0
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert not search.isVisible()
