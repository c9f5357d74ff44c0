"""Outlines of pixels lose none of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from tests.core.regions_made import masks
from xraycolor_gui.core.outlines import keyhole, rings_of
from xraycolor_gui.core.regions import Polygon, mask_of


@given(masks())
def test_one_outline_through_all_pieces_and_holes_fills_to_the_same_pixels(mask: np.ndarray) -> None:
    solid = mask | np.roll(mask, 1, axis=1) | np.roll(mask, 4, axis=0)
    for pixels in (mask, solid):
        assert (mask_of(Polygon(keyhole(rings_of(pixels))), pixels.shape) == pixels).all()


def test_a_frame_has_an_outer_and_an_inner_ring_of_four_corners() -> None:
    mask = np.zeros((9, 9), np.bool_)
    mask[1:8, 1:8] = True
    mask[3:6, 3:6] = False
    assert sorted(len(ring) for ring in rings_of(mask)) == [4, 4]
