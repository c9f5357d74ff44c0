"""A film in motion: shifted with what comes into sight drawn anew, zoomed from fewer pixels, and exact at rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, colorization, colour_film, film
from xraycolor_gui.core import color
from xraycolor_gui.core.radiograph import Radiograph, Window
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.moving import RGB, Moving
from xraycolor_gui.gui.views.sampling import Patch, visible_patch
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry
from xraycolor_gui.gui.views.viewport import Viewport
from xraycolor_gui.io.resources import palette

CANVAS = Canvas(180, 140)
ROWS, COLUMNS = 400, 300


def soft_film() -> Radiograph:
    """Without noise, so that a place that is a hundredth of a pixel off does not show."""
    y, x = np.mgrid[:ROWS, :COLUMNS]
    stored = 2000 + 900 * np.sin(x / 31) * np.cos(y / 23) + y
    return film(ROWS, COLUMNS, stored=stored.astype(np.uint16))


def viewport_of(radiograph: Radiograph) -> Viewport:
    shown, coloured = Viewport(), colorization(rows=32, columns=32)
    shown.set_film(radiograph)
    shown.set_presentation(radiograph, radiograph.voi[0])
    shown.set_chroma(palette("anatomical").chroma(coloured.composition, coloured.tissues))
    return shown


def patch_of(geometry: ViewGeometry) -> Patch:
    patch = visible_patch(geometry.place(CANVAS), CANVAS)
    assert patch is not None
    return patch


class Drawing:
    """Draws by a viewport, and remembers how large what it drew was."""

    def __init__(self, viewport: Viewport) -> None:
        self.viewport = viewport
        self.pixels: list[int] = []

    def __call__(self, patch: Patch, strength: float, screen: color.Screen | None) -> RGB:
        self.pixels.append(patch.width * patch.height)
        return self.viewport.draw(patch, strength, screen)


@given(
    zoom=st.sampled_from([0.3, 0.55, 1.0, 1.7, 6.0]),
    turn=st.builds(Turn, st.integers(0, 3), st.booleans()),
    steps=st.lists(st.tuples(st.integers(-90, 90), st.integers(-70, 70)), min_size=1, max_size=3),
    strength=st.sampled_from([0.0, 1.0]),
)
@settings(max_examples=40, deadline=None)
def test_a_film_that_is_shifted_looks_as_if_it_were_drawn_anew(
    zoom: float, turn: Turn, steps: list[tuple[int, int]], strength: float
) -> None:
    viewport = viewport_of(soft_film())
    moving = Moving(viewport.draw)
    geometry = ViewGeometry((ROWS, COLUMNS), zoom=zoom, turn=turn)
    moving.draw(patch_of(geometry), strength, None)
    for step in steps:
        geometry = geometry.panned(*step, CANVAS)
        patch = patch_of(geometry)
        drawn, anew = moving.draw(patch, strength, None), viewport_of(soft_film()).draw(patch, strength)
        off = np.abs(drawn.astype(int) - anew)
        # The table of colours has steps, and a place may fall on the other side of one.
        assert off.max() <= (2 if strength == 0 else 12) and off.mean() < 0.05
        if zoom == 1.0:
            assert np.array_equal(drawn, anew)


def test_only_what_comes_into_sight_is_drawn() -> None:
    drawing = Drawing(viewport_of(soft_film()))
    moving = Moving(drawing)
    geometry = ViewGeometry((ROWS, COLUMNS), zoom=2.0)
    moving.draw(patch_of(geometry), 1.0, None)
    moving.draw(patch_of(geometry.panned(7, -5, CANVAS)), 1.0, None)
    whole, *strips = drawing.pixels
    assert whole == CANVAS.width * CANVAS.height
    assert sum(strips) == 7 * CANVAS.height + 5 * CANVAS.width - 7 * 5
    moving.draw(patch_of(geometry.panned(7, -5, CANVAS)), 1.0, None)
    assert len(drawing.pixels) == 1 + len(strips)


def test_while_it_is_zoomed_a_quarter_of_the_pixels_is_drawn_and_looks_alike() -> None:
    drawing = Drawing(viewport_of(soft_film()))
    moving = Moving(drawing)
    moving.draw(patch_of(ViewGeometry((ROWS, COLUMNS), zoom=0.6)), 1.0, None)
    patch = patch_of(ViewGeometry((ROWS, COLUMNS), zoom=0.7))
    moving.draw(patch, 0.0, None)
    drawing.pixels.clear()
    patch = patch_of(ViewGeometry((ROWS, COLUMNS), zoom=0.8))
    drawn = moving.draw(patch, 0.0, None)
    assert sum(drawing.pixels) == -(-patch.width // 2) * -(-patch.height // 2)
    assert drawn.shape == (patch.height, patch.width, 3)
    assert np.abs(drawn.astype(int) - viewport_of(soft_film()).draw(patch, 0.0)).mean() < 1


def test_a_picture_that_was_drawn_from_fewer_pixels_is_not_shifted() -> None:
    drawing = Drawing(viewport_of(soft_film()))
    moving = Moving(drawing)
    geometry = ViewGeometry((ROWS, COLUMNS), zoom=2.0)
    moving.draw(patch_of(replace(geometry, zoom=1.9)), 0.0, None)
    moving.draw(patch_of(geometry), 0.0, None)
    patch = patch_of(geometry.panned(4, 0, CANVAS))
    assert np.array_equal(moving.draw(patch, 0.0, None), drawing.viewport.draw(patch, 0.0))


@pytest.mark.parametrize("other", ["window", "colour", "film"])
def test_another_look_is_drawn_whole_at_once_while_the_film_moves(other: str) -> None:
    radiograph = soft_film()
    viewport = viewport_of(radiograph)
    geometry = ViewGeometry((ROWS, COLUMNS), zoom=1.0)
    viewport.draw(patch_of(geometry), 1.0)
    patch = patch_of(geometry.panned(3, 3, CANVAS))
    before = viewport.draw(patch, 1.0, moving=True).copy()
    if other == "window":
        viewport.set_presentation(radiograph, Window(2048, 8192))
    elif other == "colour":
        viewport.set_chroma(np.full((8, 8, 2), 20, np.float32))
    else:
        brighter = film(ROWS, COLUMNS, stored=(radiograph.stored // 2).astype(np.uint16))
        viewport.set_film(brighter)
        viewport.set_presentation(brighter, brighter.voi[0])
    after = viewport.draw(patch, 1.0, moving=True)
    assert not np.array_equal(before, after)
    assert np.array_equal(after, viewport.draw(patch, 1.0))


def test_one_step_is_drawn_exactly_and_a_movement_is_once_it_rests(make_session: MakeSession, qtbot: QtBot) -> None:
    session = make_session()
    linked = LinkedView(session)
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: linked.viewport.has_film and linked.strength == session.strength)
    screen = QGuiApplication.primaryScreen()
    assert linked.geometry is not None
    geometry = replace(linked.geometry, zoom=0.7)

    def drawn(geometry: ViewGeometry) -> tuple[RGB, RGB]:
        linked.set_geometry(geometry)
        patch = patch_of(geometry)
        return linked.draw(patch, 1.0, screen).copy(), linked.viewport._draw(patch, 1.0, None)

    shown, exact = drawn(geometry)
    assert np.array_equal(shown, exact)
    zoomed = replace(geometry, zoom=0.71)
    shown, exact = drawn(zoomed)
    assert not np.array_equal(shown, exact)
    with qtbot.waitSignal(linked.pictureChanged):
        pass
    assert np.array_equal(linked.draw(patch_of(zoomed), 1.0, screen), exact)
