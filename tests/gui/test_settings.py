"""What is remembered, and what is not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.settings import Settings


@pytest.fixture
def written(tmp_path: Path) -> QSettings:
    """What Qt's own file dialog left behind, and a column width that is nobody's secret."""
    left = QSettings(str(tmp_path / "QtProject.conf"), QSettings.Format.IniFormat)
    for name, value in (("history", ["file:///films"]), ("lastVisited", "file:///films"), ("sidebarWidth", "80")):
        left.setValue(f"FileDialog/{name}", value)
    left.sync()
    return left


def test_who_wants_nothing_remembered_leaves_no_folder_behind(tmp_path: Path, written: QSettings) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.add_recent(tmp_path, 3, datetime.date.today().isoformat())
    settings.set_export_folder(tmp_path)
    settings.set_keeps_recent(False)
    settings.set_export_folder(tmp_path)
    assert settings.recent() == () and settings.export_folder() == ""
    written.sync()
    assert written.allKeys() == ["FileDialog/sidebarWidth"]
    assert not any("folder" in key for key in QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat).allKeys())


def test_who_lets_folders_be_remembered_finds_the_last_one_again(tmp_path: Path, written: QSettings) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_export_folder(tmp_path)
    settings.forget_visited()
    assert Settings(tmp_path / "s.ini").export_folder() == str(tmp_path)
    assert len(written.allKeys()) == 3


def test_what_the_file_dialog_writes_down_is_forgotten_once_it_is_gone(
    qtbot: QtBot, tmp_path: Path, written: QSettings
) -> None:
    settings, parent = Settings(tmp_path / "s.ini"), QWidget()
    qtbot.addWidget(parent)
    settings.set_keeps_recent(False)
    chooser = choose(parent, "Folder", QFileDialog.FileMode.Directory, print, settings, start=tmp_path)
    assert chooser.directory().absolutePath() == str(tmp_path)
    written.setValue("FileDialog/lastVisited", "file:///films")
    gone: list[bool] = []
    chooser.destroyed.connect(lambda: gone.append(True))
    chooser.reject()
    qtbot.waitUntil(lambda: bool(gone))
    assert not written.contains("FileDialog/lastVisited")
