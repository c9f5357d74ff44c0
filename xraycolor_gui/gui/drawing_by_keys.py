"""The way to drawing by keys alone: one key shows the cross-hair, the status bar says what the next keys do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.views.drawn.by_keys import ByKeys
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.picture import Picture


class DrawingByKeys(QObject):
    """Connects itself to panes, actions and status bar."""

    def __init__(self, panes: PanePair, actions: Actions, status: StatusBar) -> None:
        super().__init__(panes)
        self._panes, self._status = panes, status
        self.begin = actions.make(
            "drawn.by_keys",
            self.tr("Draw by &keys"),
            "D",
            self._begin,
            menu="tools.hand",
            needs=[actions.needs.film],
        )

    def _begin(self) -> None:
        focus = QApplication.focusWidget()
        picture = focus if isinstance(focus, Picture) else self._panes.current.picture
        picture.by_keys.changed.connect(self._tell, Qt.ConnectionType.UniqueConnection)
        picture.by_keys.begin()

    @Slot()
    def _tell(self) -> None:
        hand = self.sender()
        if isinstance(hand, ByKeys):
            self._status.set_asked(hand.sentence)
