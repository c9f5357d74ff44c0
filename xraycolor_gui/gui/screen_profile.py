"""What the screen makes of numbers: an ICC profile, chosen for each screen, through which pictures are drawn.

Qt tells no program the profile of a screen (none of its classes has it, up to 6.11). On macOS, and on Wayland where the
desktop manages colour, it is enough to say that the window is in sRGB, which `state_srgb` does: the desktop converts.
Elsewhere numbers go to the screen as they are; there the reader may choose the profile that was measured.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace, QImage, QScreen, QSurfaceFormat

from xraycolor_gui.core import color
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings


def state_srgb() -> None:
    """Say of every window to come that its pixels are sRGB. Before the application is made."""
    surface = QSurfaceFormat.defaultFormat()
    surface.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    QSurfaceFormat.setDefaultFormat(surface)


class ScreenProfiles(QObject):
    """The profile of each screen, remembered by the screen's name. Lives in the UI thread."""

    changed = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._screens: dict[str, color.Screen | None] = {}

    def of(self, screen: QScreen) -> color.Screen | None:
        """What to draw through on this screen; None where it has no profile, or until that has been read."""
        name = screen_name(screen)
        if name not in self._screens:
            self._screens[name] = None
            remembered = self._settings.choice(f"screen profile {name}")
            if remembered:
                self._read(name, Path(remembered))
        return self._screens[name]

    def path(self, screen: QScreen) -> Path | None:
        """The file chosen for this screen."""
        remembered = self._settings.choice(f"screen profile {screen_name(screen)}")
        return Path(remembered) if remembered else None

    def choose(self, screen: QScreen, path: Path | None) -> None:
        """Use this profile from now on; None: send numbers as they are."""
        name = screen_name(screen)
        if path is not None:
            self._read(name, path)
            return
        self._session.tasks.cancel(f"screen profile {name}")
        self._settings.set_choice(f"screen profile {name}", "")
        self._screens[name] = None
        self.changed.emit()

    def _read(self, name: str, path: Path) -> None:
        def done(screen: color.Screen) -> None:
            self._settings.set_choice(f"screen profile {name}", str(path))
            self._screens[name] = screen
            self.changed.emit()

        def failed(error: Exception) -> None:
            told = as_told(error, path)
            self._session.noticeRaised.emit(Notice(Severity.CAUTION, told.what, told.next_step))

        self._session.tasks.start(
            f"screen profile {name}", lambda _: color.for_screen(conversion(path)), done, failed=failed
        )


def screen_name(screen: QScreen) -> str:
    """What tells one screen from another, also after the next start."""
    return " ".join(part for part in (screen.manufacturer(), screen.model(), screen.name()) if part)


def conversion(path: Path) -> color.Convert:
    """From sRGB to the numbers of the screen with this ICC profile.

    Raises UnreadableFile if it is none, or one of another kind of device.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be read: {error.strerror}.", "Choose the screen's ICC profile again."
        ) from error
    # ICC.1, 7.2: the file signature. Qt would warn of anything else.
    profile = QColorSpace.fromIccProfile(data) if data[36:40] == b"acsp" else QColorSpace()
    if not profile.isValidTarget() or profile.colorModel() is not QColorSpace.ColorModel.Rgb:
        raise UnreadableFile(
            f"{path.name} is no ICC profile of a screen.", "Choose a profile for an RGB screen, *.icc or *.icm."
        )
    transform = QColorSpace(QColorSpace.NamedColorSpace.SRgb).transformationToColorSpace(profile)

    def convert(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        # As one line a picture would be wider than Qt allows.
        width = 1 << 12
        padded = np.zeros((-(-len(rgb) // width) * width, 3), np.uint8)
        padded[: len(rgb)] = rgb
        image = QImage(padded.data, width, len(padded) // width, 3 * width, QImage.Format.Format_RGB888)
        shown = image.colorTransformed(transform).convertToFormat(QImage.Format.Format_RGB888)
        lines = np.frombuffer(shown.constBits(), np.uint8).reshape(shown.height(), shown.bytesPerLine())
        return lines[:, : 3 * width].reshape(-1, 3)[: len(rgb)].copy()

    return convert
