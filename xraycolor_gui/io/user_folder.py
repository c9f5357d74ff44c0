"""Where what belongs to the user lies: stores, palettes, translations."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def user_folder() -> Path:
    """The program's folder in the user's data folder; it need not exist."""
    return Path(platformdirs.user_data_dir("xraycolor", appauthor=False))
