"""The menu bar, filled from the registry as actions are made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from xraycolor_gui.gui.actions.registry import Entry, Registry

#: Menus from left to right, and their sections from top to bottom; lines part the sections that have actions.
SECTIONS = {
    "file": ("open", "recent", "out", "send", "study", "close", "quit"),
    "edit": ("steps", "selection", "keys"),
    "film": ("films", "frames", "window", "turn", "shown"),
    "view": ("place", "layout", "appearance"),
    "compare": ("ways", "films"),
    "tools": ("hand", "measure", "region", "calibrate"),
    "colour": ("make", "strength", "sure", "proof"),
    "feedback": ("say", "shown", "kept"),
    "help": ("way", "screen", "about"),
}


class Menus(QObject):
    """Puts every action with a place in a menu there, whenever it is made."""

    def __init__(self, bar: QMenuBar, actions: Registry) -> None:
        super().__init__(bar)
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "film": self.tr("Fi&lm"),
            "view": self.tr("&View"),
            "compare": self.tr("Com&pare"),
            "tools": self.tr("&Tools"),
            "colour": self.tr("&Colour"),
            "feedback": self.tr("Fee&dback"),
            "help": self.tr("&Help"),
        }
        self.by_name: dict[str, QMenu] = {}
        self._ends: dict[str, QAction] = {}
        for name, sections in SECTIONS.items():
            menu = bar.addMenu(titles[name])
            menu.setToolTipsVisible(False)
            self.by_name[name] = menu
            for section in sections:
                self._ends[f"{name}.{section}"] = menu.addSeparator()
        for entry in actions:
            self._take(entry)
        actions.made.connect(self._take)

    def title(self, place: str) -> str:
        """The title of the menu an action stands in, without mnemonic."""
        menu = self.by_name.get(place.partition(".")[0])
        return menu.title().replace("&", "") if menu is not None else ""

    def insert(self, place: str, action: QAction) -> None:
        """Put an action at the end of a section, "menu.section"."""
        self.by_name[place.partition(".")[0]].insertAction(self._ends[place], action)

    @Slot(object)
    def _take(self, entry: Entry) -> None:
        if entry.menu:
            self.insert(entry.menu, entry.action)
