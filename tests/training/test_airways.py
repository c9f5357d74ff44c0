from __future__ import annotations

import numpy as np

from xraycolor_gui.training.airways import correct_air

OUTSIDE, LUNG, GAS, MUSCLE, SKIN = 0, 1, 3, 5, 16


def chest() -> tuple[np.ndarray, np.ndarray]:
    """Two lungs of 3 mm voxels in muscle, a windpipe labelled lung above and between them."""
    tissue = np.zeros((80, 60, 90), np.uint8)
    tissue[:, 4:56, 4:86] = MUSCLE
    tissue[5:60, 12:48, 12:38] = tissue[5:60, 12:48, 52:78] = LUNG
    tissue[45:80, 28:34, 42:48] = LUNG
    hu = np.where(tissue == MUSCLE, 40, -850).astype(np.int16)
    return tissue, hu


def test_a_windpipe_called_lung_becomes_gas_and_the_lungs_stay() -> None:
    tissue, hu = chest()
    correct_air(tissue, hu, 3.0)
    assert (tissue[50:78, 29:33, 43:47] == GAS).all()
    assert (tissue[10:55, 15:45, 15:35] == LUNG).all()


def test_specks_of_gas_in_a_lung_are_lung_but_a_windpipe_stays_gas() -> None:
    tissue, hu = chest()
    tissue[45:80, 28:34, 42:48] = GAS
    tissue[20:40:3, 20:40:3, 20:30:3] = GAS
    correct_air(tissue, hu, 2.5)
    assert not (tissue[10:44] == GAS).any()
    assert (tissue[50:78, 29:33, 43:47] == GAS).all()


def test_air_that_touches_the_skin_is_no_gas() -> None:
    tissue, hu = chest()
    tissue[30:40, 4:6, 30:60] = GAS
    correct_air(tissue, hu, 3.0)
    assert not (tissue[30:40, 4:6] == GAS).any()


def test_lung_bases_above_an_abdomen_are_lung_but_bowel_gas_is_not() -> None:
    tissue = np.zeros((60, 60, 60), np.uint8)
    tissue[:, 4:56, 4:56] = MUSCLE
    hu = np.full(tissue.shape, 40, np.int16)
    tissue[45:, 20:40, 10:30], hu[45:, 20:40, 10:30] = GAS, -750
    tissue[45:, 20:40, 33:50], hu[45:, 20:40, 33:50] = GAS, -990
    tissue[10:20, 20:40, 20:40], hu[10:20, 20:40, 20:40] = GAS, -750
    correct_air(tissue, hu, 2.0)
    assert (tissue[50, 25:35, 12:28] == LUNG).all()
    assert (tissue[50, 25:35, 35:48] == GAS).all()
    assert (tissue[15, 25:35, 25:35] == GAS).all()
