"""Beside the film: how far the reader is, the questions, the way on, and pause."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QScrollArea, QVBoxLayout, QWidget

from xraycolor_gui.core.reader_study.answers import Value
from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.gui.parts import label, line, row, sign, surface, wrapped
from xraycolor_gui.gui.reader_study.key_button import KeyButton
from xraycolor_gui.gui.reader_study.keys import allotted
from xraycolor_gui.gui.reader_study.questions import OptionsCard, PlaceCard, RatingCard, card_of

WIDTH = 360
_EDGE = 24
#: A shorter wait is not worth a word.
_SAVING_MS = 400


class QuestionPanel(QWidget):
    """nextWanted: the answers are given. pauseWanted: pause, or go on. answered: another answer."""

    nextWanted = Signal()
    pauseWanted = Signal()
    answered = Signal()

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._locked = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SAVING_MS)
        self._patience.timeout.connect(lambda: self.next.say(self.tr("Saving")))
        surface(self, "dock")
        self.setFixedWidth(WIDTH)
        keys = allotted(plan.questions)
        self.cards = tuple(card_of(question, keys, not place) for place, question in enumerate(plan.questions))
        for card in self.cards:
            card.changed.connect(self._changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head(), line(), self._middle(), line(), self._foot()):
            layout.addWidget(part, 1 if isinstance(part, QScrollArea) else 0)
        self._follow()

    @property
    def values(self) -> dict[str, Value]:
        """What is answered so far, by key of the question."""
        given = {card.question.key: card.value for card in self.cards}
        return {key: value for key, value in given.items() if value is not None}

    @property
    def complete(self) -> bool:
        """Whether everything that needs an answer has one."""
        return all(card.value is not None or card.question.optional for card in self.cards)

    @property
    def places(self) -> tuple[PlaceCard, ...]:
        return tuple(card for card in self.cards if isinstance(card, PlaceCard))

    def clear(self) -> None:
        """No answer to anything."""
        for card in self.cards:
            card.clear()
        self.trouble("")
        self._scroll.verticalScrollBar().setValue(0)
        self._follow()

    def lock(self, locked: bool) -> None:
        """Nothing can be answered while the film is away or the answer is being kept."""
        self._locked = locked
        for card in self.cards:
            card.setEnabled(not locked)
        self._follow()

    def show_paused(self, paused: bool) -> None:
        self.pause.say(*((self.tr("Go on"), "play") if paused else (self.tr("Pause"), "pause")))

    def tell(self, condition: Condition, number: int, of: int, saved: int) -> None:
        """The film's number among the session's, from 1, its condition, and how many answers are saved."""
        shown = self._plan.viewing.progress
        words = {
            Condition.GREY: self.tr("in grey"),
            Condition.COLOUR: self.tr("with colour"),
            Condition.BOTH: self.tr("grey and colour"),
        }
        film = self.tr("Film {number} of {count}").format(number=number, count=of)
        self.film.setText(film if shown else self._plan.title)
        self.condition.setText("" if self._plan.blinding.condition else words[condition])
        self.bar.setVisible(shown)
        self.bar.setRange(0, of)
        self.bar.setValue(number)
        if not shown:
            self.saved.setText(self.tr("All answers saved"))
        elif saved == 1:
            self.saved.setText(self.tr("1 answer saved"))
        else:
            self.saved.setText(self.tr("{count} answers saved").format(count=saved))
        self._saved_row.setVisible(saved > 0)

    def tell_saving(self) -> None:
        """The answers are on their way to the disk; said only where that takes long."""
        self.trouble("")
        self._patience.start()

    def trouble(self, words: str) -> None:
        """What went wrong with saving; empty: nothing."""
        self._patience.stop()
        self._trouble.setText(words)
        self._trouble_row.setVisible(bool(words))
        self.next.say(self.tr("Save again") if words else self.tr("Next film"))
        if words:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.next))

    def press(self, key: str, focus: QWidget | None) -> bool:
        """A letter or digit answers: the focused question if it can take it, else the first open one that can."""
        takers = [card for card in self.cards if _takes(card, key)]
        if self._locked or not takers:
            return False
        focused = [card for card in takers if focus is not None and card.isAncestorOf(focus)]
        unanswered = [card for card in takers if card.value is None]
        card = (focused or unanswered or takers)[0]
        if isinstance(card, RatingCard):
            card.take_digit(int(key))
        elif isinstance(card, OptionsCard):
            card.choose(next(name for name, option in card.options.items() if option.key == key))
        self._scroll.ensureWidgetVisible(card)
        return True

    def _head(self) -> QWidget:
        self.film = label(strong=True, numbers=True)
        self.condition = label(tone=2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far you are"))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(_EDGE, 20, _EDGE, 20)
        column.setSpacing(8)
        column.addLayout(row(self.film, None, self.condition))
        column.addWidget(self.bar)
        return head

    def _middle(self) -> QScrollArea:
        self._trouble = wrapped()
        self._trouble_row = QWidget()
        self._trouble_row.setLayout(row(sign("error"), self._trouble))
        self.next = KeyButton(self.tr("Next film"), self.tr("Enter"), primary=True)
        self.next.clicked.connect(self.nextWanted)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 20, _EDGE, 12)
        column.setSpacing(16)
        for card in self.cards:
            column.addWidget(card)
        column.addWidget(self._trouble_row)
        last = QVBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.next)
        closed = self.tr("You can change your answer until you go on. After that it is closed.")
        last.addWidget(wrapped(closed, tone=3, caption=True))
        column.addLayout(last)
        column.addStretch(1)
        surface(inside, "dock")
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    def _foot(self) -> QWidget:
        self.pause = KeyButton(self.tr("Pause"), self.tr("Esc"), "pause")
        self.pause.clicked.connect(self.pauseWanted)
        self.saved = label(tone=2, numbers=True)
        self._saved_row = QWidget()
        self._saved_row.setLayout(row(sign("saved"), self.saved))
        foot = QWidget()
        layout = row(self.pause, None, self._saved_row)
        layout.setContentsMargins(_EDGE, 16, _EDGE, 16)
        foot.setLayout(layout)
        return foot

    @Slot()
    def _changed(self) -> None:
        self._follow()
        self.answered.emit()

    def _follow(self) -> None:
        ready = self.complete and not self._locked
        self.next.setEnabled(ready)


def _takes(card: QWidget, key: str) -> bool:
    if isinstance(card, RatingCard):
        return key in "123456789"
    return isinstance(card, OptionsCard) and any(option.key == key for option in card.options.values())
