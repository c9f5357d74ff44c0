"""One card for each kind of question. A card has no answer until the reader gives one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraycolor_gui.core.reader_study.answers import Value
from xraycolor_gui.core.reader_study.plan import AnswerKind, Question
from xraycolor_gui.gui.parts import button, label, row, wrapped
from xraycolor_gui.gui.reader_study.keys import MARK, option_words, rating_by_digit
from xraycolor_gui.gui.reader_study.option import Option
from xraycolor_gui.gui.reader_study.rating import RatingSlider

#: A question longer than this takes lines of its own.
_SHORT = 32


class Card(QWidget):
    """A question and its answer. changed: another answer, or none."""

    changed = Signal()

    def __init__(self, question: Question, title: bool = False) -> None:
        """title: the first question stands out."""
        super().__init__()
        self.question = question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._title = title

    @property
    def value(self) -> Value | None:
        """None while there is no answer."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take the answer back, for the next film."""
        raise NotImplementedError

    def add_words(self, *beside: QWidget) -> None:
        """The question itself, and what stands at its right."""
        words, optional = self.question.words, self.question.optional
        aside = [label(self.tr("optional"), tone=3)] if optional else []
        kind = {"title": True} if self._title else {"strong": True}
        if len(words) <= _SHORT and not self._title:
            self.column.addLayout(row(label(words, **kind), *aside, None, *beside))
            return
        self.column.addWidget(wrapped(words, **kind))
        if aside or beside:
            self.column.addLayout(row(*aside, None, *beside))


class OptionsCard(Card):
    """Yes, no, cannot tell; or the options of a choice."""

    def __init__(self, question: Question, keys: dict[tuple[str, str], str], title: bool = False) -> None:
        super().__init__(question, title)
        self.add_words()
        self.options: dict[str, Option] = {}
        for name in question.options:
            option = Option(option_words(question, name), keys[question.key, name])
            option.setAccessibleDescription(question.words)
            option.clicked.connect(lambda _, name=name: self.choose(name))
            self.options[name] = option
            self.column.addWidget(option)

    @property
    def value(self) -> Value | None:
        return next((name for name, option in self.options.items() if option.isChecked()), None)

    def choose(self, name: str) -> None:
        """Answer with this option; where no answer is needed, the chosen one is taken back by choosing it again."""
        again = self.question.optional and self._chosen == name
        self._set("" if again else name)
        self.changed.emit()

    def clear(self) -> None:
        self._set("")

    _chosen = ""

    def _set(self, name: str) -> None:
        self._chosen = name
        for other, option in self.options.items():
            option.setChecked(other == name)


class RatingCard(Card):
    """A number on a scale."""

    def __init__(self, question: Question, title: bool = False) -> None:
        super().__init__(question, title)
        self.number = label(numbers=True)
        self.add_words(self.number)
        self.slider = RatingSlider(question.low, question.high, question.labels)
        self.slider.setAccessibleName(question.words)
        self.column.addWidget(self.slider)
        self.column.addWidget(wrapped(self.tr("Digits 1 to 9 set it too."), tone=3, caption=True))
        self.slider.rated.connect(self._rated)

    @property
    def value(self) -> Value | None:
        return self.slider.value() if self.slider.touched else None

    def take_digit(self, digit: int) -> None:
        self.slider.rate(rating_by_digit(self.question, digit))

    def clear(self) -> None:
        with QSignalBlocker(self.slider):
            self.slider.clear()
        self._tell()

    @Slot()
    def _rated(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.number.setText(str(self.value) if self.value is not None else "")


class PlaceCard(Card):
    """A point on the film. markWanted: the next click is for this question; and a mark where there is none."""

    markWanted = Signal()

    def __init__(self, question: Question, title: bool = False) -> None:
        super().__init__(question, title)
        self._point: tuple[float, float] | None = None
        self.add_words()
        self.told = wrapped(tone=2)
        self.mark = button(self.tr("Mark by keys ({key})").format(key=MARK), self.markWanted.emit, small=True)
        self.remove = button(self.tr("Remove mark"), lambda: self.put(None), small=True)
        self.column.addWidget(self.told)
        self.column.addLayout(row(self.mark, self.remove, None))
        self.clear()

    @property
    def value(self) -> Value | None:
        return self._point

    @property
    def point(self) -> tuple[float, float] | None:
        """In image pixels, x to the right, y down."""
        return self._point

    def put(self, point: tuple[float, float] | None) -> None:
        """Mark this place; None: none."""
        if point != self._point:
            self._point = point
            self._tell()
            self.changed.emit()

    def clear(self) -> None:
        self._point = None
        self._tell()

    def _tell(self) -> None:
        marked = self._point is not None
        self.told.setText(
            self.tr("Marked. Drag the mark, or move it with Ctrl + arrow keys.")
            if marked
            else self.tr("Click the film to mark a place.")
        )
        self.remove.setVisible(marked)
        self.mark.setVisible(not marked)


def card_of(question: Question, keys: dict[tuple[str, str], str], title: bool) -> Card:
    """The card for a question of any kind."""
    if question.kind is AnswerKind.RATING:
        return RatingCard(question, title)
    if question.kind is AnswerKind.PLACE:
        return PlaceCard(question, title)
    return OptionsCard(question, keys, title)
