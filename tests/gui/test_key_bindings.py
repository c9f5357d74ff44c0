"""Keys can be changed; conflicts are told; the cheat sheet shows the keys in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, open_film, steps
from xraycolor_gui.gui.actions.menus import SECTIONS
from xraycolor_gui.gui.dialogs import key_topics
from xraycolor_gui.gui.dialogs.key_sheet import KeyLine
from xraycolor_gui.gui.dialogs.keys import KeysDialog
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.mouse import Wheel
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.window import MainWindow

Make = Callable[[], MainWindow]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    made: list[MainWindow] = []

    def window() -> MainWindow:
        one = MainWindow(Session(steps(film(), find=iter)), Settings(tmp_path / "settings.ini"))
        one.show()
        qtbot.waitExposed(one)
        made.append(one)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()


def dialog(window: MainWindow) -> KeysDialog:
    window.actions_.help.keys.trigger()
    (made,) = window.findChildren(KeysDialog)
    return made


def told(sheet: KeysDialog) -> list[str]:
    return [one.accessibleName() for one in sheet.sheet.widget().findChildren(KeyLine)]


def test_no_two_actions_have_the_same_key_and_every_place_in_a_menu_is_there(make: Make) -> None:
    window, taken = make(), dict[str, str]()
    for entry in window.actions_:
        menu, _, section = entry.menu.partition(".")
        assert not entry.menu or section in SECTIONS[menu]
        for key in entry.default_keys:
            name = QKeySequence(key).toString()
            assert name, (entry.id, key)
            assert taken.setdefault(name, entry.id) == entry.id, name


def test_what_keyboards_elsewhere_lack_has_another_key(make: Make) -> None:
    """On a German keyboard [ ] { } and \\ need AltGr."""
    for entry in make().actions_:
        if any(key in "[]{}\\" for key in entry.default_keys):
            assert any(key not in "[]{}\\" for key in entry.default_keys), entry.id


def test_a_new_key_works_at_once_the_old_one_still_and_both_at_the_next_start(qtbot: QtBot, make: Make) -> None:
    window = make()
    open_film(window.session, qtbot)
    editor = dialog(window).editor
    editor.choose("grey.invert")
    editor.press.setKeySequence(QKeySequence("Ctrl+J"))
    for key, inverted in ((Qt.Key.Key_J, True), (Qt.Key.Key_J, False)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.session.inverted is inverted
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert window.session.inverted
    window.close()
    entry = make().actions_.entry("grey.invert")
    assert entry is not None and entry.keys == ("Ctrl+J", "I")


def test_a_key_of_another_action_is_told_and_taken_only_if_wanted(make: Make) -> None:
    window = make()
    editor = dialog(window).editor
    invert, export = window.actions_.entry("grey.invert"), window.actions_.entry("file.export")
    assert invert is not None and export is not None
    editor.choose("grey.invert")
    editor.press.setKeySequence(QKeySequence("Ctrl+E"))
    assert "Export" in editor.told.text()
    assert invert.keys == ("I",) and export.keys == ("Ctrl+E",)
    editor.take.click()
    assert invert.keys == ("Ctrl+E", "I") and export.keys == ()
    editor.choose("file.export")
    editor.reset.click()
    assert invert.keys == ("I",) and export.keys == ("Ctrl+E",)


def test_keys_that_mean_the_same_everywhere_cannot_be_given_away(make: Make) -> None:
    window = make()
    editor = dialog(window).editor
    editor.choose("grey.invert")
    editor.press.setKeySequence(QKeySequence("Esc"))
    assert "another key" in editor.told.text()
    entry = window.actions_.entry("grey.invert")
    assert entry is not None and entry.keys == ("I",)


def test_all_come_back_as_they_came(make: Make, tmp_path: Path) -> None:
    window = make()
    editor = dialog(window).editor
    window.bindings.set("grey.invert", ("J",))
    window.bindings.set_wheel(Qt.KeyboardModifier.NoModifier, Wheel.ZOOM)
    assert Settings(tmp_path / "settings.ini").choice("keys")
    editor.reset_all.click()
    entry = window.actions_.entry("grey.invert")
    assert entry is not None and entry.keys == ("I",)
    assert window.session.mouse.wheels[Qt.KeyboardModifier.NoModifier] is Wheel.FILM
    assert not Settings(tmp_path / "settings.ini").choice("keys")


def test_mouse_and_wheel_are_kept_too(make: Make) -> None:
    window = make()
    window.bindings.set_button(Qt.MouseButton.MiddleButton, Tool.ZOOM)
    window.bindings.set_wheel(Qt.KeyboardModifier.NoModifier, Wheel.ZOOM)
    window.close()
    mouse = make().session.mouse
    assert mouse.buttons[Qt.MouseButton.MiddleButton] is Tool.ZOOM
    assert mouse.wheel(Qt.KeyboardModifier.NoModifier) is Wheel.ZOOM
    assert mouse.wheel(Qt.KeyboardModifier.ShiftModifier) is Wheel.STRENGTH


def test_the_sheet_shows_the_keys_in_force(qtbot: QtBot, make: Make) -> None:
    window = make()
    sheet = dialog(window)
    assert "I: Invert" in told(sheet)
    assert "Wheel: film before, after" in told(sheet)
    assert {"1 … 9: windows of the film", "Ctrl+Left … Ctrl+Shift+Down: move what is chosen"} <= set(told(sheet))
    window.bindings.set("grey.invert", ("Ctrl+J",))
    window.bindings.set_wheel(Qt.KeyboardModifier.NoModifier, Wheel.ZOOM)
    qtbot.waitUntil(lambda: "Ctrl+J: Invert" in told(sheet))
    assert "Wheel: zoom at the cursor" in told(sheet)


def test_a_sheet_on_which_nothing_changed_is_not_made_again(make: Make) -> None:
    window = make()
    sheet = dialog(window)
    page = sheet.sheet.widget()
    sheet.hide()
    window.actions_.help.keys.trigger()
    assert sheet.isVisible() and sheet.sheet.widget() is page
    sheet.hide()
    window.bindings.set("grey.invert", ("Ctrl+J",))
    window.actions_.help.keys.trigger()
    assert "Ctrl+J: Invert" in told(sheet)


def test_the_lines_of_the_sheet_are_texts_to_a_screen_reader(make: Make) -> None:
    lines = dialog(make()).sheet.widget().findChildren(KeyLine)
    assert lines and all(line.ACCESSIBLE_ROLE is QAccessible.Role.StaticText for line in lines)


def test_every_action_stands_under_a_topic(make: Make) -> None:
    titles = key_topics.titles()
    for entry in make().actions_:
        assert key_topics.topic_of(entry) in titles


def test_settings_nobody_understands_change_no_key(make: Make, tmp_path: Path) -> None:
    Settings(tmp_path / "settings.ini").set_choice("keys", "{nonsense")
    Settings(tmp_path / "settings.ini").set_choice("mouse", '["MiddleButton", 3]')
    window = make()
    assert all(entry.keys == entry.default_keys for entry in window.actions_)


def test_what_is_told_on_the_picture_names_the_keys_in_force(qtbot: QtBot, make: Make) -> None:
    window = make()
    colour_film(window.session, qtbot)
    window.bindings.set("colour.weaker", ("J",))
    qtbot.keyClick(window, Qt.Key.Key_J)
    echoes = [pane.picture.echo.words for pane in window.panes.panes]
    assert any([word.text for word in words][1:3] == ["J", "]"] for words in echoes)


def test_the_editor_of_keys_is_a_command_of_its_own(make: Make) -> None:
    window = make()
    window.actions_.help.change_keys.trigger()
    (shown,) = window.findChildren(KeysDialog)
    assert shown.editor.isVisible() and shown.change.text().strip() == "Back to the sheet"
    window.actions_.help.change_keys.trigger()
    assert shown.editor.isVisible()
