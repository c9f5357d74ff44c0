from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.confidence import fade

CHROMA = np.full((1, 3, 2), 20, np.float32)


def test_sure_pixels_keep_their_colour_and_guesses_lose_it() -> None:
    shown = fade(CHROMA, np.array([[0.9, 0.3, 0.02]], np.float32), 0.3)
    assert np.array_equal(shown[0, :2], CHROMA[0, :2])
    assert np.all(shown[0, 2] == 0)


def test_without_a_limit_or_without_doubt_nothing_fades() -> None:
    assert fade(CHROMA, np.zeros((1, 3), np.float32), 0.0) is CHROMA
    assert fade(CHROMA, None, 0.9) is CHROMA


@given(st.floats(0.01, 1.0), st.floats(0, 1), st.floats(0, 1))
def test_more_confidence_never_means_less_colour(limit: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    shown = fade(CHROMA[:, :2], np.array([[low, high]], np.float32), limit)
    assert shown[0, 0, 0] <= shown[0, 1, 0] <= 20
