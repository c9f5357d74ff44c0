"""What was measured on the film, listed in the colour dock: value, source, details, copy, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from xraycolor_gui.core.measurements import Measure, Measurement, outlined
from xraycolor_gui.core.region_statistics import mean_shares
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.measuring.words import source_note
from xraycolor_gui.gui.panels.drawn_list import DrawnList
from xraycolor_gui.gui.parts import button, label, line, row, wrapped

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

_PADDING = 12
#: Rows that are seen without scrolling.
_MOST_ROWS = 5
_ROW = 24
#: Kinds whose values are lengths or have lengths in them.
_WITH_LENGTHS = (Measure.LENGTH, Measure.HEART_CHEST, Measure.RECTANGLE, Measure.ELLIPSE, Measure.CALIBRATION)


class MeasurementsPanel(QWidget):
    """There while there are measurements. Follows the film that the hand is at."""

    chosenChanged = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = True
        self._any = False
        words = self.tr("Measurements")
        self.list = DrawnList(session, lambda: self._layer, words, wide=2, most=_MOST_ROWS, row=_ROW)
        self.table = self.list.table
        self.copy = button(self.tr("Copy"), self.copy_values, link=True)
        self.copy.setAccessibleName(self.tr("Copy the values"))
        self.delete = button(self.tr("Delete"), self.list.delete, link=True)
        self.delete.setAccessibleName(self.tr("Delete the chosen measurement"))
        self._details = QWidget()
        self._grid = QGridLayout(self._details)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_PADDING)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.note = wrapped(tone=2, caption=True)
        self.unkept = wrapped(caption=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(line())
        layout = QVBoxLayout()
        outer.addLayout(layout)
        layout.setContentsMargins(_PADDING, 8, _PADDING, _PADDING)
        layout.setSpacing(8)
        title = label(self.tr("Measurements"), strong=True)
        layout.addLayout(row(title, None, self.copy, self.delete, spacing=12))
        for part in (self.table, self._details, self.note, self.unkept):
            layout.addWidget(part)
        self.list.changed.connect(self._list)
        self.list.chosenChanged.connect(self._follow_choice)
        session.measured.keptChanged.connect(self._tell_kept)
        for signal in (session.colorizationChanged, session.paletteChanged):
            signal.connect(self._tell_chosen)
        self._list()

    @property
    def _layer(self) -> MeasurementLayer | None:
        """The film beside the current one has measurements of its own."""
        return self._session.measured.layers.get(self._session.at_hand)

    def setVisible(self, visible: bool) -> None:
        """Shown where it is wanted and there is something to list."""
        self._wanted = visible
        super().setVisible(visible and self._any)

    @Slot()
    def copy_values(self) -> None:
        """The chosen measurement as text, or all of them; a line each, columns parted by tabs."""
        if self._layer is None:
            return
        chosen = self._find(self._layer.chosen)
        told = [chosen] if chosen is not None else list(self._layer.measurements)
        QGuiApplication.clipboard().setText("\n".join(self._layer.tell(each).as_text() for each in told))

    def _find(self, which: str) -> Measurement | None:
        every = self._layer.measurements if self._layer is not None else ()
        return next((each for each in every if each.id == which), None)

    @Slot()
    def _list(self) -> None:
        layer = self._layer
        told = [(each.id, layer.tell(each)) for each in layer.measurements] if layer is not None else []
        rows = [(which, str(number), words.what, words.in_short) for number, (which, words) in enumerate(told, start=1)]
        self._any = bool(rows)
        self.list.show(rows)
        self._tell_kept()
        self.setVisible(self._wanted)

    @Slot()
    def _follow_choice(self) -> None:
        self.delete.setEnabled(self.list.at is not None)
        self._tell_chosen()
        self.chosenChanged.emit()

    @Slot()
    def _tell_chosen(self) -> None:
        """Details of the chosen measurement, and what its source means."""
        while (gone := self._grid.takeAt(0)) is not None:
            if (widget := gone.widget()) is not None:
                widget.deleteLater()
        chosen = self._find(self._layer.chosen) if self._layer is not None else None
        pairs: list[tuple[str, str]] = []
        if chosen is not None and self._layer is not None:
            pairs = [*self._layer.tell(chosen).details, *self._tissues(chosen)]
        for at, (what, value) in enumerate(pairs):
            self._grid.addWidget(label(what, 2, caption=True), at, 0)
            told = label(value, caption=True)
            told.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(told, at, 1)
        self._details.setVisible(bool(pairs))
        scale = self._layer.scale if self._layer is not None else None
        every = self._layer.measurements if self._layer is not None else ()
        with_lengths = any(each.kind in _WITH_LENGTHS for each in ((chosen,) if chosen is not None else every))
        self.note.setText(source_note(scale.source) if scale is not None and with_lengths else "")
        self.note.setVisible(bool(self.note.text()))

    def _tissues(self, chosen: Measurement) -> list[tuple[str, str]]:
        """Mean shares of the colour inside an outline, the largest first."""
        session = self._session.at_hand
        colorization, radiograph = session.colorization, session.radiograph
        if chosen.kind not in (Measure.RECTANGLE, Measure.ELLIPSE) or colorization is None or radiograph is None:
            return []
        shares = session.palette.shares(colorization.composition, colorization.tissues)
        mean = mean_shares(shares, outlined(chosen), radiograph.shape)
        if mean is None:
            return []
        named = sorted(zip(colorization.tissues, mean.tolist(), strict=True), key=lambda pair: -pair[1])
        return [
            (self.tr("Model reads"), ""),
            *(
                (readout.tissue_label(session.palette, tissue), tokens.percent(share))
                for tissue, share in named
                if share >= 0.005
            ),
        ]

    @Slot()
    def _tell_kept(self) -> None:
        measured = self._session.measured
        failed = not measured.kept and bool(measured.failure)
        self.unkept.setText(self.tr("Not saved: {}").format(measured.failure) if failed else "")
        self.unkept.setVisible(failed)
