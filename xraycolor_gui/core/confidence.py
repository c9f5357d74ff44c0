"""Chroma fades where the model is unsure: what the colour cannot know stays grey."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Confidence below which colour fades, unless the reader chooses another limit.
GREY_BELOW = 0.30
#: Colour fades over this range below the limit, so that no edge appears where the film has none.
_SOFTNESS = 0.20


def fade(
    chroma: NDArray[np.float32], confidence: NDArray[np.float32] | None, grey_below: float = GREY_BELOW
) -> NDArray[np.float32]:
    """Chroma (rows, columns, 2) with its part kept: 1 from `grey_below` on, falling smoothly to 0 below it.

    confidence: (rows, columns), 0 … 1; None, or a limit of 0, leaves the chroma as it is.
    """
    if confidence is None or grey_below <= 0:
        return chroma
    low = max(grey_below - _SOFTNESS, 0.0)
    way = np.clip((confidence - np.float32(low)) / np.float32(grey_below - low), 0, 1)
    kept: NDArray[np.float32] = (way * way * (3 - 2 * way)).astype(np.float32)
    return np.asarray(chroma * kept[..., None], np.float32)
