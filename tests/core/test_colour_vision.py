"""Colour vision and colour difference, against colour-science and scikit-image."""

from __future__ import annotations

import colour
import numpy as np
import pytest
from colour.blindness import CVD_MATRICES_MACHADO2010
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from skimage.color import deltaE_ciede2000, rgb2lab

from xraycolor_gui.core.colour_vision import Vision, delta_e, seen, seen_lab

NAMES = {Vision.PROTAN: "Protanomaly", Vision.DEUTAN: "Deuteranomaly", Vision.TRITAN: "Tritanomaly"}
labs = hnp.arrays(
    np.float64, (4, 3), elements=st.tuples(st.floats(0, 100), st.floats(-100, 100)).map(lambda pair: pair[1])
).map(lambda lab: np.stack([np.abs(lab[:, 0]), lab[:, 1], lab[:, 2]], axis=-1))
colours = hnp.arrays(np.float64, (5, 3), elements=st.floats(0, 1))


@given(one=labs, other=labs)
def test_the_difference_of_two_colours_is_ciede2000(one: np.ndarray, other: np.ndarray) -> None:
    np.testing.assert_allclose(delta_e(one, other), deltaE_ciede2000(one, other), atol=1e-4)


@given(one=labs, other=labs)
def test_the_difference_is_the_same_both_ways_and_none_from_a_colour_to_itself(
    one: np.ndarray, other: np.ndarray
) -> None:
    np.testing.assert_allclose(delta_e(one, other), delta_e(other, one), atol=1e-9)
    np.testing.assert_allclose(delta_e(one, one), 0, atol=1e-6)


def test_sharmas_published_pairs_are_met() -> None:
    """Sharma, Wu, Dalal 2005, table 1: the pairs that tell faulty implementations."""
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, distance in pairs:
        assert float(delta_e(np.array(one), np.array(other))) == pytest.approx(distance, abs=5e-5)


@given(colours)
def test_normal_vision_is_plain_cielab(rgb: np.ndarray) -> None:
    np.testing.assert_allclose(seen_lab(rgb), rgb2lab(rgb), atol=0.03)  # whites of D65 differ in the fourth place
    np.testing.assert_allclose(seen(rgb, Vision.NORMAL), rgb, atol=1e-6)


@pytest.mark.parametrize("vision", NAMES)
@given(rgb=colours)
def test_a_deficiency_is_machados_in_linear_light(vision: Vision, rgb: np.ndarray) -> None:
    matrix = np.asarray(CVD_MATRICES_MACHADO2010[NAMES[vision]][1.0])
    expected = colour.cctf_encoding(np.clip(colour.cctf_decoding(rgb, "sRGB") @ matrix.T, 0, 1), "sRGB")
    np.testing.assert_allclose(seen(rgb, vision), expected, atol=1e-6)


@pytest.mark.parametrize("vision", Vision)
def test_grey_stays_grey_for_every_colour_vision(vision: Vision) -> None:
    grey = np.repeat(np.linspace(0, 1, 11)[:, np.newaxis], 3, axis=1)
    np.testing.assert_allclose(seen(grey, vision), grey, atol=2e-5)
