"""Key images in the window: marked by a key, listed, found again, taken back, kept, and written for others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow
from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.key_image import KeyImage
from xraycolor_gui.gui.film_words import told_of
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.key_images import KeyImages
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.dicom_objects.key_object import write_key_object
from xraycolor_gui.io.key_images import key_images
from xraycolor_gui.io.quiet import silenced_warnings

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "films"
    folder.mkdir()
    for number in range(3):
        uids = {"SOPInstanceUID": f"1.2.9.{number}", "SeriesInstanceUID": "1.2.8", "StudyInstanceUID": "1.2.3"}
        (folder / f"IM{number}").write_bytes(file_of(film(Modality="DX", InstanceNumber=str(number), **uids)))
    return folder


def opened(qtbot: QtBot, make_window: MakeWindow, folder: Path) -> MainWindow:
    """A window with the reader's own store."""
    real = Steps()
    window = make_window(
        read=real.read,
        search=real.search,
        key_images=real.key_images,
        mark_key=real.mark_key,
        named_keys=real.named_keys,
    )
    window.open_paths([folder])
    session = window.session
    qtbot.waitUntil(
        lambda: (
            len(session.films) == 3 and session.radiograph is not None and not session.tasks.is_running("key images")
        ),
        timeout=WAIT_MS,
    )
    return window


def keys_of(window: MainWindow) -> list[str]:
    return [one.path.name for one in window.session.films if one.key]


def keeper(window: MainWindow) -> KeyImages:
    (made,) = window.findChildren(KeyImages)
    return made


@pytest.mark.usefixtures("own_data")
def test_a_key_marks_the_film_and_the_mark_is_there_at_the_next_start(
    qtbot: QtBot, make_window: MakeWindow, folder: Path
) -> None:
    window = opened(qtbot, make_window, folder)
    picture = window.panes.grey.picture
    qtbot.keyClick(picture, Qt.Key.Key_K, SHIFT)
    first = window.session.current
    assert first is not None and first.key and keys_of(window) == [first.path.name]
    assert keeper(window).mark.isChecked()
    qtbot.waitUntil(lambda: key_images() != (), timeout=WAIT_MS)
    window.session.undo.undo()
    assert keys_of(window) == [] and not keeper(window).mark.isChecked()
    window.session.undo.redo()
    window.close()
    assert [key.sop_instance_uid for key in key_images()] == ["1.2.9.0"], "closing keeps what is not kept yet"
    again = opened(qtbot, make_window, folder)
    qtbot.waitUntil(lambda: keys_of(again) == ["IM0"], timeout=WAIT_MS)


@pytest.mark.usefixtures("own_data")
def test_key_images_alone_are_listed_by_the_field_that_finds_films(
    qtbot: QtBot, make_window: MakeWindow, folder: Path
) -> None:
    window = opened(qtbot, make_window, folder)
    keeper(window).put(folder / "IM2", True)
    keeper(window).only.trigger()
    assert window.studies.find_field.text() == "key image"
    qtbot.waitUntil(lambda: [one.path.name for one in window.session.films] == ["IM2"], timeout=WAIT_MS)
    keeper(window).only.trigger()
    qtbot.waitUntil(lambda: len(window.session.films) == 3, timeout=WAIT_MS)
    listed = window.session.listing.find(folder / "IM2")
    assert listed is not None and told_of(replace(listed, state=FilmState.COLOURED)) == "Key · Coloured"


@pytest.mark.usefixtures("own_data")
def test_the_key_images_of_a_study_are_written_as_a_document_that_names_them(
    qtbot: QtBot, make_window: MakeWindow, folder: Path, tmp_path: Path
) -> None:
    window = opened(qtbot, make_window, folder)
    entry = window.actions_.entry("films.export_keys")
    assert entry is not None and not entry.action.isEnabled()
    for name in ("IM0", "IM2"):
        keeper(window).put(folder / name, True)
    assert entry.action.isEnabled()
    target = tmp_path / "ko.dcm"
    with qtbot.waitSignal(window.session.noticeRaised, timeout=WAIT_MS) as told:
        keeper(window).write(target)
    (notice,) = told.args
    assert isinstance(notice, Notice) and notice.severity is Severity.DONE and notice.folder_of == target
    with silenced_warnings():
        (study,) = dcmread(target).CurrentRequestedProcedureEvidenceSequence
    (series,) = study.ReferencedSeriesSequence
    assert [one.ReferencedSOPInstanceUID for one in series.ReferencedSOPSequence] == ["1.2.9.0", "1.2.9.2"]


def test_a_store_that_fails_is_told_and_the_mark_stays(qtbot: QtBot, make_window: MakeWindow, folder: Path) -> None:
    from xraycolor_gui.core.errors import MeasurementError

    def fail(key: KeyImage, marked: bool) -> None:
        raise MeasurementError("The disk is full.", "Free some space.")

    real = Steps()
    window = make_window(read=real.read, search=real.search, mark_key=fail)
    window.open_paths([folder])
    qtbot.waitUntil(lambda: window.session.radiograph is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(window.session.noticeRaised, timeout=WAIT_MS) as told:
        keeper(window).put(folder / "IM0", True)
    assert isinstance(told.args[0], Notice) and told.args[0].title == "The disk is full."
    assert keys_of(window) == ["IM0"]


@pytest.mark.usefixtures("own_data")
def test_films_that_a_document_of_the_study_names_are_marked(
    qtbot: QtBot, make_window: MakeWindow, folder: Path
) -> None:
    write_key_object(folder / "key object", [folder / "IM1"])
    window = opened(qtbot, make_window, folder)
    qtbot.waitUntil(lambda: keys_of(window) == ["IM1"], timeout=WAIT_MS)
    assert key_images() == (), "what others marked is not the reader's own"
