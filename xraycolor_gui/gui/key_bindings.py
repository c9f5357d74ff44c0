"""Which keys the reader gave to which action, and what buttons and wheel do: kept from start to start.

Only what differs from how the program comes is written down, so that a later version may bring better keys.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from xraycolor_gui.gui.actions import Entry
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.mouse import BUTTONS, WHEEL, Mouse, Wheel
from xraycolor_gui.gui.settings import Settings

KEYS, MOUSE = "keys", "mouse"
#: Keys that move the focus or end things everywhere: no action may have them.
RESERVED = ("Tab", "Shift+Tab", "Esc", "Return", "Enter", "Space", "Menu")


class KeyBindings(QObject):
    """Applies what was kept to every action, whenever it is made."""

    changed = Signal()

    def __init__(self, actions: Registry, mouse: Mouse, settings: Settings, names: dict[str, str]) -> None:
        """names: the first key of each action by its id, kept up to date."""
        super().__init__(actions)
        self._names = names
        self._actions, self._mouse, self._settings = actions, mouse, settings
        self._own = _kept(settings, KEYS)
        for entry in actions:
            self._take(entry)
        actions.made.connect(self._take)
        actions.keysChanged.connect(self._name)
        self._take_mouse()

    def owners(self, key: str, but: str = "") -> tuple[Entry, ...]:
        """Whose key this is, apart from the action `but`."""
        return tuple(entry for entry in self._actions.entries_with(key) if entry.id != but)

    def set(self, id_: str, keys: tuple[str, ...]) -> None:
        """Give an action these keys; it has them alone from now on."""
        for key in keys:
            for other in self.owners(key, but=id_):
                self._put(other, tuple(each for each in other.keys if QKeySequence(each) != QKeySequence(key)))
        entry = self._actions.entry(id_)
        assert entry is not None
        self._put(entry, keys)
        self._keep()

    def is_own(self, entry: Entry) -> bool:
        """Whether the reader changed this action's keys."""
        return entry.keys != entry.default_keys

    def reset(self, id_: str) -> None:
        """The keys the action came with; who has one of them now loses it."""
        entry = self._actions.entry(id_)
        assert entry is not None
        self.set(id_, entry.default_keys)

    def reset_all(self) -> None:
        """All keys and the mouse as the program comes."""
        for entry in self._actions:
            self._put(entry, entry.default_keys)
        self._mouse.reset()
        self._settings.set_choice(MOUSE, "")
        self._keep()

    def set_button(self, button: Qt.MouseButton, tool: Tool) -> None:
        """What a drag with the middle or right button does."""
        self._mouse.set_button(button, tool)
        self._keep_mouse()

    def set_wheel(self, modifier: Qt.KeyboardModifier, does: Wheel) -> None:
        """What the wheel does while `modifier` is held."""
        self._mouse.set_wheel(modifier, does)
        self._keep_mouse()

    @Slot(object)
    def _take(self, entry: Entry) -> None:
        """What was kept for this action; a key that has become another's by a later version stays with that one."""
        kept = self._own.get(entry.id)
        if isinstance(kept, list):
            self._actions.set_keys(entry.id, tuple(key for key in map(str, kept) if not self.owners(key, entry.id)))
        elif any(self.owners(key, entry.id) for key in entry.keys):
            self._actions.set_keys(entry.id, tuple(key for key in entry.keys if not self.owners(key, entry.id)))
        self._name(entry)

    @Slot(object)
    def _name(self, entry: Entry) -> None:
        self._names[entry.id] = next(iter(entry.key_texts()), "")

    def _put(self, entry: Entry, keys: tuple[str, ...]) -> None:
        if keys != entry.keys:
            self._actions.set_keys(entry.id, keys)

    def _keep(self) -> None:
        self._own = {entry.id: list(entry.keys) for entry in self._actions if self.is_own(entry)}
        self._settings.set_choice(KEYS, json.dumps(self._own) if self._own else "")
        self.changed.emit()

    def _keep_mouse(self) -> None:
        words = {
            str(held.name): does.value for held, does in (*self._mouse.buttons.items(), *self._mouse.wheels.items())
        }
        self._settings.set_choice(MOUSE, json.dumps(words))
        self.changed.emit()

    def _take_mouse(self) -> None:
        kept = _kept(self._settings, MOUSE)
        for button in BUTTONS:
            tool = kept.get(str(button.name))
            if tool in {each.value for each in Tool}:
                self._mouse.set_button(button, Tool(tool))
        for modifier in WHEEL:
            does = kept.get(str(modifier.name))
            if does in {each.value for each in Wheel}:
                self._mouse.set_wheel(modifier, Wheel(does))


def _kept(settings: Settings, name: str) -> dict[str, object]:
    """What was written down; nothing, if it cannot be understood."""
    try:
        kept = json.loads(settings.choice(name) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
