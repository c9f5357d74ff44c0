"""The verdict chooser: two clicks or keys from a region to what is wrong with it.

One column of verdicts, done with the first click but for “Wrong tissue”, which opens a second one with the tissues in
the order of the model's next guesses. While it is open digits are verdicts, not window presets.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.feedback.words import verdict_words
from xraycolor_gui.gui.panels.legend import ramp
from xraycolor_gui.gui.parts import icon_button, label, line, row, sign, wrapped
from xraycolor_gui.gui.readout import tissue_label

#: Width of a column, height of a row.
COLUMN, ROW = 212, 32
_SWATCH = QSize(24, 14)
_CAP = 20


class Asked(NamedTuple):
    """What the chooser is about. reads: what the model reads there, in words. guesses: tissues and their shares."""

    number: int
    reads: str
    guesses: Sequence[tuple[str, float | None]]


class Choice(QPushButton):
    """One row: sign or swatch, words, the key that does the same."""

    def __init__(self, first: QWidget, words: str, key: str, beside: str = "") -> None:
        super().__init__()
        self.key = key
        self.setFixedHeight(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("choiceRow", True)
        name = self.tr("{words}, key {key}").format(words=words, key=key)
        self.setAccessibleName(name)
        cap = label(key, key=True)
        cap.setFixedHeight(_CAP)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 6, 0)
        layout.setSpacing(6)
        for part in (first, label(words)):
            layout.addWidget(part)
        layout.addStretch(1)
        if beside:
            layout.addWidget(label(beside, 2, numbers=True))
        layout.addWidget(cap)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_current(self, current: bool) -> None:
        """The row that Enter takes."""
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)


class VerdictChooser(QFrame):
    """judged: a verdict, and a tissue or "". closed: it is gone, whether something was chosen or not.

    widened: it has another size, and wants a place.
    """

    judged = Signal(object, str)
    closed = Signal()
    widened = Signal()

    def __init__(self, host: QWidget, asked: Asked, palette: Palette) -> None:
        super().__init__(host)
        self.setObjectName("verdicts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Region {}: choose a verdict, 1 to 6").format(asked.number))
        self._open = True
        self._at = 0
        self.verdicts = [
            self._choice(sign(verdict.value), verdict_words(verdict), str(key), partial(self._judge, verdict))
            for key, verdict in enumerate(Verdict, start=1)
        ]
        self.tissues = [
            self._choice(
                self._swatch(palette, tissue),
                tissue_label(palette, tissue),
                str(key),
                partial(self._name, tissue),
                "" if share is None else tokens.percent(share),
            )
            for key, (tissue, share) in enumerate(asked.guesses[:9], start=1)
        ]
        not_sure = self._choice(sign("not_sure"), self.tr("Not sure"), "0", partial(self._name, ""))
        self.tissues.append(not_sure)
        self._lay_out(asked)
        self._set_current(0)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    @property
    def asks_tissue(self) -> bool:
        """Whether the second column is open, and digits are tissues."""
        return self._second.isVisibleTo(self)

    @Slot()
    def close_chooser(self) -> None:
        """Gone, with the region left as it is."""
        if self._open:
            self._open = False
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.closed.emit()
            self.hide()
            self.deleteLater()

    # Making

    def _lay_out(self, asked: Asked) -> None:
        title = label(self.tr("Region {}").format(asked.number), strong=True)
        reads = wrapped(asked.reads, tone=2, caption=True)
        close = icon_button("close", self.tr("Keep as a draft"), self.close_chooser)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QVBoxLayout()
        head.setContentsMargins(12, 6, 6, 6)
        head.setSpacing(0)
        head.addLayout(row(title, None, close, spacing=4))
        if asked.reads:
            head.addWidget(reads)
        first, self._second = QWidget(), QWidget()
        for column, choices in ((first, self.verdicts), (self._second, self.tissues)):
            column.setFixedWidth(COLUMN)
            rows = QVBoxLayout(column)
            rows.setContentsMargins(4, 4, 4, 4)
            rows.setSpacing(0)
            if column is self._second:
                ask = label(self.tr("What is it?"), 2, caption=True)
                ask.setContentsMargins(10, 4, 0, 4)
                rows.addWidget(ask)
            for choice in choices:
                rows.addWidget(choice)
            rows.addStretch(1)
        self._divider = line(vertical=True)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        for part in (first, self._divider, self._second):
            columns.addWidget(part)
        self._second.hide()
        self._divider.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(line())
        outer.addLayout(columns)
        self.setFixedWidth(COLUMN)
        self._settle()

    def _settle(self) -> None:
        """Take the size that the words need at this width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.heightForWidth(self.width() - 2) + 2 if layout.hasHeightForWidth() else self.sizeHint().height()
        self.resize(self.width(), height)

    def _choice(self, first: QWidget, words: str, key: str, do: object, beside: str = "") -> Choice:
        made = Choice(first, words, key, beside)
        made.clicked.connect(lambda _: do())  # type: ignore[operator]
        return made

    def _swatch(self, palette: Palette, tissue: str) -> QLabel:
        made = QLabel()
        swatch = palette.tissues.get(tissue)
        if swatch is not None:
            made.setPixmap(ramp(swatch, _SWATCH, self.devicePixelRatioF()))
        return made

    # Choosing

    def _judge(self, verdict: Verdict) -> None:
        if verdict is not Verdict.WRONG_TISSUE:
            self._done(verdict, "")
        elif not self.asks_tissue:
            self._second.show()
            self._divider.show()
            self.setFixedWidth(2 * COLUMN + 1)
            self._set_current(0)
            self.setAccessibleName(self.tr("What is it? 1 to {}, 0 for not sure").format(len(self.tissues) - 1))
            self._settle()
            self.widened.emit()

    def _name(self, tissue: str) -> None:
        self._done(Verdict.WRONG_TISSUE, tissue)

    def _done(self, verdict: Verdict, tissue: str) -> None:
        self.judged.emit(verdict, tissue)
        self.close_chooser()

    @property
    def _choices(self) -> Sequence[Choice]:
        return self.tissues if self.asks_tissue else self.verdicts

    def _set_current(self, at: int) -> None:
        self._at = at % len(self._choices)
        for number, choice in enumerate(self.verdicts):
            choice.set_current(number == (1 if self.asks_tissue else self._at))
        for number, choice in enumerate(self.tissues):
            choice.set_current(self.asks_tissue and number == self._at)

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._uses(event):
            event.accept()
            return True
        return super().event(event)

    def _uses(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return not held and (event.key() in keys or event.text().isdigit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._uses(event):
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.close_chooser()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._set_current(self._at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choices[self._at].click()
        else:
            chosen = next((choice for choice in self._choices if choice.key == event.text()), None)
            if chosen is not None:
                chosen.click()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in elsewhere:
            self.close_chooser()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere keeps the draft."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and self._open:
            inside = isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched))
            if isinstance(watched, QWidget) and not inside:
                self.close_chooser()
        return super().eventFilter(watched, event)
