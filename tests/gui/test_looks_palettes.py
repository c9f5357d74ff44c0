"""Palettes in the session: chosen, tried while they are edited, dropped."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from tests.gui.made import colorization, colour_film, film, steps
from xraycolor_gui.core.palette import Palette, Swatch
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.io.resources import palette as shipped

TRIED = Palette("tried", "Tried", "Being edited.", {"lung": Swatch("Lung", 5.0, 5.0)})


def test_a_tried_palette_is_drawn_but_neither_chosen_nor_listed(qtbot: QtBot) -> None:
    session = Session(steps(film()))
    with qtbot.waitSignal(session.paletteChanged):
        session.try_palette(TRIED)
    assert session.palette is TRIED and session.chosen_palette is session.palettes[0]
    assert TRIED not in session.palettes
    with qtbot.waitSignal(session.paletteChanged):
        session.try_palette(None)
    assert session.palette is session.palettes[0]
    session.close()


def test_choosing_a_palette_even_the_same_again_ends_the_trying(qtbot: QtBot) -> None:
    session = Session(steps(film()))
    session.try_palette(TRIED)
    with qtbot.waitSignal(session.paletteChanged):
        session.set_palette(session.chosen_palette.name)
    assert session.palette is session.palettes[0]
    session.close()


def test_a_dropped_palette_gives_its_place_to_the_first(qtbot: QtBot) -> None:
    session = Session(steps(film()))
    session.add_palette(TRIED)
    assert session.palette is TRIED
    session.drop_palette("tried")
    assert session.palette is session.palettes[0] and TRIED not in session.palettes
    session.close()


def test_panes_that_keep_shares_draw_what_a_palette_from_scratch_draws(qtbot: QtBot) -> None:
    """Colour, salience and power each change; then another film's composition."""
    made = colorization()
    session = Session(steps(film(), made))
    linked = LinkedView(session)
    colour_film(session, qtbot)
    before = shipped("anatomical")
    lung = before.tissues["lung"]
    for swatch, power in ((replace(lung, a=20.0), 1.5), (replace(lung, salience=9.0), 1.5), (lung, 2.0)):
        tried = replace(before, tissues={**before.tissues, "lung": swatch}, power=power)
        session.try_palette(tried)
        expected = tried.chroma(made.composition, made.tissues)
        assert linked._chroma is not None
        np.testing.assert_allclose(linked._chroma, expected, atol=1e-5)
    session.close()
