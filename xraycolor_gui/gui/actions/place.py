"""How large the film is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import KeyReach, Registry


class PlaceActions(QObject):
    """Connected where the panes are."""

    def __init__(self, actions: Registry, needs: Needs) -> None:
        super().__init__(actions)
        tr, film = self.tr, [needs.film]
        self.fit = actions.make("place.fit", tr("Fi&t"), "F Ctrl+0", menu="view.place", needs=film)
        self.actual_size = actions.make(
            "place.actual_size", tr("&Actual size"), "Ctrl+1", menu="view.place", needs=film
        )
        self.zoom_in = actions.make("place.zoom_in", tr("Zoom &in"), "Ctrl++ Ctrl+= +", menu="view.place", needs=film)
        self.zoom_out = actions.make("place.zoom_out", tr("Zoom &out"), "Ctrl+- -", menu="view.place", needs=film)
        self.maximize = actions.make("place.one_pane", tr("One &pane"), menu="view.place", needs=film)
        self.back = actions.make("place.back", tr("Place &before"), "Alt+Left", menu="view.place", needs=film)
        self.on = actions.make("place.on", tr("Place aft&er"), "Alt+Right", menu="view.place", needs=film)
        # Esc comes last of all that Esc ends (`ways_out`).
        self.reset = actions.make(
            "place.reset", tr("Show as at fi&rst"), "Esc", menu="view.place", needs=film, kind=KeyReach.LEFT_OVER
        )
