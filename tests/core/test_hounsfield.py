"""Composition from Hounsfield units: the published table, exactly."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from pydicom import dcmread

from xraycolor_gui.core.colorization import BACKGROUND, TISSUES
from xraycolor_gui.core.hounsfield import (
    AIR_HU,
    ANCHORS,
    EDGE_AIR_HU,
    EDGE_BODY_HU,
    EDGE_REACH,
    LONGEST,
    colorize_slice,
    hounsfield_composition,
)
from xraycolor_gui.core.radiograph import Padding, Radiograph, Rescale, Source
from xraycolor_gui.io.read import read

SLICES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 12), st.integers(1, 12)),
    elements=st.floats(-2000, 4000, width=32) | st.sampled_from([np.nan, -1000.0, -950.0, 40.0]),
)


def flat(hu: float) -> NDArray[np.float32]:
    """Composition of one pixel amid its likes."""
    return hounsfield_composition(np.full((7, 7), hu, np.float32))[3, 3]


def share(composition: NDArray[np.float32], tissue: str) -> float:
    return float(composition[..., TISSUES.index(tissue)])


def expected(hu: float) -> dict[str, float]:
    """The table read by hand: two-material mixing between neighbouring anchors."""
    if hu <= ANCHORS[0].hu:
        return {ANCHORS[0].tissue: 1.0}
    for low, high in pairwise(ANCHORS):
        if hu <= high.hu:
            part = (hu - low.hu) / (high.hu - low.hu)
            return {low.tissue: 1.0} if low.tissue == high.tissue else {low.tissue: 1 - part, high.tissue: part}
    return {ANCHORS[-1].tissue: 1.0}


@given(st.floats(-3000, 5000))
def test_every_number_has_the_mixture_of_its_two_anchors(hu: float) -> None:
    made, wanted = flat(hu), expected(float(np.float32(hu)))
    for place, tissue in enumerate(TISSUES):
        assert made[place] == pytest.approx(wanted.get(tissue, 0.0), abs=1e-4)


@given(SLICES)
def test_shares_are_fractions_that_sum_to_one(hu: NDArray[np.float32]) -> None:
    composition = hounsfield_composition(hu)
    assert composition.shape == (*hu.shape, len(TISSUES)) and composition.dtype == np.float32
    assert composition.min() >= 0
    np.testing.assert_allclose(composition.sum(axis=2), 1, atol=1e-6)


@given(SLICES)
def test_what_hounsfield_units_cannot_tell_is_never_named(hu: NDArray[np.float32]) -> None:
    composition = hounsfield_composition(hu)
    assert not composition[..., [TISSUES.index("heart"), TISSUES.index("gas")]].any()


@given(SLICES)
def test_pixels_off_the_edges_of_air_follow_their_own_number_alone(hu: NDArray[np.float32]) -> None:
    """The edge rule, written out slowly: without air and body within reach nothing but the number counts."""
    composition = hounsfield_composition(hu)
    numbers = np.where(np.isfinite(hu), hu, AIR_HU).astype(np.float32)
    rows, columns = numbers.shape
    around = np.pad(numbers, 1, "edge")
    means = np.array([[around[r : r + 3, c : c + 3].mean() for c in range(columns)] for r in range(rows)])
    for row in range(rows):
        for column in range(columns):
            near = np.s_[
                max(row - EDGE_REACH, 0) : row + EDGE_REACH + 1, max(column - EDGE_REACH, 0) : column + EDGE_REACH + 1
            ]
            if abs(means[near].min() - EDGE_AIR_HU) < 1e-2:
                continue  # rounding of the mean decides
            body, own = float(numbers[near].max()), float(numbers[row, column])
            edge = means[near].min() <= EDGE_AIR_HU and own < EDGE_BODY_HU <= body
            part = min(max((own - AIR_HU) / (body - AIR_HU), 0), 1) if edge else 1.0
            wanted = {tissue: part * of for tissue, of in expected(body if edge else own).items()}
            wanted[BACKGROUND] = wanted.get(BACKGROUND, 0.0) + 1 - part
            for place, tissue in enumerate(TISSUES):
                assert composition[row, column, place] == pytest.approx(wanted.get(tissue, 0.0), abs=1e-4)


def test_a_blurred_skin_is_air_and_skin_and_no_lung() -> None:
    skin = np.full((9, 12), -1000, np.float32)
    skin[:, 5], skin[:, 6], skin[:, 7:] = -700, -300, 40
    composition = hounsfield_composition(skin)
    assert not composition[..., TISSUES.index("lung")].any()
    assert share(composition[4, 5], "soft-tissue") == pytest.approx(300 / 1040)
    assert share(composition[4, 6], BACKGROUND) == pytest.approx(1 - 700 / 1040)


def test_lung_beside_the_chest_wall_stays_lung() -> None:
    chest = np.full((9, 12), -850, np.float32)
    chest[:, 6:] = 40
    assert (hounsfield_composition(chest)[:, :6, TISSUES.index("lung")] == 1).all()


def ct(stored: NDArray[np.int16], **facts: object) -> Radiograph:
    """A slice stored as Hounsfield units."""
    return Radiograph(stored, 16, Source(Path("ct"), "DICOM"), modality=Rescale(1, 0, "HU", True), **facts)  # type: ignore[arg-type]


def test_padding_is_background() -> None:
    slice_ = np.full((20, 20), 40, np.int16)
    slice_[:, :8] = -2000
    made = colorize_slice(ct(slice_, padding=Padding(-2000, -2000)))
    assert (made.composition[:, :6, TISSUES.index(BACKGROUND)] == 1).all()
    assert (made.composition[:, 8:, TISSUES.index("soft-tissue")] == 1).all()


def test_a_slice_needs_no_network_and_has_nothing_to_doubt() -> None:
    made = colorize_slice(ct(np.full((30, 20), 500, np.int16)))
    assert made.composition.shape == (30, 20, len(TISSUES))
    assert (made.model.name, made.model.sha256, made.confidence, made.novelty) == ("hounsfield", "", None, None)


def test_a_larger_slice_is_averaged_in_shares() -> None:
    stripes = np.full((LONGEST * 2, LONGEST), 40, np.int16)
    stripes[::2] = 1000
    made = colorize_slice(ct(stripes))
    assert made.composition.shape[:2] == (LONGEST, LONGEST // 2)
    np.testing.assert_allclose(made.composition[..., TISSUES.index("bone")], 0.5, atol=1e-6)
    np.testing.assert_allclose(made.composition[..., TISSUES.index("soft-tissue")], 0.5, atol=1e-6)


@pytest.mark.parametrize("name", ["pydicom__CT_small.dcm", "pydicom-data__693_J2KR.dcm"])
def test_real_slices_have_the_composition_of_the_numbers_that_pydicom_reads(shared: Path, name: str) -> None:
    path = shared / "dicom" / "edge" / name
    dataset = dcmread(path)
    hu = dataset.pixel_array * float(dataset.RescaleSlope) + float(dataset.RescaleIntercept)
    hu[dataset.pixel_array == dataset.PixelPaddingValue] = np.nan
    composition = colorize_slice(read(path)).composition
    np.testing.assert_array_equal(composition, hounsfield_composition(hu.astype(np.float32)))
    for value in (-1000, -850, 40, 700):
        here = hu == value
        if here.any():
            assert np.median(composition[here], axis=0) == pytest.approx(
                [expected(value).get(tissue, 0.0) for tissue in TISSUES], abs=1e-5
            )
