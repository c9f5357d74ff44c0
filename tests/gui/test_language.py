"""The window's language: found, chosen, complete, and with room for its words."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, colour_in
from xraycolor_gui.gui import language
from xraycolor_gui.gui.language import Language, Translation, languages, preferred, speak
from xraycolor_gui.gui.words import day_text, decimal
from xraycolor_gui.io.resources import resource

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, GERMAN = Language("en"), Language("de", Path("de.qm"))


@pytest.fixture
def german() -> Iterator[None]:
    """German texts and numbers, for what is made from now on."""
    application = QApplication.instance()
    assert application is not None
    translation = Translation(application)
    assert translation.load(str(resource("translations/xraycolor_de.qm")))
    application.installTranslator(translation)
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)
    application.removeTranslator(translation)


def test_every_text_has_its_translation_and_is_compiled() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "update_translations"), "--check"]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize(
    ("choice", "system", "code"),
    [
        ("", "de_AT", "de"),
        ("", "fr_FR", "en"),
        ("en", "de_DE", "en"),
        ("de", "en_GB", "de"),
        ("tlh", "de_DE", "de"),
        ("", "C", "en"),
    ],
)
def test_the_choice_wins_over_the_system_and_english_is_the_last_resort(choice: str, system: str, code: str) -> None:
    assert preferred(choice, (ENGLISH, GERMAN), QLocale(system)).code == code


def test_german_is_shipped_and_calls_itself_so(own_data: None) -> None:
    assert {one.code: one.name for one in languages()} == {"en": "English", "de": "Deutsch"}


def test_a_translation_of_the_users_own_is_found_and_wins(own_data: None) -> None:
    folder = language.own_folder()
    folder.mkdir(parents=True)
    for name in ("xraycolor_de.qm", "xraycolor_pt_BR.qm", "xraycolor_nonsense.qm", "notes.txt"):
        shutil.copy(resource("translations/xraycolor_de.qm"), folder / name)
    found = {one.code: one.file for one in languages()}
    assert found == {"en": None, "de": folder / "xraycolor_de.qm", "pt_BR": folder / "xraycolor_pt_BR.qm"}


def test_a_text_is_translated_whatever_class_asks_for_it(german: None) -> None:
    for context in ("Actions", "MainWindow", "nobody"):
        assert QCoreApplication.translate(context, "Studies") == "Studien"
    assert QCoreApplication.translate("Actions", "not in any translation") == "not in any translation"


def test_the_names_of_keys_are_left_to_qt(german: None) -> None:
    assert QCoreApplication.translate("Verdicts", "Right") == "Richtig"
    assert QCoreApplication.translate("QShortcut", "Right") == "Right"


def test_numbers_and_dates_are_written_as_the_language_does(german: None) -> None:
    assert decimal(0.3) == "0,30"
    assert day_text("20250312") == "12. März 2025"


def test_a_damaged_translation_leaves_the_window_english(own_data: None, qtbot: QtBot) -> None:
    folder = language.own_folder()
    folder.mkdir(parents=True)
    (folder / "xraycolor_de.qm").write_bytes(b"not a translation")
    application = QApplication.instance()
    assert application is not None
    before = QLocale()
    assert speak(application, "de").code == "de"
    QLocale.setDefault(before)
    assert QCoreApplication.translate("Actions", "Studies") == "Studies"


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_nothing_is_cut_off_in_german(
    qtbot: QtBot, make_window: MakeWindow, german: None, size: tuple[int, int]
) -> None:
    window = make_window(*size)
    assert cut_off(window) == []
    colour_in(window, qtbot)
    assert window.menuBar().actions()[0].text() == "&Datei"
    assert {name for name, menu in window.menus.by_name.items() if menu.sizeHint().height() > 720} == set()
    qtbot.waitUntil(lambda: cut_off(window) == [])
    window.actions_.layout_.certificate.trigger()
    qtbot.waitUntil(lambda: cut_off(window) == [])


def test_nothing_is_cut_off_in_german_dialogs(qtbot: QtBot, make_window: MakeWindow, german: None) -> None:
    window = make_window(1280, 720)
    colour_in(window, qtbot)
    for place in ("file.export", "help.keys", "colour.edit_palette", "grey.keep_window"):
        before = set(QApplication.topLevelWidgets())
        entry = window.actions_.entry(place)
        assert entry is not None
        entry.action.trigger()
        (dialog,) = (
            widget
            for widget in QApplication.topLevelWidgets()
            if widget not in before and widget.isVisible() and isinstance(widget, QDialog)
        )
        assert (place, cut_off(dialog)) == (place, [])
        dialog.close()


def cut_off(window: QWidget) -> list[str]:
    """Texts wider or higher than the visible widget that shows them; what is shortened with an ellipsis is not."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                found.append(widget.text())
        elif widget.width() < widget.minimumSizeHint().width() and type(widget).__name__ != "ElidingLabel":
            found.append(widget.text())
    return found
