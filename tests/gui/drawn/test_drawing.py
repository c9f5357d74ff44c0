"""Drawings on a picture: choosing, moving, reshaping, copying, deleting, for any layer."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, open_film
from xraycolor_gui.core.regions import Point, Rectangle
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.hits import hit
from xraycolor_gui.gui.views.drawn.labels import label_box, placed
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer
from xraycolor_gui.gui.views.drawn.shapes import Box, Path, Shape, shape_of
from xraycolor_gui.gui.views.drawn.tools import PointsTool
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.marks import Word
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry

LINE = Path(((100, 200), (300, 200)))


class Notes(Layer):
    """Drawings that mean nothing."""

    def __init__(self, *shapes: Shape) -> None:
        super().__init__()
        self._kept: dict[str, Drawing] = {}
        self._ids = itertools.count(len(shapes))
        self.made = {str(number): shape for number, shape in enumerate(shapes)}

    @property
    def drawings(self) -> Sequence[Drawing]:
        return [self._drawing(which, shape) for which, shape in self.made.items()]

    def _drawing(self, which: str, shape: Shape) -> Drawing:
        if (kept := self._kept.get(which)) is None or kept.shape is not shape:
            self._kept[which] = Drawing(which, shape, (Word("67 mm"),), "Length")
        return self._kept[which]

    def reshape(self, which: str, shape: Shape) -> None:
        self.made[which] = shape
        self.changed.emit()

    def remove(self, which: str) -> None:
        del self.made[which]
        self.changed.emit()

    def copy(self, which: str, dx: float, dy: float) -> None:
        name = str(next(self._ids))
        self.made[name] = self.made[which].moved(dx, dy)
        self.choose(name)


def made(qtbot: QtBot, make_session: MakeSession, *shapes: Shape) -> tuple[Picture, Notes, LinkedView]:
    session = make_session()
    open_film(session, qtbot)
    linked = LinkedView(session)
    picture = Picture(Role.GREY, linked)
    qtbot.addWidget(picture)
    picture.resize(620, 520)
    with qtbot.waitExposed(picture):
        picture.show()
    notes = Notes(*shapes)
    linked.drawn.add(notes)
    return picture, notes, linked


def at(picture: Picture, x: float, y: float) -> QPoint:
    view = picture.drawn.view
    assert view is not None
    return view.to_picture(x, y).toPoint()


def drag(picture: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move, release; events as the window system sends them."""
    middle = (start + end) / 2
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, place, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, middle, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        where = QPointF(place)
        global_ = picture.mapToGlobal(where)
        QApplication.sendEvent(
            picture, QMouseEvent(kind, where, global_, button, buttons, Qt.KeyboardModifier.NoModifier)
        )


def point(picture: QWidget, to: QPoint) -> None:
    """Move the pointer with no button down."""
    where, none = QPointF(to), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, picture.mapToGlobal(where), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(picture, event)


def test_a_click_on_a_line_chooses_it_and_one_beside_it_chooses_nothing(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    picture, notes, _ = made(qtbot, make_session, LINE)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 200, 200) + QPoint(0, 4))
    assert notes.chosen == "0"
    assert picture.accessibleDescription() == "Length 67 mm"
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 200, 300))
    assert notes.chosen == "" and picture.accessibleDescription() == ""


@pytest.mark.parametrize("turn", [Turn(), Turn(1), Turn(2, True), Turn(3)], ids=str)
def test_a_drawing_follows_the_hand_however_the_film_lies(qtbot: QtBot, make_session: MakeSession, turn: Turn) -> None:
    picture, notes, linked = made(qtbot, make_session, LINE)
    linked.session.set_turn(turn)
    start, way = at(picture, 170, 200), QPoint(40, -30)
    drag(picture, start, start + way)
    view = picture.drawn.view
    assert view is not None
    moved = view.to_picture(*notes.made["0"].handles[0]) - view.to_picture(100, 200)
    assert (moved.x(), moved.y()) == pytest.approx((way.x(), way.y()))


