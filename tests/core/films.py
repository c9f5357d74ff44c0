"""Radiographs made in code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from xraycolor_gui.core.radiograph import Radiograph, Source


def film(stored: ArrayLike, dtype: str = "uint16", bits: int = 12, **rest: Any) -> Radiograph:
    """A radiograph of these stored values; one row is enough."""
    return Radiograph(np.atleast_2d(np.array(stored, dtype)), bits, Source(Path("film.dcm"), "DICOM"), **rest)
