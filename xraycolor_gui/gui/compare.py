"""The actions and buttons that choose how grey and colour are compared; the choice is remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.toolbar import ToolBar
from xraycolor_gui.gui.views.pane_pair import PanePair

#: Modes with a button; all of them are in the menu.
ON_TOOL_BAR = (Mode.SIDE_BY_SIDE, Mode.SWIPE, Mode.LENS)


class Compare(QObject):
    """One action per mode, and one for the next of them."""

    def __init__(self, panes: PanePair, actions: Actions, toolbar: ToolBar, settings: Settings) -> None:
        super().__init__(panes)
        self._panes = panes
        self._settings = settings
        film = [actions.needs.film]
        self.next = actions.make("compare.next", self.tr("&Next comparison"), "C", panes.next_mode, needs=film)
        words = {
            Mode.SIDE_BY_SIDE: self.tr("Side by side"),
            Mode.SWIPE: self.tr("Swipe"),
            Mode.LENS: self.tr("Lens"),
            Mode.BLINK: self.tr("Blink"),
            Mode.OVER: self.tr("Colour over grey"),
        }
        group = QActionGroup(self)
        self.by_mode = {
            mode: actions.make(
                f"compare.{mode.name.lower()}",
                words[mode],
                do=lambda mode=mode: panes.comparing.set_mode(mode),  # type: ignore[misc]
                meaning=mode.name.lower(),
                check=True,
                menu="compare.ways",
                needs=film,
            )
            for mode in Mode
        }
        for mode, action in self.by_mode.items():
            group.addAction(action)
            if mode in ON_TOOL_BAR:
                toolbar.add("compare", action)
        panes.comparing.modeChanged.connect(self._remember)
        remembered = settings.choice("compare")
        panes.comparing.set_mode(next((mode for mode in Mode if mode.value == remembered), Mode.SIDE_BY_SIDE))
        panes.placed.connect(self._check)
        self._check()

    @Slot()
    def _remember(self) -> None:
        self._settings.set_choice("compare", self._panes.comparing.mode.value)

    @Slot()
    def _check(self) -> None:
        """What is shown, which is not what was chosen where two pictures have no room."""
        self.by_mode[self._panes.mode].setChecked(True)
