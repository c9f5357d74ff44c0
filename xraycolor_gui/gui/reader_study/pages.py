"""What stands in the film's place: who reads and agrees, waiting, pause, messages, thanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.controls import Chooser
from xraycolor_gui.gui.parts import button, label, row, surface, wrapped
from xraycolor_gui.gui.words import breakable

_WIDTH = 520
#: A shorter wait is not worth a word.
_WAIT_MS = 400


class Page(QWidget):
    """A column in the middle."""

    def __init__(self) -> None:
        super().__init__()
        surface(self, "page")
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        inside.setLayout(self.column)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)


class ConsentPage(Page):
    """The study, what is kept, and who reads. begun: the reader's name, and what he agreed to; empty if before."""

    begun = Signal(str, str)

    def __init__(self, plan: Plan, reader: str = "") -> None:
        super().__init__()
        self.column.addWidget(wrapped(plan.title, welcome=True))
        if plan.instructions.strip():
            self.column.addWidget(wrapped(plan.instructions.strip()))
        self.column.addSpacing(8)
        self.column.addWidget(label(self.tr("What is kept"), strong=True))
        kept = self.tr(
            "Your answers, how long each film took, when you answered, and the name chosen below. Nothing else about "
            "you. It stays on this computer, with whoever leads the study. You can stop at any time."
        )
        self._kept = kept
        self._agreed: dict[str, str] = {}
        self.column.addWidget(wrapped(kept, tone=2))
        self.column.addSpacing(8)
        self.reader = Chooser()
        self.reader.setAccessibleName(self.tr("Reader"))
        self.reader.addItems([self.tr("Choose your name"), *plan.readers])
        if reader:
            self.reader.setCurrentText(reader)
        self.reader.setEnabled(not reader)
        self.reader.setMinimumWidth(240)
        self.column.addLayout(row(label(self.tr("Reader"), strong=True), self.reader, None))
        self.agree = QCheckBox(self.tr("I take part, and agree that this is kept"))
        self.column.addWidget(self.agree)
        self.before = wrapped(tone=2)
        self.column.addWidget(self.before)
        self.begin = button(self.tr("Begin"), self._begin, primary=True)
        self.told = wrapped(tone=2)
        self.column.addLayout(row(self.begin, None))
        self.column.addWidget(self.told)
        self.agree.toggled.connect(self._follow)
        self.reader.currentIndexChanged.connect(self._follow)
        self._follow()

    def tell(self, words: str) -> None:
        """What stands in the way of beginning; empty: nothing, and it may be tried again."""
        self.told.setText(breakable(words))
        self._follow()

    def know(self, agreed: dict[str, str]) -> None:
        """Who agreed before, and when: they are not asked again."""
        self._agreed = agreed
        self._follow()

    def _begin(self) -> None:
        self.begin.setEnabled(False)
        reader = self.reader.currentText()
        self.begun.emit(reader, "" if reader in self._agreed else f"{self._kept} {self.agree.text()}")

    def _follow(self) -> None:
        chosen = self.reader.currentIndex() > 0
        when = self._agreed.get(self.reader.currentText()) if chosen else None
        self.agree.setVisible(when is None)
        self.before.setVisible(when is not None)
        if when is not None:
            day = QLocale().toString(QDateTime.fromString(when, Qt.DateFormat.ISODate).toLocalTime().date())
            self.before.setText(self.tr("You agreed to this on {day}.").format(day=day))
        self.begin.setEnabled(chosen and (when is not None or self.agree.isChecked()))


class WaitPage(QWidget):
    """Dark like the room round a film; says something only where it takes long."""

    def __init__(self) -> None:
        super().__init__()
        surface(self, "page")
        self._words = label(self.tr("The next film is being prepared"), tone=3)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words, alignment=Qt.AlignmentFlag.AlignCenter)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_WAIT_MS)
        self._patience.timeout.connect(self._words.show)

    def begin(self) -> None:
        """The wait begins now."""
        self._words.hide()
        self._patience.start()


class MessagePage(Page):
    """A title, paragraphs, a line to copy where there is one, and the ways on."""

    def __init__(self) -> None:
        super().__init__()
        self.title = wrapped(title=True)
        self.text = wrapped(tone=2)
        self.command = QLabel()
        self.command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.command.setWordWrap(True)
        self.command.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = button(self.tr("Copy"), self._copy, "copy", small=True)
        for part in (self.title, self.text, self.command):
            self.column.addWidget(part)
        self.column.addLayout(row(self.copy, None))
        self.column.addSpacing(8)
        self._ways = row()
        self._ways.addStretch(1)
        self.column.addLayout(self._ways)
        self.ways: list[QPushButton] = []
        self._copied = ""

    def tell(
        self, title: str, text: str, ways: Sequence[tuple[str, Callable[[], object]]] = (), command: str = ""
    ) -> None:
        """Say this from now on; the first way is the one proposed."""
        self.title.setText(title)
        self.text.setText(breakable(text))
        self._copied = command
        self.command.setText(command)
        self.command.setVisible(bool(command))
        self.copy.setVisible(bool(command))
        for way in self.ways:
            self._ways.removeWidget(way)
            way.deleteLater()
        self.ways = [button(words, do, primary=not place) for place, (words, do) in enumerate(ways)]
        for place, way in enumerate(self.ways):
            self._ways.insertWidget(place, way)

    def take_focus(self) -> None:
        if self.ways:
            self.ways[0].setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)


class Foot(QWidget):
    """The line at the lower edge: which study, what the hand does, and what this is not for."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        surface(self, "window")
        self.setFixedHeight(tokens.STATUS_BAR)
        hints = [label(self.tr("Reader study “{title}”").format(title=plan.title), caption=True)]
        if plan.viewing.window:
            hints.append(label(self.tr("left drag: window"), tone=2, caption=True))
        if plan.viewing.zoom:
            hints.append(label(self.tr("Ctrl + wheel: zoom, F: whole film"), tone=2, caption=True))
        purpose = label(self.tr("Research and teaching, not for primary diagnosis"), caption=True)
        layout = row(*hints, None, purpose, spacing=24)
        layout.setContentsMargins(12, 0, 12, 0)
        self.setLayout(layout)
