"""The status bar: what the model reads, the stored value, the window, the zoom; and what this program is not for."""

from __future__ import annotations

import math

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from xraycolor_gui.core.colorization import BACKGROUND
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.opinion import from_hounsfield, why_grey
from xraycolor_gui.gui.parts import label, line, row
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import numbers, spoken, within
from xraycolor_gui.gui.words import short

#: Below this width the stored value gives way.
VALUE_FROM = 1360
TISSUES_TOLD = 3
TOLD_FROM = 0.05
#: So long the step that was taken back is named.
STEP_MS = 4000


class StatusBar(QStatusBar):
    """Cells keep their width, so that nothing jumps while the cursor moves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = session
        self.setSizeGripEnabled(False)
        self._step = self._asked = ""
        self._step_ends = QTimer(self)
        self._step_ends.setSingleShot(True)
        self._step_ends.setInterval(STEP_MS)
        self._step_ends.timeout.connect(self._forget_step)
        session.undo.changed.connect(self._forget_step)
        session.undo.told.connect(self._tell_step)
        self._reads, self._value, self._window, self._zoom = (label(caption=True, numbers=True) for _ in range(4))
        self._search = label(tone=2, caption=True, numbers=True)
        purpose = label(self.tr("Research and teaching, not for primary diagnosis"), caption=True)
        for words in (self._value, self._window, self._zoom):
            words.setProperty("tone", "2")
        cells = QHBoxLayout()
        cells.setContentsMargins(12, 0, 12, 0)
        cells.setSpacing(0)
        self._cells = [self._cell(cell) for cell in (self._value, self._window, self._zoom)]
        cells.addWidget(self._reads)
        for cell in self._cells:
            cells.addWidget(cell)
        cells.addStretch(1)
        cells.addWidget(self._search)
        cells.addWidget(self._cell(purpose))
        self._row = cells
        bar = QWidget()
        bar.setLayout(cells)
        self.addWidget(bar, 1)
        for signal in (
            session.cursorChanged,
            session.colorizationChanged,
            session.radiographChanged,
            session.workChanged,
            session.tissuesChanged,
            session.greyBelowChanged,
            session.filmsChanged,
        ):
            signal.connect(self._tell_cursor)
        session.currentChanged.connect(self._forget_width)
        session.voiChanged.connect(self._tell_window)
        session.radiographChanged.connect(self._tell_window)
        session.zoomChanged.connect(self._tell_zoom)
        session.searchChanged.connect(self._tell_search)
        for tell in (self._tell_cursor, self._tell_window, self._tell_zoom):
            session.atHandChanged.connect(tell)
        self._tell_cursor()
        self._tell_window()
        self._tell_zoom()

    @property
    def _session(self) -> Session:
        """Of the film that the hand is at."""
        return self._first.at_hand

    def follow(self, beside: Session) -> None:
        """Tell of the film beside the current one too, while the hand is there."""
        beside.cursorChanged.connect(self._tell_cursor)
        beside.colorizationChanged.connect(self._tell_cursor)
        beside.voiChanged.connect(self._tell_window)
        beside.zoomChanged.connect(self._tell_zoom)

    def add_cell(self, part: QWidget) -> None:
        """Something that is told all the time, before what this program is not for."""
        self._row.insertWidget(self._row.count() - 1, part)

    def set_asked(self, words: str) -> None:
        """What the reader is asked now; told instead of the cursor until it is empty."""
        self._asked = words
        self._tell_cursor()

    def set_width(self, width: int) -> None:
        """Leave out what has no room in a window of this width."""
        self._cells[0].setVisible(width >= VALUE_FROM and bool(self._value.text()))

    def reads(self) -> str:
        """The sentence about the pixel under the cursor."""
        return self._reads.text()

    def _cell(self, words: QLabel) -> QWidget:
        cell = QWidget()
        divider = line(vertical=True)
        divider.setFixedHeight(16)
        cell.setLayout(row(12, divider, 12, words, spacing=0))
        return cell

    def _tell_cursor(self) -> None:
        self._reads.setText(self._sentence())
        self._keep_width(self._reads)
        radiograph, cursor = self._session.radiograph, self._session.cursor
        if radiograph is None:
            self._value.clear()
        elif cursor is not None:
            self._value.setText(self._value_words(radiograph, cursor))
        self._keep_width(self._value)
        self._cells[0].setVisible(bool(self._value.text()) and self.window().width() >= VALUE_FROM)

    def _value_words(self, radiograph: Radiograph, cursor: tuple[float, float]) -> str:
        value = stored_value(radiograph, cursor)
        if not value:
            return self.tr("no value here")
        words = self.tr("luminance {}") if radiograph.luminance else self.tr("stored value {}")
        return words.format(value)

    @Slot(str, bool)
    def _tell_step(self, name: str, back: bool) -> None:
        """What was just taken back, or done again."""
        self._step = (self.tr("Undo: {}.") if back else self.tr("Redo: {}.")).format(name)
        self._step_ends.start()
        self._tell_cursor()

    @Slot()
    def _forget_step(self) -> None:
        if self._step:
            self._step = ""
            self._tell_cursor()

    def _sentence(self) -> str:
        if self._step or self._asked:
            return self._step or self._asked
        film = self._session.current
        if film is None:
            return self.tr("No studies open. Open a folder, or drop one here.")
        if film.state is FilmState.UNREADABLE:
            return self.tr("{} cannot be read").format(short(film.path.stem))
        if self._session.radiograph is None:
            return self.tr("Reading {}").format(short(film.path.stem))
        return self._colour_sentence() if self._session.colorization is not None else self._grey_sentence(film)

    def _grey_sentence(self, film: Film) -> str:
        if self._session.colouring is not None:
            return self.tr("No colour: {}").format(why_grey(self._session.colouring))
        if film.state is FilmState.GREY_ONLY:
            return self.tr("Grey only: both panes show the film")
        return self.tr("Colour not ready: both panes show the film")

    def _colour_sentence(self) -> str:
        shares = readout.shares_at_cursor(self._session)
        if shares is None:
            return self.tr("Move over the film to read it")
        leading = sorted(shares.items(), key=lambda share: -share[1])[:TISSUES_TOLD]
        if leading[0][0] == BACKGROUND:
            return self.tr("No tissue here") if from_hounsfield(self._session) else self.tr("Model reads: no tissue")
        palette = self._session.palette
        words = [
            f"{within(readout.tissue_label(palette, name))} {tokens.percent(share)}"
            for name, share in leading
            if share >= TOLD_FROM and name != BACKGROUND
        ]
        told = ", ".join(words)
        if readout.too_unsure(self._session):
            return self.tr("Model guesses: {}. Too unsure to colour").format(told)
        if from_hounsfield(self._session):
            return self.tr("Hounsfield units say: {}").format(told)
        colouring = self._session.colouring
        if colouring is not None and colouring.corrections:
            return self.tr("After feedback: {}").format(told)
        return self.tr("Model reads: {}").format(told)

    def _tell_window(self) -> None:
        radiograph, voi = self._session.radiograph, self._session.voi
        text = window_text(radiograph, voi) if radiograph is not None and voi is not None else ""
        if text and self._session.inverted:
            text = self.tr("{}, inverted").format(text)
        self._window.setText(text)
        self._cells[1].setVisible(bool(text))

    def _tell_zoom(self) -> None:
        zoom = self._session.zoom
        self._zoom.setText("" if zoom is None else tokens.percent(zoom))
        self._keep_width(self._zoom)
        self._cells[2].setVisible(zoom is not None)

    def _tell_search(self) -> None:
        search = self._session.search
        running = search is not None and search.running
        if search is not None and running:
            counts = tokens.thousands(search.read), tokens.thousands(search.total)
            self._search.setText(self.tr("Reading {} of {}").format(*counts))
        self._search.setVisible(running)

    def _forget_width(self) -> None:
        self._reads.setMinimumWidth(0)

    @staticmethod
    def _keep_width(cell: QLabel) -> None:
        cell.setMinimumWidth(max(cell.minimumWidth(), cell.sizeHint().width()) if cell.text() else 0)


def stored_value(radiograph: Radiograph, cursor: tuple[float, float]) -> str:
    """The value in the file at (row, column), as a person writes it; empty where the file holds no number."""
    rows, columns = radiograph.shape
    row_, column = (min(max(int(at), 0), size - 1) for at, size in zip(cursor, (rows, columns), strict=True))
    value = radiograph.stored[row_, column].item()
    if isinstance(value, int):
        return tokens.thousands(value)
    return "" if math.isnan(value) else numbers(f"{value:.4g}")


def window_text(radiograph: Radiograph, voi: Window | LookupTable) -> str:
    """W and L, and which of the file's own it is when there are several."""
    from xraycolor_gui.core.presentation import describe

    return ", ".join(spoken(part) for part in describe(voi, radiograph).split(", "))
