"""How large the film is, and how it lies."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.session import Session


class PlaceActions(QObject):
    """Zoom is connected where the panes are; turning is the session's own."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        tr, film = self.tr, [needs.film]
        self.fit = actions.make("place.fit", tr("Fi&t"), "Ctrl+0 F", menu="view.place", needs=film)
        self.actual_size = actions.make(
            "place.actual_size", tr("&Actual size"), "Ctrl+1", menu="view.place", needs=film
        )
        self.zoom_in = actions.make("place.zoom_in", tr("Zoom &in"), "Ctrl++ Ctrl+= +", menu="view.place", needs=film)
        self.zoom_out = actions.make("place.zoom_out", tr("Zoom &out"), "Ctrl+- -", menu="view.place", needs=film)
        self.maximize = actions.make("place.one_pane", tr("One &pane"), menu="view.place", needs=film)
        for name, words, key, do in (
            ("right", tr("Turn &right"), "R", lambda: session.set_turn(session.turn.clockwise(1))),
            ("left", tr("Turn &left"), "L", lambda: session.set_turn(session.turn.clockwise(-1))),
            ("flip_across", tr("Flip left and right"), "H", lambda: session.set_turn(session.turn.flipped_across())),
            ("flip_down", tr("Flip top and bottom"), "V", lambda: session.set_turn(session.turn.flipped_down())),
        ):
            actions.make(f"turn.{name}", words, key, do, menu="view.turn", needs=film)
