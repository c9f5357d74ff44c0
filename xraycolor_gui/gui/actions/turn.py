"""How the film lies: turned by quarters, flipped, or as it is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.session import Session


class TurnActions(QObject):
    """Each acts on what the reader sees of the film at hand, and leaves the file and exports as they are."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        tr = self.tr
        for name, words, key, turned in (
            ("right", tr("Turn &right"), "R", Turn.clockwise),
            ("left", tr("Turn &left"), "L", lambda turn: turn.clockwise(-1)),
            ("across", tr("Flip &horizontally"), "H", Turn.flipped_across),
            ("down", tr("Flip &vertically"), "V", Turn.flipped_down),
            ("stored", tr("As &stored"), "", lambda _: UPRIGHT),
        ):
            actions.make(
                f"turn.{name}",
                words,
                key,
                lambda turned=turned: session.at_hand.set_turn(turned(session.at_hand.turn)),  # type: ignore[misc]
                menu="film.turn",
                needs=[needs.film],
            )
