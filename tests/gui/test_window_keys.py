"""What the keys do, wherever the focus is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, Read, colorization, colour_in, film
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Radiograph, Source, Window
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.views.picture import Picture
from xraycolor_gui.gui.window import MainWindow


def test_letters_choose_the_tool_and_signs_the_strength(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot)
    picture, session = window.panes.grey.picture, window.session
    for key, tool in ((Qt.Key.Key_Z, Tool.ZOOM), (Qt.Key.Key_P, Tool.PAN), (Qt.Key.Key_W, Tool.WINDOW)):
        qtbot.keyClick(picture, key)
        assert session.tool is tool
        assert window.actions_.tools.by_tool[tool].isChecked()
    qtbot.keyClick(picture, Qt.Key.Key_BracketLeft)
    assert session.strength == 0.9
    qtbot.keyClick(picture, Qt.Key.Key_BracketRight)
    qtbot.keyClick(picture, Qt.Key.Key_BracketRight)
    assert session.strength == 1.1
    qtbot.keyClick(picture, Qt.Key.Key_Backslash)
    assert session.strength == 1.0


def test_digits_and_i_set_the_window(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot)
    picture, session = window.panes.grey.picture, window.session
    stated = session.voi
    qtbot.keyClick(picture, Qt.Key.Key_0)
    assert isinstance(session.voi, Window) and session.voi is not stated
    qtbot.keyClick(picture, Qt.Key.Key_1)
    assert session.voi is stated
    qtbot.keyClick(picture, Qt.Key.Key_I)
    assert session.inverted


def grey_by_g(window: MainWindow, qtbot: QtBot) -> Picture:
    """Press G over the coloured picture; it is grey then, and has the focus."""
    colour_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    picture = window.panes.colour.picture
    picture.setFocus()
    qtbot.keyPress(picture, Qt.Key.Key_G)
    assert window.session.showing_grey
    return picture


def test_the_film_is_grey_while_g_is_down(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    picture = grey_by_g(window, qtbot)
    qtbot.keyRelease(picture, Qt.Key.Key_G)
    assert not window.session.showing_grey


@pytest.mark.parametrize("shift", [False, True])
def test_letting_go_of_g_ends_the_grey_wherever_the_focus_went_and_whatever_else_is_held(
    qtbot: QtBot, make_window: MakeWindow, shift: bool
) -> None:
    window = make_window()
    picture = grey_by_g(window, qtbot)
    if shift:
        qtbot.keyRelease(picture, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    else:
        field = window.findChild(QAbstractSpinBox)
        field.setFocus()
        qtbot.keyRelease(field, Qt.Key.Key_G)
    assert not window.session.showing_grey


def test_arrows_go_from_film_to_film_and_pages_from_study_to_study(qtbot: QtBot, make_window: MakeWindow) -> None:
    study = {"a": "1", "b": "1", "c": "2"}

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", study_uid=study[path.stem]))
        return radiograph, choose_voi(radiograph)[0]

    window = make_window(read=read, labels=lambda path: (read(path)[0].labels, read(path)[0].source))
    colour_in(window, qtbot, "a.dcm", "b.dcm", "c.dcm")
    picture, session = window.panes.grey.picture, window.session
    for key, name in (
        (Qt.Key.Key_Down, "b"),
        (Qt.Key.Key_Up, "a"),
        (Qt.Key.Key_PageDown, "c"),
        (Qt.Key.Key_PageUp, "a"),
        (Qt.Key.Key_End, "c"),
        (Qt.Key.Key_Home, "a"),
    ):
        qtbot.keyClick(picture, key)
        assert session.current is not None and session.current.path.stem == name


def test_escape_cancels_the_colour_then_closes_notices(qtbot: QtBot, make_window: MakeWindow) -> None:
    gate, begun = threading.Event(), threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        report(0.4)
        begun.set()
        gate.wait()
        report(0.5)
        return colorization()

    window = make_window(colorize=colorize)
    window.open_paths([Path("a.dcm")])
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: window.session.progress is not None)
    window.notices.raise_notice(Notice(Severity.CAUTION, "Title", "Text"))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    gate.set()
    assert window.session.progress is None
    assert len(window.notices.cards()) == 1
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.notices.cards() == []


def test_f6_goes_round_the_parts(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panes.grey.picture.setFocus()
    visited = []
    for _ in range(4):
        window.actions_.layout_.next_part.trigger()
        focus = QApplication.focusWidget()
        parts = (window.toolbar, window.studies, window.stack, window.colour_dock)
        visited.append(next(part for part in parts if focus is not None and part.isAncestorOf(focus)))
    assert visited == [window.colour_dock, window.toolbar, window.studies, window.stack]


def test_f6_shows_where_the_keyboard_is(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(1440, 600)
    colour_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chooser, dock = window.colour.palette_chooser, window.colour_dock
    scroll = next(area for area in dock.findChildren(QScrollArea) if area.isAncestorOf(chooser))
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert chooser.visibleRegion().isEmpty()
    window.panes.grey.picture.setFocus()
    window.actions_.layout_.next_part.trigger()
    assert chooser.hasFocus() and not chooser.visibleRegion().isEmpty()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    window.panes.grey.picture.setFocus()
    window.actions_.layout_.next_part.trigger()
    focus = QApplication.focusWidget()
    assert focus is not None and window.certificate.isAncestorOf(focus)


def test_every_tool_button_can_be_reached_by_tab_and_has_a_name(make_window: MakeWindow) -> None:
    window = make_window()
    for button in window.toolbar.findChildren(QToolButton):
        if button.objectName() != "qt_toolbar_ext_button":
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert button.text() or button.accessibleName()
