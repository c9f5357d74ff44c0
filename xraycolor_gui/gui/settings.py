"""What is remembered between two starts: layout, choices, and names of folders. Never a film, never a patient."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_FOLDERS = 5


@dataclass(frozen=True, slots=True)
class Recent:
    """A folder that was open, how many films it held, and when (ISO day)."""

    path: Path
    films: int
    day: str


class Settings:
    """Typed access to QSettings. `file` sets the place aside from the user's own, for tests."""

    def __init__(self, file: Path | None = None) -> None:
        if file is not None:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)
            self._qt = QSettings(str(file.with_name("QtProject.conf")), QSettings.Format.IniFormat)
        else:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "xraycolor", "window")
            self._qt = QSettings(QSettings.Scope.UserScope, "QtProject")

    def geometry(self) -> QByteArray:
        """Place and size of the window; empty before the first close."""
        value = self._store.value("layout/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("layout/geometry", geometry)

    def place_of(self, name: str) -> QByteArray:
        """Place and size of a window beside the main one; empty where it has not been open yet."""
        value = self._store.value(f"layout/place of {name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_place_of(self, name: str, geometry: QByteArray) -> None:
        self._store.setValue(f"layout/place of {name}", geometry)

    def dock(self, name: str) -> tuple[bool, int] | None:
        """(folded, width) of a dock as it was left, or None before the first close."""
        folded, _, width = str(self._store.value(f"layout/{name}", "")).partition(" ")
        return (folded == "folded", int(width)) if width.isdigit() else None

    def set_dock(self, name: str, folded: bool, width: int) -> None:
        self._store.setValue(f"layout/{name}", f"{'folded' if folded else 'wide'} {width}")

    def forget_layout(self) -> None:
        """Let the next start be like the first."""
        self._store.remove("layout")

    def choice(self, name: str) -> str:
        """The reader's last palette, model …; empty if there was none."""
        return str(self._store.value(f"choice/{name}", ""))

    def set_choice(self, name: str, value: str) -> None:
        if value != self.choice(name):
            self._store.setValue(f"choice/{name}", value)

    def recent(self) -> tuple[Recent, ...]:
        """Folders opened last, newest first."""
        try:
            entries = json.loads(str(self._store.value("recent/folders", "[]")))
            return tuple(Recent(Path(entry["path"]), int(entry["films"]), str(entry["day"])) for entry in entries)
        except (ValueError, TypeError, KeyError):
            return ()

    def add_recent(self, folder: Path, films: int, day: str) -> None:
        """Remember a folder, the number of films in it and the day (ISO) it was opened."""
        if not self.keeps_recent():
            return
        folder = folder.absolute()
        kept = [Recent(folder, films, day), *(other for other in self.recent() if other.path != folder)]
        entries = [{"path": str(it.path), "films": it.films, "day": it.day} for it in kept[:RECENT_FOLDERS]]
        self._store.setValue("recent/folders", json.dumps(entries))

    def clear_recent(self) -> None:
        self._store.remove("recent/folders")

    def export_folder(self) -> str:
        """Where the last export went; empty if there was none, or folders are not to be remembered."""
        return self.choice("export folder")

    def set_export_folder(self, folder: Path) -> None:
        if self.keeps_recent():
            self.set_choice("export folder", str(folder))

    def forget_visited(self) -> None:
        """Unless folders are to be remembered: those that Qt's own file dialog writes down by itself."""
        if not self.keeps_recent():
            for name in ("history", "lastVisited"):
                self._qt.remove(f"FileDialog/{name}")
            self._qt.sync()

    def keeps_recent(self) -> bool:
        return str(self._store.value("recent/keep", "true")) == "true"

    def set_keeps_recent(self, keep: bool) -> None:
        self._store.setValue("recent/keep", "true" if keep else "false")
        if not keep:
            self.clear_recent()
            self._store.remove("choice/export folder")
            self.forget_visited()
