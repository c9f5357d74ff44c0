"""Lines that follow the edges of a film between two clicks (intelligent scissors, Mortensen and Barrett 1995)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

XY = tuple[float, float]
#: Film round both ends that a line may take, as a part of their distance, and at least in pixels.
_ROOM, _LEAST_ROOM = 0.35, 12
#: Longest side of the cut that is searched; a larger one is made smaller first.
_LONGEST = 360
#: How many pixels a line may stray when it is simplified.
_STRAY = 0.6


def along_edges(stored: NDArray[np.generic], start: XY, end: XY) -> list[XY]:
    """Points from `start` to `end` (image coordinates, both included) along the strongest edges between them.

    stored: (rows, columns) of the film; only a cut round both ends is looked at.
    """
    cut, left, top, scale = _cut(stored, start, end)
    if cut is None:
        return [start, end]
    scissors = cv2.segmentation.IntelligentScissorsMB()
    scissors.setEdgeFeatureCannyParameters(32, 100)
    scissors.setGradientMagnitudeMaxLimit(200)
    scissors.applyImage(cut)
    scissors.buildMap(_at(start, left, top, scale, cut.shape))
    contour = np.asarray(scissors.getContour(_at(end, left, top, scale, cut.shape))).reshape(-1, 1, 2)
    if len(contour) < 2:
        return [start, end]
    few = cv2.approxPolyDP(contour.astype(np.float32), _STRAY, closed=False).reshape(-1, 2)
    inner = [(float((x + 0.5) / scale + left), float((y + 0.5) / scale + top)) for x, y in few[1:-1]]
    return [start, *inner, end]


def nearest_edge(stored: NDArray[np.generic], at: XY, reach: float) -> XY:
    """The strongest edge within `reach` pixels, or the place itself where there is none."""
    around = max(int(reach), 2)
    column, row = int(at[0]), int(at[1])
    top, left = max(row - around, 1), max(column - around, 1)
    part = stored[max(top - 1, 0) : row + around + 2, max(left - 1, 0) : column + around + 2].astype(np.float32)
    if min(part.shape) < 3:
        return at
    steep = cv2.magnitude(cv2.Sobel(part, cv2.CV_32F, 1, 0), cv2.Sobel(part, cv2.CV_32F, 0, 1))[1:-1, 1:-1]
    y, x = np.mgrid[: steep.shape[0], : steep.shape[1]]
    away = np.hypot(y + top + 0.5 - at[1], x + left + 0.5 - at[0])
    steep = np.where(away <= reach, steep * (1 - 0.5 * away / reach), 0)
    if not steep.size or steep.max() <= 0:
        return at
    found = np.unravel_index(int(steep.argmax()), steep.shape)
    return float(found[1] + left + 0.5), float(found[0] + top + 0.5)


def _cut(stored: NDArray[np.generic], start: XY, end: XY) -> tuple[NDArray[np.uint8] | None, int, int, float]:
    """8-bit film round both ends, its left and top, and its pixels per pixel of the film."""
    rows, columns = stored.shape
    room = max(_ROOM * max(abs(start[0] - end[0]), abs(start[1] - end[1])), _LEAST_ROOM)
    left, right = (int(each) for each in (min(start[0], end[0]) - room, max(start[0], end[0]) + room + 1))
    top, bottom = (int(each) for each in (min(start[1], end[1]) - room, max(start[1], end[1]) + room + 1))
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, columns), min(bottom, rows)
    if right - left < 4 or bottom - top < 4:
        return None, left, top, 1.0
    part = stored[top:bottom, left:right].astype(np.float32)
    scale = min(_LONGEST / max(part.shape), 1.0)
    if scale < 1:
        part = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.float32)
    low, high = np.percentile(part, (1, 99))
    grey = np.clip((part - low) / max(high - low, 1e-6), 0, 1) * 255
    return cv2.GaussianBlur(grey.astype(np.uint8), (0, 0), 1.0).astype(np.uint8), left, top, scale


def _at(point: XY, left: int, top: int, scale: float, shape: tuple[int, ...]) -> tuple[int, int]:
    x, y = int((point[0] - left) * scale), int((point[1] - top) * scale)
    return min(max(x, 0), shape[1] - 1), min(max(y, 0), shape[0] - 1)
