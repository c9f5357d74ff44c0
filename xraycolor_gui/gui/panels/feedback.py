"""What was said of the film, in the colour dock: regions, their comments, the rating of the whole film, the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.core.feedback import RATINGS, Feedback
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.feedback.layer import FeedbackLayer
from xraycolor_gui.gui.feedback.words import rating_words, said_short
from xraycolor_gui.gui.panels.drawn_list import DrawnList
from xraycolor_gui.gui.panels.film_comment import FilmComment
from xraycolor_gui.gui.parts import button, label, line, row, wrapped
from xraycolor_gui.gui.readout import tissue_label

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

_PADDING = 12
#: Rows that are seen without scrolling.
_MOST_ROWS = 6
_ROW = 20
_COMMENT_HEIGHT = 52


class FeedbackPanel(QWidget):
    """Follows the film that the hand is at.

    verdictWanted: the chooser for a region (its id). readerWanted, wordsWanted: who gives feedback; what is collected.
    """

    verdictWanted = Signal(str)
    readerWanted = Signal()
    wordsWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._given = session, session.feedback
        self._make_list()
        self._make_writing()
        self._make_film()
        self._lay_out()
        session.colorizationChanged.connect(self._list)
        session.paletteChanged.connect(self._list)
        self._given.readerChanged.connect(self._list)
        self._given.othersChanged.connect(self._list)
        self._list()

    @property
    def _layer(self) -> FeedbackLayer | None:
        return self._given.layers.get(self._session.at_hand)

    # Making

    def _make_list(self) -> None:
        self.count = label(tone=3, caption=True)
        self.hint = wrapped(tone=2, caption=True)
        words = self.tr("Regions: number, verdict, what the model read")
        self.list = DrawnList(self._session, lambda: self._layer, words, wide=1, most=_MOST_ROWS, row=_ROW)
        self.list.changed.connect(self._list)
        self.list.chosenChanged.connect(self._follow_choice)
        self.table = self.list.table
        self.table.itemActivated.connect(lambda _: self._want_verdict())

    def _make_writing(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(self.tr("Label, optional"))
        self.name.textEdited.connect(self._typed)
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setPlaceholderText(self.tr("Comment, optional. Please no patient data."))
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.comment.textChanged.connect(self._typed)
        self.verdict = button(self.tr("Verdict…"), self._want_verdict, small=True)
        self.delete = button(self.tr("Delete"), self.list.delete, "delete", small=True)
        self.delete.setToolTip(self.tr("Undo brings it back"))
        self._about = label(tone=2, caption=True)

    def _make_film(self) -> None:
        self.ratings: list[QPushButton] = []
        for rating in RATINGS:
            made = button(str(rating), lambda rating=rating: self._rate(rating), small=True)  # type: ignore[misc]
            made.setCheckable(True)
            words = rating_words(rating)
            made.setToolTip(words)
            made.setAccessibleName(
                self.tr("Colours of this film: {rating}, {words}").format(rating=rating, words=words)
            )
            self.ratings.append(made)
        self.rated = label(tone=2, caption=True)
        self.film_comment = FilmComment(self._session)
        self.film_comment.readerWanted.connect(self.readerWanted)
        self.others = QCheckBox(self.tr("Show other readers’ feedback"))
        self.others.toggled.connect(self._given.set_shows_others)
        self.reader = wrapped(tone=2, caption=True)
        self.change = button(self.tr("Change"), self.readerWanted.emit, link=True)
        self.words = button(self.tr("What is collected, and why"), self.wordsWanted.emit, link=True)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(line())
        layout = QVBoxLayout()
        outer.addLayout(layout)
        layout.setContentsMargins(_PADDING, 8, _PADDING, _PADDING)
        layout.setSpacing(6)
        layout.addLayout(row(label(self.tr("Regions"), strong=True), None, self.count))
        layout.addWidget(self.hint)
        layout.addWidget(self.table)
        self._writing = QWidget()
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(6)
        for part in (self._about, self.name, self.comment):
            writing.addWidget(part)
        writing.addLayout(row(self.verdict, self.delete, None))
        layout.addWidget(self._writing)
        layout.addWidget(label(self.tr("Colours of the whole film"), 2, caption=True))
        layout.addLayout(row(*self.ratings, None, spacing=4))
        layout.addWidget(self.rated)
        layout.addWidget(self.film_comment)
        layout.addWidget(self.others)
        layout.addLayout(row(self.reader, self.change))
        layout.addLayout(row(self.words, None))

    # Following

    @Slot()
    def _list(self) -> None:
        layer, palette = self._layer, self._session.palette
        regions = layer.regions if layer is not None else ()
        listed = [
            (each.id, str(number), said_short(each, palette), self._read(each))
            for number, each in enumerate(regions, start=1)
        ]
        self.count.setText(self.tr("{} on this film").format(len(listed)) if listed else "")
        key = self._session.keys.get("region.outline", "O")
        self.hint.setText(self.tr("Is the colour wrong somewhere? Press {} and outline it.").format(key))
        self.hint.setVisible(not listed)
        self.table.setVisible(bool(listed))
        self.list.show(listed)
        self._tell_film()

    def _read(self, feedback: Feedback) -> str:
        """What the model read there, in short."""
        if self._layer is None or feedback.region is None:
            return ""
        reads = self._layer.reads(feedback.region)
        if not reads:
            return ""
        tissue, share = next(iter(reads.items()))
        name = tissue_label(self._session.palette, tissue)
        return self.tr("{tissue} {share}").format(tissue=name, share=tokens.percent(share))

    @Slot()
    def _follow_choice(self) -> None:
        chosen, at = self._chosen(), self.list.at
        self._writing.setVisible(chosen is not None)
        if chosen is not None and at is not None:
            number = at + 1
            self._about.setText(self.tr("Region {}").format(number))
            self.name.setAccessibleName(self.tr("Label of region {}").format(number))
            self.comment.setAccessibleName(self.tr("Comment on region {}").format(number))
            if self.name.text() != chosen.label:
                self.name.setText(chosen.label)
            if self.comment.toPlainText() != chosen.comment:
                with QSignalBlocker(self.comment):
                    self.comment.setPlainText(chosen.comment)

    def _tell_film(self) -> None:
        film = self._layer.film if self._layer is not None else None
        whole = self._given.of_film(film) if film is not None else None
        rating = whole.rating if whole is not None else None
        for number, made in zip(RATINGS, self.ratings, strict=True):
            made.setChecked(number == rating)
            made.setEnabled(film is not None)
        self.rated.setText(self.tr("not rated") if rating is None else rating_words(rating))
        self.film_comment.follow(self._layer)
        reader = self._given.reader
        self.reader.setText(self.tr("Reader: {}").format(reader) if reader else self.tr("No reader is named yet."))
        self.change.setText(self.tr("Change") if reader else self.tr("Name the reader"))
        others = 0 if film is None else sum(each.reader != reader for each in self._given.every(film))
        self.others.setVisible(bool(others))
        with QSignalBlocker(self.others):
            self.others.setChecked(self._given.shows_others)

    # Doing

    def _chosen(self) -> Feedback | None:
        return self._layer.region(self._layer.chosen) if self._layer is not None else None

    def _want_verdict(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.verdictWanted.emit(chosen.id)

    @Slot()
    def _typed(self) -> None:
        if self._layer is not None and (chosen := self._chosen()) is not None:
            self._layer.write(chosen.id, comment=self.comment.toPlainText(), label=self.name.text())

    def _rate(self, rating: int) -> None:
        """A second click on the same takes the rating back."""
        if self._layer is None:
            return
        if not self._given.reader:
            self._tell_film()
            self.readerWanted.emit()
            return
        film = self._layer.film
        before = self._given.of_film(film) if film is not None else None
        again = before is not None and before.rating == rating
        self._layer.rate(None if again else rating)
        self._tell_film()
