from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, MakeWindow, colour_film, film, open_film
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.shown import shown_now


def test_r_l_h_and_v_turn_and_flip_what_is_seen_and_undo_turns_back(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    session = window.session
    open_film(session, qtbot)
    window.panes.current.picture.setFocus()
    for key, turn in (
        (Qt.Key.Key_R, Turn(1)),
        (Qt.Key.Key_H, Turn(3, True)),
        (Qt.Key.Key_V, Turn(3)),
        (Qt.Key.Key_L, Turn(2)),
    ):
        qtbot.keyClick(window.panes.current.picture, key)
        assert session.turn == turn
        assert window.panes.linked.geometry is not None and window.panes.linked.geometry.turn == turn
    for turn in (Turn(3), Turn(3, True), Turn(1), UPRIGHT):
        session.undo.undo()
        assert session.turn == turn


def test_a_film_that_comes_back_lies_as_it_was_left(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    open_film(session, qtbot, "a.dcm")
    session.set_turn(Turn(1))
    open_film(session, qtbot, "b.dcm")
    assert session.turn == UPRIGHT
    open_film(session, qtbot, "a.dcm")
    assert session.turn == Turn(1)


def test_exports_stay_as_the_film_is_stored(qtbot: QtBot, make_session: MakeSession) -> None:
    """The pixels of an export lie where the source has them, so its orientation letters are the source's own."""
    session = make_session()
    colour_film(session, qtbot)
    session.set_turn(Turn(1, True))
    shown = shown_now(session)
    assert shown is not None
    assert np.array_equal(present(shown.radiograph, shown.voi).grey, present(film()).grey)
