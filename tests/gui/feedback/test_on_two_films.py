"""Feedback on two films side by side, and on a pane that has a window of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.drawn.test_drawing import at, drag
from tests.gui.feedback.made import feedback_window, outline, saved, store_in
from tests.gui.made import WAIT_MS, MakeWindow, colour_in
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import bounds
from xraycolor_gui.gui.films import Tool


def judge(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_each_of_two_films_gets_what_is_outlined_on_it(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    colour_in(window, qtbot, "b.dcm")
    window.two_films.show(Path("a.dcm"))
    second = window.two_films.second
    assert second is not None
    qtbot.waitUntil(lambda: second.colorization is not None, timeout=WAIT_MS)
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    judge(qtbot, Qt.Key.Key_1)
    other = window.panes._beside
    assert other is not None
    picture = other.colour.picture
    QTest.mouseMove(picture, at(picture, 200, 150))
    qtbot.waitUntil(lambda: window.session.at_hand is second)
    drag(picture, at(picture, 200, 150), at(picture, 300, 260))
    chooser = window.feedback.asking.chooser
    assert chooser is not None and chooser.isVisible()
    judge(qtbot, Qt.Key.Key_6)
    records = saved(qtbot, window, store_in(tmp_path))
    assert [(each.film.sha256[0], each.verdict) for each in records] == [("b", Verdict.RIGHT), ("a", Verdict.ARTEFACT)]
    region = records[1].region
    assert region is not None
    assert all(abs(one - two) < 3 for one, two in zip(bounds(region), (200, 150, 300, 260), strict=True))
    # Each film draws its own, and the list is that of the film at hand.
    assert [len(window.session.feedback.layers[one].drawings) for one in (window.session, second)] == [1, 1]
    assert window.feedback.panel.table.topLevelItemCount() == 1
    window.session.undo.undo()
    assert [each.verdict for each in saved(qtbot, window, store_in(tmp_path))] == [Verdict.RIGHT, None]


def test_feedback_is_given_on_a_pane_in_its_own_window(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    picture = window.panes.grey.picture
    outline(window, Tool.REGION_ELLIPSE, (60, 80), (160, 200))
    judge(qtbot, Qt.Key.Key_1)
    window.detached.detach(window.panes.grey)
    assert picture.window() is window.detached.window
    QApplication.processEvents()
    window.session.set_tool(Tool.REGION_RECTANGLE)
    QTest.mouseMove(picture, at(picture, 200, 150))
    drag(picture, at(picture, 200, 150), at(picture, 300, 260))
    chooser = window.feedback.asking.chooser
    assert chooser is not None and chooser.window() is picture.window()
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_4)
    window.detached.attach()
    records = saved(qtbot, window, store_in(tmp_path))
    assert [each.verdict for each in records] == [Verdict.RIGHT, Verdict.SHOULD_BE_GREY]
    region = records[1].region
    assert region is not None
    assert all(abs(one - two) < 3 for one, two in zip(bounds(region), (200, 150, 300, 260), strict=True))
