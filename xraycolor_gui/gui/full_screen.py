"""Full screen: the pictures and nothing else, but for what the program is not for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QToolBar

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.sides import Sides
from xraycolor_gui.gui.views.pane_pair import PanePair


class FullScreen(QObject):
    """Hides bars and docks while the window fills the screen; all keys go on working."""

    def __init__(self, window: QMainWindow, sides: Sides, panes: PanePair, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._sides = sides
        self._panes = panes
        self._action = actions.layout_.full_screen
        self._action.triggered.connect(self._set)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """The desktop, too, may fill the screen, or end it; and so may a place that was remembered."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._follow()
        return False

    @Slot(bool)
    def _set(self, full: bool) -> None:
        state, full_screen = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full_screen if full else state & ~full_screen)
        self._follow()

    def _follow(self) -> None:
        window, full = self._window, self._window.isFullScreen()
        self._action.setChecked(full)
        for bar in (window.menuBar(), window.statusBar(), *window.findChildren(QToolBar)):
            bar.setVisible(not full)
        self._sides.show_pictures_only(full)
        self._panes.set_alone_on_screen(full)
