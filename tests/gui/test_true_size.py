"""True size: a millimetre on the film is one on the screen, and the screen can be measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, Read, colour_in, film
from tests.gui.pictures import move
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Source, Spacing, SpacingSource
from xraycolor_gui.gui.dialogs.screen_ruler import Measure, ScreenRuler
from xraycolor_gui.gui.screen_scale import told_by
from xraycolor_gui.gui.window import MainWindow

#: Millimetres of a column, by the film's name.
MM = {"a.dcm": 0.5, "b.dcm": 0.2}


def read(path: Path) -> Read:
    mm = MM.get(path.name)
    spacing = Spacing(mm, mm, SpacingSource.DETECTOR) if mm is not None else None
    made = replace(film(), source=Source(path, path.name.ljust(64, "0")), spacing=spacing)
    return made, choose_voi(made)[0]


def opened(qtbot: QtBot, make_window: MakeWindow, *names: str) -> MainWindow:
    window = make_window(read=read)
    colour_in(window, qtbot, *names)
    return window


def zoom(window: MainWindow) -> float | None:
    geometry = window.panes.linked.geometry
    assert geometry is not None
    return geometry.zoom


def ruler_of(window: MainWindow) -> ScreenRuler:
    window.true_size.measure_screen()
    (ruler,) = window.findChildren(ScreenRuler)
    return ruler


def test_a_millimetre_of_the_film_is_one_of_the_screen_as_it_says(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = opened(qtbot, make_window, "a.dcm")
    scale = told_by(window.screen())
    assert scale is not None and not scale.measured
    qtbot.keyClick(window.panes.grey.picture, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert zoom(window) == pytest.approx(0.5 * scale.per_mm)
    assert window.true_size.show.isChecked()
    assert f"screen says {round(scale.dpi)} dpi" in window.true_size.show.text()
    words = [word.text for word in window.panes.current.picture.echo.words]
    assert words == ["True size", "at detector", f"screen says {round(scale.dpi)} dpi"]


def test_the_next_film_comes_in_true_size_and_another_zoom_ends_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = opened(qtbot, make_window, "a.dcm", "b.dcm", "none.dcm")
    scale = told_by(window.screen())
    assert scale is not None
    films = {one.path.name: one for one in window.session.films}

    def show(name: str) -> None:
        window.session.show(films[name])
        qtbot.waitUntil(lambda: window.session.radiograph is not None)

    show("a.dcm")
    window.true_size.show.trigger()
    show("b.dcm")
    assert zoom(window) == pytest.approx(0.2 * scale.per_mm)
    show("none.dcm")
    assert zoom(window) is None and not window.true_size.show.isEnabled()
    show("a.dcm")
    assert zoom(window) == pytest.approx(0.5 * scale.per_mm)
    window.panes.zoom_in()
    assert not window.true_size.show.isChecked()
    show("b.dcm")
    assert zoom(window) is None
    window.true_size.show.trigger()
    window.true_size.show.trigger()
    assert zoom(window) is None and not window.true_size.show.isChecked()


def test_the_ruler_is_pulled_kept_and_believed_at_the_next_start(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = opened(qtbot, make_window, "a.dcm")
    told = told_by(window.screen())
    assert told is not None
    window.true_size.show.trigger()
    ruler = ruler_of(window)
    bar = ruler.bar
    assert bar.measure is Measure.RULER and bar.length == pytest.approx(100 * told.per_mm)
    end = QPoint(round(bar.end), 30)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=end)
    move(bar, end + QPoint(20, 0), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end + QPoint(20, 0))
    qtbot.keyClick(bar, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    measured = told.per_mm + (20 + 10 - 1) / 100
    assert bar.per_mm == pytest.approx(measured)
    ruler.keep.click()
    assert zoom(window) == pytest.approx(0.5 * measured, rel=1e-4)
    assert "measured" in window.true_size.show.text()
    later = make_window(read=read)
    assert later.true_size.scales.of(later.screen()) == pytest.approx((measured, True), rel=1e-4)
    ruler_of(later).forget.click()
    assert later.true_size.scales.of(later.screen()) == told


def test_a_bank_card_measures_as_well_as_a_ruler(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = opened(qtbot, make_window, "a.dcm")
    ruler = ruler_of(window)
    before = ruler.bar.per_mm
    ruler._measures.button(1).click()
    assert ruler.bar.measure is Measure.CARD
    assert ruler.bar.length == pytest.approx(85.6 * before)
    ruler.bar.grab()
    for _ in range(20):
        qtbot.keyClick(ruler.bar, Qt.Key.Key_Right)
    assert ruler.bar.per_mm == pytest.approx(before + 20 / 85.6)
    assert ruler.dpi.text() == f"{round(ruler.bar.per_mm * 25.4)} dpi"
