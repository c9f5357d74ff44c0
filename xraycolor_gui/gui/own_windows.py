"""Windows of the reader's own: kept by name among the settings."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from xraycolor_gui.core.radiograph import Window, WindowFunction
from xraycolor_gui.gui.settings import Settings

_KEPT_AS = "own windows"


@dataclass(frozen=True, slots=True)
class OwnWindow:
    """A window in the units of the films it was made for."""

    name: str
    window: Window


class OwnWindows(QObject):
    """In the order in which they were saved."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def all(self) -> tuple[OwnWindow, ...]:
        """What is kept; entries that are not understood are passed over."""
        try:
            entries = json.loads(self._settings.choice(_KEPT_AS) or "[]")
        except ValueError:
            return ()
        made = (_from_json(entry) for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()
        return tuple(own for own in made if own is not None)

    def save(self, name: str, window: Window) -> None:
        """Keep it under this name, in the place of one that had it."""
        kept = [own for own in self.all() if own.name != name]
        plain = Window(window.center, window.width, window.function, name)
        self._put([*kept, OwnWindow(name, plain)])

    def remove(self, name: str) -> None:
        self._put([own for own in self.all() if own.name != name])

    def put(self, windows: tuple[OwnWindow, ...]) -> None:
        """These and no others, as undo wants them."""
        self._put(list(windows))

    def _put(self, windows: list[OwnWindow]) -> None:
        entries = [
            {
                "name": own.name,
                "center": own.window.center,
                "width": own.window.width,
                "function": own.window.function.value,
            }
            for own in windows
        ]
        self._settings.set_choice(_KEPT_AS, json.dumps(entries))
        self.changed.emit()


def _from_json(entry: dict[str, object]) -> OwnWindow | None:
    try:
        name, center, width = str(entry["name"]), float(str(entry["center"])), float(str(entry["width"]))
        function = WindowFunction(entry.get("function", "LINEAR"))
    except (KeyError, ValueError):
        return None
    if not name or not math.isfinite(center) or not (math.isfinite(width) and width > 0):
        return None
    return OwnWindow(name, Window(center, width, function, name))
