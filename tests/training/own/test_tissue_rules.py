"""Classes from Hounsfield units: made bodies exactly, a real chest closely."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.training.anatomy import CORTICAL, FAT, GAS, LUNG, METAL, MUSCLE, OUTSIDE, SKIN, SPONGY
from xraycolor_gui.training.own.tissue_rules import classify, find_body

#: Class of `anatomy` → what a ray sum keeps apart: lung 1, gas 2, fat 3, soft 4 (heart too), bone 6, metal 7.
_GROUP = np.array([0, 1, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 6, 6, 4, 4, 4, 7])


def ball(shape: tuple[int, int, int], middle: tuple[float, float, float], radius: float) -> np.ndarray:
    places = np.indices(shape)
    return sum((axis - m) ** 2 for axis, m in zip(places, middle, strict=True)) <= radius**2


@pytest.fixture(scope="module")
def trunk() -> np.ndarray:
    """A trunk of muscle under fat: two lungs, gas in the gut, a bone with marrow, a screw; a table below it."""
    shape = (60, 100, 140)
    y, x = np.mgrid[:100, :140]
    oval = ((y - 46) / 38) ** 2 + ((x - 70) / 62) ** 2
    hu = np.full(shape, -1000, np.int16)
    hu[:, oval <= 1] = -100
    hu[:, oval <= 0.75] = 45
    for side in (42, 98):
        hu[ball(shape, (30, 44, side), 22)] = -850
    hu[ball(shape, (12, 30, 70), 8)] = -1000
    hu[:, ((y - 66) ** 2 + (x - 70) ** 2) <= 100] = 700
    hu[:, ((y - 66) ** 2 + (x - 70) ** 2) <= 64] = 150
    hu[28:32, 20:23, 69:72] = 6000
    hu[:, 92:95, 5:135] = 200
    return hu


def test_a_made_trunk_gets_its_classes(trunk: np.ndarray) -> None:
    tissue = classify(trunk, 1.5)
    assert tissue[30, 44, 42] == tissue[30, 44, 98] == LUNG
    assert tissue[12, 30, 70] == GAS
    assert tissue[30, 70, 40] == MUSCLE
    assert tissue[30, 46, 11] == FAT
    assert tissue[30, 66, 79] == CORTICAL
    assert tissue[30, 66, 70] == SPONGY
    assert tissue[30, 21, 70] == METAL
    assert tissue[30, 9, 70] == SKIN
    assert (tissue[:, 0:5] == OUTSIDE).all()


def test_the_table_is_no_body(trunk: np.ndarray) -> None:
    body = find_body(trunk, 1.5)
    assert not body[:, 90:].any()
    assert body[30, 44, 42], "lungs are inside"
    alone = trunk.copy()
    alone[:, 92:95] = -1000
    np.testing.assert_array_equal(body, find_body(alone, 1.5))


def test_two_legs_are_both_kept_and_air_between_them_is_air() -> None:
    y, x = np.mgrid[:60, :140]
    hu = np.full((50, 60, 140), -1000, np.int16)
    for middle in (40, 100):
        hu[:, (y - 30) ** 2 + (x - middle) ** 2 <= 500] = 40
    tissue = classify(hu, 1.5)
    assert tissue[25, 30, 40] == tissue[25, 30, 100] == MUSCLE
    assert tissue[25, 30, 70] == OUTSIDE
    assert not (tissue == GAS).any()


def test_a_volume_of_air_has_no_body() -> None:
    assert not classify(np.full((20, 30, 30), -1000, np.int16), 1.5).any()


def test_a_real_chest_agrees_with_its_shared_classes(shared: Path) -> None:
    with np.load(shared / "ct" / "chest_lidc0314.npz") as data:
        hu, known = data["hu"][40:110], _GROUP[data["tissue"][40:110]]
    found = _GROUP[classify(hu, 1.5)]
    for group, least in ((0, 0.995), (1, 0.97), (3, 0.92), (4, 0.92), (6, 0.85)):
        one, other = found == group, known == group
        assert 2 * (one & other).sum() / (one.sum() + other.sum()) > least, group
