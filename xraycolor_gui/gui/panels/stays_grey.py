"""In the legend's place while a film stays grey: how unlike the training it is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.gui.opinion import reason_told, unlike_training
from xraycolor_gui.gui.panels.plots import NoveltyPlot
from xraycolor_gui.gui.parts import label, line, row, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.words import decimal

_PADDING = 12


class StaysGreyPanel(QWidget):
    """Why there is no colour, for as long as there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = label(strong=True)
        self.number = label(tone=2, caption=True)
        self.plot = NoveltyPlot()
        self.reason = wrapped(tone=2, caption=True)
        self.always = wrapped(self.tr("Read it in grey: window, zoom and pan work as always."), tone=2)
        self.advice = wrapped(tone=2)
        why, what = QVBoxLayout(), QVBoxLayout()
        for column in (why, what):
            column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
            column.setSpacing(8)
        why.addLayout(row(self.title, None, self.number))
        why.addWidget(self.plot)
        why.addWidget(self.reason)
        what.addWidget(label(self.tr("What you can do"), strong=True))
        what.addWidget(self.always)
        what.addWidget(self.advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(why)
        layout.addWidget(line())
        layout.addLayout(what)
        session.colorizationChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        colouring = self._session.colouring
        if colouring is not None and self._session.stays_grey:
            self._tell(colouring)

    def _tell(self, colouring: Colouring) -> None:
        novelty = colouring.colorization.novelty if colouring.colorization is not None else None
        unlike = unlike_training(colouring)
        self.title.setText(self.tr("How unlike the training") if unlike else self.tr("Why there is no colour"))
        # What to do with a film the model refused begins with that.
        self.always.setVisible(not unlike)
        self.plot.setVisible(unlike)
        self.plot.set_novelty(novelty)
        told = novelty is not None and unlike
        self.number.setText(
            self.tr("{score}, limit {limit}").format(score=decimal(novelty.score, 1), limit=decimal(novelty.limit, 1))
            if novelty is not None and told
            else ""
        )
        further = self.tr("Farther right is less like the films the model learnt from. Beyond the limit stays grey.")
        self.reason.setText(f"{reason_told(colouring)} {further}" if unlike else reason_told(colouring))
        self.advice.setText(spoken(colouring.next_step))
        self.advice.setVisible(bool(colouring.next_step))
