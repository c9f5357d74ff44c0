"""Where the window stood, and which docks were folded: taken up again at the next start, or reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.settings import Settings

if TYPE_CHECKING:
    from xraycolor_gui.gui.window import MainWindow

DEFAULT_SIZE = (1440, 900)
#: What the desktop puts round a window, at most.
FRAME = 40


class RememberedLayout(QObject):
    """Place, size and screen of the window; what the docks remember is theirs (`Sides`)."""

    def __init__(self, window: MainWindow, settings: Settings, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        actions.make("layout.reset", self.tr("Reset &layout"), do=self.reset, menu="view.layout")

    def restore(self) -> None:
        """Place the window where it was; Qt moves it to a screen that is still there."""
        geometry = self._settings.geometry()
        if geometry.isEmpty() or not self._window.restoreGeometry(geometry):
            self._take_default_size()

    def remember(self) -> None:
        """Keep place and folds for the next start."""
        self._settings.set_geometry(self._window.saveGeometry())
        self._window.sides.remember()

    @Slot()
    def reset(self) -> None:
        """As at the first start."""
        window = self._window
        self._settings.forget_layout()
        window.panes.comparing.set_mode(Mode.SIDE_BY_SIDE)
        window.showNormal()
        self._take_default_size()
        window.sides.reset()

    def _take_default_size(self) -> None:
        room = self._window.screen().availableGeometry()
        self._window.resize(min(DEFAULT_SIZE[0], room.width()), min(DEFAULT_SIZE[1], room.height() - FRAME))
