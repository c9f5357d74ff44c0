"""The window the film is seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry, native
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.gui.window_choices import WindowChoices

PRESETS = 9


class GreyActions(QObject):
    """Windows by their numbers, full range, inversion. All but the last stand in a menu of their own."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        self._session, self._actions = session, actions
        self._choices: WindowChoices | None = None
        make, tr, film = actions.make, self.tr, [needs.film]
        self.presets = [
            make(
                f"grey.preset_{number}",
                tr("Window &{}").format(number),
                str(number),
                lambda number=number: self._preset(number),  # type: ignore[misc]
                needs=film,
            )
            for number in range(1, PRESETS + 1)
        ]
        self.full_range = make("grey.full_range", tr("&Full range"), "0", self._full_range, needs=film)
        self.reset = make("grey.reset", tr("&Reset window"), do=self._reset, needs=film)
        self.invert = make("grey.invert", tr("&Invert"), "I", self._invert, menu="film.window", needs=film)

    def offer(self, choices: WindowChoices) -> None:
        """The windows that the numbers stand for, film by film."""
        self._choices = choices
        choices.changed.connect(lambda: self._session.when_settled(self._name_presets))

    def key_of(self, number: int) -> str:
        """The key of a window by its number, as the keyboard has it; empty where it has none."""
        entry = self._actions.entry(f"grey.preset_{number}")
        return native(entry.keys[0]) if entry is not None and entry.keys else ""

    def _full_range(self) -> None:
        self._session.at_hand.set_full_range()

    def _reset(self) -> None:
        self._session.at_hand.reset_voi()

    def _invert(self) -> None:
        self._session.at_hand.toggle_inverted()

    @Slot()
    def _name_presets(self) -> None:
        choices = self._choices.choices if self._choices is not None else ()
        for number, action in enumerate(self.presets, 1):
            known = number <= len(choices)
            words = choices[number - 1].words.replace("&", "&&") if known else ""
            told = self.tr("Window {number}: {words}").format(number=number, words=words)
            self._actions.set_words(f"grey.preset_{number}", told if known else self.tr("Window {}").format(number))
            action.setVisible(known or not choices)

    def _preset(self, number: int) -> None:
        if self._choices is not None:
            self._choices.choose(number)
