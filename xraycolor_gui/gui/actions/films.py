"""From film to film, and from study to study."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import KeyReach, Registry
from xraycolor_gui.gui.session import Session


class FilmsActions(QObject):
    """The arrow keys belong to the control that has the focus first; these take what is left."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        tr = self.tr
        self.find = actions.make(
            "films.find", tr("Fin&d in studies"), "Ctrl+F", meaning="find", menu="film.films", needs=[needs.listed]
        )
        for name, words, key, do in (
            ("next", tr("&Next film"), "Down", lambda: session.at_hand.next_film(1)),
            ("previous", tr("&Previous film"), "Up", lambda: session.at_hand.next_film(-1)),
            ("first", tr("&First film"), "Home", lambda: session.at_hand.next_film(-len(session.films))),
            ("last", tr("&Last film"), "End", lambda: session.at_hand.next_film(len(session.films))),
            ("next_group", tr("Ne&xt study"), "PgDown", lambda: session.at_hand.next_group(1)),
            ("previous_group", tr("Pre&vious study"), "PgUp", lambda: session.at_hand.next_group(-1)),
        ):
            actions.make(
                f"films.{name}", words, key, do, menu="film.films", needs=[needs.films], kind=KeyReach.LEFT_OVER
            )
