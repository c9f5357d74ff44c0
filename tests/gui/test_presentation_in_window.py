"""Windows by name, frames, shutter, overlays, states and the explanation, driven in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.gui.made import card
from tests.io.made_dicom import file_of, film, item, ramp, sequence, table
from tests.io.made_states import state_for
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.origins import Step
from xraycolor_gui.core.presentation_state import DisplayedArea, Size
from xraycolor_gui.core.radiograph import LookupTable, Window
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.dialogs.own_windows import OwnWindowsDialog
from xraycolor_gui.gui.presentation_in_window import showing
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.views.corners import MARGIN
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry
from xraycolor_gui.gui.window import MainWindow

Open = Callable[[Path], None]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window whose films stay grey."""
    grey = Colouring(ColourSource.GREY, None, "Made to stay grey.")
    session = Session(Steps(colour=lambda *_: grey, models=lambda: (card(),)))
    window = MainWindow(session, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> Open:
    def open_(path: Path) -> None:
        window.open_paths([path])
        qtbot.waitUntil(lambda: window.session.radiograph is not None)

    return open_


def written(folder: Path, name: str = "film.dcm", **tags: object) -> Path:
    path = folder / name
    path.write_bytes(file_of(film(ramp(64, 64), **tags)))
    return path


def entries(window: MainWindow) -> list[str]:
    """The windows that View ▸ Window and VOI LUT offers, without headings and what can be done with them."""
    menu = window.presentation.window_menu.menu
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if not each.isSeparator() and each.isCheckable()]


def action(window: MainWindow, which: str) -> QAction:
    entry = window.actions_.entry(which)
    assert entry is not None
    return entry.action


# --- windows -----------------------------------------------------------------------------------------------------


def test_every_window_and_voi_lut_is_listed_with_its_explanation_and_key(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    luts = sequence(table(0, [0, 4095], 12, LUTExplanation="NORMAL"), table(0, [0, 2000], 12, LUTExplanation="HARDER"))
    windows = {"WindowCenter": ["10", "20"], "WindowWidth": ["5", "6"], "WindowCenterWidthExplanation": ["A", "B & C"]}
    opened(written(tmp_path, VOILUTSequence=luts, BodyPartExamined="CHEST", **windows))
    assert entries(window) == [
        "VOI LUT 1 of 2, NORMAL\t1",
        "VOI LUT 2 of 2, HARDER\t2",
        "W 5 L 10, A\t3",
        "W 6 L 20, B && C\t4",
        "Lungs\t5",
        "Mediastinum and spine\t6",
        "Ribs\t7",
    ]


def test_the_number_keys_choose_from_the_list_and_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, WindowCenter=["1000", "50"], WindowWidth=["2000", "60"], BodyPartExamined="HAND"))
    picture = window.panes.current.picture
    qtbot.keyClick(picture, Qt.Key.Key_2)
    assert window.session.voi == Window(50, 60)
    qtbot.keyClick(picture, Qt.Key.Key_3)
    assert window.session.voi is not None and window.session.voi.explanation == "Bone"
    window.session.undo.undo()
    assert window.session.voi == Window(50, 60)
    qtbot.waitUntil(lambda: "Window 1: W 2000 L 1000" in action(window, "grey.preset_1").text())


