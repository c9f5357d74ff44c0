"""Gate: colour has no edges of its own. Chroma may only change where the grey does, or where the tissue does.

Energy is the squared gradient of (a*, b*), in ΔE per pixel at the painted size. What lies near an edge of L*, or near
a border between leading tissues, has a reason; the rest is edges made of nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.benchmark.bootstrap import ratio, with_interval
from xraycolor_gui.training.benchmark.films import Film, Mask
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "chroma-edge energy without a reason"
_MOST = 0.01
_FILMS = 120
#: L* per pixel from which the grey counts as having an edge; the grey is smoothed first, for grain is no edge.
_GREY_EDGE, _SMOOTH = 1.0, 1.0
#: Chroma gradients below this, in ΔE per pixel, are too gentle to be seen as an edge.
_SEEN = 0.5
#: How far, in parts of the longest side, an edge gives reason: colour is drawn coarser than grey.
_NEAR = 0.012


@dataclass(eq=False, slots=True)
class ChromaEdges:
    """The part of all films' chroma-edge energy that has no reason, on the first films of the random order."""

    _patients: list[str] = field(default_factory=list)
    _unfounded: list[float] = field(default_factory=list)
    _whole: list[float] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph and len(self._patients) < _FILMS

    def see(self, seen: Seen) -> None:
        strength = np.sqrt(sum(_squared_gradient(seen.painted.chroma[..., axis]) for axis in (0, 1)))
        energy = np.where(strength > _SEEN, strength**2, 0.0)
        reason = with_reason(seen.level, seen.leading)
        self._patients.append(seen.film.patient)
        self._unfounded.append(float(energy[~reason].sum()))
        self._whole.append(float(energy.sum()))

    def rows(self, contender: str) -> list[Measured]:
        if not self._patients:
            return []
        row = Measured(GATE, "radiographs of all kinds", contender, 0.0, limit=_MOST, sense=Sense.AT_MOST)
        share = ratio(self._unfounded, self._whole)
        return [replace(with_interval(row, self._patients, share), note="Edges above 0.5 ΔE per pixel.")]


def with_reason(level: NDArray[np.float32], leading: NDArray[np.intp] | None) -> Mask:
    """Pixels near an edge of L* or a border between leading tissues."""
    smooth = np.asarray(cv2.GaussianBlur(level, (0, 0), _SMOOTH), np.float32)
    grey_edge = _squared_gradient(smooth) > _GREY_EDGE**2
    if leading is not None:
        tissue = leading.astype(np.uint8)
        one = np.ones((3, 3), np.uint8)
        grey_edge |= cv2.dilate(tissue, one) != cv2.erode(tissue, one)
    reach = max(1, round(_NEAR * max(level.shape)))
    round_mark = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return np.asarray(cv2.dilate(grey_edge.astype(np.uint8), round_mark), np.bool_)


def _squared_gradient(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    plane = np.ascontiguousarray(plane)
    across = cv2.Scharr(plane, cv2.CV_32F, 1, 0, scale=1 / 32)
    down = cv2.Scharr(plane, cv2.CV_32F, 0, 1, scale=1 / 32)
    return np.asarray(across * across + down * down, np.float32)
