"""Measurements leave the window as a table and as a structured report."""

from __future__ import annotations

from pathlib import Path

import highdicom as hd
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow
from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.measurements import Measure
from xraycolor_gui.gui.measuring.export import MeasurementsExport
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.quiet import silenced_warnings


def measured_in(qtbot: QtBot, make_window: MakeWindow, path: Path) -> MainWindow:
    window = make_window(read=Steps().read)
    with qtbot.waitSignal(window.session.radiographChanged, timeout=WAIT_MS):
        window.session.open_paths([path])
    window.panes.linked.measurements.add(Measure.LENGTH, ((2, 2), (10, 8)))
    window.panes.linked.measurements.add(Measure.ELLIPSE, ((2, 2), (10, 8)))
    return window


def export_of(window: MainWindow) -> MeasurementsExport:
    (export,) = window.findChildren(MeasurementsExport)
    return export


def written(qtbot: QtBot, window: MainWindow, target: Path) -> Notice:
    with qtbot.waitSignal(window.session.noticeRaised, timeout=WAIT_MS) as told:
        export_of(window).write(target)
    (notice,) = told.args
    assert isinstance(notice, Notice)
    return notice


def test_measurements_are_written_as_a_report_of_the_films_own_study_and_as_a_table(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / "film.dcm"
    dataset = film(StudyInstanceUID="1.2.3", SeriesInstanceUID="1.2.3.4", Modality="DX")
    path.write_bytes(file_of(dataset))
    window = measured_in(qtbot, make_window, path)
    window.session.feedback.set_reader("B. Reader")
    assert written(qtbot, window, tmp_path / "sr.dcm").severity is Severity.DONE
    with silenced_warnings():
        report = hd.sr.srread(tmp_path / "sr.dcm")
        assert report.StudyInstanceUID == "1.2.3"
        groups = report.content.get_planar_roi_measurement_groups(), report.content.get_image_measurement_groups()
    assert [len(each) for each in groups] == [1, 1]
    notice = written(qtbot, window, tmp_path / "measured.csv")
    assert notice.folder_of == tmp_path / "measured.csv"
    assert (tmp_path / "measured.csv").read_text().count("\n") > 5


def test_the_film_itself_is_never_written_over(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    path = tmp_path / "film.dcm"
    path.write_bytes(file_of(film(StudyInstanceUID="1.2.3", SeriesInstanceUID="1.2.3.4", Modality="DX")))
    before = path.read_bytes()
    window = measured_in(qtbot, make_window, path)
    assert written(qtbot, window, path).severity is Severity.ERROR
    assert path.read_bytes() == before


def test_the_dialog_proposes_a_table_and_no_name_of_a_patient(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Doe^Jane.dcm"
    path.write_bytes(file_of(film()))
    window = measured_in(qtbot, make_window, path)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.panes.grey.picture, Qt.Key.Key_E, held)
    (chooser,) = window.findChildren(QFileDialog)
    assert [Path(name).name for name in chooser.selectedFiles()] == ["measurements.csv"]
    assert len(chooser.nameFilters()) == 2
    chooser.selectNameFilter(chooser.nameFilters()[1])
    chooser.filterSelected.emit(chooser.nameFilters()[1])
    assert [Path(name).name for name in chooser.selectedFiles()] == ["measurements.dcm"]
    chooser.reject()
