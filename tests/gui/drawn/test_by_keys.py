"""Drawing with nothing but the keyboard, with every tool."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at, point
from tests.gui.feedback.made import feedback_window
from tests.gui.feedback.test_tools import picture_in, session_of
from tests.gui.made import MakeSession, MakeWindow, colour_in
from xraycolor_gui.core.measurements import POINTS, Measure
from xraycolor_gui.core.regions import Brush, Ellipse, Freehand, Point, Polygon, Rectangle, bounds
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.measuring.tools import KINDS
from xraycolor_gui.gui.views.drawn.by_keys import FAR, STEP
from xraycolor_gui.gui.views.picture import Picture

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
SPACE, ENTER, BACK = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace
ESC = Qt.Key.Key_Escape
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def hit(qtbot: QtBot, picture: Picture, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        qtbot.keyClick(picture, key, held)


def cross_hair(picture: Picture) -> QPoint:
    """Where it is, in logical pixels."""
    cursor = session_of(picture).cursor
    assert cursor is not None
    return at(picture, cursor[1], cursor[0])


def test_the_cross_hair_begins_in_the_middle_and_steps_far_near_and_finely(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session_of(picture).set_cursor(None)
    hit(qtbot, picture, RIGHT)
    assert session_of(picture).cursor is None
    picture.by_keys.begin()
    start = cross_hair(picture)
    assert (start - picture.rect().center()).manhattanLength() <= 2
    hit(qtbot, picture, RIGHT, DOWN)
    assert cross_hair(picture) - start == QPoint(round(STEP), round(STEP))
    hit(qtbot, picture, LEFT, held=SHIFT)
    assert cross_hair(picture) - start == QPoint(round(STEP - FAR), round(STEP))
    hit(qtbot, picture, UP, held=CONTROL)
    assert cross_hair(picture) - start == QPoint(round(STEP - FAR), round(STEP - 1))
    hit(qtbot, picture, *[LEFT] * 30, held=SHIFT)
    cursor = session_of(picture).cursor
    assert cursor is not None and cursor[1] == 0
    hit(qtbot, picture, ESC)
    assert session_of(picture).cursor is None and not picture.by_keys.active


@pytest.mark.parametrize("tool", KINDS, ids=lambda tool: tool.value)
def test_every_measurement_is_made_point_by_point(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path, tool: Tool
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session = session_of(picture)
    session.set_tool(tool)
    layer = session.measured.layers[session]
    picture.by_keys.begin()
    for number in range(POINTS[KINDS[tool]]):
        hit(qtbot, picture, (SPACE, ENTER)[number % 2])
        hit(qtbot, picture, (RIGHT, DOWN)[number % 2], held=SHIFT)
        hit(qtbot, picture, RIGHT)
    if tool is Tool.CALIBRATION:
        assert layer.drawings[-1].dashed  # it asks how long the line is in truth
        return
    (made,) = layer.measurements
    assert made.kind is KINDS[tool]
    assert picture.by_keys.active and layer.chosen == made.id
    assert picture.accessibleDescription().startswith(layer.tell(made).what)


def test_backspace_takes_one_point_back_and_escape_all_of_them_before_the_cross_hair(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session = session_of(picture)
    session.set_tool(Tool.ANGLE)
    layer, tool = session.measured.layers[session], picture._linked.drawn.tool
    assert tool is not None
    picture.by_keys.begin()
    hit(qtbot, picture, SPACE)
    hit(qtbot, picture, RIGHT, held=SHIFT)
    hit(qtbot, picture, SPACE)
    assert tool.points == 2 and "2 set" in picture.by_keys.sentence
    hit(qtbot, picture, BACK)
    assert tool.points == 1
    hit(qtbot, picture, DOWN, held=SHIFT)
    hit(qtbot, picture, SPACE, RIGHT, SPACE)
    (made,) = layer.measurements
    (x0, y0), (x1, y1), _ = made.points
    assert x1 > x0 and y1 > y0, "the second point lies where it was set the second time"
    hit(qtbot, picture, SPACE, BACK)
    assert not tool.busy and picture.by_keys.active
    hit(qtbot, picture, SPACE, ESC)
    assert not tool.busy and picture.by_keys.active
    hit(qtbot, picture, ESC)
    assert not picture.by_keys.active and len(layer.measurements) == 1


@pytest.mark.parametrize(
    ("tool", "kind"),
    [
        (Tool.REGION_RECTANGLE, Rectangle),
        (Tool.REGION_ELLIPSE, Ellipse),
        (Tool.REGION_POLYGON, Polygon),
        (Tool.REGION_FREEHAND, Freehand),
        (Tool.REGION_BRUSH, Brush),
        (Tool.REGION_POINT, Point),
        (Tool.REGION_GROWN, Brush),
    ],
    ids=lambda each: getattr(each, "value", ""),
)
def test_every_region_is_outlined(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path, tool: Tool, kind: type
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session = session_of(picture)
    session.set_tool(tool)
    picture.by_keys.begin()
    middle = session.cursor
    hit(qtbot, picture, SPACE)
    hit(qtbot, picture, RIGHT, held=SHIFT)
    if tool is Tool.REGION_POLYGON:
        hit(qtbot, picture, SPACE)
    hit(qtbot, picture, DOWN, held=SHIFT)
    if tool is not Tool.REGION_POINT:
        hit(qtbot, picture, SPACE)
    if tool is Tool.REGION_POLYGON:  # once more on the last corner closes it
        hit(qtbot, picture, SPACE)
    (given,) = session.feedback.layers[session].regions
    assert isinstance(given.region, kind) and given.region is not None and middle is not None
    left, top, right, bottom = bounds(given.region)
    assert left - 30 <= middle[1] <= right + 30 and top - 30 <= middle[0] <= bottom + 30


def test_the_film_moves_rather_than_the_cross_hair_getting_out_of_sight(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    linked = picture._linked
    assert linked.geometry is not None
    linked.set_geometry(linked.geometry.at_zoom(4.0, picture.canvas()))
    picture.by_keys.begin()
    start = session_of(picture).cursor
    for _ in range(12):
        hit(qtbot, picture, RIGHT, held=SHIFT)
        assert picture.rect().contains(cross_hair(picture))
    cursor = session_of(picture).cursor
    assert start is not None and cursor is not None
    assert cursor[1] - start[1] == pytest.approx(12 * FAR / 4, abs=1)


def test_the_mouse_takes_over_as_soon_as_it_moves(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session_of(picture).set_tool(Tool.LENGTH)
    session_of(picture).set_cursor(None)
    picture.by_keys.begin()
    hit(qtbot, picture, SPACE)
    point(picture, QPoint(100, 100))
    assert not picture.by_keys.active
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    (made,) = session_of(picture).measured.layers[session_of(picture)].measurements
    assert made.kind is Measure.LENGTH and made.points[0] == pytest.approx((250, 200), abs=1.5)


def test_d_shows_the_cross_hair_arrows_leave_the_films_alone_and_the_status_bar_says_what_to_press(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm", "b.dcm")
    film, picture = window.session.current, window.panes.current.picture
    hit(qtbot, picture, Qt.Key.Key_M, Qt.Key.Key_D, DOWN)
    assert window.session.current == film
    assert window.status.reads().startswith("Arrows move")
    hit(qtbot, picture, SPACE)
    assert window.status.reads().startswith("1 set")
    hit(qtbot, picture, RIGHT, held=SHIFT)
    hit(qtbot, picture, ENTER)
    assert len(window.panes.linked.measurements.measurements) == 1
    assert window.status.reads().startswith("Arrows move"), "the next one may begin"
    hit(qtbot, picture, ESC)
    assert not window.status.reads().startswith("Arrows")
    assert window.session.tool is Tool.LENGTH
    hit(qtbot, picture, DOWN)
    assert window.session.current != film


def test_a_region_drawn_by_keys_asks_for_its_verdict_and_is_answered_by_keys(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    picture = window.panes.current.picture
    hit(qtbot, picture, Qt.Key.Key_O, Qt.Key.Key_D, SPACE)
    hit(qtbot, picture, RIGHT, DOWN, held=SHIFT)
    hit(qtbot, picture, SPACE)
    layer = window.session.feedback.layers[window.session]
    (given,) = layer.regions
    assert layer.chosen == given.id
    assert window.feedback.asking.sentence == window.status.reads() != ""
