"""Measuring in the whole window: keys, tool bar, list, clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at, drag
from tests.gui.made import MakeWindow, colour_in, film
from xraycolor_gui.core.measurements import Measure, outlined
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Radiograph, Source
from xraycolor_gui.core.region_statistics import window_inside
from xraycolor_gui.gui.film_menu import ENTRIES
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.window import MainWindow

SPACE = "\u202f"


def rows(window: MainWindow) -> list[list[str]]:
    table = window.measuring.panel.table
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def test_m_and_a_measure_and_the_dock_lists_what_was_measured(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    picture = window.panes.grey.picture
    picture.setFocus()
    assert not window.measuring.panel.isVisible()
    qtbot.keyClick(picture, Qt.Key.Key_M)
    assert window.session.tool is Tool.LENGTH and window.measuring.button.isChecked()
    layer = window.panes.linked.measurements
    layer.add(Measure.LENGTH, ((100, 200), (300, 200)))
    qtbot.keyClick(picture, Qt.Key.Key_A)
    assert window.session.tool is Tool.ANGLE
    layer.add(Measure.ANGLE, ((100, 100), (200, 100), (200, 200)))
    assert rows(window) == [["1", "Distance", f"100.0{SPACE}mm at detector"], ["2", "Angle", "90.0°"]]
    assert window.measuring.panel.isVisible()
    qtbot.keyClick(picture, Qt.Key.Key_W)
    assert not window.measuring.button.isChecked()


def test_list_and_film_choose_the_same_measurement(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    layer, panel = window.panes.linked.measurements, window.measuring.panel
    layer.add(Measure.LENGTH, ((100, 200), (300, 200)))
    layer.add(Measure.RECTANGLE, ((10, 10), (60, 60)))
    panel.table.setCurrentItem(panel.table.topLevelItem(0))
    assert layer.chosen == layer.measurements[0].id
    assert "not corrected for magnification" in panel.note.text()
    layer.choose(layer.measurements[1].id)
    current = panel.table.currentItem()
    assert current is not None and current.text(0) == "2"
    layer.choose("")
    assert panel.table.currentItem() is None and not panel.delete.isEnabled()


def test_an_outline_tells_its_values_their_meaning_and_the_tissues(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    window.panes.linked.measurements.add(Measure.RECTANGLE, ((10, 10), (60, 60)))
    grid = window.measuring.panel._grid
    texts = [grid.itemAt(number).widget().text() for number in range(grid.count())]
    told = dict(zip(texts[::2], texts[1::2], strict=True))
    assert told["Area"] == f"6.25{SPACE}cm²" and told["Scale"] == "at detector" and told["Pixels"] == f"2{SPACE}500"
    assert told["Values"] == "as stored"
    assert {"Mean", "Median", "Deviation", "Least", "Greatest"} <= told.keys()
    shares = texts[texts.index("Model reads") + 3 :: 2]
    assert shares and sum(int(share[: -len(SPACE) - 1]) for share in shares) in range(98, 103)


def test_values_are_copied_as_text_and_delete_comes_back_by_undo(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    layer, picture = window.panes.linked.measurements, window.panes.grey.picture
    layer.add(Measure.LENGTH, ((100, 200), (300, 200)))
    layer.add(Measure.LENGTH, ((100, 250), (200, 250)))
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"Distance\t50.0{SPACE}mm at detector"
    layer.choose("")
    qtbot.keyClick(picture, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 1
    layer.choose(layer.measurements[0].id)
    qtbot.keyClick(picture, Qt.Key.Key_Delete)
    assert len(rows(window)) == 1
    window.session.undo.undo()
    assert [row[2] for row in rows(window)] == [f"100.0{SPACE}mm at detector", f"50.0{SPACE}mm at detector"]


def test_the_scale_bar_follows_a_calibration(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    picture, layer = window.panes.grey.picture, window.panes.linked.measurements
    before = picture.grab().toImage()
    layer.add(Measure.CALIBRATION, ((100, 200), (300, 200)), 80.0)
    layer.choose("")
    assert layer.scale is not None and layer.scale.source.value == "calibrated by reader"
    assert picture.grab().toImage() != before
    assert rows(window)[0] == ["1", "Known length", f"80.0{SPACE}mm calibrated by reader"]


def test_drawing_on_one_pane_shows_on_both(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    window.session.set_tool(Tool.LENGTH)
    other = window.panes.colour.picture
    before = other.grab().toImage()
    grey = window.panes.grey.picture
    drag(grey, at(grey, 100, 200), at(grey, 300, 250))
    assert other.grab().toImage() != before


def test_in_the_rail_there_is_no_list(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(1200, 720)
    colour_in(window, qtbot, "a.dcm")
    window.panes.linked.measurements.add(Measure.LENGTH, ((100, 200), (300, 200)))
    assert window.colour.rail and not window.measuring.panel.isVisible()
    window.sides.fold_colour(False)
    assert window.measuring.panel.isVisible()


def test_ctrl_and_arrows_move_what_is_chosen_and_plain_arrows_go_to_the_next_film(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(read=read_each)
    colour_in(window, qtbot, "a.dcm", "b.dcm")
    layer, picture = window.panes.linked.measurements, window.panes.current.picture
    layer.add(Measure.LENGTH, ((100, 200), (300, 200)))
    picture.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(picture, Qt.Key.Key_Right, control)
    qtbot.keyClick(picture, Qt.Key.Key_Up, control | shift)
    (before,) = layer.measurements
    assert before.points == ((101, 190), (301, 190))
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert window.session.place == 1
    qtbot.keyClick(picture, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: bool(layer.measurements))
    assert layer.measurements == (before,)


def test_the_films_menu_offers_what_can_be_done_with_the_chosen_one(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    ids = ("measure.copy", "drawn.copy", "drawn.delete")
    assert not any(window.actions_.entry(which).action.isEnabled() for which in ids)
    window.panes.linked.measurements.add(Measure.LENGTH, ((100, 200), (300, 200)))
    assert all(window.actions_.entry(which).action.isEnabled() for which in ids)
    assert set(ids) <= set(ENTRIES)


def test_measurements_can_be_hidden_and_a_new_one_shows_them_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    layer, picture = window.panes.linked.measurements, window.panes.current.picture
    picture.setFocus()
    bare = picture.grab().toImage()
    layer.add(Measure.LENGTH, ((100, 200), (300, 200)))
    qtbot.keyClick(picture, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert picture.grab().toImage() == bare and len(rows(window)) == 1
    layer.add(Measure.LENGTH, ((100, 250), (300, 250)))
    assert len(layer.drawings) == 2 and not window.measuring.hide.isChecked()


def test_what_is_half_drawn_on_one_film_does_not_end_on_another(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(read=read_each)
    colour_in(window, qtbot, "a.dcm", "b.dcm")
    window.session.set_tool(Tool.LENGTH)
    picture, tool = window.panes.grey.picture, window.panes.linked.drawn.tool
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at(picture, 100, 100))
    assert tool is not None and tool.busy
    window.session.next_film(1)
    assert not tool.busy


def test_a_film_beside_the_current_one_has_measurements_of_its_own(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(read=read_each)
    colour_in(window, qtbot, "a.dcm", "b.dcm")
    session = window.session
    session.measured.layers[session].add(Measure.LENGTH, ((100, 200), (300, 200)))
    window.two_films.toggle.trigger()
    second = window.two_films.second
    assert second is not None
    qtbot.waitUntil(lambda: second.radiograph is not None)
    session.set_at_hand(second)
    assert rows(window) == []
    session.measured.layers[second].add(Measure.ANGLE, ((100, 100), (200, 100), (200, 200)))
    assert rows(window) == [["1", "Angle", "90.0°"]]
    session.set_at_hand(None)
    assert rows(window) == [["1", "Distance", f"100.0{SPACE}mm at detector"]]


def read_each(path: Path) -> tuple[Radiograph, object]:
    """Films that differ in content."""
    radiograph = film(source=Source(path, "DICOM", sha256=path.stem * 64))
    return radiograph, choose_voi(radiograph)[0]


def test_the_window_is_taken_from_the_chosen_area_and_given_back_by_undo(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    action = window.measuring.window
    assert not action.isEnabled()
    layer, session = window.panes.linked.measurements, window.session
    layer.add(Measure.LENGTH, ((10, 10), (60, 60)))
    assert not action.isEnabled()
    layer.add(Measure.ELLIPSE, ((10, 10), (160, 160)))
    assert action.isEnabled()
    before, radiograph = session.voi, session.radiograph
    assert radiograph is not None
    qtbot.keyClick(window.panes.grey.picture, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert session.voi == window_inside(radiograph, outlined(layer.measurements[-1])) != before
    session.undo.undo()
    assert session.voi == before
