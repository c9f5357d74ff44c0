"""What buttons and wheel do on a picture, as the reader set it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal

from xraycolor_gui.gui.films import Tool


class Wheel(Enum):
    """What a turn of the wheel does."""

    FILM = "film"
    ZOOM = "zoom"
    STRENGTH = "strength"
    NOTHING = "nothing"


#: A drag with the left button does what the tool that is chosen does; these have always the same.
BUTTONS: Mapping[Qt.MouseButton, Tool] = MappingProxyType(
    {Qt.MouseButton.MiddleButton: Tool.PAN, Qt.MouseButton.RightButton: Tool.ZOOM}
)
#: What middle and right button may do.
CHOICES = Tool.WINDOW, Tool.ZOOM, Tool.PAN
#: By the key held meanwhile. Alt is the lens's own.
WHEEL: Mapping[Qt.KeyboardModifier, Wheel] = MappingProxyType(
    {
        Qt.KeyboardModifier.NoModifier: Wheel.FILM,
        Qt.KeyboardModifier.ControlModifier: Wheel.ZOOM,
        Qt.KeyboardModifier.ShiftModifier: Wheel.STRENGTH,
    }
)


class Mouse(QObject):
    """One for all pictures of a session."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buttons = dict(BUTTONS)
        self._wheel = dict(WHEEL)

    @property
    def buttons(self) -> Mapping[Qt.MouseButton, Tool]:
        """What a drag with the middle or right button does."""
        return self._buttons

    @property
    def wheels(self) -> Mapping[Qt.KeyboardModifier, Wheel]:
        """What the wheel does, by the key held meanwhile."""
        return self._wheel

    def wheel(self, modifiers: Qt.KeyboardModifier) -> Wheel:
        """What the wheel does while these keys, and perhaps others, are held."""
        held = (modifier for modifier in WHEEL if modifier & modifiers)
        return self._wheel[next(held, Qt.KeyboardModifier.NoModifier)]

    def set_button(self, button: Qt.MouseButton, tool: Tool) -> None:
        """Let a drag with the middle or right button do this."""
        self._buttons[button] = tool
        self.changed.emit()

    def set_wheel(self, modifier: Qt.KeyboardModifier, does: Wheel) -> None:
        """Let the wheel do this while `modifier` is held."""
        self._wheel[modifier] = does
        self.changed.emit()

    def reset(self) -> None:
        """As the program comes."""
        self._buttons, self._wheel = dict(BUTTONS), dict(WHEEL)
        self.changed.emit()
