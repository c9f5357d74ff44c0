"""The window of a reader study: one film after the other, in the order of the plan."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from xraycolor_gui import __version__
from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.order import Showing, order
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.notice import as_told
from xraycolor_gui.gui.parts import line
from xraycolor_gui.gui.reader_study import records
from xraycolor_gui.gui.reader_study.clock import Clock
from xraycolor_gui.gui.reader_study.keys import FIT, GREY, MARK
from xraycolor_gui.gui.reader_study.pages import ConsentPage, Foot, MessagePage, WaitPage
from xraycolor_gui.gui.reader_study.panel import QuestionPanel
from xraycolor_gui.gui.reader_study.panes import StudyPanes
from xraycolor_gui.gui.reader_study.place import Marking
from xraycolor_gui.gui.reader_study.records import Study
from xraycolor_gui.gui.reader_study.session import StudySession
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.io.reader_study.store import Standing, default_store

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_WORK = "reader study"


class StudyWindow(QMainWindow):
    """Consent | film and questions | pause | come back later, cannot go on, thanks. closed: the window went away."""

    closed = Signal()

    def __init__(self, study: Study, reader: str = "", steps: Steps | None = None, clock: Clock | None = None) -> None:
        """reader: who reads, where that is known already."""
        super().__init__()
        self.study, self.reader = study, reader
        self.session = StudySession(study.plan, steps, self)
        self.clock = clock or Clock()
        self.standing: Standing | None = None
        self.showing: Showing | None = None
        self._paused = self._counted = False
        self._enter: Callable[[], object] = self.close
        self.setMinimumSize(*tokens.MIN_WINDOW)
        self.setWindowTitle(study.plan.title)
        self._lay_out()
        for key, do in (("Return", self.go_on), ("Enter", self.go_on), ("Esc", self.toggle_pause)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(do)
        self.session.ready.connect(self._film_ready)
        self.session.painted.connect(self._film_painted)
        self.session.failed.connect(self._film_failed)
        self._show(self.consent)
        # Who agreed before is not asked again; if that cannot be read, beginning says why.
        self._work(lambda: records.agreed(study), self.consent.know, lambda _: None)

    # Making

    def _lay_out(self) -> None:
        plan = self.study.plan
        self.consent, self.wait, self.message = ConsentPage(plan, self.reader), WaitPage(), MessagePage()
        self.panes = StudyPanes(self.session, plan)
        self.panel = QuestionPanel(plan)
        self.marking = Marking(self.panes, self.panel.places)
        self.stage = QStackedWidget()
        for page in (self.consent, self.wait, self.panes, self.message):
            self.stage.addWidget(page)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.stage, 1)
        self._edge = line(vertical=True)
        across.addWidget(self._edge)
        across.addWidget(self.panel)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(line())
        column.addWidget(Foot(plan))
        self.setCentralWidget(whole)
        self.consent.begun.connect(self._begin)
        self.panel.nextWanted.connect(self.go_on)
        self.panel.pauseWanted.connect(self.toggle_pause)

    def _show(self, page: QWidget) -> None:
        """The questions stand beside the film, and stay where they are while the next one comes."""
        reading = page in (self.panes, self.wait) or self._paused
        self.panel.setVisible(reading)
        self._edge.setVisible(reading)
        self.stage.setCurrentWidget(page)
        self.panel.lock(page is not self.panes)
        if page is self.wait:
            self.wait.begin()
        elif page is self.message:
            self.message.take_focus()
        elif page is self.panes:
            self.panes.take_focus()

    # One film after the other

    @Slot(str, str)
    def _begin(self, reader: str, agreed: str) -> None:
        self.reader = reader
        self._work(lambda: records.begin(self.study, reader, agreed), self._follow, self._not_begun)

    def _not_begun(self, error: XrayColorError) -> None:
        self.consent.tell(spoken(str(error)))

    def _follow(self, standing: Standing) -> None:
        """What comes next for this reader."""
        self.standing, upcoming = standing, standing.upcoming
        self.clock.reset()
        if upcoming is None:
            self.session.leave_film()
            self._thank()
        elif standing.not_before is not None and standing.not_before > datetime.now(UTC):
            self.session.leave_film()
            self._come_back(standing.not_before)
        else:
            self._put_up(upcoming)

    def _put_up(self, showing: Showing) -> None:
        assert self.standing is not None
        self.showing = showing
        count = len(self.study.plan.films)
        self.panel.clear()
        self.marking.reset()
        self.panel.tell(showing.condition, showing.number % count + 1, count, self.standing.done)
        self._show(self.wait)
        self.session.show_film(self.study.film(showing), showing.condition)

    @Slot()
    def _film_ready(self) -> None:
        """It is written down before anybody sees it, so that an interrupted reading is known as one."""
        showing = self.showing
        if showing is not None and self.stage.currentWidget() is self.wait:
            self._work(lambda: records.opened(self.study, showing), lambda _: self._uncover(), self._not_opened)

    def _uncover(self) -> None:
        assert self.showing is not None
        self.panes.set_condition(self.showing.condition)
        self._show(self.panes)

    @Slot()
    def _film_painted(self) -> None:
        if self.stage.currentWidget() is not self.panes or self.showing is None:
            return
        self.clock.start()
        if self.isMinimized():
            self._pause()
        following = order(self.study.plan, self.reader)[self.showing.number + 1 :]
        if following and following[0].session == self.showing.session:
            self.session.prepare(self.study.film(following[0]), following[0].condition)

    @Slot()
    def go_on(self) -> None:
        """Close this film with its answers; the next one shows only when they are on the disk."""
        if self.stage.currentWidget() is self.consent:
            self.consent.begin.click()
        elif self.stage.currentWidget() is self.message and self._enter != self.close:
            # Nobody closes the window by an Enter too many.
            self._enter()
            return
        showing = self.showing
        if self.stage.currentWidget() is not self.panes or showing is None:
            return
        if not self.panel.next.isEnabled() or self.session.tasks.is_running(_WORK):
            return
        self.clock.stop()
        self._keep(self._answer(showing), self._not_kept)

    def _answer(self, showing: Showing, unseen: str = "") -> Answer:
        radiograph, made = self.session.radiograph, self.session.colorization
        by = f"XrayColor {__version__}"
        if made is not None:
            by = f"{by}, {made.model.name} {made.model.sha256[:12]}"
        return Answer(
            showing=showing,
            values={} if unseen else self.panel.values,
            answered=datetime.now(UTC).isoformat(timespec="microseconds"),
            seconds=0.0 if unseen else round(self.clock.seconds, 3),
            sha256=radiograph.source.sha256 if radiograph is not None and not unseen else "",
            software=by,
            unseen=unseen,
        )

    def _keep(self, answer: Answer, failed: Callable[[XrayColorError], None]) -> None:
        self.panel.lock(True)
        self.panel.tell_saving()
        self._work(lambda: records.keep(self.study, answer), self._follow, failed)

    # What may go wrong

    def _not_kept(self, error: XrayColorError) -> None:
        """The answers stay on the screen, and their time stands still, until they are saved."""
        self.panel.lock(False)
        told = self.tr("Not saved: {why}").format(why=spoken(str(error)))
        self.panel.trouble(told)

    def _not_opened(self, error: XrayColorError) -> None:
        text = self.tr("{why} Everything you answered so far is saved.").format(why=spoken(str(error)))
        self._tell(self.tr("The answers cannot be saved"), text, (self.tr("Try again"), self._again), self._stopping())

    @Slot(object)
    def _film_failed(self, error: XrayColorError) -> None:
        if self.showing is None or self.stage.currentWidget() is not self.wait:
            return
        why = self._unnamed(spoken(str(error)))
        coloured = self.session.radiograph is not None
        title = self.tr("This film cannot be coloured") if coloured else self.tr("This film cannot be read")
        text = self.tr("{why} Tell whoever leads the study. If you go on, it is kept that you did not see this film.")
        ways = (
            (self.tr("Try again"), self._again),
            (self.tr("Go on without it"), lambda: self._leave_out(f"{title}. {why}")),
            self._stopping(),
        )
        self._tell(title, text.format(why=why), *ways)

    def _unnamed(self, words: str) -> str:
        """Without the name of the file, where readers are not to know it."""
        if not self.study.plan.blinding.identity or self.showing is None:
            return words
        path = self.study.film(self.showing)
        for name in (str(path), path.name, path.stem):
            words = words.replace(name, self.tr("this film"))
        return words[:1].upper() + words[1:]

    def _leave_out(self, why: str) -> None:
        assert self.showing is not None
        self._keep(self._answer(self.showing, unseen=why), self._not_opened)

    def _again(self) -> None:
        self._work(lambda: records.begin(self.study, self.reader), self._follow, self._not_opened)

    # Pause and end

    @Slot()
    def toggle_pause(self) -> None:
        """Cover the film and let the time stand still; or go on."""
        if not self._paused:
            self._pause()
            return
        self._paused = False
        self.panel.show_paused(False)
        self._show(self.panes)
        if self._counted:
            self.clock.start()

    def _pause(self) -> None:
        if self._paused or self.stage.currentWidget() is not self.panes or self.session.tasks.is_running(_WORK):
            return
        self._counted = self.clock.runs
        self.clock.stop()
        self.session.hold_grey(False)
        self._paused = True
        self.panel.show_paused(True)
        text = self.tr(
            "The film is covered, and the time stands still. Your answers to earlier films are saved. If you stop "
            "here, this film comes again when you go on."
        )
        self._tell(self.tr("Pause"), text, (self.tr("Go on"), self.toggle_pause), self._stopping())

    def _come_back(self, when: datetime) -> None:
        day = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), self.tr("d MMMM yyyy, HH:mm"))
        text = self.tr(
            "This part is done, and everything is saved. The same films come again after a while, so that you do not "
            "remember them."
        )
        title = self.tr("Thank you. Come back on {day}")
        self._tell(title.format(day=day), text, (self.tr("Close"), self.close))

    def _thank(self) -> None:
        study = self.study
        source = study.file.absolute() if study.store == default_store(study.plan) else study.store
        command = f"xraycolor study-report {shlex.quote(str(source))} -o report"
        text = self.tr(
            "You have read every film, and everything is saved. The answers lie in {place}. When all readers are done, "
            "this command makes the report:"
        )
        told = text.format(place=study.store)
        self._tell(self.tr("Thank you"), told, (self.tr("Close"), self.close), command=command)

    def _stopping(self) -> tuple[str, Callable[[], object]]:
        return self.tr("Stop for today"), self.close

    def _tell(self, title: str, text: str, *ways: tuple[str, Callable[[], object]], command: str = "") -> None:
        self.message.tell(title, text, ways, command)
        self._enter = ways[0][1]
        self._show(self.message)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_G and not event.isAutoRepeat():
            self.session.hold_grey(False)
        super().keyReleaseEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """What the focused control had no use for."""
        if self.stage.currentWidget() is not self.panes:
            return False
        key, text, held = event.key(), event.text().upper(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            return key in _ARROWS and self.marking.move(*_ARROWS[Qt.Key(key)])
        if text == GREY:
            self.session.hold_grey(self.showing is not None and self.panes.hint.isVisible())
        elif text == FIT:
            self.panes.fit()
        elif text == MARK and self.panel.places:
            self.marking.mark_by_keys()
        elif text in ("+", "-"):
            self.panes.zoom(1 if text == "+" else -1)
        else:
            return bool(text) and self.panel.press(text, QApplication.focusWidget())
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self._pause()
        elif event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.session.hold_grey(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        self.hide()
        self.session.close()
        super().closeEvent(event)

    # Work

    def _work(
        self, work: Callable[[], object], done: Callable[..., None], failed: Callable[[XrayColorError], None]
    ) -> None:
        """In a worker; one piece at a time."""
        self.session.tasks.start(_WORK, lambda _: work(), done, failed=lambda error: failed(as_told(error, None)))
