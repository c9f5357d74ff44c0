"""Measuring with the hand: values, undo, calibration, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at, drag, point
from tests.gui.made import MakeSession, film, open_film
from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.feedback import FilmId
from xraycolor_gui.core.measurements import Measure, Measurement
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Radiograph, Source, Spacing, SpacingSource
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.measuring.known_length import LengthField
from xraycolor_gui.gui.notice import Notice
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.io import measurements as store

SPACE = "\u202f"


def picture_of(session: Session, qtbot: QtBot) -> tuple[Picture, LinkedView]:
    linked = LinkedView(session)
    picture = Picture(Role.GREY, linked)
    qtbot.addWidget(picture)
    picture.resize(516, 416)  # one pixel of the film is one of the screen
    with qtbot.waitExposed(picture):
        picture.show()
    return picture, linked


def opened(qtbot: QtBot, make_session: MakeSession, **facts: object) -> tuple[Picture, LinkedView]:
    radiograph = film(**facts)
    session = make_session(read=lambda path: (with_path(radiograph, path), choose_voi(radiograph)[0]))
    open_film(session, qtbot)
    return picture_of(session, qtbot)


def with_path(radiograph: Radiograph, path: Path) -> Radiograph:
    return replace(radiograph, source=replace(radiograph.source, path=path))


def measure(
    picture: Picture, linked: LinkedView, tool: Tool, *lines: tuple[tuple[float, float], tuple[float, float]]
) -> None:
    linked.session.set_tool(tool)
    for start, end in lines:
        drag(picture, at(picture, *start), at(picture, *end))


def labels(linked: LinkedView) -> list[str]:
    return [" ".join(word.text for word in drawing.words) for drawing in linked.measurements.drawings]


def test_a_drag_with_the_measuring_tool_is_a_length_that_names_its_source(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    picture, linked = opened(qtbot, make_session)
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    ((text,), (chosen,)) = labels(linked), [linked.measurements.chosen]
    assert text == f"100.0{SPACE}mm at detector"
    assert chosen == linked.measurements.measurements[0].id


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        (Spacing(0.5, 0.5, SpacingSource.CALIBRATED), f"100.0{SPACE}mm calibrated"),
        (Spacing(0.5, 0.5, SpacingSource.MAGNIFICATION), f"100.0{SPACE}mm magnification-corrected"),
        (Spacing(0.5, 0.5, SpacingSource.UNKNOWN), f"200{SPACE}px"),
        (None, f"200{SPACE}px"),
    ],
)
def test_wrong_millimetres_cornerstone3d_2387_and_2403_are_never_shown(
    qtbot: QtBot, make_session: MakeSession, spacing: Spacing | None, expected: str
) -> None:
    picture, linked = opened(qtbot, make_session, spacing=spacing)
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    assert labels(linked) == [expected]


def test_every_tool_measures_what_it_says(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, linked = opened(qtbot, make_session)
    measure(picture, linked, Tool.ANGLE, ((100, 100), (200, 100)))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 200, 200))
    measure(picture, linked, Tool.COBB, ((100, 150), (200, 150)), ((100, 250), (200, 350)))
    measure(picture, linked, Tool.HEART_CHEST, ((210, 220), (310, 231)), ((160, 240), (360, 222)))
    measure(picture, linked, Tool.RECTANGLE, ((10, 10), (50, 30)))
    measure(picture, linked, Tool.ELLIPSE, ((400, 300), (440, 380)))
    angle, cobb, ratio, rectangle, ellipse = labels(linked)
    assert angle == "90.0°" and cobb == "45.0°"
    assert ratio == f"50.0{SPACE}% 50.0{SPACE}mm of 100.0{SPACE}mm at detector"
    assert rectangle.endswith(f"2.00{SPACE}cm² at detector") and "±" in rectangle
    assert ellipse.endswith(f"6.28{SPACE}cm² at detector")
    heart = linked.measurements.measurements[2].points
    assert heart[0][1] == heart[1][1]  # widths are level


def test_the_value_is_told_while_drawing_and_does_not_depend_on_how_the_film_is_shown(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    picture, linked = opened(qtbot, make_session)
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    before = labels(linked)
    linked.session.set_turn(Turn(1, True))
    assert linked.geometry is not None
    linked.set_geometry(linked.geometry.at_zoom(3.0, picture.canvas()))
    assert labels(linked) == before
    linked.session.set_turn(Turn())
    linked.set_geometry(linked.geometry.turned(Turn()).fitted())
    linked.session.set_tool(Tool.LENGTH)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 50, 50))
    point(picture, at(picture, 150, 50))
    assert linked.drawn.tool is not None and linked.drawn.tool.making is not None
    assert linked.drawn.tool.making.words[0].text == f"50.0{SPACE}mm"


def test_undo_takes_back_drawing_moving_and_deleting_one_by_one(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, linked = opened(qtbot, make_session)
    undo = linked.session.undo
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    undo.seal()
    (drawn,) = linked.measurements.measurements
    drag(picture, at(picture, 200, 200), at(picture, 220, 260))
    undo.seal()
    (moved,) = linked.measurements.measurements
    assert moved != drawn
    linked.drawn.remove_chosen()
    assert linked.measurements.measurements == ()
    for expected in ((moved,), (drawn,), ()):
        undo.undo()
        assert linked.measurements.measurements == expected
    for expected in ((drawn,), (moved,), ()):
        undo.redo()
        assert linked.measurements.measurements == expected


def test_calibrating_by_a_known_length_renames_every_length_of_this_film_alone(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    picture, linked = opened(qtbot, make_session, spacing=None)
    session = linked.session
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    measure(picture, linked, Tool.CALIBRATION, ((100, 300), (200, 300)))
    field = picture.findChild(LengthField)
    assert field is not None and field.number.value() == 25
    field.number.setValue(20)
    qtbot.keyClick(field.number, Qt.Key.Key_Return)
    assert picture.findChild(LengthField) is None or not field.isVisible()
    assert labels(linked) == [f"40.0{SPACE}mm calibrated by reader", f"20.0{SPACE}mm calibrated by reader"]
    assert session.radiograph is not None and session.radiograph.spacing is None  # the source stays as it is
    session.undo.undo()
    assert labels(linked) == [f"200{SPACE}px"]
    session.undo.redo()
    other = replace(film(spacing=None), source=Source(Path("other"), "DICOM", sha256="b" * 64))
    assert session.measured.spacing(other).source is SpacingSource.UNKNOWN


def test_escape_forgets_the_line_whose_length_is_asked_for(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, linked = opened(qtbot, make_session)
    measure(picture, linked, Tool.CALIBRATION, ((100, 300), (200, 300)))
    field = picture.findChild(LengthField)
    assert field is not None
    assert field.number.value() == 50  # what the film itself says of this line
    assert not field.geometry().contains(at(picture, 150, 300))
    qtbot.keyClick(field.number, Qt.Key.Key_Escape)
    assert linked.measurements.drawings == [] and picture.hasFocus()


@pytest.fixture
def kept_in(tmp_path: Path) -> dict[str, Callable[..., object]]:
    """Steps that keep measurements in a store of the test's own."""
    path = tmp_path / "measurements.sqlite"

    def keep(changes: Mapping[FilmId, Mapping[str, Measurement | None]]) -> None:
        store.keep(changes, path)

    return {"measurements_of": lambda film: store.measurements_of(film, path), "keep_measurements": keep}


