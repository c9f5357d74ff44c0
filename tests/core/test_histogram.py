"""How often the values of a film occur."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.histogram import histogram
from xraycolor_gui.core.radiograph import Padding, Radiograph, Rescale, Source


def film(stored: np.ndarray, **facts: object) -> Radiograph:
    return Radiograph(stored, 12, Source(Path("f.dcm"), "DICOM"), **facts)  # type: ignore[arg-type]


def test_half_black_and_half_white_are_two_bars_in_the_films_own_units() -> None:
    stored = np.zeros((20, 20), np.uint16)
    stored[:, 10:] = 1000
    found = histogram(film(stored, modality=Rescale(2.0, -1000.0, "HU", True)), bins=10)
    assert found is not None and (found.low, found.high) == (-1000, 1000)
    assert found.shares.tolist() == [0.5, *[0.0] * 8, 0.5]
    assert found.between(-1000, 0) == pytest.approx(0.5)


def test_padding_takes_no_part_and_a_film_of_nothing_else_has_none() -> None:
    stored = np.full((20, 20), 4000, np.uint16)
    stored[5:9] = 100
    found = histogram(film(stored, padding=Padding(4000, 4000)))
    assert found is not None and found.low < 100 < found.high and found.shares.sum() == pytest.approx(1)
    assert histogram(film(stored, padding=Padding(100, 4000))) is None


@given(st.integers(0, 4000), st.integers(1, 3000))
def test_shares_add_up_whatever_the_window(low: int, width: int) -> None:
    stored = (np.arange(4096, dtype=np.uint16).reshape(64, 64)) % 3001
    found = histogram(film(stored))
    assert found is not None
    parts = found.between(found.low, low), found.between(low, low + width), found.between(low + width, found.high)
    assert all(-1e-12 <= part <= 1 + 1e-12 for part in parts[:2])
    if low + width <= found.high:
        assert sum(parts) == pytest.approx(1)
