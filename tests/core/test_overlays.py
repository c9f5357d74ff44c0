from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.core.overlays import Overlay, lies_outside, on_film


@pytest.mark.parametrize(
    ("row", "column", "marked", "outside"),
    [
        (1, 1, [[0, 0], [0, 1], [1, 0], [1, 1]], False),
        (3, 2, [[2, 1], [2, 2]], True),
        (0, 0, [[0, 0]], True),
        (-5, 1, [], True),
        (9, 9, [], True),
    ],
)
def test_an_overlay_partly_outside_the_film_is_cut_off_there(
    row: int, column: int, marked: list[list[int]], outside: bool
) -> None:
    overlay = Overlay(np.ones((2, 2), np.bool_), row, column)
    assert np.argwhere(on_film(overlay, (3, 4))).tolist() == marked
    assert lies_outside(overlay, (3, 4)) is outside
