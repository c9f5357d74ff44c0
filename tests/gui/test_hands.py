"""What the hand does: drags, clicks, the wheel, Esc, and the ways back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import film, open_film, steps
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.mouse import Wheel
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with one grey film."""
    one = MainWindow(Session(steps(film(), find=iter)), Settings(tmp_path / "settings.ini"))
    one.show()
    qtbot.waitExposed(one)
    open_film(one.session, qtbot)
    yield one
    one.close()
    one.deleteLater()


def move(widget: QWidget, at: QPoint, button: Qt.MouseButton) -> None:
    """QtBot moves without buttons."""
    where = QPointF(at)
    keys = Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, where, widget.mapToGlobal(where), *keys))


def drag(qtbot: QtBot, widget: QWidget, button: Qt.MouseButton, by: QPoint, *, hold: bool = False) -> None:
    middle = widget.rect().center()
    qtbot.mousePress(widget, button, pos=middle)
    for part in (0.25, 0.5, 1.0):
        move(widget, middle + by * part, button)
    if not hold:
        qtbot.mouseRelease(widget, button, pos=middle + by)


def shown_menu(window: MainWindow) -> list[QAction]:
    return window.film_menu.menu.actions() if window.film_menu.menu.isVisible() else []


def test_a_right_click_opens_the_menu_and_a_right_drag_zooms(qtbot: QtBot, window: MainWindow) -> None:
    picture = window.panes.grey.picture
    fitted = window.panes.linked.geometry
    drag(qtbot, picture, Qt.MouseButton.RightButton, QPoint(0, -60))
    assert window.panes.linked.geometry != fitted
    assert not shown_menu(window)
    qtbot.mouseClick(picture, Qt.MouseButton.RightButton)
    offered = shown_menu(window)
    assert window.actions_.grey.invert in offered and window.actions_.place.fit in offered
    assert all(action.isEnabled() for action in offered if not action.isSeparator())
    window.film_menu.menu.close()


def test_the_menu_key_opens_the_menu_too(window: MainWindow) -> None:
    picture = window.panes.grey.picture
    here = QPoint(9, 9)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, picture.mapToGlobal(here))
    QApplication.sendEvent(picture, asked)
    assert shown_menu(window)
    window.film_menu.menu.close()


def test_escape_takes_a_drag_back_that_is_still_going_on(qtbot: QtBot, window: MainWindow) -> None:
    session, picture = window.session, window.panes.grey.picture
    stated = session.voi
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(80, 40), hold=True)
    assert session.voi != stated
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert session.voi == stated
    move(picture, picture.rect().center() + QPoint(120, 60), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton)
    assert session.voi == stated
    assert session.undo.undo_name == ""


def test_escape_with_nothing_going_on_leaves_the_tool_then_shows_the_film_as_at_first(
    qtbot: QtBot, window: MainWindow
) -> None:
    session, picture = window.session, window.panes.grey.picture
    stated, fitted = session.look, window.panes.linked.geometry
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(80, 40))
    drag(qtbot, picture, Qt.MouseButton.RightButton, QPoint(0, -60))
    session.toggle_inverted()
    session.set_tool(Tool.PAN)
    qtbot.waitUntil(lambda: session.progress is None)
    changed, zoomed = session.look, window.panes.linked.geometry
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert session.tool is Tool.WINDOW and session.look == changed
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert session.look == stated and window.panes.linked.geometry == fitted
    qtbot.keyClick(picture, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.look == changed
    qtbot.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.panes.linked.geometry == zoomed


def test_zoom_and_place_are_no_undo_steps_but_have_a_way_back_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    session, picture, linked = window.session, window.panes.grey.picture, window.panes.linked
    session.toggle_inverted()
    fitted = linked.geometry
    drag(qtbot, picture, Qt.MouseButton.RightButton, QPoint(0, -60))
    window.panes.linked.history.note()
    zoomed = linked.geometry
    drag(qtbot, picture, Qt.MouseButton.MiddleButton, QPoint(30, 0))
    panned = linked.geometry
    assert session.undo.undo_name == "inversion"
    for expected in (zoomed, fitted, fitted):
        window.panes.linked.history.go_back()
        assert linked.geometry == expected
    for expected in (zoomed, panned, panned):
        window.panes.linked.history.go_on()
        assert linked.geometry == expected


def test_a_tiny_drag_never_turns_a_radiograph_white(qtbot: QtBot, window: MainWindow) -> None:
    """Weasis #373: the window moved by so many values per pixel, whatever its width."""
    session, picture = window.session, window.panes.grey.picture
    for narrow in (Window(2000, 3), Window(0.5, 0.01), Window(2000, 4000)):
        session.set_voi(narrow)
        drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(4, -4))
        voi, radiograph = session.voi, session.radiograph
        assert isinstance(voi, Window) and radiograph is not None
        assert voi.width == pytest.approx(narrow.width, rel=0.05)
        assert abs(voi.center - narrow.center) < 0.05 * narrow.width
        before = present(radiograph, narrow).grey
        assert abs(float(present(radiograph, voi).grey.mean()) - float(before.mean())) < 0.05


def test_middle_and_right_button_and_the_wheel_do_what_the_reader_set(qtbot: QtBot, window: MainWindow) -> None:
    session, picture, linked = window.session, window.panes.grey.picture, window.panes.linked
    stated, fitted = session.voi, linked.geometry
    session.mouse.set_button(Qt.MouseButton.MiddleButton, Tool.WINDOW)
    drag(qtbot, picture, Qt.MouseButton.MiddleButton, QPoint(80, 40))
    assert session.voi != stated and linked.geometry == fitted
    session.mouse.set_wheel(Qt.KeyboardModifier.NoModifier, Wheel.ZOOM)
    middle = QPointF(picture.rect().center())
    turn = QWheelEvent(
        middle, picture.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picture, turn)
    assert linked.geometry != fitted


def test_no_single_digit_takes_anything_away(window: MainWindow) -> None:
    """napari #1382: a single digit key deleted a shape."""
    for entry in window.actions_:
        if any(key.isdigit() for key in entry.keys):
            assert entry.id.startswith("grey."), entry.id