def test_the_window_in_use_is_checked_in_the_menu(window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(written(tmp_path, WindowCenter=["1000", "50"], WindowWidth=["2000", "60"]))
    window.presentation.choices.choose(2)
    entries(window)
    checked = [each.text() for each in window.presentation.window_menu.menu.actions() if each.isChecked()]
    assert checked == ["W 60 L 50\t2"]


def test_a_film_without_windows_is_offered_as_first_shown(window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(written(tmp_path))
    first = window.session.voi
    window.session.set_voi(Window(1, 2))
    assert entries(window)[0] == "As first shown\t1"
    window.presentation.choices.choose(1)
    assert window.session.voi is first


def test_the_percentile_window_and_the_full_range_are_one_click(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, WindowCenter="1000", WindowWidth="10"))
    action(window, "grey.percentiles").trigger()
    assert window.session.voi is not None and window.session.voi.explanation == "1 to 99 % range"
    action(window, "grey.full_range").trigger()
    assert window.session.voi.explanation == "full range"
    window.session.undo.undo()
    assert window.session.voi.explanation == "1 to 99 % range"


def test_own_windows_are_kept_used_deleted_and_come_back_by_undo(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, WindowCenter="1000", WindowWidth="2000"))
    window.session.set_voi(Window(700, 90))
    dialog = OwnWindowsDialog(window.session, window.presentation.own, window)
    dialog.name.setText("Implants")
    dialog.keep.click()
    again = Settings(tmp_path / "settings.ini")
    assert "Implants" in again.choice("own windows")
    assert any(words.startswith("Implants") for words in entries(window))
    window.session.reset_voi()
    dialog.list.setCurrentRow(0)
    dialog.use.click()
    assert window.session.voi == Window(700, 90, explanation="Implants")
    dialog.delete.click()
    assert window.presentation.own.all() == ()
    window.session.undo.undo()
    assert [own.name for own in window.presentation.own.all()] == ["Implants"]


