"""What is known of a film without a mask: a knee holds no lung, and the dark plain round a limb is air."""

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
#: Words in a body part that make it a limb film, where air can be told by its grey.
_LIMBS = ("limb", "several", "shoulder", "hip")


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
