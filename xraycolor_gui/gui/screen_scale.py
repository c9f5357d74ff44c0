"""How many pixels of a screen are a millimetre: as the screen says, or as the reader measured with a ruler."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from xraycolor_gui.gui.screen_profile import screen_name
from xraycolor_gui.gui.settings import Settings

MM_PER_INCH = 25.4
#: Screens that state less or more pixels an inch state nothing true.
LEAST_DPI, MOST_DPI = 30.0, 1200.0


class ScreenScale(NamedTuple):
    """Device pixels per millimetre. measured: by the reader."""

    per_mm: float
    measured: bool = False

    @property
    def dpi(self) -> float:
        """Device pixels per inch."""
        return self.per_mm * MM_PER_INCH


class ScreenScales(QObject):
    """The scale of each screen; what was measured is remembered by the screen's name."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def of(self, screen: QScreen) -> ScreenScale | None:
        """What was measured, else what the screen says; None where it says nothing that can be true."""
        try:
            measured = float(self._settings.choice(_key(screen)) or 0)
        except ValueError:
            measured = 0.0
        if measured > 0:
            return ScreenScale(measured, measured=True)
        return told_by(screen)

    def keep(self, screen: QScreen, per_mm: float | None) -> None:
        """Remember what was measured; None: believe the screen again."""
        self._settings.set_choice(_key(screen), f"{per_mm:.6g}" if per_mm is not None else "")
        self.changed.emit()


def told_by(screen: QScreen) -> ScreenScale | None:
    """The scale by the size in millimetres that the screen states."""
    size, pixels = screen.physicalSize(), screen.size()
    diagonal_mm = math.hypot(size.width(), size.height())
    if diagonal_mm <= 0:
        return None
    diagonal = math.hypot(pixels.width(), pixels.height()) * screen.devicePixelRatio()
    told = ScreenScale(diagonal / diagonal_mm)
    return told if LEAST_DPI <= told.dpi <= MOST_DPI else None


def _key(screen: QScreen) -> str:
    return f"screen scale {screen_name(screen)}"
