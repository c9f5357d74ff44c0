"""What films tell beyond their masks: where the heart is in a mask that counts the lung behind it."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.training.hints import heart_in_lungs


def test_a_heart_in_a_lung_mask_is_bright_and_begins_at_the_spine() -> None:
    rows, columns = np.mgrid[0:200, 0:240]
    lungs = (rows > 30) & (rows < 170) & (np.abs(columns - 120) > 15) & (np.abs(columns - 120) < 90)
    true_heart = (rows - 120) ** 2 + (columns - 135) ** 2 < 40**2
    far_spot = (rows - 150) ** 2 + (columns - 40) ** 2 < 12**2
    grey = np.where(lungs & ~true_heart & ~far_spot, 60, 180).astype(np.uint8)
    heart, air = heart_in_lungs(grey, lungs)
    assert heart[120, 150] and heart[100, 160] and not heart[far_spot].any()
    assert air[60, 60] and air[150, 200] and not (air & heart).any()
    assert (heart & ~true_heart).sum() < 0.2 * heart.sum()


def test_a_mask_of_one_lung_tells_nothing_of_the_heart() -> None:
    lungs = np.zeros((100, 100), np.bool_)
    lungs[20:80, 10:40] = True
    heart, air = heart_in_lungs(np.full((100, 100), 90, np.uint8), lungs)
    assert not heart.any() and not air.any()
