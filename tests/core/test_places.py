"""Rings round places of a film."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.places import place_at, places_of


def filled(rings: tuple[np.ndarray, ...], shape: tuple[int, int]) -> np.ndarray:
    picture = np.zeros(shape, np.uint8)
    size = np.array([shape[1], shape[0]])
    cv2.fillPoly(picture, [np.rint(ring * size - 0.5).astype(np.int32) for ring in rings], 1)
    return picture.astype(bool)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 159)), min_size=1, max_size=12))
def test_every_pixel_lies_in_a_ring(pixels: list[tuple[int, int]]) -> None:
    mask = np.zeros((100, 160), bool)
    mask[tuple(np.transpose(pixels))] = True
    rings = places_of(mask, np.ones(mask.shape))
    assert filled(rings, mask.shape)[mask].all()
    assert 1 <= len(rings) <= mask.sum()


def test_the_strongest_place_comes_first_and_neighbours_are_one() -> None:
    mask, weight = np.zeros((200, 200), bool), np.ones((200, 200))
    mask[20, 20] = mask[20, 22] = mask[150, 150] = True
    weight[150, 150] = 9
    rings = places_of(mask, weight)
    assert len(rings) == 2
    assert rings[0].mean(axis=0) == pytest.approx([150.5 / 200, 150.5 / 200], abs=0.01)
    assert rings[1].mean(axis=0) == pytest.approx([21.5 / 200, 20.5 / 200], abs=0.01)


def test_where_nothing_is_there_is_no_ring() -> None:
    assert places_of(np.zeros((50, 40), bool), np.ones((50, 40))) == ()


def test_a_place_is_a_circle_on_a_film_of_any_proportions() -> None:
    ring = place_at(30, 100, (100, 400)) * [400, 100]
    away = np.hypot(*(ring - [100.5, 30.5]).T)
    assert np.ptp(away) < 1e-9 and away[0] > 4
