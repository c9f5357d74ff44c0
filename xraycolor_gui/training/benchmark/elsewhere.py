"""Gates away from the chest: no lung in limbs, pelves, spines and breasts, and neutral air round every body.

Films without a mask are used, so air is found by its grey: dark, even, reaching the film's border. The body is what
is not air. Spines are filmed with the lungs on them; there only the film's lowest quarter is held to the limit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.benchmark.bootstrap import Pooled, ratio, with_interval
from xraycolor_gui.training.benchmark.films import Film, Mask
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen
from xraycolor_gui.training.hints import air_beside_trunk, air_round_limb

LUNG_GATE, AIR_GATE, HALO_GATE = "lung leads where there is none", "chroma of the air", "halo at the skin"
_MOST_LUNG, _MOST_CHROMA = 0.005, 1.5
#: Words in a body part → what its films are called together. The first that is found decides; shoulders show lung.
_KINDS: tuple[tuple[str, str], ...] = (
    ("chest", "chests"),
    ("shoulder", "shoulders"),
    ("spine", "spines"),
    ("breast", "breasts"),
    ("knee", "knees"),
    ("limb", "limbs"),
    ("hip", "pelves"),
    ("pelvis", "pelves"),
    ("hand", "limbs"),
    ("leg", "limbs"),
)
_LOWEST_PART_OF_SPINES = 0.75
#: Longest side at which air is looked for.
_AIR_SIZE = 320
#: Halo: air this near to the body, in parts of the longest side.
_NEAR = 0.02


def kind_of(film: Film) -> str:
    """`knees`, `limbs`, …; empty for a body part that no gate here knows."""
    if film.body_part.startswith("lower limb"):
        return "limbs"
    return next((kind for word, kind in _KINDS if word in film.body_part.lower()), "")


def air_of(film: Film, grey: NDArray[np.float32]) -> Mask:
    """Air and collimation at the grey's own size; nowhere on a film where the rule finds none."""
    factor = min(1.0, _AIR_SIZE / max(grey.shape))
    size = (max(16, round(grey.shape[1] * factor)), max(16, round(grey.shape[0] * factor)))
    small = np.rint(cv2.resize(grey, size, interpolation=cv2.INTER_AREA) * 255).astype(np.uint8)
    trunk = kind_of(film) in ("chests", "spines", "shoulders", "")
    air = air_beside_trunk(small) if trunk else air_round_limb(small)
    whole = cv2.resize(air.astype(np.uint8), grey.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(whole, np.bool_)


@dataclass(frozen=True, slots=True)
class _Counted:
    film: Film
    lung: int
    body: int


@dataclass(eq=False, slots=True)
class NoLungElsewhere:
    """One row per kind of body part: the part of the body's pixels where lung leads."""

    _found: dict[str, list[_Counted]] = field(default_factory=dict)

    def wants(self, film: Film) -> bool:
        return film.radiograph and kind_of(film) not in ("", "chests", "shoulders")

    def see(self, seen: Seen) -> None:
        lung = seen.leads("lung")
        if lung is None:
            return
        body = ~air_of(seen.film, seen.grey)
        kind = kind_of(seen.film)
        if kind == "spines":
            self._count("spines, whole films", seen.film, lung, body)
            lowest = np.arange(len(body)) >= _LOWEST_PART_OF_SPINES * len(body)
            kind, body = "spines, lowest quarter", body & lowest[:, None]
        self._count(kind, seen.film, lung, body)

    def _count(self, kind: str, film: Film, lung: Mask, body: Mask) -> None:
        counted = _Counted(film, int((lung & body).sum()), int(body.sum()))
        self._found.setdefault(kind, []).append(counted)

    def rows(self, contender: str) -> list[Measured]:
        rows = []
        for kind, members in sorted(self._found.items()):
            row = Measured(LUNG_GATE, kind, contender, 0.0)
            if kind == "spines, whole films":
                row = replace(row, note="These films show the lungs.")
            else:
                row = replace(row, limit=_MOST_LUNG, sense=Sense.AT_MOST)
            share = ratio([one.lung for one in members], [one.body for one in members])
            rows.append(with_interval(row, [one.film.patient for one in members], share))
        return rows


@dataclass(eq=False, slots=True)
class NeutralAir:
    """Median C* of the air and of the air next to the skin, per kind of body part; every film weighs the same."""

    _air: dict[str, Pooled] = field(default_factory=dict)
    _near: dict[str, Pooled] = field(default_factory=dict)

    def wants(self, film: Film) -> bool:
        return film.radiograph and kind_of(film) != ""

    def see(self, seen: Seen) -> None:
        air = air_of(seen.film, seen.grey)
        if air.mean() < 0.01 or air.all():
            return
        size = np.hypot(seen.painted.lab[..., 1], seen.painted.lab[..., 2])
        away = cv2.distanceTransform(air.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)
        near = air & (away <= _NEAR * max(air.shape))
        kind = kind_of(seen.film)
        for table, where in ((self._air, air), (self._near, near)):
            table.setdefault(kind, Pooled(0.05, 60.0)).add(seen.film.patient, size[where])

    def rows(self, contender: str) -> list[Measured]:
        rows = []
        for kind in sorted(self._air):
            for gate, found in ((AIR_GATE, self._air[kind]), (HALO_GATE, self._near[kind])):
                row = Measured(gate, f"{kind}, median", contender, 0.0, unit="C*")
                rows.append(found.quantile(replace(row, limit=_MOST_CHROMA, sense=Sense.AT_MOST), 0.5))
                rows.append(found.quantile(replace(row, name=f"{kind}, 95th percentile"), 0.95))
        return rows