def test_a_handle_is_pulled_alone(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, notes, _ = made(qtbot, make_session, LINE)
    drag(picture, at(picture, 300, 200), at(picture, 320, 260))
    (start, end) = notes.made["0"].handles
    assert start == (100, 200) and end == pytest.approx((320, 260), abs=1)


def test_tab_goes_through_the_drawings_and_then_on_to_the_next_control(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, notes, _ = made(qtbot, make_session, LINE, LINE.moved(0, 50))
    for key, chosen in (
        (Qt.Key.Key_Tab, "0"),
        (Qt.Key.Key_Tab, "1"),
        (Qt.Key.Key_Backtab, "0"),
        (Qt.Key.Key_Backtab, ""),
        (Qt.Key.Key_Backtab, "1"),
        (Qt.Key.Key_Tab, ""),
    ):
        qtbot.keyClick(picture, key)
        assert notes.chosen == chosen


@pytest.mark.parametrize(("turn", "moved"), [(Turn(), (1, 0)), (Turn(1), (0, -1)), (Turn(0, True), (-1, 0))], ids=str)
def test_a_nudge_is_by_whole_pixels_as_the_reader_sees_it(
    qtbot: QtBot, make_session: MakeSession, turn: Turn, moved: tuple[int, int]
) -> None:
    picture, notes, linked = made(qtbot, make_session, LINE)
    linked.session.set_turn(turn)
    notes.choose("0")
    picture.drawn.nudge_chosen(1, 0)
    assert notes.made["0"] == LINE.moved(*moved)
    picture.drawn.nudge_chosen(-10, 0)
    assert notes.made["0"] == LINE.moved(-9 * moved[0], -9 * moved[1])


def test_delete_and_copy_and_escape(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, notes, _ = made(qtbot, make_session, LINE)
    qtbot.keyClick(picture, Qt.Key.Key_Delete)
    assert list(notes.made) == ["0"]  # nothing is chosen
    notes.choose("0")
    picture.drawn.copy_chosen()
    assert list(notes.made) == ["0", "1"] and notes.chosen == "1"
    assert notes.made["1"].handles != notes.made["0"].handles
    qtbot.keyClick(picture, Qt.Key.Key_Delete)
    assert list(notes.made) == ["0"]
    notes.choose("0")
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert notes.chosen == ""


def test_only_one_drawing_of_all_layers_is_chosen(qtbot: QtBot, make_session: MakeSession) -> None:
    _, notes, linked = made(qtbot, make_session, LINE)
    others = Notes(LINE.moved(0, 40))
    linked.drawn.add(others)
    notes.choose("0")
    others.choose("0")
    assert (notes.chosen, others.chosen) == ("", "0")


def test_a_right_click_chooses_what_its_menu_speaks_of(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, notes, _ = made(qtbot, make_session, LINE)
    qtbot.mousePress(picture, Qt.MouseButton.RightButton, pos=at(picture, 200, 200))
    assert notes.chosen == "0"
    qtbot.mouseRelease(picture, Qt.MouseButton.RightButton, pos=at(picture, 200, 200))


def test_the_tools_that_move_the_film_take_hold_of_nothing(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, notes, linked = made(qtbot, make_session, LINE)
    linked.session.set_tool(Tool.PAN)
    drag(picture, at(picture, 200, 200), at(picture, 240, 240))
    assert notes.chosen == "" and notes.made["0"] == LINE


def test_the_inside_of_what_is_chosen_is_held_unless_something_is_drawn_there(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    picture, notes, linked = made(qtbot, make_session, Box(Rectangle(100, 100, 200, 100)))
    notes.choose("0")
    drag(picture, at(picture, 200, 150), at(picture, 210, 150))
    assert notes.made["0"] != Box(Rectangle(100, 100, 200, 100))
    before, done = notes.made["0"], []
    linked.drawn.set_tool(Tool.LENGTH, PointsTool(2, lambda _: None, done.append))
    linked.session.set_tool(Tool.LENGTH)
    drag(picture, at(picture, 200, 150), at(picture, 230, 150))
    assert notes.made["0"] == before and len(done) == 1


def test_a_tool_draws_by_drag_or_by_clicks_and_escape_forgets_it(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, _, linked = made(qtbot, make_session)
    done: list[Sequence[tuple[float, float]]] = []
    tool = PointsTool(2, lambda points: Drawing("new", Path(tuple(points))), done.append)
    linked.drawn.set_tool(Tool.LENGTH, tool)
    linked.session.set_tool(Tool.LENGTH)
    drag(picture, at(picture, 100, 100), at(picture, 200, 150))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 50, 60))
    assert tool.making is not None
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 250, 60))
    assert [np.rint(points).tolist() for points in done] == [[[100, 100], [200, 150]], [[50, 60], [250, 60]]]
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 50, 60))
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert tool.making is None and len(done) == 2


@pytest.mark.parametrize("turn", [Turn(), Turn(1)], ids=str)
def test_a_level_line_runs_across_the_screen(qtbot: QtBot, make_session: MakeSession, turn: Turn) -> None:
    picture, _, linked = made(qtbot, make_session)
    linked.session.set_turn(turn)
    done: list[Sequence[tuple[float, float]]] = []
    linked.drawn.set_tool(Tool.LENGTH, PointsTool(2, lambda _: None, done.append, level=True))
    linked.session.set_tool(Tool.LENGTH)
    start = at(picture, 100, 100)
    drag(picture, start, start + QPoint(80, 33))
    (x0, y0), (x1, y1) = done[0]
    assert (x0 == x1) if turn.sideways else (y0 == y1)


VIEW = FilmView(ViewGeometry((400, 500), zoom=1.0).place(Canvas(600, 500)), 1.0)


def covered(drawing: Drawing, room: QRectF) -> bool:
    """Whether the label lies on its own line."""
    font = marks.sized(QApplication.font(), tokens.CAPTION_PX)
    box = label_box(drawing, VIEW, room, font)
    assert room.contains(box)
    image = QImage(600, 500, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.white)
    for line in drawing.shape.lines:
        ends = VIEW.many(line)
        painter.drawPolyline([QPointF(*point) for point in ends])
    painter.end()
    part = image.copy(box.toRect().adjusted(1, 1, -1, -1))
    return any(part.pixelColor(x, y).lightness() > 0 for x in range(part.width()) for y in range(part.height()))


@pytest.mark.parametrize(
    "shape",
    [
        Path(((100, 200), (300, 200))),
        Path(((450, 50), (490, 390))),
        Path(((5, 5), (495, 395))),
        Path(((495, 20), (5, 20))),
        Path(((300, 100), (250, 300), (350, 320)), ((0, 1), (1, 2))),
        Box(Rectangle(10, 10, 480, 60)),
        Box(Rectangle(300, 200, 190, 190)),
    ],
    ids=repr,
)
def test_a_label_stays_off_its_own_line(qtbot: QtBot, shape: Shape) -> None:
    words = (Word("123.4 mm", marks.Weight.STRONG), Word("at detector"))
    assert not covered(Drawing("", shape, words), QRectF(0, 0, 600, 500))


def test_labels_stay_off_each_other_and_the_chosen_one_comes_first(qtbot: QtBot) -> None:
    words = (Word("123.4 mm", marks.Weight.STRONG), Word("at detector"))
    lines = [Path(((100, 200 + 9 * number), (300, 200 + 9 * number))) for number in range(6)]
    drawings = [Drawing(str(number), line, words) for number, line in enumerate(lines)]
    font = marks.sized(QApplication.font(), tokens.CAPTION_PX)
    boxes = [box for _, box in placed(drawings, VIEW, QRectF(0, 0, 600, 500), font)]
    assert len(boxes) == 6
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))
    assert boxes[0] == label_box(drawings[0], VIEW, QRectF(0, 0, 600, 500), font)


