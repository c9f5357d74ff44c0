from __future__ import annotations

import itertools
from pathlib import Path

import colour
import cv2
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from skimage.color import rgb2lab

from xraycolor_gui.core.color import ab_to_rgb, grey_of_lightness, grey_rgb, lightness, render, warm_up
from xraycolor_gui.core.palette import from_json

PALETTES = sorted((Path(__file__).resolve().parents[2] / "resources" / "palettes").glob("*.json"))

strengths = st.floats(0.01, 1.5)


def decoded(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """CIELAB of 8-bit sRGB by colour-science, in double precision."""
    xyz = colour.RGB_to_XYZ(colour.cctf_decoding(rgb / 255, "sRGB"), "sRGB")
    return np.asarray(colour.XYZ_to_Lab(xyz, colour.RGB_COLOURSPACES["sRGB"].whitepoint))


def off_lightness(grey: NDArray[np.float32], rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.abs(decoded(rgb)[..., 0] - lightness(grey.astype(np.float64)))


def even(grey: NDArray[np.float32], a: float, b: float) -> NDArray[np.float32]:
    return np.broadcast_to(np.array([a, b], np.float32), (*grey.shape, 2)).copy()


def greys(count: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).random((1, count), np.float32)


def test_lightness_is_that_of_three_other_programs() -> None:
    grey = np.linspace(0, 1, 256, dtype=np.float32).reshape(1, -1)
    rgb = np.repeat(grey[..., np.newaxis], 3, axis=2)
    np.testing.assert_allclose(lightness(grey), rgb2lab(rgb)[..., 0], atol=2e-3)
    # OpenCV interpolates its gamma curve, by up to 0.19 L* beside the other two.
    np.testing.assert_allclose(lightness(grey), cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)[..., 0], atol=0.2)
    xyz = colour.RGB_to_XYZ(colour.cctf_decoding(rgb, "sRGB"), "sRGB")
    np.testing.assert_allclose(lightness(grey), colour.XYZ_to_Lab(xyz)[..., 0], atol=2e-3)


@given(st.floats(0, 1))
def test_the_grey_of_a_lightness_has_that_lightness(grey: float) -> None:
    assert float(grey_of_lightness(lightness(np.float64(grey)))) == pytest.approx(grey, abs=1e-7)


@pytest.mark.parametrize("path", PALETTES, ids=lambda path: path.stem)
def test_tissues_in_every_mixture_and_strength_keep_the_greys_lightness(path: Path) -> None:
    swatches = from_json(path.read_text(encoding="utf-8")).tissues.values()
    rng = np.random.default_rng(0)
    colours = np.array([(0, 0), *((swatch.a, swatch.b) for swatch in swatches)], np.float32)
    shares = rng.dirichlet(np.full(len(colours), 0.3), (300, 300)).astype(np.float32)
    grey = rng.random((300, 300), np.float32)
    for strength in (0.5, 1.0, 1.5):
        off = off_lightness(grey, render(grey, shares @ colours, strength))
        assert off.mean() <= 0.02
        assert off.max() <= 0.15


@given(a=st.floats(-80, 80), b=st.floats(-80, 80), strength=strengths, seed=st.integers(0, 99))
def test_any_chroma_at_all_keeps_the_greys_lightness(a: float, b: float, strength: float, seed: int) -> None:
    assume(np.float32(a) or np.float32(b))  # exactly no chroma is exactly the 8-bit grey
    grey = greys(200, seed)
    off = off_lightness(grey, render(grey, even(grey, a, b), strength))
    assert off.mean() <= 0.05
    assert off.max() <= 0.2


@given(a=st.floats(-45, 45), b=st.floats(-45, 45), grey=st.floats(0.1, 0.95))
def test_the_hue_is_kept_and_chroma_only_ever_reduced(a: float, b: float, grey: float) -> None:
    one = np.full((1, 1), grey, np.float32)
    _, a_out, b_out = decoded(render(one, even(one, a, b)))[0, 0]
    # What a step of the table and one of each 8-bit code can move a colour by.
    slack = 3.0
    assert np.hypot(a_out, b_out) <= min(48, np.hypot(a, b)) + slack
    across = (a * b_out - b * a_out) / max(np.hypot(a, b), 1e-9)
    along = (a * a_out + b * b_out) / max(np.hypot(a, b), 1e-9)
    assert abs(across) <= slack and along >= -slack


def test_chroma_that_srgb_can_show_is_shown() -> None:
    grey = np.linspace(0.4, 0.75, 101, dtype=np.float32).reshape(1, -1)
    for a, b in itertools.product((-15, 0, 18), (-18, 0, 21)):
        lab = decoded(render(grey, even(grey, a, b)))
        assert np.abs(lab[..., 1:] - (a, b)).max() < 2.5
        assert np.abs(lab[..., 1:].mean(axis=(0, 1)) - (a, b)).max() < 0.5


def test_chroma_that_srgb_can_show_agrees_with_opencv_and_skimage() -> None:
    grey = np.linspace(0.25, 0.75, 64, dtype=np.float32).reshape(1, -1)
    chroma = even(grey, 15, -12)
    lab = np.dstack([lightness(grey), chroma]).astype(np.float32)
    ours = render(grey, chroma).astype(int)
    assert np.abs(ours - np.rint(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB) * 255)).max() <= 3
    np.testing.assert_allclose(rgb2lab(ours.astype(np.uint8)), lab, atol=2.5)


