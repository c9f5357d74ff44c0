"""“Why does it look like this?”: every step from stored value to screen, on a page in the colour dock's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from xraycolor_gui.core.histogram import histogram
from xraycolor_gui.core.origins import Step
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.panels.dock_page import DockPage, PagePart, beside_sign
from xraycolor_gui.gui.panels.histogram import HistogramPlot
from xraycolor_gui.gui.parts import button, label, sign, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken, spoken_with

if TYPE_CHECKING:
    from xraycolor_gui.core.explanation import Explained
    from xraycolor_gui.core.radiograph import Radiograph

#: So long must the hand rest before a drag of the window is explained anew.
REST_MS = 150


class ExplanationPage(DockPage):
    """Follows the current film while it is on screen; costs nothing while it is not."""

    shownChanged = Signal(bool)
    explained = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Why does it look like this?"), self.tr("Back to the colours"), parent)
        self._session = session
        self._steps: tuple[Explained, ...] = ()
        self.copy = button(self.tr("Copy"), self._copy, link=True)
        self.copy.setAccessibleName(self.tr("Copy the explanation as text"))
        self.none.setText(self.tr("No film is shown."))
        self.parts = {step: _Part(title_of(step)) for step in Step}
        self.histogram = HistogramPlot()
        self._counted: Radiograph | None = None
        self.parts[Step.VOI].inside.addWidget(self.histogram)
        self.lay_out([self.copy], self.parts.values(), self.tr("Steps from stored value to screen"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._explain)
        session.radiographChanged.connect(self._follow)
        session.voiChanged.connect(self._follow)
        self._tell(())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shownChanged.emit(True)
        self._explain()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.shownChanged.emit(False)

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self._rest.start()

    @Slot()
    def _explain(self) -> None:
        session = self._session
        shown, as_read, look = session.radiograph, session.as_read, session.look
        if not self.isVisible() or shown is None or as_read is None or look is None:
            self._tell(())
            return
        self._count(shown)
        self.histogram.show_window(look.voi)
        state = look.state.label if look.state is not None else ""
        session.tasks.start(
            "explain", lambda _: session.steps.explain(shown, look.voi, as_read, state), self._tell, failed=self._fail
        )

    def _count(self, shown: Radiograph) -> None:
        """How often its values occur, once a film."""
        if shown is self._counted:
            return
        self._counted = shown
        self.histogram.show_film(None)
        self._session.tasks.start("histogram", lambda _: histogram(shown), self.histogram.show_film, failed=self._fail)

    def _tell(self, steps: tuple[Explained, ...]) -> None:
        self._steps = steps
        self.none.setVisible(not steps)
        self.copy.setEnabled(bool(steps))
        told = {explained.step: explained for explained in steps}
        for step, part in self.parts.items():
            part.setVisible(step in told)
            if step in told:
                part.tell(told[step])
        self.explained.emit()

    def _fail(self, error: Exception) -> None:
        told = as_told(error, None)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.parts[each.step].text() for each in self._steps))
        self._session.noticeRaised.emit(Notice(Severity.DONE, self.tr("Explanation copied as text")))


class _Part(PagePart):
    """One step: its name, what was done, the fall-backs taken, and what it was read from."""

    def __init__(self, title: str) -> None:
        super().__init__(spacing=4)
        self.title = label(title, strong=True)
        self.sentence = wrapped()
        self.notes = wrapped()
        self._sign = sign("caution")
        self._sign.setAccessibleName(self.tr("Fall-back"))
        self._warning = beside_sign(self._sign, self.notes)
        self.source = wrapped(tone=2, caption=True)
        for text in (self.sentence, self.notes, self.source):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.title, self.sentence, self._warning, self.source):
            self.inside.addWidget(widget)

    def tell(self, explained: Explained) -> None:
        self.sentence.setText(" ".join(spoken_with(said.words, said.values) for said in explained.said))
        self.notes.setText(" ".join(spoken(note) for note in explained.notes))
        self._warning.setVisible(bool(explained.notes))
        lines = []
        for each in explained.attributes:
            place = f" · {each.place}" if each.place else ""
            lines.append(f"{each.tag} {each.name}: {each.value or self.tr('empty')}{place}")
        self.source.setText("\n".join(lines))
        self.source.setVisible(bool(lines))

    def text(self) -> str:
        """All of it, for other programs."""
        parts = [f"{self.title.text()}: {self.sentence.text()}", self.notes.text(), self.source.text()]
        return "\n".join(part for part in parts if part)


def title_of(step: Step) -> str:
    """The name of a step as the reader knows it."""
    translate = QCoreApplication.translate
    return {
        Step.FILE: translate("Explanation", "File"),
        Step.PIXELS: translate("Explanation", "Stored pixels"),
        Step.MODALITY: translate("Explanation", "Modality values"),
        Step.VOI: translate("Explanation", "Window or VOI LUT"),
        Step.POLARITY: translate("Explanation", "Polarity"),
        Step.SHUTTER: translate("Explanation", "Shutter"),
        Step.OVERLAYS: translate("Explanation", "Overlays"),
        Step.GEOMETRY: translate("Explanation", "Geometry"),
        Step.SCREEN: translate("Explanation", "Screen"),
    }[step]
