"""Gate: a lesion colours nothing but its surroundings. A round shadow is put into drawn lungs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.training.benchmark.bootstrap import Pooled
from xraycolor_gui.training.benchmark.changes import resized
from xraycolor_gui.training.benchmark.contender import Contender, Floats
from xraycolor_gui.training.benchmark.films import Film, read_drawn
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.robustness import STRIDE, readable_grey
from xraycolor_gui.training.benchmark.survey import rng_of
from xraycolor_gui.training.benchmark.within_tissue import chroma_difference
from xraycolor_gui.training.telling import Tell

GATE = "lesion inserted"
FILMS = 24
#: The lesion's radius in parts of the film's longest side, and how much of the way to white it goes.
_RADIUS, _BRIGHTER, _MOST_FAR = 0.03, 0.35, 0.5


def lesion_rows(contender: Contender, films: Sequence[Film], tell: Tell, count: int = FILMS) -> list[Measured]:
    """A round shadow in a drawn lung: how far the colours move beyond twice its radius."""
    chosen = [film for film in films if film.radiograph and film.draws("lung")][:count]
    far, ring = Pooled(0.02, 60.0), Pooled(0.02, 60.0)
    for film in chosen:
        grey = readable_grey(film)
        if grey is None:
            continue
        distance = _from_lesion(film, grey)
        if distance is None:
            continue
        spot = np.clip((1.15 - distance) / 0.3, 0, 1)
        changed = grey + _BRIGHTER * spot * (1 - grey)
        own, new = (contender.paint(radiograph_of(one)).chroma for one in (grey, changed))
        away = chroma_difference(own[::STRIDE, ::STRIDE], new[::STRIDE, ::STRIDE])
        there = resized(distance.astype(np.float32), own.shape[:2])[::STRIDE, ::STRIDE]
        far.add(film.patient, away[there > 2])
        ring.add(film.patient, away[(there > 2) & (there <= 4)])
    tell(f"{contender.name}, lesions: {len(chosen)} films")
    row = Measured(GATE, "beyond twice its radius, 95th percentile", contender.name, 0.0, unit="ΔE")
    row = replace(row, limit=_MOST_FAR, sense=Sense.AT_MOST)
    beside = Measured(GATE, "from two to four radii, median", contender.name, 0.0, unit="ΔE")
    return [far.quantile(row, 0.95), ring.quantile(beside, 0.5)] if far.patients else []


def _from_lesion(film: Film, grey: Floats) -> NDArray[np.float64] | None:
    """Distance of every pixel from a lesion's centre somewhere in the drawn lung, in its radii."""
    shape = grey.shape[0], grey.shape[1]
    try:
        lung = read_drawn(film, shape).tissues.get("lung")
    except XrayColorError:
        return None
    radius = _RADIUS * max(shape)
    if lung is None:
        return None
    inner = np.flatnonzero(cv2.distanceTransform(lung.astype(np.uint8), cv2.DIST_L2, 5) > radius)
    if not len(inner):
        return None
    row, column = divmod(int(rng_of(film, 4).choice(inner)), shape[1])
    return np.asarray(np.hypot(np.arange(shape[0])[:, None] - row, np.arange(shape[1])[None, :] - column) / radius)
