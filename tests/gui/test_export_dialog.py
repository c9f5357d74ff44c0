"""Taking a coloured film away from the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colorization, film, open_film, steps
from xraycolor_gui.core.colorization import Colorization, Novelty
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.gui.dialogs import export
from xraycolor_gui.gui.dialogs.export import ExportDialog
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings


@pytest.fixture(scope="module")
def warm() -> None:
    from xraycolor_gui.core import color

    color.warm_up()


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path, warm: None) -> Iterator[Callable[..., ExportDialog]]:
    sessions: list[Session] = []
    parent = QWidget()
    qtbot.addWidget(parent)

    def dialog(coloured: Colorization | None = None, risk: bool = False, **changes: object) -> ExportDialog:
        path = tmp_path / "IM1.png"
        path.write_bytes(b"the film itself")
        radiograph = film(**({"source": Source(path, "PNG", sha256="0" * 64)} | changes))
        sessions.append(Session(steps(radiograph, coloured)))
        open_film(sessions[-1], qtbot, str(path))
        sessions[-1].set_at_own_risk(risk)
        qtbot.waitUntil(lambda: sessions[-1].colouring is not None, timeout=WAIT_MS)
        made = ExportDialog(sessions[-1], Settings(tmp_path / "s.ini"), parent)
        made.folder.setText(str(tmp_path / "out"))
        made.show()
        return made

    yield dialog
    for session in sessions:
        session.close()


def test_the_written_picture_has_the_films_own_size_and_is_told_for_four_seconds(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog._session.noticeRaised, timeout=20000) as raised:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    (written,) = (tmp_path / "out").iterdir()
    notice = raised.args[0]
    assert notice.severity is Severity.DONE and notice.folder_of == written
    assert written.name.startswith("IM1")
    picture = cv2.imread(str(written))
    assert picture.shape[:2] == (400, 500)
    assert np.ptp(picture.astype(int), axis=-1).max() > 10
    assert (tmp_path / "IM1.png").read_bytes() == b"the film itself"
    assert not dialog.isVisible()


def test_what_goes_with_the_file_is_told_before(make: Callable[..., ExportDialog]) -> None:
    dialog = make()
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    for told in ("Basic", "strength 1.0", "not for primary diagnosis", "500 × 400"):
        assert told in words


def test_the_preview_is_drawn_by_the_renderer_that_writes(make: Callable[..., ExportDialog]) -> None:
    dialog = make()
    picture = export.preview(dialog._shown, 100, 1.0).toImage()
    assert (picture.width(), picture.height()) == (100, 80)
    left, right = picture.pixelColor(20, 10), picture.pixelColor(80, 10)
    assert left.blue() > left.red()
    assert right.red() > right.blue()


def test_a_study_is_made_up_only_if_the_reader_says_so(qtbot: QtBot, make: Callable[..., ExportDialog]) -> None:
    dialog = make()
    dialog.formats.button(1).click()
    assert dialog.format == "dicom"
    assert dialog.new_study.isVisible() and not dialog.write.isEnabled()
    dialog.new_study.click()
    assert dialog.write.isEnabled()
    dialog.formats.button(0).click()
    assert not dialog.new_study.isVisible() and dialog.write.isEnabled()


def test_a_film_of_a_study_needs_no_new_one(make: Callable[..., ExportDialog], tmp_path: Path) -> None:
    dialog = make(source=Source(tmp_path / "IM1.png", "DICOM", study_uid="1.2.3"))
    dialog.formats.button(1).click()
    assert not dialog.new_study.isVisible() and dialog.write.isEnabled()


def test_a_failure_stays_on_screen_and_the_dialog_stays_open(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = make()
    (tmp_path / "file").write_text("in the way")
    dialog.folder.setText(str(tmp_path / "file" / "below"))
    with qtbot.waitSignal(dialog._session.noticeRaised, timeout=20000) as raised:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert raised.args[0].severity is Severity.ERROR
    assert dialog.isVisible() and dialog.write.isEnabled()


def test_escape_stops_the_writing_and_nothing_is_left(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate, ended = threading.Event(), threading.Event(), threading.Event()
    really = export.write

    def held(*arguments: object, **named: object) -> Path:
        begun.set()
        gate.wait()
        try:
            return really(*arguments, **named)  # type: ignore[arg-type]
        finally:
            ended.set()

    monkeypatch.setattr(export, "write", held)
    dialog = make()
    told: list[object] = []
    dialog._session.noticeRaised.connect(told.append)
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    assert not dialog.write.isEnabled() and dialog.bar.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(ended.is_set)
    assert not dialog.isVisible()
    assert list((tmp_path / "out").glob("*")) == []
    assert told == []


def test_solo_and_inversion_are_written_and_told_as_on_screen(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    first = make()
    first._session.set_solo("bone")
    first._session.toggle_inverted()
    dialog = ExportDialog(first._session, Settings(tmp_path / "s.ini"), first.parentWidget())
    dialog.folder.setText(str(tmp_path / "out"))
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Only this is coloured: Bone." in words and ", inverted." in words
    small = export.preview(dialog._shown, 100, 1.0).toImage()
    assert small.pixelColor(20, 10).saturation() == 0 < small.pixelColor(80, 10).saturation()
    with qtbot.waitSignal(dialog._session.noticeRaised, timeout=20000):
        dialog.write.click()
    (written,) = (tmp_path / "out").iterdir()
    picture = cv2.imread(str(written)).astype(int)
    assert np.ptp(picture[50, 100]) == 0 < np.ptp(picture[50, 400])
    with Image.open(written) as opened:
        opened.load()
        assert opened.text["Window"] == "W 4096 L 2048, inverted"  # type: ignore[attr-defined]
        assert "bone" not in opened.text["Hidden"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "  ", "films", "~nobody-of-this-name/films"])
def test_a_folder_that_is_none_is_told_in_the_dialog_and_nothing_is_written(
    make: Callable[..., ExportDialog], text: str
) -> None:
    dialog = make()
    dialog.folder.setText(text)
    dialog.write.click()
    assert dialog.isVisible() and not dialog._session.tasks.is_running("export")
    assert dialog._state.text() == "Name a folder by its whole path."
    dialog.folder.setText("")
    QTest.keyClicks(dialog.folder, "/")
    assert dialog._state.text() == ""


def test_the_last_folder_and_format_are_offered_again(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    first = make()
    with qtbot.waitSignal(first._session.noticeRaised, timeout=20000):
        qtbot.mouseClick(first.write, Qt.MouseButton.LeftButton)
    again = ExportDialog(first._session, Settings(tmp_path / "s.ini"), first.parentWidget())
    assert again.folder.text() == str(tmp_path / "out")
    assert again.format == "png"


def words_of(dialog: ExportDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def text_of(dialog: ExportDialog, qtbot: QtBot, folder: Path) -> tuple[dict[str, str], int]:
    """Text of the PNG that the dialog writes, and the most colourful pixel's range."""
    with qtbot.waitSignal(dialog._session.noticeRaised, timeout=20000) as raised:
        dialog.write.click()
    assert raised.args[0].severity is Severity.DONE
    (written,) = folder.iterdir()
    with Image.open(written) as opened:
        opened.load()
        return dict(opened.text), int(np.ptp(np.asarray(opened).astype(int), axis=-1).max())  # type: ignore[attr-defined]


