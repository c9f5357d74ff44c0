"""What manifests say of their masks."""

from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.training.benchmark.structures import goes_behind_the_heart, parse_structures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bits: 1 heart, 2 left lung, 4 right lung", [(1, "heart", True), (2, "lung", True), (4, "lung", True)]),
        ("lungs incl. part behind heart (255), ignore (127)", [(255, "lung", True), (127, "ignore", False)]),
        ("1 proximal femora, both (head, neck). No other bone: treat the rest as unknown", [(1, "bone", False)]),
        ("bits: 1 metal, 128 ignore (bright, not decided)", [(1, "metal", True), (128, "ignore", False)]),
        ("2 left lung", [(2, "lung", False)]),
        ("8 cardiomediastinum, 16 airways, 32 tubes/lines", [(8, "", False), (16, "gas", False), (32, "", False)]),
        ("4 aorta=heart, 8 thing=nothing", [(4, "heart", True), (8, "", True)]),
        ("1 fracture region (a finding, not a tissue)", [(1, "", False)]),
        ("4 Rib_7_left", [(4, "bone", False)]),
        ("", []),
        ("lungs", []),
    ],
)
def test_structures_are_named_by_bit_or_by_value(text: str, expected: list[tuple[int, str, bool]]) -> None:
    assert [(s.code, s.tissue, s.whole) for s in parse_structures(text)] == expected


def test_a_bit_is_found_among_others_and_a_value_is_not() -> None:
    mask = np.array([[0, 1, 3, 255]], np.uint8)
    (by_bit,) = parse_structures("1 heart")
    (by_value,) = parse_structures("heart (1)")
    assert by_bit.where(mask).tolist() == [[False, True, True, True]]
    assert by_value.where(mask).tolist() == [[False, True, False, False]]


def test_lungs_behind_the_heart_are_told() -> None:
    assert goes_behind_the_heart("2 left lung, 4 right lung (both incl. the part behind the heart)")
    assert not goes_behind_the_heart("1 heart, 2 left lung, 4 right lung")
