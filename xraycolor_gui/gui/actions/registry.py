"""Everything a hand can ask for, each under an id that stays the same: for menus, keys, the cheat sheet, the search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.icons import icon


class KeyReach(Enum):
    """How the keys of an action reach it.

    SHORTCUT: wherever the focus is, unless one types. LEFT_OVER: only if the focused control had no use for the key,
    as with the arrow keys. HELD: on while the key is down.
    """

    SHORTCUT = "shortcut"
    LEFT_OVER = "left over"
    HELD = "held"


@dataclass(frozen=True, eq=False, slots=True)
class Need:
    """What must be so for an action to make sense; `why` tells the reader what is missing."""

    met: Callable[[], bool]
    why: str


@dataclass(eq=False, slots=True)
class Entry:
    """One action. menu: "menu.section"; default_keys in Qt's portable names.

    words: as the menu shows them now. title: what the action is called, whatever it would do at the moment.
    """

    id: str
    action: QAction
    words: str
    default_keys: tuple[str, ...]
    menu: str
    kind: KeyReach = KeyReach.SHORTCUT
    needs: tuple[Need, ...] = ()
    keys: tuple[str, ...] = field(default=())
    title: str = ""

    @property
    def plain(self) -> str:
        """The words without mnemonic and dots."""
        return plain(self.words)

    def why_not(self) -> str:
        """Why the action is off now; empty while it is on."""
        return next((need.why for need in self.needs if not need.met()), "")

    def key_texts(self) -> tuple[str, ...]:
        """The keys in force, as the keyboard has them."""
        return tuple(native(key) for key in self.keys)


def plain(words: str) -> str:
    """'Open files' from 'Open &files…'."""
    return re.sub(r"&(.)", r"\1", words).rstrip("…").strip()


def native(key: str) -> str:
    """A key in the words of this desktop."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


@cache
def portable(key: str) -> str:
    """A key in Qt's portable name: the same for all ways to write it, and so the measure of whether two are one."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class Registry(QObject):
    """The actions of one window, in the order they were made."""

    made = Signal(object)
    keysChanged = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, Entry] = {}
        #: Who has a key, by its portable name.
        self._owners: dict[str, list[Entry]] = {}
        #: Every need there is, once and in order, and whether it was met when that was asked last.
        self._needs: dict[Need, None] = {}
        self._met: dict[Need, bool] = {}

    def make(
        self,
        id: str,  # noqa: A002 (the word everyone looks for)
        words: str,
        keys: str = "",
        do: Callable[[], object] | None = None,
        *,
        meaning: str = "",
        check: bool = False,
        menu: str = "",
        needs: Iterable[Need] = (),
        kind: KeyReach = KeyReach.SHORTCUT,
    ) -> QAction:
        """A new action. keys: one or more, parted by blanks ("Ctrl+Z"); meaning: its icon's name.

        check: it has an on and an off, `do` is called after either; the window may connect `triggered` instead.
        """
        assert id not in self._entries, id
        action = QAction(words, self._window)
        action.setObjectName(id)
        action.setCheckable(check)
        if meaning:
            action.setIcon(icon(meaning))
        if do is not None:
            action.triggered.connect(lambda _: do())
        self._window.addAction(action)
        entry = Entry(id, action, words, tuple(keys.split()), menu, kind, tuple(needs), title=plain(words))
        self._entries[id] = entry
        self.set_keys(id, entry.default_keys)
        for need in entry.needs:
            self._needs[need] = None
            self._met.pop(need, None)  # it may have changed since, and this action is set by what holds now
        action.setEnabled(not entry.why_not())
        self.made.emit(entry)
        return action

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries.values()))

    def entry(self, id: str) -> Entry | None:  # noqa: A002
        """The action of this id, if there is one."""
        return self._entries.get(id)

    def set_keys(self, id: str, keys: tuple[str, ...]) -> None:  # noqa: A002
        """Give an action these keys; who held them before loses them only by a call of its own."""
        entry = self._entries[id]
        for key in entry.keys:
            self._owners[portable(key)].remove(entry)
        for key in keys:
            self._owners.setdefault(portable(key), []).append(entry)
        entry.keys = keys
        if entry.kind is KeyReach.SHORTCUT:
            entry.action.setShortcuts([QKeySequence(key) for key in keys])
        self._tell_keys(entry)
        self.keysChanged.emit(entry)

    def set_words(self, id: str, words: str) -> None:  # noqa: A002
        """Rename an action, as undo is by what it would take back."""
        entry = self._entries[id]
        if words != entry.words:
            entry.words = words
            self._tell_keys(entry)

    def entries_with(self, key: str) -> tuple[Entry, ...]:
        """Whose key this is."""
        return tuple(self._owners.get(portable(key), ()))

    @Slot()
    def refresh(self) -> None:
        """Switch on what can be done now."""
        # Many actions share a need: each is asked once. Most of the time nothing has changed.
        before, self._met = self._met, {need: need.met() for need in self._needs}
        changed = {need for need in self._needs if before.get(need) is not self._met[need]}
        for entry in self._entries.values():
            if not changed.isdisjoint(entry.needs):
                entry.action.setEnabled(all(self._met[need] for need in entry.needs))

    @staticmethod
    def _tell_keys(entry: Entry) -> None:
        """In the menu, where Qt does not do it, and in the tool tip."""
        first = next(iter(entry.key_texts()), "")
        shown_by_qt = entry.kind is KeyReach.SHORTCUT
        entry.action.setText(entry.words if shown_by_qt or not first else f"{entry.words}\t{first}")
        entry.action.setToolTip(f"{entry.plain} ({first})" if first else entry.plain)
