"""One page: what is collected of a reader's feedback and why, the consent, and how to delete one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.gui.feedback.reader_question import consent
from xraycolor_gui.gui.parts import button, label, line, row, surface, wrapped

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

_SIZE = (560, 620)


class FeedbackWords(QDialog):
    """Stands beside the work; deleting asks once, in the page itself."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._given = session.feedback
        self.setWindowTitle(self.tr("Your feedback"))
        self.resize(*_SIZE)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for title, text in self._parts():
            column.addWidget(label(title, strong=True))
            column.addWidget(wrapped(text))
            column.addSpacing(8)
        self.place = wrapped(tone=2, caption=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.place)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(surface(page, "dock"))
        self.question = wrapped()
        self.delete = button("", self._ask, "delete")
        self.yes = button(self.tr("Delete for good"), self._erase)
        self.no = button(self.tr("Keep it"), self._leave)
        close = button(self.tr("Close"), self.close)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(self.question)
        foot.addLayout(row(self.delete, self.yes, self.no, None, close))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(line())
        outer.addLayout(foot)
        self._given.readerChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """As if it was opened anew."""
        reader = self._given.reader
        self.place.setText(self.tr("It lies in {}").format(self._given.files.path))
        self.delete.setText(self.tr("Delete all my feedback…"))
        self.delete.setEnabled(bool(reader))
        self.question.setVisible(False)
        self._show_question(False)

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What is collected"),
                self.tr(
                    "The regions you draw, your verdicts, comments and ratings, your name or initials, the time, and "
                    "exactly what was on the screen: program, model and its weights, palette, strength, window, zoom "
                    "and how the film lay. A film is known by the hash of its content and its DICOM "
                    "identifiers; the folder it lay in is noted beside the store, for exports, and so are how sure "
                    "models were of it and which tissues they named, for the list of films that would teach most."
                ),
            ),
            (
                self.tr("What is not"),
                self.tr(
                    "No names, no birth dates, no pictures. Nothing leaves this computer unless you export it. What "
                    "you write in comments and labels goes along as it is, so please write nothing of patients there."
                ),
            ),
            (
                self.tr("Why"),
                self.tr(
                    "No table of true colours exists: what readers know is the measure. Your verdicts change the "
                    "colours of this film at once, and models learn from them later. They also tell where a model "
                    "errs, and how often."
                ),
            ),
            (self.tr("What you agree to"), consent()),
            (
                self.tr("How to delete it"),
                self.tr(
                    "A single region: choose it and press Delete; its history stays, and Undo brings it back. "
                    "Everything you said: the button below. It takes it out of the store, its journal and its recovery "
                    "files for good, for all films; nothing brings it back. What was exported, or learnt by a model "
                    "before, stays where it is."
                ),
            ),
        )

    def _show_question(self, asked: bool) -> None:
        self.delete.setVisible(not asked)
        for part in (self.yes, self.no):
            part.setVisible(asked)

    def _ask(self) -> None:
        """Tell how much it is, and only then offer it."""
        reader = self._given.reader
        self._given.flush()
        self._given.keeping.ask(lambda: self._given.files.count(reader), self._put_question, self._fail)

    def _put_question(self, count: int) -> None:
        asked = self.tr(
            "Delete everything that {reader} said, for good? These are {count} regions and ratings. "
            "This cannot be undone."
        )
        self.question.setText(asked.format(reader=self._given.reader, count=count))
        self.question.setVisible(True)
        self._show_question(True)
        self.no.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.refresh()

    @Slot()
    def _erase(self) -> None:
        reader = self._given.reader
        self._show_question(False)
        self.delete.setEnabled(False)

        def done(count: int) -> None:
            self._given.forget(reader)
            self.refresh()
            self._tell(self.tr("Deleted: {} records. Nothing of them is left.").format(count))

        self._given.keeping.ask(lambda: self._given.files.erase(reader), done, self._fail)

    def _fail(self, error: XrayColorError) -> None:
        self.refresh()
        self._tell(f"{error.what} {error.next_step}")

    def _tell(self, words: str) -> None:
        self.question.setText(words)
        self.question.setVisible(True)
