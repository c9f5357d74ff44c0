"""The colour: whether, by which model and palette, and how strong."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import KeyReach, Need, Registry
from xraycolor_gui.gui.session import Session


class ColourActions(QObject):
    """What the Colour menu has."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        self._session = session
        self._make_colouring(actions, needs)
        self._make_looks(actions, needs)
        for signal in (session.colorizationChanged, session.workChanged):
            signal.connect(self._check)
        session.strengthChanged.connect(self._check)

    def _make_colouring(self, actions: Registry, needs: Needs) -> None:
        make, tr, session = actions.make, self.tr, self._session
        uncoloured = Need(
            lambda: session.colouring is None and session.progress is None, tr("the film has its colour, or gets it")
        )
        running = Need(lambda: session.progress is not None, tr("no colour is being made"))
        advised = Need(lambda: session.stays_grey or self._at_risk(), tr("the film does not stay grey"))
        models = Need(
            lambda: len(session.models) > 1 and session.uses_model, tr("there is no other model for this film")
        )
        self.again = make(
            "colour.again", tr("Colour &again"), "", session.colour_again, menu="colour.make",
            needs=[needs.film, uncoloured],
        )  # fmt: skip
        self.cancel = make(
            "colour.cancel", tr("&Cancel colouring"), "", session.cancel_colour, menu="colour.make", needs=[running]
        )
        self.at_own_risk = make(
            "colour.at_own_risk", tr("Colour anyway, at my own &risk"), check=True, menu="colour.make", needs=[advised]
        )
        self.at_own_risk.triggered.connect(session.set_at_own_risk)
        self.next_model = make(
            "colour.next_model", tr("Next &model"), "Ctrl+M", session.next_model, menu="colour.make", needs=[models]
        )
        self.load_palette = make("colour.load_palette", tr("&Load a palette…"), "Ctrl+L", menu="colour.make")
        self.edit_palette = make("colour.edit_palette", tr("E&dit the palette…"), "Ctrl+Shift+L", menu="colour.make")

    def _make_looks(self, actions: Registry, needs: Needs) -> None:
        make, tr, session, colour = actions.make, self.tr, self._session, [needs.colour]
        # Brackets, braces and backslash are hard to reach on many keyboards: arrows and the others are not.
        for name, words, keys, do in (
            ("stronger", tr("&Stronger"), "] Alt+Up", lambda: session.step_strength(1)),
            ("weaker", tr("&Weaker"), "[ Alt+Down", lambda: session.step_strength(-1)),
            ("plain_strength", tr("Strength &1.0"), "\\ #", lambda: session.set_strength(1.0)),
        ):
            make(f"colour.{name}", words, keys, do, menu="colour.strength", needs=colour)
        self.hold_grey = make(
            "colour.hold_grey", tr("&Grey while held"), "G", check=True, menu="colour.strength", needs=colour,
            kind=KeyReach.HELD,
        )  # fmt: skip
        self.hold_grey.triggered.connect(session.hold_grey)
        confidence = [needs.colour, needs.confidence]
        self.fade_more = make(
            "colour.fade_more", tr("Fade &more"), "} >", lambda: session.step_grey_below(1), menu="colour.sure",
            needs=confidence,
        )  # fmt: skip
        self.fade_less = make(
            "colour.fade_less", tr("Fade &less"), "{ <", lambda: session.step_grey_below(-1), menu="colour.sure",
            needs=confidence,
        )  # fmt: skip
        make(
            "colour.all_tissues", tr("Show all &tissues"), "", session.show_all_tissues, menu="colour.sure",
            needs=colour,
        )  # fmt: skip

    def _at_risk(self) -> bool:
        colouring = self._session.colouring
        return colouring is not None and colouring.at_own_risk

    @Slot()
    def _check(self) -> None:
        self.at_own_risk.setChecked(self._at_risk())
        self.hold_grey.setChecked(self._session.showing_grey)
