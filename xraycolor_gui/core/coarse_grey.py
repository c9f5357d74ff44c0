"""Grey of a very large film, coarser: what a network looks at, without the whole film in float values."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.presentation import choose_voi, present
from xraycolor_gui.core.radiograph import Radiograph

#: Films of up to this many pixels are presented whole, and no pixel of theirs changes.
WHOLE_UP_TO = 1 << 24
_BLOCKS_AT_A_TIME = 64


def coarse_grey(radiograph: Radiograph, whole_up_to: int = WHOLE_UP_TO) -> NDArray[np.float32]:
    """Grey of the film's default presentation; of a larger film the means of whole square blocks of pixels.

    The blocks are the smallest with which the result has at most `whole_up_to` pixels. A last row or column of blocks
    may be cut by the film's edge.
    """
    rows, columns = radiograph.shape
    if rows * columns <= whole_up_to:
        return present(radiograph).grey
    side = int(np.ceil(np.sqrt(rows * columns / whole_up_to)))
    voi, across = choose_voi(radiograph)[0], np.arange(columns)
    strips = []
    for row in range(0, rows, side * _BLOCKS_AT_A_TIME):
        down = np.arange(row, min(row + side * _BLOCKS_AT_A_TIME, rows))
        grey = present(radiograph, voi, (down, across)).grey
        size = -(-columns // side), -(-len(down) // side)
        strips.append(np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32))
    return np.concatenate(strips)
