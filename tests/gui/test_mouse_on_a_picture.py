"""What the mouse does on a picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, open_film, steps
from tests.gui.pictures import drag, geometry_of, move, picture_of, pixels, wheel
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.picture import Role


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film()))
    yield session
    session.close()


def test_a_left_drag_windows_and_going_back_undoes_it(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.COLOUR)
    open_film(session, qtbot)
    before = session.voi
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(40, 0))
    assert isinstance(before, Window) and isinstance(session.voi, Window) and session.voi.width > before.width


def test_a_click_leaves_the_window_alone(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    before = session.voi
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(1, 1))
    assert session.voi is before


def test_a_drag_ends_with_the_film_it_began_on(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot, "a.dcm")
    middle = picture.rect().center()
    qtbot.mousePress(picture, Qt.MouseButton.MiddleButton, pos=middle)
    move(picture, middle + QPoint(20, 0), Qt.MouseButton.MiddleButton)
    assert geometry_of(picture).zoom is not None
    open_film(session, qtbot, "b.dcm")
    move(picture, middle + QPoint(60, 0), Qt.MouseButton.MiddleButton)
    qtbot.mouseRelease(picture, Qt.MouseButton.MiddleButton, pos=middle)
    assert geometry_of(picture).zoom is None


def test_the_tool_decides_what_a_left_drag_does(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    before = session.voi
    session.set_tool(Tool.PAN)
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(30, 20))
    session.set_tool(Tool.ZOOM)
    zoom = geometry_of(picture).scale(picture.canvas())
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(0, -60))
    assert session.voi is before
    assert geometry_of(picture).center != (0.5, 0.5)
    assert geometry_of(picture).scale(picture.canvas()) > zoom


def test_middle_drag_pans_and_right_drag_zooms_whatever_the_tool(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    fit = geometry_of(picture).scale(picture.canvas())
    drag(qtbot, picture, Qt.MouseButton.RightButton, QPoint(0, -80))
    assert geometry_of(picture).scale(picture.canvas()) > fit
    center = geometry_of(picture).center
    drag(qtbot, picture, Qt.MouseButton.MiddleButton, QPoint(25, 10))
    assert geometry_of(picture).center != center


def test_control_and_wheel_zooms_and_the_plain_wheel_does_not(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    wheel(picture, 120)
    assert geometry_of(picture).zoom is None
    wheel(picture, 120, Qt.KeyboardModifier.ControlModifier)
    assert geometry_of(picture).zoom is not None


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier])
def test_shift_and_wheel_changes_strength_also_where_it_comes_sideways(
    session: Session, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    colour_film(session, qtbot)
    wheel(picture, 120, modifier)
    assert session.strength == pytest.approx(1.1)
    for _ in range(4):
        wheel(picture, -60, modifier)
    assert session.strength == pytest.approx(0.9)


def test_the_wheel_goes_to_the_next_film_and_collects_fine_turns(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot, "a.dcm")
    open_film(session, qtbot, "b.dcm")
    session.show(session.films[0])
    for _ in range(3):
        wheel(picture, -30)
    assert session.current == session.films[0]
    wheel(picture, -30)
    assert session.current == session.films[1]


def test_the_pointer_is_told_as_a_film_position(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    move(picture, picture.rect().center(), Qt.MouseButton.NoButton)
    assert session.cursor == pytest.approx((200, 250), abs=2)
    move(picture, QPoint(2, 2), Qt.MouseButton.NoButton)
    assert session.cursor is None


def test_the_cross_hair_is_drawn_on_both_panes(session: Session, qtbot: QtBot) -> None:
    both = [picture_of(session, qtbot, role) for role in Role]
    open_film(session, qtbot)
    before = [pixels(picture) for picture in both]
    session.set_cursor((200.0, 250.0))
    for picture, without in zip(both, before, strict=True):
        changed = np.argwhere((pixels(picture) != without).any(axis=-1))
        assert changed.size and np.abs(changed.mean(axis=0) - [200, 210]).max() < 3


def test_the_label_names_the_first_tissue_after_a_rest(session: Session, qtbot: QtBot) -> None:
    colour = picture_of(session, qtbot, Role.COLOUR)
    colour_film(session, qtbot)
    session.set_cursor((200.0, 100.0))
    assert not colour._probe
    qtbot.waitUntil(lambda: bool(colour._probe))
    assert colour._probe[0].text.startswith("Lung ") and colour._probe[0].text.endswith("%")
    session.set_cursor((200.0, 101.0))
    assert not colour._probe
