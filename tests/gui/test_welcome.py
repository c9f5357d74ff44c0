"""The first screen: ways in, recent folders, and what is left out where there is no room."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from xraycolor_gui.gui.panels.welcome import WelcomePanel
from xraycolor_gui.gui.settings import RECENT_FOLDERS, Recent, Settings


def texts(panel: WelcomePanel) -> str:
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))


def test_every_way_in_answers_to_mouse_and_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    panel = WelcomePanel(Settings(tmp_path / "s.ini"))
    qtbot.addWidget(panel)
    panel.resize(1400, 800)
    panel.show()
    for way, signal in (
        (panel.files, panel.filesWanted),
        (panel.folder, panel.folderWanted),
        (panel.sample, panel.sampleWanted),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(way, Qt.Key.Key_Space)
        assert way.height() == 40 and way.accessibleName()


def test_recent_folders_open_again_and_can_be_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    today = datetime.date.today()
    settings.add_recent(tmp_path / "CXR teaching set", 214, today.isoformat())
    settings.add_recent(tmp_path / "Pelvis", 1, (today - datetime.timedelta(days=1)).isoformat())
    panel = WelcomePanel(settings)
    qtbot.addWidget(panel)
    panel.resize(1400, 800)
    panel.show()
    shown = texts(panel)
    assert "214 films" in shown and "1 film" in shown and "today" in shown and "yesterday" in shown
    (entry,) = (one for one in panel.findChildren(QPushButton) if one.text().strip() == "Pelvis")
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert opened.args == [tmp_path / "Pelvis"]
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert settings.recent() == ()
    assert "Recent" not in texts(panel)


def test_the_explanation_gives_way_where_there_is_no_room(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = tmp_path / "grey.png", tmp_path / "colour.png"
    for path in pictures:
        assert QImage(20, 20, QImage.Format.Format_RGB32).save(str(path))
    panel = WelcomePanel(Settings(tmp_path / "s.ini"), pictures)
    qtbot.addWidget(panel)
    panel.resize(1280, 720)
    panel.show()
    qtbot.waitUntil(lambda: "What you will see" in texts(panel) and "a model’s opinion" in texts(panel))
    panel.resize(900, 600)
    assert "What you will see" not in texts(panel)


def test_only_so_many_folders_are_remembered_newest_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    for number in range(RECENT_FOLDERS + 2):
        settings.add_recent(tmp_path / str(number), number, "2025-03-12")
    settings.add_recent(tmp_path / "4", 9, "2025-03-13")
    recent = Settings(tmp_path / "s.ini").recent()
    assert len(recent) == RECENT_FOLDERS
    assert recent[0] == Recent(tmp_path / "4", 9, "2025-03-13")


def test_what_others_wrote_into_the_settings_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text('[recent]\nfolders="{nonsense"\n[layout]\nstudies=wide much\n')
    settings = Settings(file)
    assert settings.recent() == ()
    assert settings.dock("studies") is None


def test_the_state_of_docks_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_dock("studies", True, 72)
    assert Settings(tmp_path / "s.ini").dock("studies") == (True, 72)
