"""Outlining on a picture: every tool gives image coordinates, however the film lies and however near it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at
from tests.gui.feedback.made import READER
from tests.gui.made import MakeSession, colour_film
from xraycolor_gui.core.feedback import Feedback, Verdict
from xraycolor_gui.core.growing import grown, unlikeness
from xraycolor_gui.core.regions import Brush, Ellipse, Freehand, Point, Polygon, Rectangle, Region, bounds, mask_of
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.feedback.edges import along_edges, nearest_edge
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.io.feedback.store import FeedbackStore

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def picture_in(qtbot: QtBot, make_session: MakeSession, folder: Path) -> Picture:
    from tests.gui.measuring.test_in_window import read_each

    session = make_session(feedback=FeedbackFiles(folder / "feedback.sqlite"), read=read_each)
    session.feedback.set_reader(READER)
    linked = LinkedView(session)
    colour_film(session, qtbot, "a.dcm")
    picture = Picture(Role.GREY, linked)
    qtbot.addWidget(picture)
    picture.resize(620, 520)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def session_of(picture: Picture) -> Session:
    return picture._session


def hand(
    picture: Picture,
    tool: Tool,
    points: Sequence[tuple[float, float]],
    held: Qt.KeyboardModifier = NONE,
    clicks: bool = False,
) -> None:
    """Drag through image coordinates, or click each."""
    session_of(picture).set_tool(tool)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    down, move, up = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
    places = [QPointF(at(picture, *point)) for point in points]
    steps: list[tuple[QEvent.Type, QPointF, Qt.MouseButton, Qt.MouseButton]] = []
    if clicks:
        for place in places:
            steps += [(move, place, none, none), (down, place, left, left), (up, place, left, none)]
    else:
        steps = [(down, places[0], left, left), *((move, place, none, left) for place in places[1:])]
        steps.append((up, places[-1], left, none))
    for kind, place, button, buttons in steps:
        event = QMouseEvent(kind, place, picture.mapToGlobal(place), button, buttons, held)
        QApplication.sendEvent(picture, event)


def drawn(picture: Picture) -> list[Region]:
    regions = session_of(picture).feedback.layers[session_of(picture)].regions
    return [each.region for each in regions if each.region is not None]


@pytest.mark.parametrize("turn", [Turn(), Turn(1), Turn(2, True), Turn(3)], ids=str)
def test_each_tool_gives_what_was_outlined_however_the_film_lies(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path, turn: Turn
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    session_of(picture).set_turn(turn)
    for tool, kind, y in ((Tool.REGION_RECTANGLE, Rectangle, 20), (Tool.REGION_ELLIPSE, Ellipse, 150)):
        hand(picture, tool, [(60, y), (150, y + 40), (160, y + 90)])
        assert isinstance(drawn(picture)[-1], kind)
        assert bounds(drawn(picture)[-1]) == pytest.approx((60, y, 160, y + 90), abs=1)
    corners = [(200, 50), (300, 60), (280, 150)]
    hand(picture, Tool.REGION_POLYGON, [*corners, corners[0]], clicks=True)
    polygon = drawn(picture)[-1]
    assert isinstance(polygon, Polygon)
    assert np.allclose(polygon.points, corners, atol=1)
    hand(picture, Tool.REGION_FREEHAND, [(330, 250), (400, 250), (400, 330), (330, 330)])
    assert isinstance(drawn(picture)[-1], Freehand)
    assert bounds(drawn(picture)[-1]) == pytest.approx((330, 250, 400, 330), abs=1)
    hand(picture, Tool.REGION_POINT, [(450, 40)])
    point = drawn(picture)[-1]
    assert isinstance(point, Point) and (point.x, point.y) == pytest.approx((450, 40), abs=1)
    hand(picture, Tool.REGION_BRUSH, [(40, 300), (140, 300)])
    brush = drawn(picture)[-1]
    assert isinstance(brush, Brush)
    mask = mask_of(brush, (400, 500))
    assert mask[300, 40:140].all() and not mask[300, 170:].any() and not mask[330].any()
    assert len(drawn(picture)) == 6


def test_shift_makes_a_square(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    hand(picture, Tool.REGION_RECTANGLE, [(60, 80), (160, 120)], SHIFT)
    (box,) = drawn(picture)
    assert isinstance(box, Rectangle) and box.width == box.height


def test_the_brush_adds_with_shift_and_takes_away_with_ctrl(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    hand(picture, Tool.REGION_BRUSH, [(100, 200), (140, 200)])
    first = mask_of(drawn(picture)[0], (400, 500))
    hand(picture, Tool.REGION_BRUSH, [(300, 200), (340, 200)], SHIFT)
    (both,) = (mask_of(region, (400, 500)) for region in drawn(picture))
    assert both[200, 320] and (both & first).sum() == first.sum()
    hand(picture, Tool.REGION_BRUSH, [(120, 150), (120, 250)], CONTROL)
    (less,) = (mask_of(region, (400, 500)) for region in drawn(picture))
    assert not less[200, 120] and less[200, 320]


def test_a_click_grows_all_that_the_model_reads_alike(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    hand(picture, Tool.REGION_GROWN, [(100, 300)])
    (region,) = drawn(picture)
    mask = mask_of(region, (400, 500))
    # Lung is the left half of the made film.
    assert mask[:, :240].all() and not mask[:, 260:].any()


def test_outlines_follow_edges_while_alt_is_held_and_while_the_switch_is_on(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    picture = picture_in(qtbot, make_session, tmp_path)
    middle, radius = (250, 200), 80
    corners = [(250 + 84 * np.cos(turn), 200 + 84 * np.sin(turn)) for turn in np.arange(0, 2 * np.pi, np.pi / 3)]
    session_of(picture).feedback.snaps = True
    hand(picture, Tool.REGION_POINT, [(250 + 84, 200)])
    session_of(picture).feedback.snaps = False
    (point,) = drawn(picture)
    session_of(picture).undo.undo()
    hand(picture, Tool.REGION_POLYGON, [*corners, corners[0]], ALT, clicks=True)
    (outline,) = drawn(picture)
    assert isinstance(outline, Freehand) and isinstance(point, Point)
    away = [abs(np.hypot(x - middle[0], y - middle[1]) - radius) for x, y in outline.points]
    assert np.median(away) < 2 and max(away) < 6
    assert abs(point.x - 330) <= 2


def test_hundreds_of_regions_do_not_slow_the_hand(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    from time import process_time

    picture = picture_in(qtbot, make_session, tmp_path)
    layer = session_of(picture).feedback.layers[session_of(picture)]
    for number in range(300):
        layer.add(Rectangle(10 + number % 20 * 22, 10 + number // 20 * 24, 15, 18))
    picture.grab()
    which, shape = layer.drawings[150].id, layer.drawings[150].shape
    took = []
    for step in range(10):
        began = process_time()
        layer.reshape(which, shape.moved(step + 1, 0))
        picture.grab()
        took.append(process_time() - began)
    assert np.median(took) < 0.1


class Film:
    """What should be so: regions after every step, and the place in the steps."""

    def __init__(self) -> None:
        self.states: list[tuple[Feedback, ...]] = [()]
        self.at = 0

    def did(self, regions: tuple[Feedback, ...]) -> None:
        self.states = [*self.states[: self.at + 1], regions]
        self.at += 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draw", "judge", "move", "delete", "copy", "undo", "redo", "turn", "zoom"]),
        st.integers(0, 300),
        st.integers(0, 200),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_regions_survive_undo_and_redo_in_any_order_turns_zoom_and_the_store(
    qtbot: QtBot, make_session: MakeSession, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    picture = picture_in(qtbot, make_session, folder)
    session = session_of(picture)
    layer, film = session.feedback.layers[session], Film()
    for what, x, y in steps:
        before = layer.regions
        session.undo.seal()
        if what == "undo":
            session.undo.undo()
            film.at = max(film.at - 1, 0)
        elif what == "redo":
            session.undo.redo()
            film.at = min(film.at + 1, len(film.states) - 1)
        else:
            do(picture, what, x, y)
            if what == "turn" or layer.regions != before:
                film.did(layer.regions)
        assert set(layer.regions) == set(film.states[film.at])
        keep_their_place(picture)
    stands = set(layer.regions)
    session.close()
    picture.close()
    with FeedbackStore(folder / "feedback.sqlite") as store:
        assert set(store.records()) == stands
        assert store.check() == []


def do(picture: Picture, what: str, x: int, y: int) -> None:
    """One step of a hand that does anything."""
    session, linked = session_of(picture), picture._linked
    layer = session.feedback.layers[session]
    which = layer.regions[x % len(layer.regions)].id if layer.regions else ""
    if what == "draw":
        layer.add(Rectangle(x, y, 20, 30))
    elif what == "turn":
        session.set_turn(session.turn.clockwise() if x % 2 else session.turn.flipped_across())
    elif what == "zoom" and linked.geometry is not None:
        linked.set_geometry(linked.geometry.zoomed(1.2 if x % 2 else 0.8, picture.canvas(), x, y))
    elif which and what == "judge":
        layer.judge(which, list(Verdict)[y % 6])
    elif which and what == "move":
        drawing = layer.find(which)
        assert drawing is not None
        layer.reshape(which, drawing.shape.moved(x - 150, y - 100))
    elif which and what == "delete":
        layer.remove(which)
    elif which and what == "copy":
        layer.copy(which, 5, 6)


def keep_their_place(picture: Picture) -> None:
    """What is painted where leads back to the same place of the film."""
    view = picture.drawn.view
    assert view is not None
    for drawing in session_of(picture).feedback.layers[session_of(picture)].drawings:
        for x, y in drawing.shape.handles:
            assert view.to_image(view.to_picture(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(
    st.integers(2, 30),
    st.integers(2, 30),
    st.integers(0, 2**32 - 1),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
)
def test_what_is_grown_is_one_piece_round_the_place(
    rows: int, columns: int, seed: int, down: float, right: float
) -> None:
    shares = np.random.default_rng(seed).dirichlet([0.5] * 4, (rows, columns)).astype(np.float32)
    shape = (3 * rows, 3 * columns)
    row, column = down * shape[0], right * shape[1]
    region = grown(unlikeness(shares, row, column, shape), row, column, shape)
    assert region is not None
    mask = mask_of(region, shape)
    assert mask[int(row), int(column)]
    import cv2

    assert cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)[0] == 2
    assert grown(unlikeness(shares, row, column, shape), -1, 0, shape) is None


def test_a_line_follows_the_edge_between_two_places() -> None:
    y, x = np.mgrid[:300, :300]
    film = (3000 * (np.hypot(y - 150, x - 150) < 100)).astype(np.uint16)
    line = along_edges(film, (250, 150), (150, 250))
    assert line[0] == (250, 150) and line[-1] == (150, 250) and len(line) > 4
    assert max(abs(np.hypot(x - 150, y - 150) - 100) for x, y in line) < 3
    assert along_edges(film, (0, 0), (1, 1))[-1] == (1, 1)
    assert nearest_edge(film, (244, 150), 10) == pytest.approx((250, 150), abs=1.1)
    assert nearest_edge(film, (20, 20), 5) == (20, 20)
