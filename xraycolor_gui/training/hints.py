"""What is known of a film beyond its mask: a knee holds no lung, the dark round a limb is air, a heart is bright."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

#: Body parts, as the manifests name them, whose films hold neither lung nor heart. Films of the upper limb may show
#: part of a child's trunk.
WITHOUT_LUNGS = (
    "knee",
    "lower limb (foot/ankle/leg/knee/thigh)",
    "hip/pelvis",
    "pelvis",
    "several: leg+hip",
)
#: Those of them, and more, that hold no gas either.
WITHOUT_AIR = ("knee", "lower limb (foot/ankle/leg/knee/thigh)", "breast")
#: Words in a body part that make it a limb film, where air can be told by its grey.
_LIMBS = ("limb", "several", "shoulder", "hip")

#: Data sets whose findings name metal hardware wherever there is any, or that took no films with implants.
_TELLING_METAL = ("FracAtlas", "Knee OA")


def is_metalless(dataset: str, finding: str) -> bool:
    """Whether a film is known to show no metal; most data sets do not tell."""
    return dataset.startswith(_TELLING_METAL) and "metal" not in finding


def is_limb(body_part: str) -> bool:
    return any(word in body_part for word in _LIMBS)


def air_round_limb(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the film shows plain air: dark, even, reaching the border, a good step below the rest; else nowhere.

    Only for films of limbs: beside a trunk the same rule would find lungs that reach the border.
    """
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.5).astype(np.float32)
    edge = max(2, round(0.02 * max(grey.shape)))
    ring = (np.s_[edge], np.s_[-1 - edge], np.s_[:, edge], np.s_[:, -1 - edge])
    level = float(np.percentile(np.concatenate([smooth[line] for line in ring]), 30))
    even = cv2.erode((smooth < level + 10).astype(np.uint8), np.ones((5, 5), np.uint8))
    _, parts = cv2.connectedComponents(even)
    reaching = np.unique(np.concatenate([parts[line] for line in ring]))
    air = np.isin(parts, reaching[reaching > 0])
    body = smooth[smooth > level + 25]
    plausible = level < 60 and 0.12 < air.mean() < 0.9 and body.size > 0.05 * smooth.size
    if not plausible or np.median(body) <= level + 35:
        return np.zeros(grey.shape, np.bool_)
    return np.asarray(air, np.bool_)


def air_beside_trunk(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where a trunk film is nearly black, even, and reaching the border: air beside the body, or collimation."""
    exact = grey.astype(np.float32)
    mean = cv2.blur(exact, (9, 9))
    spread = np.sqrt(np.maximum(cv2.blur(exact * exact, (9, 9)) - mean * mean, 0.0))
    dark = cv2.morphologyEx(((mean < 24) & (spread < 3)).astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    _, parts = cv2.connectedComponents(dark)
    reaching = np.unique(np.concatenate([parts[3], parts[-4], parts[:, 3], parts[:, -4]]))
    return np.asarray(np.isin(parts, reaching[reaching > 0]), np.bool_)


#: How far from the spine, in parts of a lung mask's width, the heart may reach: on the patient's left, on the right.
_LEFT_REACH, _RIGHT_REACH = 0.75, 0.42
#: The heart lies below this part of a lung mask's height.
_HEART_TOP = 0.3


def heart_in_lungs(grey: NDArray[np.uint8], lungs: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where, inside masks that count lung behind the heart, the film shows the heart, and where air-filled lung.

    The heart is bright and grows from the spine's side of the mask; what is neither clearly bright nor dark, or lies
    where a pneumonia could as well, is left out of both. Both are empty where the mask is not two lungs side by side.
    """
    heart, air = np.zeros(lungs.shape, np.bool_), np.zeros(lungs.shape, np.bool_)
    sides = _two_lungs(lungs)
    if sides is None:
        return heart, air
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.02 * max(grey.shape)).astype(np.float32)
    for lung, towards_spine, reach in zip(sides, (1, -1), (_RIGHT_REACH, _LEFT_REACH), strict=True):
        of_heart, of_air = _split(smooth, lung, towards_spine, reach)
        heart |= of_heart
        air |= of_air
    return heart, air


def _two_lungs(lungs: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]] | None:
    """The patient's right lung (at the viewer's left) and left lung."""
    _, parts, facts, centres = cv2.connectedComponentsWithStats(lungs.astype(np.uint8))
    sizes = facts[1:, cv2.CC_STAT_AREA]
    if len(sizes) < 2:
        return None
    largest = np.argsort(sizes)[::-1][:2] + 1
    if facts[largest, cv2.CC_STAT_AREA].min() < 0.02 * lungs.size:
        return None
    first, second = sorted(largest, key=lambda number: float(centres[number][0]))
    return parts == first, parts == second


def _split(
    smooth: NDArray[np.float32],
    lung: NDArray[np.bool_],
    towards_spine: int,
    reach: float,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """One lung mask's heart and air. towards_spine: +1 if the spine lies at greater columns."""
    rows, columns = np.nonzero(lung)
    top, bottom, left, right = rows.min(), rows.max(), columns.min(), columns.max()
    inner = right if towards_spine > 0 else left
    away = np.abs(np.arange(lung.shape[1]) - inner) / max(int(right - left), 1)
    down = (np.arange(lung.shape[0]) - top) / max(int(bottom - top), 1)
    beside = lung & (away < 0.2)[None, :] & (down > _HEART_TOP)[:, None]
    nothing = np.zeros(lung.shape, np.bool_)
    if not beside.any():
        return nothing, nothing
    dark, bright = float(np.percentile(smooth[lung], 20)), float(np.percentile(smooth[beside], 80))
    if bright - dark < 25:
        return nothing, nothing
    middle, step = (dark + bright) / 2, 0.12 * (bright - dark)
    candidates = lung & (smooth > middle + step) & (away < reach)[None, :] & (down > _HEART_TOP)[:, None]
    _, parts = cv2.connectedComponents(candidates.astype(np.uint8))
    grown = np.unique(parts[candidates & (away < 0.12)[None, :]])
    return np.isin(parts, grown[grown > 0]), lung & ((smooth < middle - step) | (away > reach + 0.1)[None, :])
