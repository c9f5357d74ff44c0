"""A film for commands."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "thorax.v2.png"
    path.parent.mkdir()
    ramp = np.tile(np.linspace(0, 65535, 200).astype(np.uint16), (150, 1))
    cv2.imwrite(str(path), ramp)
    return path
