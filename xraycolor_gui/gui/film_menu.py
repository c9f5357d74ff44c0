"""What a right click on a picture offers: what is done most often with a film."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.session import Session

#: Ids of actions from top to bottom; "" is a line. What is off, or not there, is left out.
ENTRIES = (
    "edit.undo",
    "",
    "measure.copy",
    "drawn.copy",
    "drawn.delete",
    "region.verdict",
    "",
    "grey.from_area",
    "grey.invert",
    "grey.full_range",
    "grey.reset",
    "shown.shutter",
    "shown.overlays",
    "shown.next_state",
    "layout.why",
    "",
    "place.fit",
    "place.actual_size",
    "place.true_size",
    "place.one_pane",
    "",
    "turn.right",
    "turn.left",
    "turn.across",
    "turn.down",
    "",
    "colour.all_tissues",
    "layout.certificate",
    "",
    "compare.second",
    "compare.exchange",
    "",
    "films.key",
    "file.export",
    "file.print",
    "file.close",
)


class FilmMenu(QObject):
    """The menu of all pictures of a window; a right drag is no click and zooms."""

    def __init__(self, session: Session, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self.menu = QMenu(window)
        self.menu.setAccessibleName(self.tr("What to do with the film"))
        session.menuAsked.connect(self.open)

    @Slot(QPoint)
    def open(self, at: QPoint) -> None:
        """Show it at a place on the screen."""
        self.menu.clear()
        for id_ in ENTRIES:
            entry = self._actions.entry(id_)
            if not id_:
                self.menu.addSeparator()
            elif entry is not None and entry.action.isEnabled() and entry.action.isVisible():
                self.menu.addAction(entry.action)
        if not self.menu.isEmpty():
            self.menu.popup(at)
