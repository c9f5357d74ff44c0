"""Icons by what they mean: Phosphor, drawn by QtAwesome."""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtGui import QIcon

from xraycolor_gui.gui import tokens

#: Meaning → name in Phosphor Regular.
NAMES = {
    "open": "folder-open",
    "folder": "folder",
    "file": "file",
    "picture": "image",
    "window": "circle-half",
    "zoom": "magnifying-glass",
    "find": "magnifying-glass",
    "pan": "hand",
    "export": "export",
    "keys": "keyboard",
    "fold_left": "caret-double-left",
    "fold_right": "caret-double-right",
    "unfolded": "caret-down",
    "folded": "caret-right",
    "menu": "caret-down",
    "close": "x",
    "hidden": "eye-slash",
    "palette": "palette",
    "working": "hourglass-medium",
    "waiting": "clock",
    "no_picture": "file-x",
    "notice": "info",
    "caution": "warning",
    "error": "warning-octagon",
    "done": "check-circle",
    "saved": "check",
    "not_sure": "question",
    "again": "arrow-clockwise",
    "drop": "download-simple",
}


@cache
def icon(meaning: str, color: str = tokens.TEXT_1) -> QIcon:
    """The icon of this meaning, greyed by itself when its control is off."""
    os.environ.setdefault("QT_API", "pyside6")
    import qtawesome

    drawn: QIcon = qtawesome.icon(f"ph.{NAMES[meaning]}", color=color, color_disabled=tokens.TEXT_OFF)
    return drawn