def test_hundreds_of_drawings_are_painted_and_pointed_at_without_lag(qtbot: QtBot, make_session: MakeSession) -> None:
    numbers = np.random.default_rng(1)
    shapes: list[Shape] = []
    for x, y, width, height in numbers.uniform((0, 0, 10, 10), (450, 350, 50, 50), (400, 4)):
        shapes.append(shape_of(Rectangle(x, y, width, height)))
        shapes.append(Path(((x, y), (x + width, y + height))))
    picture, _, linked = made(qtbot, make_session, *shapes[:400])
    view = picture.drawn.view
    assert view is not None
    picture.grab()
    began = time.process_time()
    for _ in range(5):
        picture.repaint()
    painted = (time.process_time() - began) / 5
    began = time.process_time()
    for x in range(20):
        hit(linked.drawn.layers, QPointF(10 + 25 * x, 200), view)
    found = (time.process_time() - began) / 20

    assert painted < 0.25 and found < 0.05  # generous: the machine does other things


def test_a_point_has_a_ring_that_is_seen_at_every_zoom(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, _, linked = made(qtbot, make_session, shape_of(Point(200.5, 150.5)))
    for zoom in (1.0, 0.25):
        assert linked.geometry is not None
        linked.set_geometry(replace(linked.geometry, zoom=zoom))
        image, centre = picture.grab().toImage(), at(picture, 200.5, 150.5)
        beside = [image.pixelColor(centre.x() + x, centre.y()) for x in range(5, 10)]
        accent = QColor(tokens.ACCENT)
        assert any(abs(one.blue() - accent.blue()) < 40 and one.blue() > one.green() + 20 for one in beside)
