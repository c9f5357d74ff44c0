"""The window stands where it stood, and can be put back to how it first was."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, colour_in
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.films import Tool


def test_folds_widths_and_comparison_are_taken_up_and_the_tool_is_not(qtbot: QtBot, make_window: MakeWindow) -> None:
    first = make_window(1500)
    colour_in(first, qtbot)
    first.sides.fold_studies(True)
    first.panes.comparing.set_mode(Mode.SWIPE)
    first.session.set_tool(Tool.PAN)
    first.close()
    second = make_window(1500)
    assert second.studies.strip and not second.colour.rail
    assert second.panes.comparing.mode is Mode.SWIPE
    assert second.session.tool is Tool.WINDOW


def test_resetting_the_layout_is_like_a_first_start(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(1500)
    colour_in(window, qtbot)
    window.sides.fold_studies(True)
    window.sides.fold_colour(True)
    window.panes.comparing.set_mode(Mode.LENS)
    entry = window.actions_.entry("layout.reset")
    assert entry is not None
    entry.action.trigger()
    qtbot.waitUntil(lambda: window.width() < 1500)
    wide = window.width() >= tokens.STRIP_BELOW
    assert window.studies.strip is not wide and window.colour.rail is (window.width() < tokens.RAIL_BELOW)
    assert window.panes.comparing.mode is Mode.SIDE_BY_SIDE


def test_the_window_comes_back_in_its_size(make_window: MakeWindow) -> None:
    # Not wider than the offscreen screen has room for.
    first = make_window(900, 640)
    first.close()
    second = make_window(900, 600)
    second.layout_.restore()
    assert second.height() == 640
