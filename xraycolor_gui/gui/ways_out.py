"""What Esc does: it ends what goes on, the newest first, and then shows the film as at first."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.keyboard import Keyboard
from xraycolor_gui.gui.panels.notices import Notices
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.pane_pair import PanePair


class WaysOut(QObject):
    """A drag, the colouring, a notice, the certificate, the full screen, a tool; at last a reset."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        keyboard: Keyboard,
        *,
        panes: PanePair,
        notices: Notices,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._actions, self._panes, self._window = session, actions, panes, window
        actions.place.reset.triggered.connect(lambda _: self.reset())
        for way_out in (
            self._cancel_drag,
            self._cancel_colour,
            notices.close_newest,
            self._leave_certificate,
            self._leave_full_screen,
            self._leave_tool,
            self.reset,
        ):
            keyboard.on_escape(way_out)

    def reset(self) -> bool:
        """Show the film as at first: its window, its place, as it lies in the file. Can be taken back."""
        session = self._session.at_hand
        if session.radiograph is None:
            return False
        history = self._panes.at_hand.linked.history
        history.note()
        session.reset_look()
        self._panes.fit()
        history.note()
        self._panes.current.picture.echo.show((Word(self.tr("As at first"), Weight.STRONG),))
        return True

    def _cancel_drag(self) -> bool:
        return any(pane.picture.hands.cancel() for pane in self._panes.at_hand.panes)

    def _cancel_colour(self) -> bool:
        running = self._session.progress is not None
        if running:
            self._session.cancel_colour()
        return running

    def _leave_certificate(self) -> bool:
        """Or the explanation, which takes the same place."""
        pages = [entry.action for entry in self._actions if entry.id in ("layout.certificate", "layout.why")]
        shown = [action for action in pages if action.isChecked()]
        for action in shown:
            action.trigger()
        return bool(shown)

    def _leave_full_screen(self) -> bool:
        full = self._window.isFullScreen()
        if full:
            self._actions.layout_.full_screen.trigger()
        return full

    def _leave_tool(self) -> bool:
        other = self._session.tool is not Tool.WINDOW
        self._session.set_tool(Tool.WINDOW)
        return other
