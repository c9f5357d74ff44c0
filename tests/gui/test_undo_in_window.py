"""Undo as the reader meets it: by keys, named in menu and status bar, one step for one deed of the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, card, film, steps
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.window import MainWindow

UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
REDO = Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with two films, the first of them coloured."""
    session = Session(steps(film(), find=iter, models=lambda: (card("basic"), card("fine"))))
    one = MainWindow(session, Settings(tmp_path / "settings.ini"))
    one.show()
    qtbot.waitExposed(one)
    with qtbot.waitSignal(
        session.colorizationChanged, timeout=WAIT_MS, check_params_cb=lambda: session.colorization is not None
    ):
        one.open_paths([Path("a.dcm"), Path("b.dcm")])
    yield one
    one.close()
    one.deleteLater()


def drag(qtbot: QtBot, window: MainWindow, *, back: bool = False) -> None:
    picture = window.panes.grey.picture
    middle = picture.rect().center()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 6):
        move(qtbot, picture, middle + QPoint(8 * step, 3 * step))
    if back:
        move(qtbot, picture, middle)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton)


def move(qtbot: QtBot, picture: object, at: QPoint) -> None:
    """QtBot moves without buttons."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(picture, QWidget)
    buttons = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        picture, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(picture.mapToGlobal(at)), *buttons)
    )


def test_a_drag_of_the_window_is_one_step_and_the_status_bar_names_it(qtbot: QtBot, window: MainWindow) -> None:
    """OHIF #4023: every radiologist looked for undo."""
    session = window.session
    stated = session.voi
    drag(qtbot, window)
    dragged = session.voi
    assert dragged != stated
    assert window.actions_.edit.undo.text() == "&Undo: window"
    qtbot.keyClick(window.panes.grey.picture, *UNDO)
    assert session.voi == stated
    assert window.status.reads() == "Undo: window."
    assert not window.actions_.edit.undo.isEnabled()
    qtbot.keyClick(window.panes.grey.picture, *REDO)
    assert session.voi == dragged


def test_a_drag_that_ends_where_it_began_leaves_nothing_to_undo(qtbot: QtBot, window: MainWindow) -> None:
    drag(qtbot, window, back=True)
    assert not window.actions_.edit.undo.isEnabled()


def test_two_drags_are_two_steps_not_one_and_not_three(qtbot: QtBot, window: MainWindow) -> None:
    """OHIF #5366: undo came with a two-step bug."""
    session = window.session
    voi = [session.voi]
    for _ in range(2):
        drag(qtbot, window)
        voi.append(session.voi)
    for expected in (voi[1], voi[0]):
        qtbot.keyClick(window.panes.grey.picture, *UNDO)
        assert session.voi == expected
    assert session.undo.undo_name == ""


Change = Callable[[MainWindow], object]


@pytest.mark.parametrize(
    ("change", "ask", "name"),
    [
        (lambda w: w.session.set_full_range(), lambda w: w.session.voi, "window"),
        (lambda w: w.session.toggle_inverted(), lambda w: w.session.inverted, "inversion"),
        (lambda w: w.session.set_turn(w.session.turn.clockwise()), lambda w: w.session.turn, "rotation"),
        (lambda w: w.session.set_strength(0.4), lambda w: w.session.strength, "strength"),
        (lambda w: w.session.set_grey_below(0.7), lambda w: w.session.grey_below, "grey below"),
        (lambda w: w.session.set_palette("safe"), lambda w: w.session.palette.name, "palette"),
        (lambda w: w.session.toggle_hidden("lung"), lambda w: w.session.hidden, "hidden tissues"),
        (lambda w: w.session.next_model(), lambda w: w.session.model, "model"),
        (
            lambda w: w.session.close_film(w.session.films[1]),
            lambda w: [one.path for one in w.session.films],
            "close film",
        ),
    ],
)
def test_everything_that_changes_something_can_be_taken_back(
    window: MainWindow, change: Change, ask: Change, name: str
) -> None:
    before = ask(window)
    change(window)
    after = ask(window)
    assert after != before
    assert window.session.undo.undo_name == name
    window.actions_.edit.undo.trigger()
    assert ask(window) == before
    assert window.session.undo.undo_name == ""
    window.actions_.edit.redo.trigger()
    assert ask(window) == after


def test_taking_back_leads_to_the_film_it_speaks_of(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    stated = session.voi
    session.set_full_range()
    qtbot.waitUntil(lambda: len(session.films) == 2)
    session.next_film()
    qtbot.waitUntil(lambda: session.radiograph is not None and session.place == 1)
    assert session.voi == stated
    session.undo.undo()
    qtbot.waitUntil(lambda: session.radiograph is not None and session.place == 0)
    assert session.voi == stated


def test_a_film_closed_and_opened_again_by_undo_has_its_steps_still(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    session.toggle_inverted()
    closed = session.current
    assert closed is not None and session.place == 0
    session.close_film(closed)
    session.undo.undo()
    assert session.place == 0, "where it was in the list"
    qtbot.waitUntil(lambda: session.radiograph is not None and session.current == session.films[session.place])
    assert session.current is not None and session.current.path == closed.path and session.inverted
    session.undo.undo()
    assert not session.inverted


def test_the_start_and_a_next_film_leave_nothing_to_undo(qtbot: QtBot, window: MainWindow) -> None:
    window.session.next_film()
    qtbot.waitUntil(lambda: window.session.radiograph is not None)
    assert window.session.undo.undo_name == ""
