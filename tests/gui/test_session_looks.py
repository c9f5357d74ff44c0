"""What stays the same from film to film: strength, tissues, tool; and the window of one film."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, open_film
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.films import Tool


def test_strength_stays_within_its_range_and_steps_to_full_tenths(make_session: MakeSession) -> None:
    session = make_session()
    session.set_strength(7)
    assert session.strength == 1.5
    session.step_strength(1)
    assert session.strength == 1.5
    session.set_strength(0.77)
    session.step_strength(-1)
    assert session.strength == 0.7
    session.set_strength(-1)
    assert session.strength == 0


def test_holding_grey_takes_the_colour_away_and_letting_go_brings_it_back(make_session: MakeSession) -> None:
    session = make_session()
    session.hold_grey(True)
    assert session.showing_grey and session.shown_strength == 0 and session.strength == 1
    session.hold_grey(False)
    assert session.shown_strength == 1


def test_inverting_turns_polarity_and_reset_brings_everything_back(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    open_film(session, qtbot)
    first = session.radiograph
    session.set_voi(Window(1, 2))
    session.toggle_inverted()
    assert session.radiograph is not None and session.radiograph.inverse
    session.reset_voi()
    assert session.radiograph is first
    assert session.voi is first.voi[0]
    session.set_full_range()
    assert session.voi != first.voi[0]


def test_tissues_are_hidden_and_shown_one_by_one_or_all(make_session: MakeSession) -> None:
    session = make_session()
    session.toggle_hidden("bone")
    session.toggle_hidden("fat")
    session.toggle_hidden("bone")
    session.set_solo("lung")
    assert session.hidden == {"fat"} and session.solo == "lung"
    session.show_all_tissues()
    assert session.hidden == frozenset() and session.solo is None


def test_tool_cursor_and_zoom_tell_only_changes(qtbot: QtBot, make_session: MakeSession) -> None:
    session, told = make_session(), []
    for signal in (session.toolChanged, session.cursorChanged, session.zoomChanged):
        signal.connect(lambda: told.append(1))
    for _ in range(2):
        session.set_tool(Tool.PAN)
        session.set_cursor((1.0, 2.0))
        session.set_zoom(0.5)
    assert len(told) == 3
