"""Structured reports of a study are found beside its films, and read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow
from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.feedback import new_id
from xraycolor_gui.core.measurements import Measure, Measurement, scale_of
from xraycolor_gui.gui.dialogs.reports import ReportsDialog
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.dicom_objects.measurement_report import write_measurement_report
from xraycolor_gui.io.read import read

ANGLE = Measurement(Measure.ANGLE, ((1, 1), (6, 2), (1, 8)), new_id())


def study(folder: Path, *, damaged: bool = False) -> None:
    """A film, two reports of it, and one of another study."""
    for name, uid in (("film", "1.2.3"), ("other", "1.2.4")):
        uids = {"SOPInstanceUID": f"{uid}.9", "SeriesInstanceUID": f"{uid}.8", "StudyInstanceUID": uid}
        path = folder / name
        path.write_bytes(file_of(film(Modality="DX", **uids)))
        spacing = scale_of(read(path))
        for number in range(2 if name == "film" else 1):
            target = folder / f"{name} report {number}"
            write_measurement_report(target, path, 0, spacing=spacing, measured=[ANGLE], reader=f"Reader {number}")
    if damaged:
        for path in folder.glob("film report *"):
            data = path.read_bytes()
            path.write_bytes(data.replace(b"\x40\x00\x30\xa7", b"\x40\x00\x31\xa7"))  # no Content Sequence


def opened(qtbot: QtBot, make_window: MakeWindow, folder: Path) -> MainWindow:
    real = Steps()
    window = make_window(read=real.read, search=real.search)
    window.open_paths([folder])
    session = window.session
    qtbot.waitUntil(
        lambda: session.radiograph is not None and session.search is not None and not session.search.running,
        timeout=WAIT_MS,
    )
    session.show_path(folder / "film")
    qtbot.waitUntil(lambda: session.radiograph is not None, timeout=WAIT_MS)
    return window


def shown(window: MainWindow) -> ReportsDialog:
    entry = window.actions_.entry("film.reports")
    assert entry is not None and entry.action.isEnabled()
    entry.action.trigger()
    (dialog,) = window.findChildren(ReportsDialog)
    return dialog


def test_the_reports_of_the_films_own_study_are_offered_and_read(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    study(tmp_path)
    dialog = shown(opened(qtbot, make_window, tmp_path))
    assert dialog.chooser.count() == 2
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=WAIT_MS)
    assert dialog.chooser.currentText().startswith("Imaging Measurement Report · 20")
    assert "Complete" in dialog.state.text()
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Person Observer Name: Reader 0" in text and "Angle: " in text and " deg" in text
    assert dialog.tree.topLevelItemCount() > 3
    dialog.chooser.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=WAIT_MS)
    dialog.copy.click()
    assert "Reader 1" in QGuiApplication.clipboard().text()


def test_a_report_that_says_nothing_is_told_with_its_reason(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    study(tmp_path, damaged=True)
    dialog = shown(opened(qtbot, make_window, tmp_path))
    qtbot.waitUntil(dialog.failed.isVisible, timeout=WAIT_MS)
    assert "not a structured report" in dialog.failed.text() and not dialog.copy.isEnabled()


def test_without_reports_the_command_says_why_it_is_off(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    study(tmp_path)
    for path in tmp_path.glob("film report *"):
        path.unlink()
    entry = opened(qtbot, make_window, tmp_path).actions_.entry("film.reports")
    assert entry is not None and not entry.action.isEnabled()
    assert entry.why_not() == "the study has no structured report"