def read_of(sha256: str) -> Callable[[Path], tuple[Radiograph, object]]:
    def read(path: Path) -> tuple[Radiograph, object]:
        radiograph = film(source=Source(path, "DICOM", sha256=sha256, sop_instance_uid="1.2.3"))
        return radiograph, choose_voi(radiograph)[0]

    return read


def test_saved_measurements_gone_on_reopening_ohif_2078_and_weasis_351(
    qtbot: QtBot, make_session: MakeSession, kept_in: dict[str, Callable[..., object]]
) -> None:
    session = make_session(read=read_of("a" * 64), **kept_in)
    open_film(session, qtbot, "here.dcm")
    picture, linked = picture_of(session, qtbot)
    measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    measure(picture, linked, Tool.ANGLE, ((100, 100), (200, 100)))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 200, 200))
    before = linked.measurements.measurements
    session.close()  # at once: nothing may wait for a timer

    again = make_session(read=read_of("a" * 64), **kept_in)
    open_film(again, qtbot, "moved/elsewhere.dcm")
    _, linked = picture_of(again, qtbot)
    qtbot.waitUntil(lambda: bool(linked.measurements.measurements))
    assert linked.measurements.measurements == before


def test_measurements_are_kept_when_the_hand_rests(
    qtbot: QtBot, make_session: MakeSession, kept_in: dict[str, Callable[..., object]]
) -> None:
    """CVAT #7996: 700 annotated frames were lost, because saving by itself was off."""
    session = make_session(read=read_of("a" * 64), **kept_in)
    open_film(session, qtbot)
    picture, linked = picture_of(session, qtbot)
    with qtbot.waitSignal(session.measured.keptChanged):
        measure(picture, linked, Tool.LENGTH, ((100, 200), (300, 200)))
    assert session.measured.kept
    with qtbot.waitSignal(session.measured.keptChanged):
        session.undo.undo()
    assert linked.measurements.film is not None
    assert session.steps.measurements_of(linked.measurements.film) == ()


