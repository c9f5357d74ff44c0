"""What others do with a click: nothing, flood fill, and scribbles spread over equal grey."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, diags
from scipy.sparse.linalg import splu

from xraycolor_gui.models.adapter import Correction, places, typical
from xraycolor_gui.models.alikeness import Ground

Shares = NDArray[np.float32]

#: Grey, of a film that is about 2 wide, within which flood fill goes on.
_FLOOD = 0.12
#: How strongly every place of Levin's method holds to what it was, and a scribble to what it says.
_HOLD, _SCRIBBLE = 1e-3, 1e3


def nothing(ground: Ground, _corrections: Sequence[Correction], _tissues: Sequence[str]) -> Shares:
    return ground.shown


def flood_fill(ground: Ground, corrections: Sequence[Correction], tissues: Sequence[str]) -> Shares:
    """Everything of about the same grey that hangs together with the click."""
    shown = ground.shown.copy()
    for correction in corrections:
        row, column = (int(middle) for middle in np.argwhere(places(correction, ground.shape)).mean(axis=0).round())
        mask = np.zeros((ground.shape[0] + 2, ground.shape[1] + 2), np.uint8)
        flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE
        cv2.floodFill(ground.grey.copy(), mask, (column, row), 0, _FLOOD, _FLOOD, flags)
        shown[mask[1:-1, 1:-1] > 0] = typical(ground, tissues.index(correction.tissue))
    return shown


def levin(ground: Ground, corrections: Sequence[Correction], tissues: Sequence[str]) -> Shares:
    """Neighbours of like grey get like colours (Levin, Lischinski and Weiss, SIGGRAPH 2004), as a change of shares."""
    rows, columns = ground.shape
    weights = _like_grey(ground.grey)
    hold = np.full(rows * columns, _HOLD)
    wanted = np.zeros((rows * columns, ground.shown.shape[2]))
    for correction in corrections:
        here = places(correction, ground.shape).ravel()
        hold[here] = _SCRIBBLE
        wanted[here] = typical(ground, tissues.index(correction.tissue)) - ground.shown.reshape(len(here), -1)[here]
    laplacian = diags(np.asarray(weights.sum(axis=1)).ravel()) - weights
    change = splu((laplacian + diags(hold)).tocsc()).solve(hold[:, None] * wanted)
    shown = np.clip(ground.shown + change.reshape(ground.shown.shape), 0, 1)
    return np.asarray(shown / shown.sum(axis=2, keepdims=True), np.float32)


def _like_grey(grey: NDArray[np.float32]) -> coo_matrix:
    """Weights between neighbours, from the variance of the grey round each place."""
    number = np.arange(grey.size).reshape(grey.shape)
    mean = cv2.blur(grey, (3, 3))
    variance = np.maximum(cv2.blur(grey * grey, (3, 3)) - mean * mean, 1e-4).ravel()
    flat = grey.ravel()
    starts, ends, weights = [], [], []
    for here, there in (
        (number[:, :-1], number[:, 1:]),
        (number[:-1], number[1:]),
        (number[:-1, :-1], number[1:, 1:]),
        (number[:-1, 1:], number[1:, :-1]),
    ):
        one, other = here.ravel(), there.ravel()
        weight = np.exp(-((flat[one] - flat[other]) ** 2) / (2 * variance[one]))
        starts += [one, other]
        ends += [other, one]
        weights += [weight, weight]
    place = np.concatenate(starts), np.concatenate(ends)
    return coo_matrix((np.concatenate(weights), place), shape=(grey.size, grey.size)).tocsr()