def test_a_window_on_a_voi_lut_cannot_be_kept(window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(written(tmp_path, VOILUTSequence=sequence(table(0, [0, 4095], 12))))
    assert isinstance(window.session.voi, LookupTable)
    dialog = OwnWindowsDialog(window.session, window.presentation.own, window)
    dialog.name.setText("Mine")
    assert not dialog.keep.isEnabled()


# --- frames ------------------------------------------------------------------------------------------------------


def cine(folder: Path, **tags: object) -> Path:
    path = folder / "cine.dcm"
    path.write_bytes(file_of(film(np.stack([ramp() // n for n in (1, 2, 3)]), NumberOfFrames="3", **tags)))
    return path


def test_the_frame_bar_is_there_only_for_films_with_frames(window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(cine(tmp_path, FrameTime="40"))
    bar = window.presentation.frames
    assert bar.isVisible() and bar.place.text() == "Frame 1 of 3" and bar.rate.value() == 25
    other = written(tmp_path)
    window.open_paths([other])
    assert action(window, "frames.next").isEnabled() or not bar.isVisible()


def test_frames_are_reached_by_keys_and_slider(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(cine(tmp_path))
    bar, session = window.presentation.frames, window.session

    def at(frame: int) -> bool:
        return session.radiograph is not None and session.radiograph.source.frame == frame

    qtbot.keyClick(window.panes.current.picture, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: at(1) and bar.slider.value() == 1)
    qtbot.keyClick(window.panes.current.picture, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: at(0))
    bar.slider.setValue(2)
    qtbot.waitUntil(lambda: at(2) and bar.place.text() == "Frame 3 of 3")


def test_frames_run_round_and_stop_on_the_one_that_is_shown(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(cine(tmp_path, CineRate=60))
    bar, session = window.presentation.frames, window.session
    seen: list[int] = []
    session.radiographChanged.connect(lambda: seen.append(session.radiograph.source.frame))  # type: ignore[union-attr]
    qtbot.keyClick(window.panes.current.picture, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen[:4] == [1, 2, 0, 1])
    assert bar.running and session.colouring is None
    bar.toggle()
    assert not bar.running
    qtbot.waitUntil(lambda: session.colouring is not None)


def test_frames_that_go_forth_and_back_turn_at_the_ends(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(cine(tmp_path, CineRate=60, PreferredPlaybackSequencing=1))
    seen: list[int] = []
    session = window.session
    session.radiographChanged.connect(lambda: seen.append(session.radiograph.source.frame))  # type: ignore[union-attr]
    window.presentation.frames.toggle()
    qtbot.waitUntil(lambda: len(seen) >= 5)
    window.presentation.frames.toggle()
    assert seen[:5] == [1, 2, 1, 0, 1]


# --- shutter, overlays, states -----------------------------------------------------------------------------------


def test_shutter_and_overlays_can_be_switched_only_where_there_are_any(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path))
    assert not action(window, "shown.shutter").isEnabled() and not action(window, "shown.overlays").isEnabled()
    circle = {"ShutterShape": "CIRCULAR", "CenterOfCircularShutter": ["30", "30"], "RadiusOfCircularShutter": "20"}
    window.open_paths([written(tmp_path, "round.dcm", **circle)])
    session = window.session
    assert session.current is not None


def test_the_switch_of_the_shutter_follows_undo(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> None:
    circle = {"ShutterShape": "CIRCULAR", "CenterOfCircularShutter": ["30", "30"], "RadiusOfCircularShutter": "20"}
    opened(written(tmp_path, **circle))
    switch = action(window, "shown.shutter")
    assert switch.isEnabled() and switch.isChecked()
    qtbot.keyClick(window.panes.current.picture, Qt.Key.Key_S)
    assert not switch.isChecked() and window.session.radiograph is not None
    assert window.session.radiograph.shutter is None
    window.session.undo.undo()
    assert switch.isChecked()


def test_states_of_the_folder_are_offered_for_the_films_they_name(
    qtbot: QtBot, window: MainWindow, shared: Path, tmp_path: Path
) -> None:
    for name in ("ClearCanvas__real03.dcm", "ClearCanvas__real03.pr.dcm", "Larvitar__ps.dcm", "pydicom__MR_small.dcm"):
        shutil.copy(shared / "dicom" / "edge" / name, tmp_path)
    window.open_paths([tmp_path])
    session, states = window.session, window.presentation.states
    qtbot.waitUntil(lambda: len(session.films) == 2)
    named = next(each for each in session.films if "real03" in each.path.name)
    session.show(named)
    qtbot.waitUntil(lambda: len(states.applicable) == 1)
    window.presentation.state_menu.aboutToShow.emit()
    offered = [each.text() for each in window.presentation.state_menu.actions()]
    assert offered == ["As the film itself", "FOR_PRESENTATION · 14 Sep 2009"]
    window.presentation.state_menu.actions()[1].trigger()
    assert session.look is not None and session.look.state is states.applicable[0]
    session.show(next(each for each in session.films if each is not named and "MR" in each.path.name))
    qtbot.waitUntil(lambda: session.radiograph is not None and session.radiograph.shape == (64, 64))
    assert states.applicable == ()
    assert not action(window, "shown.next_state").isEnabled()


def test_what_a_state_draws_is_painted_and_can_be_switched_off(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    from xraycolor_gui.io.dicom.presentation_state import read_presentation_state

    image = film(np.zeros((64, 64), np.uint16), WindowCenter="2000", WindowWidth="4000")
    (tmp_path / "film.dcm").write_bytes(file_of(image))
    line = item(
        GraphicAnnotationUnits="PIXEL",
        GraphicDimensions=2,
        NumberOfGraphicPoints=2,
        GraphicData=[0.0, 32.0, 64.0, 32.0],
        GraphicType="POLYLINE",
        GraphicFilled="N",
    )
    drawn = sequence(item(GraphicLayer="A", GraphicObjectSequence=sequence(line)))
    (tmp_path / "state.dcm").write_bytes(file_of(state_for(image, GraphicAnnotationSequence=drawn)))
    opened(tmp_path / "film.dcm")
    picture = window.panes.grey.picture
    before = picture.grab().toImage()
    window.session.set_state(read_presentation_state(tmp_path / "state.dcm"))
    qtbot.waitUntil(lambda: picture.grab().toImage() != before)
    assert picture.grab().toImage().pixelColor(picture.rect().center() + QPoint(40, 0)).lightness() > 150
    window.session.set_overlays(False)
    assert picture.grab().toImage().pixelColor(picture.rect().center() + QPoint(40, 0)).lightness() < 20


def test_a_state_shows_the_part_of_the_film_that_it_wants_to_be_seen() -> None:
    geometry, canvas = ViewGeometry((400, 300)), Canvas(616, 516)
    part = DisplayedArea((), (101, 51), (200, 150))
    seen = showing(geometry, part, canvas)
    assert seen.zoom == 5 and seen.center == (0.25, 0.5)
    assert showing(geometry, DisplayedArea((), (1, 1), (300, 400)), canvas) == geometry.fitted()
    assert showing(geometry, DisplayedArea((), (0, 0), (999, 999)), canvas) == geometry.fitted()
    assert showing(geometry, replace(part, size=Size.MAGNIFY, magnification=3.0), canvas).zoom == 3
    wide = DisplayedArea((), (1, 1), (300, 100))
    assert showing(replace(geometry, turn=Turn(1)), wide, canvas).zoom == pytest.approx(500 / 300)


def test_overlays_are_painted_where_they_lie(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> None:
    made = film(np.zeros((64, 64), np.uint16), WindowCenter="2000", WindowWidth="4000")
    plane = np.zeros((64, 64), np.uint8)
    plane[30:34] = 1
    for element, vr, value in ((0x10, "US", 64), (0x11, "US", 64), (0x50, "SS", [1, 1])):
        made.add_new(0x60000000 | element, vr, value)
    made.add_new(0x60003000, "OB", np.packbits(plane, bitorder="little").tobytes())
    (tmp_path / "film.dcm").write_bytes(file_of(made))
    opened(tmp_path / "film.dcm")
    picture = window.panes.grey.picture
    middle = picture.rect().center() + QPoint(40, 0)
    assert picture.grab().toImage().pixelColor(middle).lightness() > 150
    assert picture.grab().toImage().pixelColor(middle + QPoint(0, -80)).lightness() < 20


# --- why ---------------------------------------------------------------------------------------------------------


def test_the_explanation_opens_by_key_and_follows_the_window(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, WindowCenter="1000", WindowWidth="0"))
    page = window.presentation.page
    with qtbot.waitSignal(page.explained):
        action(window, "layout.why").trigger()
    qtbot.waitUntil(page.parts[Step.VOI].isVisible)
    assert "0 wide" in page.parts[Step.VOI].notes.text()
    assert "(0028,1051) Window Width: 0" in page.parts[Step.VOI].source.text()
    window.session.set_voi(Window(70, 20))
    qtbot.waitUntil(lambda: "W 20 L 70" in page.parts[Step.VOI].sentence.text())
    assert "Chosen by the reader." in page.parts[Step.VOI].sentence.text()


def test_the_explanation_gives_its_place_back(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> None:
    opened(written(tmp_path, WindowCenter="1000", WindowWidth="2000"))
    why, certificate = action(window, "layout.why"), action(window, "layout.certificate")
    why.trigger()
    assert window.presentation.page.isVisible()
    certificate.trigger()
    assert not window.presentation.page.isVisible() and not why.isChecked() and window.certificate.isVisible()
    why.trigger()
    assert not certificate.isChecked()
    qtbot.keyClick(window.panes.current.picture, Qt.Key.Key_Escape)
    assert not window.presentation.page.isVisible() and not why.isChecked()
    assert window.colour.isVisible()


def test_the_window_text_in_the_corner_leads_to_the_explanation(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, WindowCenter="1000", WindowWidth="2000"))
    picture = window.panes.grey.picture
    at = QPoint(MARGIN + 10, picture.height() - MARGIN - 6)
    assert window.presentation.corner.holds(QPointF(at))
    assert not window.presentation.corner.holds(QPointF(picture.rect().center()))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    assert window.presentation.page.isVisible() and action(window, "layout.why").isChecked()


def test_text_burned_into_the_pixels_is_told_as_a_notice(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(written(tmp_path, BurnedInAnnotation="YES", WindowCenter="1000", WindowWidth="2000"))
    assert any("part of its pixels" in card.notice.title for card in window.notices.cards())
