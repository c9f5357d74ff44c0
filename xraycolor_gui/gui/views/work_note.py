"""What the model is doing, on the picture it is doing it for: progress with Cancel, or the way back to colour."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.parts import sign
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.floating import MARGIN, FloatingNote
from xraycolor_gui.gui.views.picture import NOTE_TOP

#: Logical pixels by which painted text may be wider than measured.
_SLACK = 4


class WorkNote(FloatingNote):
    """Floats in the upper, usually dark part of the colour picture; gone when there is nothing to say."""

    def __init__(self, session: Session, picture: QWidget) -> None:
        super().__init__(picture)
        self._session = session
        self.setObjectName("workNote")
        self._icon = sign("working")
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(96, 4)
        self.bar.setAccessibleName(self.tr("Colouring"))
        self.button = QPushButton()
        self.button.setProperty("small", "true")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._key = QLabel(self.tr("Esc"))
        self._key.setProperty("key", "true")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.setSpacing(12)
        for widget in (self._icon, self.text, self.bar, self.button, self._key):
            layout.addWidget(widget)
        self.button.clicked.connect(self._press)
        session.workChanged.connect(self._follow)
        session.filmsChanged.connect(self._follow)
        session.colorizationChanged.connect(self._follow)
        session.radiographChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _press(self) -> None:
        if self._session.progress is not None:
            self._session.cancel_colour()
        else:
            self._session.colour_again()

    @Slot()
    def _follow(self) -> None:
        session = self._session
        working = session.progress is not None
        grey_only = session.current is not None and session.current.state is FilmState.GREY_ONLY
        self.setVisible(session.radiograph is not None and session.colorization is None and (working or grey_only))
        if session.progress is not None:
            self.text.setText(self._progress_text(session.progress))
            self.bar.setValue(round(session.progress * 100))
            self.button.setText(self.tr("Cancel"))
        elif grey_only:
            self.text.setText(self.tr("Grey only"))
            self.button.setText(self.tr("Colour again"))
        for widget in (self._icon, self._key):
            widget.setVisible(working)
        # Wide enough for the longest number from the beginning: nothing is cut off, and nothing jumps.
        self.text.ensurePolished()
        widest = self.text.fontMetrics().horizontalAdvance(self._progress_text(1.0)) + _SLACK
        self.text.setMinimumWidth(widest if working else 0)
        self.place()

    def _progress_text(self, progress: float) -> str:
        return self.tr("Colouring, {percent}").format(percent=tokens.percent(progress))

    def place(self) -> None:
        # In a narrow picture the percentage has to do without its bar.
        self.bar.setVisible(self._session.progress is not None)
        if self.sizeHint().width() > self.picture.width() - 2 * MARGIN:
            self.bar.hide()
        self.adjustSize()
        self.move(max((self.picture.width() - self.width()) // 2, 0), NOTE_TOP)
