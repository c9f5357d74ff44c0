"""Where weights lie."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parents[1]


def own_folder() -> Path:
    """The user's own models; it need not exist."""
    return Path(platformdirs.user_data_dir("xraycolor", appauthor=False)) / "models"


def shipped_folder() -> Path:
    """What comes with the program: in the package where it was installed, else beside it in the checkout."""
    inside = _PACKAGE / "weights"
    return inside if inside.is_dir() else _PACKAGE.parent / "weights"
