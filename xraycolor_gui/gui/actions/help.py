"""Finding one's way."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.registry import Registry


class HelpActions(QObject):
    """What the Help menu has; connected where the window is."""

    def __init__(self, actions: Registry) -> None:
        super().__init__(actions)
        self.search = actions.make(
            "help.search", self.tr("&Find a command…"), "Ctrl+K", meaning="find", menu="help.way"
        )
        self.keys = actions.make("help.keys", self.tr("&Keys"), "? F1", meaning="keys", menu="help.way")
        self.change_keys = actions.make("help.change_keys", self.tr("&Change keys and mouse…"), menu="help.way")
        self.about = actions.make("help.about", self.tr("&About XrayColor"), menu="help.about")
