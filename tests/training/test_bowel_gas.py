from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.random import Generator

from xraycolor_gui.training.anatomy import CHANNELS
from xraycolor_gui.training.bowel_gas import put_bowel_gas, put_stomach_bubble

LUNG, GAS, SOFT, HEART = (CHANNELS.index(name) for name in ("lung", "gas", "soft-tissue", "heart"))


def chest() -> np.ndarray:
    """Two lungs above a belly, the heart on the right of the film."""
    data = np.zeros((len(CHANNELS), 128, 128), np.float32)
    data[SOFT, :, 10:-10] = 12.0
    data[LUNG, 10:80, 15:50] = data[LUNG, 10:80, 78:113] = 3.0
    data[HEART, 50:80, 60:90] = 6.0
    return data


@pytest.mark.parametrize("put", [put_bowel_gas, put_stomach_bubble])
def test_gas_takes_the_place_of_soft_tissue(put: Callable[[np.ndarray, Generator], None]) -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        data = chest()
        put(data, rng)
        np.testing.assert_allclose(data[GAS] + data[SOFT], chest()[SOFT], rtol=1e-5)
        assert data[SOFT].min() >= 0


def test_bowel_lies_below_the_lungs() -> None:
    rng = np.random.default_rng(1)
    rows = np.zeros(128)
    for _ in range(20):
        data = chest()
        put_bowel_gas(data, rng)
        rows += data[GAS].sum(axis=1)
    assert rows.sum() > 0
    assert rows[80:].sum() > 0.8 * rows.sum()


def test_the_stomachs_bubble_lies_under_the_lung_on_the_hearts_side() -> None:
    rng = np.random.default_rng(2)
    data = chest()
    for _ in range(5):
        put_stomach_bubble(data, rng)
    row, column = np.argwhere(data[GAS] > 0.5).mean(axis=0)
    assert row > 78
    assert column > 64


def test_nothing_is_put_where_there_is_no_belly() -> None:
    data = np.zeros((len(CHANNELS), 32, 32), np.float32)
    put_bowel_gas(data, np.random.default_rng(3))
    put_stomach_bubble(data, np.random.default_rng(3))
    assert not data.any()
