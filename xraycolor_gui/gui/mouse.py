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


#: The left button has the tool that is chosen; these have always the same.
BUTTONS: Mapping[Qt.MouseButton, Tool] = MappingProxyType(
    {Qt.MouseButton.MiddleButton: Tool.PAN, Qt.MouseButton.RightButton: Tool.ZOOM}
)
#: By the key held meanwhile. Alt is the lens's own.
WHEEL: Mapping[Qt.KeyboardModifier, Wheel] = MappingProxyType(
    {
        Qt.KeyboardModifier.NoModifier: Wheel.FILM,
        Qt.KeyboardModifier.ControlModifier: Wheel.ZOOM,
        Qt.KeyboardModifier.ShiftModifier: Wheel.STRENGTH,
    }
)
#: What middle and right button may do.
CHOICES = Tool.WINDOW, Tool.ZOOM, Tool.PAN


class Mouse(QObject):
    """One for all pictures of a session."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buttons = dict(BUTTONS)
        self._wheel = dict(WHEEL)

    def tool(self, button: Qt.MouseButton, chosen: Tool) -> Tool | None:
        """What a drag with this button does while the tool `chosen` is; None: nothing."""
        return chosen if button is Qt.MouseButton.LeftButton else self._buttons.get(button)

    def wheel(self, modifiers: Qt.KeyboardModifier) -> Wheel:
        """What the wheel does while these keys are held."""
        for modifier in WHEEL:
            if modifier is not Qt.KeyboardModifier.NoModifier and modifiers & modifier:
                return self._wheel[modifier]
        return self._wheel[Qt.KeyboardModifier.NoModifier]

    def set_tool(self, button: Qt.MouseButton, tool: Tool) -> None:
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
