from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraycolor_gui.core.upsample import enlarge, refine


def limb(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Grey and truth (background, soft tissue, bone) of a slanting limb with noise."""
    rows, columns = np.mgrid[:size, :size] / size
    off = np.abs(columns - 0.5 + 0.1 * (rows - 0.5))
    body, bone = off < 0.25, off < 0.06
    truth = np.stack([~body, body & ~bone, bone], axis=2).astype(np.float32)
    thickness = np.sqrt(np.clip(1 - (off / 0.25) ** 2, 0, 1))
    grey = np.where(body, 0.12 + 0.3 * thickness, 0.04) + 0.25 * bone
    grey += np.random.default_rng(0).normal(0, 0.01, grey.shape)
    return grey.clip(0, 1).astype(np.float32), truth


def shrunk(composition: np.ndarray, size: int) -> np.ndarray:
    """As a network gives it: coarse, and smoother than the grid itself."""
    planes = [cv2.GaussianBlur(plane, (0, 0), composition.shape[0] / size) for plane in np.moveaxis(composition, 2, 0)]
    return np.dstack([cv2.resize(plane, (size, size), interpolation=cv2.INTER_AREA) for plane in planes])


def plain(composition: np.ndarray, size: int) -> np.ndarray:
    return np.dstack([cv2.resize(plane, (size, size)) for plane in np.moveaxis(composition, 2, 0)])


def test_colour_ends_at_the_skin_where_plain_enlarging_leaves_a_halo() -> None:
    grey, truth = limb(512)
    coarse = shrunk(truth, 128)
    refined, smooth = refine(coarse, grey), plain(coarse, 512)
    air = truth[..., 0].astype(np.uint8)
    near = (air == 1) & (cv2.erode(air, np.ones((17, 17), np.uint8)) == 0)
    assert refined[..., 1][near].mean() < 0.5 * smooth[..., 1][near].mean()
    assert np.abs(refined - truth).mean() < 0.65 * np.abs(smooth - truth).mean()


@settings(max_examples=20)
@given(rows=st.integers(8, 40), columns=st.integers(8, 40), seed=st.integers(0, 99), longest=st.integers(16, 150))
def test_refined_shares_still_sum_to_one(rows: int, columns: int, seed: int, longest: int) -> None:
    rng = np.random.default_rng(seed)
    composition = rng.dirichlet(np.ones(4), (rows, columns)).astype(np.float32)
    refined = refine(composition, rng.random((4 * rows + 3, 4 * columns)).astype(np.float32), longest)
    np.testing.assert_allclose(refined.sum(-1), 1, atol=1e-5)
    assert refined.min() >= 0
    assert max(refined.shape[:2]) <= max(longest, rows, columns)
    assert refined.shape[0] * columns == refined.shape[1] * rows


def test_a_composition_that_is_large_enough_is_left_as_it_is() -> None:
    composition = np.random.default_rng(0).random((300, 280, 3)).astype(np.float32)
    np.testing.assert_array_equal(refine(composition, np.zeros((900, 840), np.float32)), composition)


def test_an_even_composition_stays_even_whatever_the_grey() -> None:
    composition = np.tile(np.array([0.2, 0.5, 0.3], np.float32), (32, 32, 1))
    grey = np.random.default_rng(0).random((256, 256)).astype(np.float32)
    np.testing.assert_allclose(refine(composition, grey), np.tile(composition[0, 0], (512, 512, 1)), atol=1e-6)


def ramp(rows: int, columns: int) -> np.ndarray:
    """Chroma equal to the position of the pixel's centre, as a part of the film."""
    down, across = (np.arange(rows) + 0.5) / rows, (np.arange(columns) + 0.5) / columns
    return np.stack(np.meshgrid(down, across, indexing="ij"), axis=2).astype(np.float32)


def test_enlarging_keeps_pixel_centres_on_their_place() -> None:
    large = enlarge(ramp(20, 30), (400, 300))
    inside = np.s_[10:-10, 5:-5]
    np.testing.assert_allclose(large[inside], ramp(400, 300)[inside], atol=1e-5)


@pytest.mark.parametrize("region", [(100.0, 40.0, 160.0, 140.0), (33.3, 50.25, 87.8, 201.5)])
def test_a_region_is_the_same_place_of_the_whole(region: tuple[float, float, float, float]) -> None:
    top, left, bottom, right = region
    size = (120, 200)
    part = enlarge(ramp(20, 30), (400, 300), region, size)
    down = (top + (np.arange(120) + 0.5) * (bottom - top) / 120) / 400
    across = (left + (np.arange(200) + 0.5) * (right - left) / 200) / 300
    expected = np.stack(np.meshgrid(down, across, indexing="ij"), axis=2)
    np.testing.assert_allclose(part, expected, atol=1.5e-3)


def test_a_region_of_whole_pixels_needs_no_size_and_agrees_with_the_whole_film() -> None:
    chroma = cv2.blur(np.random.default_rng(0).normal(0, 8, (64, 48, 2)), (3, 3)).astype(np.float32)
    whole = enlarge(chroma, (640, 480))
    # OpenCV warps on a grid of 1/32 pixel: half of that times the steepest rise is what may differ.
    assert np.abs(enlarge(chroma, (640, 480), (0, 0, 640, 480)) - whole).max() < 0.5
    part = enlarge(chroma, (640, 480), (64, 32, 320, 352))
    assert part.shape == (256, 320, 2)
    assert np.abs(part - whole[64:320, 32:352]).max() < 0.5


def test_beyond_the_film_the_border_goes_on_and_an_empty_region_is_empty() -> None:
    chroma = ramp(4, 4)
    assert enlarge(chroma, (40, 40), (-20, -20, -10, -10))[0, 0] == pytest.approx(chroma[0, 0], abs=1e-6)
    assert enlarge(chroma, (40, 40), (5, 5, 5, 9)).shape == (0, 4, 2)