@given(seed=st.integers(0, 99), a=st.floats(-99, 99), b=st.floats(-99, 99))
def test_strength_0_is_the_grey_picture_to_the_bit(seed: int, a: float, b: float) -> None:
    grey = greys(500, seed)
    rgb = render(grey, even(grey, a, b), 0)
    np.testing.assert_array_equal(rgb, grey_rgb(grey))
    np.testing.assert_array_equal(rgb[..., 1], np.rint(grey * 255))


@given(strength=strengths, seed=st.integers(0, 99))
def test_where_there_is_no_chroma_the_grey_picture_stays_to_the_bit(strength: float, seed: int) -> None:
    grey = greys(400, seed)
    chroma = even(grey, 20, -5)
    chroma[:, ::3] = 0
    rgb = render(grey, chroma, strength)
    np.testing.assert_array_equal(rgb[:, ::3], grey_rgb(grey)[:, ::3])
    assert (rgb[:, 1::3] != grey_rgb(grey)[:, 1::3]).any()


def test_black_stays_black_and_white_stays_white() -> None:
    ends = np.array([[0, 1, -0.5, 1.5]], np.float32)
    for a, b in ((30, 10), (-30, -30), (0.1, 0)):
        assert render(ends, even(ends, a, b)).tolist() == [[[0] * 3, [255] * 3, [0] * 3, [255] * 3]]


def test_strength_is_a_factor_on_chroma() -> None:
    grey = greys(1000)
    np.testing.assert_array_equal(render(grey, even(grey, 9, -6), 1.5), render(grey, even(grey, 13.5, -9)))


def test_any_size_and_any_layout_of_picture_is_drawn() -> None:
    grey = np.random.default_rng(0).random((700, 301), np.float32)
    chroma = np.random.default_rng(1).normal(0, 10, (700, 301, 2)).astype(np.float32)
    whole = render(grey, chroma)
    np.testing.assert_array_equal(whole[10:600:3, 5:99], render(grey[10:600:3, 5:99], chroma[10:600:3, 5:99]))
    np.testing.assert_array_equal(render(np.asfortranarray(grey), chroma[:, ::-1][:, ::-1]), whole)
    assert render(grey[:0], chroma[:0]).shape == (0, 301, 3)


def test_a_legends_ramp_has_its_lightness_and_the_colour_of_the_film() -> None:
    ramp = np.linspace(24, 86, 40)
    rgb = ab_to_rgb(ramp, 12, 9)
    assert rgb.shape == (40, 3)
    assert np.abs(decoded(rgb)[:, 0] - ramp).max() <= 0.15
    grey = grey_of_lightness(ramp).astype(np.float32).reshape(1, -1)
    assert np.abs(rgb.astype(int) - render(grey, even(grey, 12, 9))[0]).max() <= 4
    assert ab_to_rgb(50.0, 12, 9).shape == (3,)


def test_what_does_not_fit_is_refused() -> None:
    grey = greys(10)
    with pytest.raises(ValueError, match="does not fit"):
        render(grey, np.zeros((2, 10, 2), np.float32))
    for strength in (-0.1, 1.6, float("nan")):
        with pytest.raises(ValueError, match="strength"):
            render(grey, even(grey, 1, 1), strength)


def test_warming_up_twice_costs_nothing_more() -> None:
    warm_up()
    warm_up()
