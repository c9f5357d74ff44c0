"""Label maps: the shipped table, names of one's own, contrast, and what a map adds to the HU rules."""

from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import CORTICAL, FAT, GAS, GREAT_VESSEL, HEART, LUNG, LUNG_VESSEL, MUSCLE, SPONGY
from xraycolor_gui.training.own.structures import (
    GUT,
    implausible,
    nearest,
    refine,
    structures_by_number,
    tissues_by_name,
    without_contrast,
)


def test_the_table_numbers_every_class_of_both_versions_once() -> None:
    newer, older = structures_by_number("totalsegmentator"), structures_by_number("totalsegmentator-1")
    assert sorted(newer) == list(range(1, 118))
    assert sorted(older) == list(range(1, 105))
    assert newer[51].name == "heart"
    assert newer[51].tissue == HEART
    assert older[7].name == "aorta"
    assert older[7].tissue == GREAT_VESSEL
    with pytest.raises(TrainingError, match="totalsegmentator-1"):
        structures_by_number("mine")


def test_own_structures_come_on_top_of_the_table() -> None:
    known = tissues_by_name({"tumour": "muscle", "liver": "any"})
    assert known["tumour"] == MUSCLE
    assert known["liver"] == 0
    assert known["rib_left_3"] == CORTICAL
    assert "rib_left_3" in nearest("rib_left3", known)


def test_contrast_is_taken_out_of_what_the_map_names_and_its_rim_but_not_out_of_bone() -> None:
    hu = np.full((20, 20, 20), 40, np.int16)
    hu[5:15, 5:15, 5:15] = 350
    hu[0:3] = 600
    named = np.zeros(hu.shape, np.uint8)
    named[6:14, 6:14, 6:14] = HEART
    named[0:3] = CORTICAL
    plain = without_contrast(hu, named)
    assert plain[5:15, 5:15, 5:15].max() < 100
    assert (plain[0:3] == 600).all()
    assert hu.max() == 600


def test_a_heart_without_contrast_stays_as_it_is() -> None:
    hu = np.full((10, 10, 10), 40, np.int16)
    hu[5, 5, 5] = 300
    named = np.full(hu.shape, HEART, np.uint8)
    np.testing.assert_array_equal(without_contrast(hu, named), hu)


def test_a_map_refines_what_the_rules_found() -> None:
    hu = np.array([[[-860, -100, 500, 120, -950, -80, 40]]], np.int16)
    tissue = np.array([[[LUNG, MUSCLE, CORTICAL, MUSCLE, GAS, FAT, MUSCLE]]], np.uint8)
    named = np.array([[[LUNG, LUNG, CORTICAL, CORTICAL, GUT, MUSCLE, HEART]]], np.uint8)
    assert refine(tissue, hu, named).ravel().tolist() == [LUNG, LUNG_VESSEL, CORTICAL, SPONGY, GAS, FAT, HEART]


def test_names_that_do_not_fit_the_voxels_are_told() -> None:
    hu, named = np.full((20, 20, 20), 40, np.int16), np.full((20, 20, 20), LUNG, np.uint8)
    assert implausible(hu, named, litre=1000.0) == ("what its label map calls lung has 40 HU",)
    assert implausible(np.full_like(hu, -850), named, litre=1000.0) == ()
