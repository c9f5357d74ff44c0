from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, MakeWindow, colour_film, film, open_film
from xraycolor_gui.core.presentation import choose_voi, present
from xraycolor_gui.core.radiograph import Spacing, SpacingSource
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.shown import shown_now
from xraycolor_gui.gui.views.arrangement import Arrangement
from xraycolor_gui.gui.views.film_texts import scale_bar


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


def test_panes_are_arranged_for_the_film_as_it_lies(qtbot: QtBot, make_window: MakeWindow) -> None:
    lying = film(200, 600)
    window = make_window(read=lambda path: (lying, choose_voi(lying)[0]))
    open_film(window.session, qtbot)
    assert window.panes.arrangement is Arrangement.ABOVE
    window.session.set_turn(Turn(1))
    assert window.panes.arrangement is Arrangement.BESIDE


def test_the_scale_bar_lies_along_rows_or_columns_as_the_film_does() -> None:
    tall = Spacing(0.4, 0.1, SpacingSource.CALIBRATED)
    across, down = scale_bar(tall, 1.0), scale_bar(tall, 4.0, sideways=True)
    assert across is not None and down is not None
    assert across.text == down.text
    assert across.pixels * 1.0 == down.pixels * 4.0  # the same length on the screen
