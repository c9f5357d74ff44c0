"""What actions need before they make sense, and what to tell the reader while it is not there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.registry import Need
from xraycolor_gui.gui.session import Session


class Needs(QObject):
    """Conditions on a session that several actions share."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.film = Need(lambda: session.radiograph is not None, self.tr("no film is shown"))
        self.listed = Need(lambda: session.current is not None, self.tr("no film is open"))
        self.films = Need(lambda: session.listing.count > 1, self.tr("only one film is open"))
        self.colour = Need(lambda: session.colorization is not None, self.tr("the film has no colour"))
        self.known = Need(
            lambda: session.colouring is not None, self.tr("it is not yet known how the film is coloured")
        )
        self.confidence = Need(
            lambda: session.colorization is not None and session.colorization.confidence is not None,
            self.tr("the colour tells no confidence"),
        )
