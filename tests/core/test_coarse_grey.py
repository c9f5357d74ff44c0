from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.core.coarse_grey import coarse_grey
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph, Source, Window


def film(rows: int, columns: int) -> Radiograph:
    stored = np.random.default_rng(1).integers(0, 4096, (rows, columns)).astype(np.uint16)
    return Radiograph(stored, 12, Source(Path("film.dcm"), "DICOM"), voi=(Window(2048, 3000),), inverse=True)


def test_a_film_of_ordinary_size_is_presented_whole() -> None:
    radiograph = film(300, 200)
    assert np.array_equal(coarse_grey(radiograph), present(radiograph).grey)


@pytest.mark.parametrize("shape", [(900, 600), (907, 601)])
def test_a_larger_film_is_the_mean_of_its_blocks(shape: tuple[int, int]) -> None:
    radiograph = film(*shape)
    coarse = coarse_grey(radiograph, 60_000)
    assert coarse.shape == (-(-shape[0] // 3), -(-shape[1] // 3)) or coarse.size <= 60_000
    side = -(-shape[0] // coarse.shape[0])
    grey = present(radiograph).grey
    whole = grey[: shape[0] // side * side, : shape[1] // side * side]
    means = whole.reshape(whole.shape[0] // side, side, whole.shape[1] // side, side).mean(axis=(1, 3))
    if (shape[0] % side, shape[1] % side) == (0, 0):
        np.testing.assert_allclose(coarse, means, atol=1e-5)
    else:
        assert abs(float(coarse.mean() - grey.mean())) < 2e-3
