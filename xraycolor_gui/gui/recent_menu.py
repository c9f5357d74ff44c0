"""The folders opened last, as a part of the File menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from xraycolor_gui.gui.settings import Settings


class RecentMenu(QMenu):
    """Folder names only; made anew each time the menu above it opens."""

    def __init__(self, settings: Settings, open_folder: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open &recent"))
        self._settings = settings
        self._open = open_folder

    def refresh(self) -> None:
        """Take the folders from the settings."""
        self.clear()
        for entry in self._settings.recent():
            name = entry.path.name or str(entry.path)
            self.addAction(name.replace("&", "&&"), lambda path=entry.path: self._open(path))  # type: ignore[misc]
        self.menuAction().setEnabled(not self.isEmpty())
