from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from tests.core.films import film as made_film
from tests.gui.made import colorization, film
from xraycolor_gui.core import color
from xraycolor_gui.core.presentation import grey_from_modality, present
from xraycolor_gui.core.radiograph import Padding, Radiograph, Window, WindowFunction
from xraycolor_gui.core.shutters import Rectangle, Shutter
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.gui.views import viewport as viewport_module
from xraycolor_gui.gui.views.sampling import Patch, visible_patch
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry
from xraycolor_gui.gui.views.viewport import Viewport
from xraycolor_gui.io.resources import palette

CANVAS = Canvas(640, 520)


@pytest.fixture
def shown() -> Viewport:
    radiograph = film()
    viewport = Viewport()
    viewport.set_film(radiograph)
    viewport.set_presentation(radiograph, radiograph.voi[0])
    return viewport


def whole(zoom: float | None = 1.0) -> Patch:
    geometry = ViewGeometry((400, 500), zoom=zoom)
    patch = visible_patch(geometry.place(CANVAS), CANVAS)
    assert patch is not None
    return patch


def chroma() -> Any:
    coloured = colorization()
    return palette("anatomical").chroma(coloured.composition, coloured.tissues)


def test_at_100_percent_the_grey_pane_is_the_presented_film(shown: Viewport) -> None:
    assert np.array_equal(shown.draw(whole(), 0.0), color.grey_rgb(present(film()).grey))


def test_at_100_percent_the_colour_pane_is_what_an_export_would_be(shown: Viewport) -> None:
    shown.set_chroma(chroma())
    expected = color.render(present(film()).grey, enlarge(chroma(), (400, 500)), 1.2)
    off = np.abs(shown.draw(whole(), 1.2).astype(int) - expected).max(axis=-1)
    # Chroma is drawn in cells: one that lies on a border may fall to either side.
    assert off.max() <= 8 and (off > 0).mean() < 0.01


def test_strength_0_is_the_grey_picture_to_the_bit(shown: Viewport) -> None:
    grey = shown.draw(whole(None), 1.0).copy()
    shown.set_chroma(chroma())
    assert not np.array_equal(shown.draw(whole(None), 1.0), grey)
    assert np.array_equal(shown.draw(whole(None), 0.0), grey)


def test_a_film_without_colour_is_grey_at_any_strength(shown: Viewport) -> None:
    rgb = shown.draw(whole(), 1.5)
    assert np.array_equal(rgb[..., 0], rgb[..., 1]) and np.array_equal(rgb[..., 1], rgb[..., 2])


def test_a_new_window_changes_grey_and_colour_together(shown: Viewport) -> None:
    shown.set_chroma(chroma())
    before = shown.draw(whole(), 1.0), shown.draw(whole(), 0.0)
    shown.set_presentation(film(), Window(1000, 500))
    after = shown.draw(whole(), 1.0), shown.draw(whole(), 0.0)
    assert not np.array_equal(before[0], after[0])
    assert np.array_equal(after[1], color.grey_rgb(present(film(), Window(1000, 500)).grey))


def test_a_change_of_strength_presents_nothing_again(shown: Viewport, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.set_chroma(chroma())
    shown.draw(whole(), 1.0)
    presented = []
    monkeypatch.setattr(
        viewport_module, "grey_from_modality", lambda *args: presented.append(1) or grey_from_modality(*args)
    )
    shown.draw(whole(), 0.7)
    assert not presented
    shown.set_presentation(film(), Window(1000, 500))
    shown.draw(whole(), 0.7)
    assert len(presented) == 1


def test_padding_is_black_in_both_panes() -> None:
    stored = film().stored.copy()
    stored[:, :100] = 4000
    padded = film(stored=stored, padding=Padding(4000, 4000))
    viewport = Viewport()
    viewport.set_film(padded)
    viewport.set_presentation(padded, padded.voi[0])
    viewport.set_chroma(chroma())
    assert not viewport.draw(whole(), 0.0)[:, :100].any()
    assert not viewport.draw(whole(), 1.0)[:, :100].any()


def test_another_film_forgets_the_colour_of_the_one_before(shown: Viewport) -> None:
    shown.set_chroma(chroma())
    shown.draw(whole(), 1.0)
    shown.set_film(film())
    shown.set_presentation(film(), film().voi[0])
    rgb = shown.draw(whole(), 1.0)
    assert np.array_equal(rgb[..., 0], rgb[..., 2])


@pytest.mark.parametrize("turn", [Turn(1), Turn(2), Turn(3, True), Turn(0, True)], ids=str)
@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_a_turned_film_is_the_same_picture_turned(shown: Viewport, turn: Turn, zoom: float) -> None:
    shown.set_chroma(chroma())
    geometry = ViewGeometry((400, 500), zoom=zoom)
    patches = [visible_patch(each.place(CANVAS), CANVAS) for each in (geometry, geometry.turned(turn))]
    upright, turned = (shown.draw(patch, 1.0) for patch in patches if patch is not None)
    assert np.array_equal(turn.turned(upright), turned)


def _coloured(rows: int = 40, columns: int = 60) -> Radiograph:
    rgb = np.random.default_rng(3).integers(0, 256, (rows, columns, 3), np.uint8)
    voi = (Window(127.5, 255, WindowFunction.LINEAR_EXACT, "as stored"),)
    return made_film(rgb[..., 1], "uint8", 8, luminance=True, coloured=True, rgb=rgb, voi=voi)


def test_a_picture_with_colours_of_its_own_is_drawn_in_them() -> None:
    radiograph = _coloured()
    viewport = Viewport()
    viewport.set_film(radiograph)
    viewport.set_presentation(radiograph, radiograph.voi[0])
    whole = Patch(0, 0, 60, 40, (0.0, 0.0, 40.0, 60.0), UPRIGHT)
    assert np.array_equal(viewport.draw(whole, 0.0), radiograph.rgb)
    assert np.array_equal(viewport.draw(whole, 1.0), radiograph.rgb)
    viewport.set_presentation(radiograph, Window(200, 100, WindowFunction.LINEAR_EXACT))
    assert viewport.draw(whole, 0.0).mean() < 100


@pytest.mark.parametrize("colour", [False, True])
def test_what_the_shutter_covers_is_covered_at_every_zoom_until_it_is_switched_off(colour: bool) -> None:
    plain = _coloured() if colour else made_film(np.full((40, 60), 3000), voi=(Window(1500, 3000),))
    radiograph = dataclasses.replace(plain, shutter=Shutter((Rectangle(11, 30, 1, 60),)))
    viewport = Viewport()
    viewport.set_film(radiograph)
    viewport.set_presentation(radiograph, radiograph.voi[0])
    for scale in (1, 3):
        patch = Patch(0, 0, 60 * scale, 40 * scale, (0.0, 0.0, 40.0, 60.0), UPRIGHT)
        drawn = viewport.draw(patch, 0.0)
        assert (drawn[: 10 * scale] == 0).all() and drawn[10 * scale : 30 * scale].mean() > 50
    viewport.set_presentation(plain, plain.voi[0])
    assert viewport.draw(patch, 0.0)[:10].mean() > 50
