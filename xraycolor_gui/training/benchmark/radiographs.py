"""Radiographs made from arrays: computed films and changed copies, as if they had been read from a 16-bit file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.radiograph import Radiograph, Source, Window


def radiograph_of(grey: NDArray[np.floating]) -> Radiograph:
    """grey: (rows, columns) 0 … 1; its default presentation is this grey."""
    stored = np.round(np.clip(grey, 0, 1) * 65535).astype(np.uint16)
    return Radiograph(stored, 16, Source(Path("computed"), "PNG"), voi=(Window(32768.0, 65536.0),))
