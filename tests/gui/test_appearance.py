"""Theme and language are chosen in the View menu, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, colour_in
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.appearance import chosen_theme
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.style import redress
from xraycolor_gui.gui.theme import DARK, LIGHT, chrome, wear


@pytest.fixture(autouse=True)
def dark_again() -> Iterator[None]:
    yield
    wear(DARK)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    redress(application)


def test_the_window_begins_dark_whatever_the_desktop_does(tmp_path: Path) -> None:
    assert chosen_theme(Settings(tmp_path / "settings.ini")) is DARK


def test_the_light_theme_comes_at_once_stays_and_leaves_the_pictures_on_black(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    colour_in(window, qtbot)
    light = window.actions_.entry("appearance.light")
    assert light is not None
    light.action.trigger()
    assert chrome() is LIGHT
    assert window.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window
    for part, place, colour in (
        (window.status, (3, 20), LIGHT.window),
        (window.colour_dock, (2, 40), LIGHT.dock),
        (window.panes.grey.picture, (1, 1), tokens.SURROUND),
        (window.panes.colour.picture, (1, 1), tokens.SURROUND),
    ):
        assert part.grab().toImage().pixelColor(*place).name().upper() == colour
    assert chosen_theme(Settings(tmp_path / "settings.ini")) is LIGHT
    light.action.trigger()
    assert chrome() is DARK
    assert chosen_theme(Settings(tmp_path / "settings.ini")) is DARK


def test_a_language_is_chosen_for_the_next_start(make_window: MakeWindow, tmp_path: Path, own_data: None) -> None:
    window = make_window()
    entry = window.actions_.entry("appearance.language.de")
    assert entry is not None and entry.action.text() == "Deutsch"
    entry.action.trigger()
    assert Settings(tmp_path / "settings.ini").choice("language") == "de"
    (card,) = window.notices.cards()
    assert "next start" in card.notice.title
    again = make_window().actions_.entry("appearance.language.de")
    assert again is not None and again.action.isChecked()
