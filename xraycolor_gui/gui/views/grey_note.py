"""Why a film stays grey, on the picture that has no colour, and the ways on; and the way back from taking the risk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.opinion import reason_told, unlike_training
from xraycolor_gui.gui.parts import button, label, row, sign, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.views.floating import MARGIN, FloatingNote
from xraycolor_gui.gui.views.picture import NOTE_TOP

WIDTH = 432


class GreyNote(FloatingNote):
    """Floats below the colour picture's upper corners. A film at the reader's own risk keeps one line of it."""

    modelWanted = Signal()

    def __init__(self, session: Session, picture: QWidget) -> None:
        super().__init__(picture)
        self._session = session
        self.setObjectName("greyNote")
        self.title = label(strong=True)
        self.reason = wrapped(tone=2)
        self.next_step = wrapped(tone=2)
        self.other_model = button(self.tr("Choose another model"), self.modelWanted.emit, small=True)
        self.anyway = button(self.tr("Colour anyway, at my own risk"), self._take_risk, small=True)
        self.back = button(self.tr("Back to grey"), self._take_back, small=True)
        for control in (self.other_model, self.anyway, self.back):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(row(self.title, None, self.back))
        words.addWidget(self.reason)
        words.addWidget(self.next_step)
        self._ways = QWidget()
        self._ways_layout = row(self.other_model, self.anyway)
        self._ways_layout.setContentsMargins(0, 4, 0, 0)
        self._ways_layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._ways.setLayout(self._ways_layout)
        words.addWidget(self._ways)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 12, 12, 12)
        self._layout.setSpacing(12)
        self._layout.addWidget(sign("caution", tokens.ICON_TOOL_PX), alignment=Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(words, 1)
        for signal in (session.colorizationChanged, session.modelChanged, session.radiographChanged):
            signal.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        colouring = self._session.colouring
        shown = colouring is not None and (self._session.stays_grey or colouring.at_own_risk)
        if colouring is not None and shown:
            self._tell(colouring)
        self.setVisible(shown)
        if shown:
            # Only now the buttons know how wide they are.
            self.place()

    def _tell(self, colouring: Colouring) -> None:
        risk = colouring.at_own_risk
        film = self._session.radiograph
        own = film is not None and film.rgb is not None
        stays = self.tr("Shown in its own colours alone") if own else self.tr("This film stays grey")
        self.title.setText(self.tr("Coloured at your own risk") if risk else stays)
        self.reason.setText(reason_told(colouring))
        self.next_step.setText(spoken(colouring.next_step))
        self.setAccessibleName(f"{self.title.text()}. {self.reason.text()} {self.next_step.text()}")
        self.setToolTip(self.reason.text() if risk else "")
        for part in (self.reason, self.next_step, self._ways):
            part.setVisible(not risk)
        self.back.setVisible(risk)
        self.other_model.setVisible(unlike_training(colouring) and len(self._session.models) > 1)

    def _take_risk(self) -> None:
        self._session.set_at_own_risk(True)

    def _take_back(self) -> None:
        self._session.set_at_own_risk(False)

    def place(self) -> None:
        width = min(WIDTH, self.picture.width() - 2 * MARGIN)
        self.setFixedWidth(max(width, 0))
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._ways_layout.setDirection(beside)
        # Asked of the ways alone: what lies round them still knows the other direction.
        round_ = self._layout.contentsMargins()
        room = width - round_.left() - round_.right() - tokens.ICON_TOOL_PX - self._layout.spacing()
        if self._ways_layout.totalMinimumSize().width() > room:
            self._ways_layout.setDirection(below)
        # Qt keeps the height of the other direction in mind.
        self._ways.updateGeometry()
        self._layout.invalidate()
        self._layout.activate()
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, height)
        self.move((self.picture.width() - width) // 2, NOTE_TOP)
