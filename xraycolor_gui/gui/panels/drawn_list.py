"""What is drawn on the film at hand, as a list in the dock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidgetItem

from xraycolor_gui.gui.parts import table
from xraycolor_gui.gui.views.drawn.layer import Layer

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

_COLUMNS = 3


class DrawnList(QObject):
    """Follows the film that the hand is at. A row and its drawing are chosen together; Delete deletes both.

    words, wide: as for `parts.table`; columns after the wide one hold their texts at the right. layer: that of the film
    at hand. most: rows that are seen without scrolling. row: their least height.
    changed: there is something else to `show`. chosenChanged: another row is chosen, or it is another one's now.
    """

    changed = Signal()
    chosenChanged = Signal()

    def __init__(
        self, session: Session, layer: Callable[[], Layer | None], words: str, *, wide: int, most: int, row: int
    ) -> None:
        super().__init__()
        self.table = table(words, wide, _COLUMNS)
        self._layer_at_hand, self._layer = layer, layer()
        self._wide, self._most, self._row = wide, most, row
        self._listed: list[tuple[str, ...]] = []
        self.table.installEventFilter(self)
        self.table.currentItemChanged.connect(self._choose)
        session.atHandChanged.connect(self._follow)
        self._listen()

    @property
    def at(self) -> int | None:
        """Place of the chosen row, from 0; None where none is chosen."""
        chosen = self._layer.chosen if self._layer is not None else ""
        return next((at for at, (which, *_) in enumerate(self._listed) if which == chosen), None)

    def show(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows: the drawing's id, then a text for each column."""
        if rows != self._listed:
            with QSignalBlocker(self.table):
                if [which for which, *_ in rows] != [which for which, *_ in self._listed]:
                    self.table.clear()
                    self.table.addTopLevelItems([self._item(which) for which, *_ in rows])
                for at, (_, *texts) in enumerate(rows):
                    item = self.table.topLevelItem(at)
                    assert item is not None
                    for column, text in enumerate(texts):
                        item.setText(column, text)
                        item.setToolTip(column, text if column else "")
            self._listed = list(rows)
        high = max(self.table.sizeHintForRow(0), self._row)
        self.table.setFixedHeight(min(max(len(rows), 1), self._most) * high + 4)
        self._follow_choice()

    @Slot()
    def delete(self) -> None:
        """Delete the chosen drawing; undo brings it back."""
        if self._layer is not None and self.at is not None:
            self._layer.remove(self._layer.chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self.delete()
            return True
        return super().eventFilter(watched, event)

    def _item(self, which: str) -> QTreeWidgetItem:
        made = QTreeWidgetItem()
        made.setData(0, Qt.ItemDataRole.UserRole, which)
        for column in range(self._wide + 1, _COLUMNS):
            made.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made

    @Slot()
    def _follow(self) -> None:
        layer = self._layer_at_hand()
        if layer is not self._layer:
            if self._layer is not None:
                self._layer.changed.disconnect(self.changed)
                self._layer.chosenChanged.disconnect(self._follow_choice)
            self._layer = layer
            self._listen()
        self.changed.emit()

    def _listen(self) -> None:
        if self._layer is not None:
            self._layer.changed.connect(self.changed)
            self._layer.chosenChanged.connect(self._follow_choice)

    @Slot()
    def _follow_choice(self) -> None:
        at = self.at
        item = self.table.topLevelItem(at) if at is not None else None
        with QSignalBlocker(self.table):
            if item is None:
                self.table.setCurrentIndex(QModelIndex())
                self.table.clearSelection()
            elif item is not self.table.currentItem():
                self.table.setCurrentItem(item)
        self.chosenChanged.emit()

    @Slot()
    def _choose(self) -> None:
        item = self.table.currentItem()
        if self._layer is not None and item is not None:
            self._layer.choose(item.data(0, Qt.ItemDataRole.UserRole))