def test_a_film_that_stays_grey_is_written_grey_with_its_reason(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = make(labels=Labels(modality="MR"))
    assert "Stays grey" in words_of(dialog) and "MR image" in words_of(dialog)
    assert export.preview(dialog._shown, 100, 1.0).toImage().isGrayscale()
    text, colourful = text_of(dialog, qtbot, tmp_path / "out")
    assert "MR image" in text["How"] and colourful == 0


def test_the_readers_own_risk_is_told_before_and_written(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = make(colorization(novelty=Novelty(2.0, 1.0, "this resembles a page of text")), risk=True)
    assert "Coloured at your own risk" in words_of(dialog) and "page of text" in words_of(dialog)
    text, colourful = text_of(dialog, qtbot, tmp_path / "out")
    assert "page of text" in text["At-Own-Risk"] and colourful > 10


def test_the_limit_below_which_colour_fades_is_kept_in_picture_and_words(
    qtbot: QtBot, make: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    first = make(colorization(confidence=(0.9, 0.2)))
    first._session.set_grey_below(0.5)
    dialog = ExportDialog(first._session, Settings(tmp_path / "s.ini"), first.parentWidget())
    dialog.folder.setText(str(tmp_path / "out"))
    assert "fades to grey below 0.50" in words_of(dialog)
    small = export.preview(dialog._shown, 100, 1.0).toImage()
    assert small.pixelColor(20, 10).saturation() > 10 > small.pixelColor(80, 10).saturation()
    text, _ = text_of(dialog, qtbot, tmp_path / "out")
    assert text["Grey-Below"] == "0.50"