def test_a_store_that_takes_nothing_is_told_once_and_nothing_is_lost_in_the_window(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    """labelme #2472: what could not be saved by itself was marked as saved."""
    full, kept = [True], []

    def keep(changes: Mapping[FilmId, Mapping[str, Measurement | None]]) -> None:
        if full[0]:
            raise MeasurementError("m.sqlite: the measurement store cannot be used: the disk is full.", "Free space.")
        kept.extend(which for each in changes.values() for which in each)

    session = make_session(keep_measurements=keep)
    open_film(session, qtbot)
    picture, linked = picture_of(session, qtbot)
    notices: list[Notice] = []
    session.noticeRaised.connect(notices.append)
    for y in (200, 240):
        with qtbot.waitSignal(session.measured.keptChanged):
            measure(picture, linked, Tool.LENGTH, ((100, y), (300, y)))
    assert [notice.title for notice in notices] == ["m.sqlite: the measurement store cannot be used: the disk is full."]
    assert not session.measured.kept and len(linked.measurements.measurements) == 2
    full[0] = False
    with qtbot.waitSignal(session.measured.keptChanged):
        linked.measurements.add(Measure.LENGTH, ((0, 0), (10, 10)))
    assert session.measured.kept and len(kept) == 3


def test_what_comes_late_from_the_store_does_not_undo_what_was_drawn_meanwhile(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session()
    open_film(session, qtbot)
    _, linked = picture_of(session, qtbot)
    linked.measurements.add(Measure.LENGTH, ((0, 0), (10, 10)))
    (mine,) = linked.measurements.measurements
    assert linked.measurements.film is not None
    old = Measurement(Measure.LENGTH, ((5, 5), (9, 9)), "old")
    session.measured._take(linked.measurements.film, (old, replace(mine, points=((1, 1), (2, 2)))))
    assert linked.measurements.measurements == (old, mine)


def test_a_click_where_a_drag_is_needed_measures_nothing(qtbot: QtBot, make_session: MakeSession) -> None:
    picture, linked = opened(qtbot, make_session)
    linked.session.set_tool(Tool.LENGTH)
    for _ in range(2):
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 50, 50) + QPoint(0, 0))
    assert linked.measurements.measurements == ()


def test_a_second_calibration_takes_the_place_of_the_first(qtbot: QtBot, make_session: MakeSession) -> None:
    _, linked = opened(qtbot, make_session)
    for mm in (20.0, 30.0):
        linked.measurements.add(Measure.CALIBRATION, ((0, 0), (100, 0)), mm)
    ((kind, mm),) = [(each.kind, each.mm) for each in linked.measurements.measurements]
    assert (kind, mm) == (Measure.CALIBRATION, 30.0)
    assert linked.measurements.scale == Spacing(0.3, 0.3, SpacingSource.READER)


def numbers(words: Sequence[str]) -> set[int]:
    return {len(word) for word in words}


def test_decimals_stay_while_a_value_changes(qtbot: QtBot, make_session: MakeSession) -> None:
    _, linked = opened(qtbot, make_session)
    texts = []
    for end in (150, 150.4, 151, 151.23, 152):
        drawing = linked.measurements.making(Measure.LENGTH, ((100, 100), (end, 100)))
        assert drawing is not None
        texts.append(drawing.words[0].text)
    assert numbers(texts) == {len(f"25.0{SPACE}mm")}
    assert QApplication.instance() is not None
