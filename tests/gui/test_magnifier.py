"""The magnifying glass: the film larger at the cursor, on both pictures, while a key is held."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, colour_in
from tests.gui.pictures import is_grey, pixels
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views.magnifier import magnified, patch_within
from xraycolor_gui.gui.views.view_geometry import Canvas, Placement, ViewGeometry

TURNS = st.builds(Turn, st.integers(0, 3), st.booleans())


@given(TURNS, st.floats(0.1, 8), st.sampled_from([2.0, 4.0]), st.floats(0, 800), st.floats(0, 600))
def test_what_lies_under_the_cursor_stays_there_and_all_round_it_is_so_many_times_as_large(
    turn: Turn, zoom: float, times: float, x: float, y: float
) -> None:
    placement = ViewGeometry((600, 500), 1.0, zoom, turn=turn).place(Canvas(800, 600))
    glass = magnified(placement, times, QPointF(x, y))
    before, after = placement.to_film(x, y), glass.to_film(x, y)
    assert after == pytest.approx(before, abs=1 / min(zoom * times, 1) + 1e-6)
    assert glass.size == pytest.approx([side * times for side in placement.size])


def test_the_glass_shows_only_what_is_beneath_it() -> None:
    placement = Placement(100, 100, 2.0, 2.0, (100, 100))
    patch = patch_within(placement, QPointF(200, 200), 50)
    assert patch is not None and (patch.x, patch.y, patch.width, patch.height) == (150, 150, 100, 100)
    assert patch.region == (25, 25, 75, 75)
    assert patch_within(placement, QPointF(20, 20), 50) is None


def test_held_the_key_magnifies_on_both_pictures_and_let_go_nothing_is_left(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    grey, colour = window.panes.grey.picture, window.panes.colour.picture
    window.session.set_cursor((200, 250))
    plain = pixels(grey), pixels(colour)
    QTest.keyPress(grey, Qt.Key.Key_Q)
    assert window.panes.comparing.glass == 2
    view = grey.drawn.view
    assert view is not None
    middle = view.to_picture(250, 200).toPoint()
    radius = round(window.panes.comparing.radius)
    box = np.s_[middle.y() - radius : middle.y() + radius, middle.x() - radius : middle.x() + radius]
    glass = pixels(grey)
    assert (glass[box] != plain[0][box]).mean() > 0.2
    assert not is_grey(pixels(colour)[box]) and (pixels(colour) != plain[1]).any()
    outside = np.ones(glass.shape[:2], bool)
    outside[
        middle.y() - radius - 45 : middle.y() + radius + 45, middle.x() - radius - 45 : middle.x() + radius + 45
    ] = 0
    assert (glass[outside] == plain[0][outside]).all()
    QTest.keyRelease(grey, Qt.Key.Key_Q)
    assert (pixels(grey) == plain[0]).all() and (pixels(colour) == plain[1]).all()


def test_shift_magnifies_more_and_measuring_goes_on_beneath_the_glass(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    picture = window.panes.grey.picture
    QTest.keyPress(picture, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert window.panes.comparing.glass == 4
    window.session.set_tool(Tool.LENGTH)
    for at in (QPoint(150, 300), QPoint(250, 320)):
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
        picture.grab()
    assert len(window.panes.linked.measurements.measurements) == 1
    QTest.keyRelease(picture, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert window.panes.comparing.glass == 1
