"""Windows and pictures that give feedback to a store of the test's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at, drag
from tests.gui.made import MakeWindow, colour_in
from tests.gui.measuring.test_in_window import read_each
from xraycolor_gui.core.feedback import Feedback
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.io.feedback.store import FeedbackStore

if TYPE_CHECKING:
    from xraycolor_gui.gui.views.picture import Picture
    from xraycolor_gui.gui.window import MainWindow

READER = "A. Reader"


def store_in(tmp_path: Path) -> Path:
    return tmp_path / "store" / "feedback.sqlite"


def feedback_window(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, width: int = 1440, height: int = 900, **others: object
) -> MainWindow:
    """A window with a coloured film, whose reader is known and whose store lies in the test's folder."""
    steps = {"feedback": FeedbackFiles(store_in(tmp_path), timeout=0.2), "read": read_each} | others
    window = make_window(width, height, **steps)
    window.session.feedback.set_reader(READER)
    colour_in(window, qtbot, "a.dcm")
    return window


def saved(qtbot: QtBot, window: MainWindow, path: Path) -> tuple[Feedback, ...]:
    """What stands in the store, when everything is there."""
    given = window.session.feedback
    given.flush()
    qtbot.waitUntil(lambda: given.keeping.all_saved, timeout=10_000)
    with FeedbackStore(path) as store:
        return store.records()


def outline(window: MainWindow, tool: Tool, *points: tuple[float, float]) -> None:
    """Draw with a tool through these image coordinates: (x, y)."""
    picture = window.panes.grey.picture
    window.session.set_tool(tool)
    places = [at(picture, *point) for point in points]
    if tool is Tool.REGION_POLYGON:
        for place in (*places, places[0]):
            click(picture, place)
    else:
        drag(picture, *places)


def click(picture: Picture, place: QPoint) -> None:
    from PySide6.QtTest import QTest

    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
