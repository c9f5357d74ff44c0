"""Who gives feedback: asked once, near the film, with what is kept and why."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from xraycolor_gui.gui.parts import button, label, row, wrapped

_WIDTH = 360


class ReaderQuestion(QFrame):
    """answered: the reader's name, and with it the consent. declined: nothing is kept. wordsWanted: the whole page."""

    answered = Signal(str)
    declined = Signal()
    wordsWanted = Signal()

    def __init__(self, host: QWidget, before: str = "") -> None:
        super().__init__(host)
        self.setObjectName("verdicts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Who gives this feedback?"))
        self.name = QLineEdit(before or _login())
        self.name.setMaxLength(64)
        self.name.setAccessibleName(self.tr("Your name or initials"))
        self.name.installEventFilter(self)
        named = label(self.tr("Your name or initials"), 2, caption=True)
        named.setBuddy(self.name)
        self.agree = button(self.tr("Agree and go on"), self._agree, primary=True)
        self.decline = button(self.tr("Not now"), self._decline)
        self.words = button(self.tr("What is collected, and why"), self.wordsWanted.emit, link=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Who gives this feedback?"), strong=True))
        layout.addWidget(named)
        layout.addWidget(self.name)
        layout.addWidget(wrapped(consent(), tone=2, caption=True))
        layout.addLayout(row(self.words, None))
        layout.addLayout(row(self.agree, self.decline, None))
        self.setFixedWidth(_WIDTH)
        self.name.textChanged.connect(self._check)
        host.installEventFilter(self)
        self._check()

    def open_at(self, place: Callable[[QSize], QPoint]) -> None:
        """Show it where there is a place for something of its size."""
        layout = self.layout()
        assert layout is not None
        self.show()
        # Only now its words have their font.
        layout.activate()
        # The border of the frame takes a pixel at either side.
        self.resize(_WIDTH, layout.heightForWidth(_WIDTH - 2) + 2)
        self.move(place(self.size()))
        self.raise_()
        self.name.setFocus()
        self.name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() is QEvent.Type.Resize:
                self._stay_inside()
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.agree.click()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.decline.click()
                return True
        return super().eventFilter(watched, event)

    def _stay_inside(self) -> None:
        """Where the panes give room to something else, nothing of the question goes under it."""
        host = self.parentWidget()
        if host is not None:
            room = host.size() - self.size()
            self.move(max(min(self.x(), room.width()), 0), max(min(self.y(), room.height()), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.decline.click()

    @Slot()
    def _check(self) -> None:
        self.agree.setEnabled(bool(self.name.text().strip()))

    def _agree(self) -> None:
        self.answered.emit(self.name.text().strip())

    def _decline(self) -> None:
        self.declined.emit()


def consent() -> str:
    """The line a reader agrees to."""
    return QCoreApplication.translate(
        "Feedback",
        "What you say of films is kept on this computer under this name, to correct colours and to train models. "
        "Please write no names of patients. You can delete all of it at any time.",
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
