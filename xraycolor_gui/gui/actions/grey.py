"""The window the film is seen through."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.session import Session

PRESETS = 9


class GreyActions(QObject):
    """Presets, full range, inversion."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        self._session = session
        make, tr, film = actions.make, self.tr, [needs.film]
        self.presets = [
            make(
                f"grey.preset_{number}",
                tr("Window &{} of the file").format(number),
                str(number),
                lambda number=number: self._preset(number),  # type: ignore[misc]
                menu="view.window",
                needs=film,
            )
            for number in range(1, PRESETS + 1)
        ]
        self.full_range = make(
            "grey.full_range", tr("&Full range"), "0", self._full_range, menu="view.window", needs=film
        )
        self.reset = make("grey.reset", tr("&Reset window"), do=self._reset, menu="view.window", needs=film)
        self.invert = make("grey.invert", tr("&Invert"), "I", self._invert, menu="view.window", needs=film)
        session.radiographChanged.connect(self._offer_presets)
        session.atHandChanged.connect(self._offer_presets)
        self._offer_presets()

    @Slot()
    def _offer_presets(self) -> None:
        radiograph = self._session.at_hand.radiograph
        stated = len(radiograph.voi) if radiograph is not None else 0
        for number, action in enumerate(self.presets):
            action.setVisible(number < max(stated, 1))

    def _full_range(self) -> None:
        self._session.at_hand.set_full_range()

    def _reset(self) -> None:
        self._session.at_hand.reset_voi()

    def _invert(self) -> None:
        self._session.at_hand.toggle_inverted()

    def _preset(self, number: int) -> None:
        """The file's own window; 1 without one is the way the film was first shown."""
        session = self._session.at_hand
        radiograph = session.radiograph
        if radiograph is not None and number == 1 and not radiograph.voi:
            session.reset_voi()
        else:
            session.set_stated_voi(number)
