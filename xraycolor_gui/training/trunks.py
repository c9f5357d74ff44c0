"""Chest and belly in one body, as films of babies show them."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import LUNG, OUTSIDE, TissueVolume

#: The belly begins so far below the lungs of both volumes.
_BELOW_LUNGS_MM = 25.0
_LEAST_BELLY_MM = 200.0


def join_belly(chest: TissueVolume, belly: TissueVolume) -> TissueVolume:
    """The chest with the other body's belly below it, fitted to its outline; the chest alone where none fits."""
    first = _below_lungs(chest, at_least=0)
    last = _below_lungs(belly, at_least=belly.tissue.shape[0] - 1)
    if last * belly.spacing_mm < _LEAST_BELLY_MM:
        return chest
    step = chest.spacing_mm / belly.spacing_mm
    rows = np.arange(0, last, step).astype(int)
    target, source = _outline(chest.tissue[first]), _outline(belly.tissue[last - 1])
    tissue, hu = (_fitted(data[rows], target, source, chest.tissue.shape[1:]) for data in (belly.tissue, belly.hu))
    empty = tissue == OUTSIDE
    hu[empty] = -1000
    return replace(
        chest,
        tissue=np.concatenate([tissue, chest.tissue[first:]]).astype(np.uint8),
        hu=np.concatenate([hu, chest.hu[first:]]).astype(np.int16),
    )


def _below_lungs(volume: TissueVolume, at_least: int) -> int:
    """Slice somewhat below the lungs' lowest; `at_least` where there are none."""
    area = (volume.tissue == LUNG).sum(axis=(1, 2)) * volume.spacing_mm**2
    slices = np.flatnonzero(area > 200.0)
    return max(int(slices[0] - _BELOW_LUNGS_MM / volume.spacing_mm), 0) if slices.size else at_least


def _outline(tissue: NDArray[np.uint8]) -> tuple[float, float, float, float]:
    """Box of the body in a slice: y0, y1, x0, x1."""
    places = np.argwhere(tissue != OUTSIDE)
    (y0, x0), (y1, x1) = places.min(axis=0), places.max(axis=0) + 1
    return float(y0), float(y1), float(x0), float(x1)


def _fitted(
    data: NDArray[np.generic], target: tuple[float, ...], source: tuple[float, ...], shape: tuple[int, ...]
) -> NDArray[np.generic]:
    """Slices stretched so that the box `source` falls on the box `target`."""
    up, across = (target[1] - target[0]) / (source[1] - source[0]), (target[3] - target[2]) / (source[3] - source[2])
    matrix = np.array([[across, 0.0, target[2] - across * source[2]], [0.0, up, target[0] - up * source[0]]])
    slices = [
        cv2.warpAffine(np.asarray(plane), matrix, (shape[1], shape[0]), flags=cv2.INTER_NEAREST, borderValue=0)
        for plane in data
    ]
    return np.stack(slices)
