"""The field above the studies that finds films by words, and the choice of their order."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from xraycolor_gui.gui.film_find import Sort
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.session import Session

#: Milliseconds after the last letter: who still types need not wait for a list.
PAUSE_MS = 120


class FindField(QLineEdit):
    """Lists the films of which all its words are told: patient, day, part, modality, file or state."""

    leaveWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setPlaceholderText(self.tr("Find in studies"))
        self.setAccessibleName(self.tr("Find in studies"))
        self.setToolTip(self.tr("Name, number, day, body part, modality, file or state"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("find", "text_3"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.textChanged.connect(lambda _: self._pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._find()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self._find()
            self.leaveWanted.emit()
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        self._pause.stop()
        self._session.listing.set_find(self.text())


class SortButton(QToolButton):
    """Says what the groups are ordered by, and lets it be chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = {
            Sort.FOUND: self.tr("As found"),
            Sort.NUMBER: self.tr("By number"),
            Sort.NAME: self.tr("By name"),
            Sort.NEWEST: self.tr("Newest first"),
            Sort.BODY_PART: self.tr("By body part"),
            Sort.MODALITY: self.tr("By modality"),
        }
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Order of the studies"))
        menu, group = QMenu(self), QActionGroup(self)
        for sort, words in self._words.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(sort is session.listing.sort)
            action.triggered.connect(lambda _, sort=sort: self._choose(sort))
            group.addAction(action)
        self.setMenu(menu)
        self._tell()

    def _choose(self, sort: Sort) -> None:
        self._session.listing.set_sort(sort)
        self._tell()

    def _tell(self) -> None:
        words = self._words[self._session.listing.sort]
        self.setText(words)
        self.setAccessibleName(self.tr("Order of the studies: {}").format(words))
