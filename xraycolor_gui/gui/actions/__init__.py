"""Everything the menus, the tool bar and the keys can do: one module per topic, all in one registry.

A feature that comes later makes its own actions with `actions.make(id, words, keys, do, menu=…)`; menus, cheat sheet,
key bindings and command search know them from then on.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.actions.colour import ColourActions
from xraycolor_gui.gui.actions.edit import EditActions
from xraycolor_gui.gui.actions.file import FileActions
from xraycolor_gui.gui.actions.films import FilmsActions
from xraycolor_gui.gui.actions.grey import GreyActions
from xraycolor_gui.gui.actions.help import HelpActions
from xraycolor_gui.gui.actions.layout import LayoutActions
from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.place import PlaceActions
from xraycolor_gui.gui.actions.registry import Entry, KeyReach, Need, Registry
from xraycolor_gui.gui.actions.tools import ToolActions
from xraycolor_gui.gui.actions.turn import TurnActions
from xraycolor_gui.gui.session import Session

__all__ = ["Actions", "Entry", "KeyReach", "Need"]


class Actions(Registry):
    """Actions of one window. What needs the window itself is connected there."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.needs = Needs(session, self)
        self.file = FileActions(self, session, self.needs)
        self.edit = EditActions(self, session.undo)
        self.tools = ToolActions(self, session, self.needs)
        self.films = FilmsActions(self, session, self.needs)
        self.grey = GreyActions(self, session, self.needs)
        self.place = PlaceActions(self, self.needs)
        self.turn = TurnActions(self, session, self.needs)
        self.colour = ColourActions(self, session, self.needs)
        self.layout_ = LayoutActions(self, self.needs)
        self.help = HelpActions(self)
        for signal in (
            session.currentChanged,
            session.radiographChanged,
            session.workChanged,
            session.colorizationChanged,
            session.modelChanged,
            session.filmsChanged,
        ):
            signal.connect(self.refresh)
