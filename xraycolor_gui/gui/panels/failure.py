"""What stands in place of the pictures when a film cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.panels.notices import show_folder
from xraycolor_gui.gui.parts import button, label, line, row, sign, surface, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.words import breakable, short

WIDTH = 472
DETAILS_HEIGHT = 120


class FailurePanel(QWidget):
    """Says what, why and what next for the current film, and offers the ways on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        surface(self, "page")
        self._header_name = label(strong=True)
        header = QWidget()
        header.setFixedHeight(tokens.HEADER)
        surface(header, "current")
        names = row(self._header_name, label(self.tr("no picture"), tone=3), None)
        names.setContentsMargins(12, 0, 12, 0)
        header.setLayout(names)

        self._title = wrapped(title=True)
        self._why = wrapped()
        self._next = wrapped(tone=2)
        self.again = button(self.tr("Try again"), self._try_again, "again")
        self.folder = button(self.tr("Show in folder"), self._show_folder, "open")
        self.next = button(self.tr("Next film"), lambda: session.next_film(1))
        self.fold = button(self.tr("Details for support"), self._fold, "folded", link=True)
        self.copy = button(self.tr("Copy"), self._copy, link=True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details for support"))
        self._details.setFixedHeight(DETAILS_HEIGHT)
        self._details.setTabChangesFocus(True)
        self._details.hide()

        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self._title, self._why, self._next):
            words.addWidget(widget)
        words.addSpacing(8)
        words.addLayout(row(self.again, self.folder, self.next, None))
        words.addSpacing(16)
        words.addWidget(line())
        words.addLayout(row(self.fold, None, self.copy))
        words.addWidget(self._details)
        column = QWidget()
        column.setFixedWidth(WIDTH)
        column.setLayout(words)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addStretch(1)
        middle.addWidget(sign("error", 28), alignment=Qt.AlignmentFlag.AlignTop)
        middle.addWidget(column)
        middle.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        session.currentChanged.connect(self.refresh)

    def refresh(self) -> None:
        film = self._session.current
        if film is None or film.error is None:
            return
        error = film.error
        others = sum(other.state is not FilmState.UNREADABLE for other in self._session.films)
        self._header_name.setText(short(film.path.stem))
        self._title.setText(breakable(self.tr("{} cannot be read").format(film.path.stem)))
        self._why.setText(breakable(spoken(error.what)))
        rest = self.tr("{} other films are open and not affected.").format(tokens.thousands(others))
        rest = self.tr("1 other film is open and not affected.") if others == 1 else rest
        self._next.setText(f"{spoken(error.next_step)} {rest if others > 0 else ''}".strip())
        self._details.setPlainText(f"{type(error).__name__}: {error.detail or error}")
        self.next.setVisible(len(self._session.films) > 1)

    def _try_again(self) -> None:
        if self._session.current is not None:
            self._session.show(self._session.current)

    def _show_folder(self) -> None:
        if self._session.current is not None:
            show_folder(str(self._session.current.path.parent))

    def _fold(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.fold.setIcon(icon("folded" if self._details.isHidden() else "unfolded"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
