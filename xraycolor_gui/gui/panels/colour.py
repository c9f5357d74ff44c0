"""The Colour dock: which model, which palette, and what their colours mean."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.certifying import Certifying
from xraycolor_gui.gui.controls import Chooser
from xraycolor_gui.gui.panels.certificate import CertificateSummary
from xraycolor_gui.gui.panels.how_sure import HowSure
from xraycolor_gui.gui.panels.legend import Legend
from xraycolor_gui.gui.panels.model_chooser import ModelChooser
from xraycolor_gui.gui.panels.stays_grey import StaysGreyPanel
from xraycolor_gui.gui.parts import line
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.words import as_tooltip

_PADDING = 12
_PADDING_RAIL = 4
#: Entries of the palette chooser that are no palettes.
_EDIT, _LOAD = " edit", " load"


class ColourDock(QWidget):
    """Choosers, legend, gauge, certificate in short. `set_rail` makes it a strip of ramps and percents."""

    paletteFileWanted = Signal()
    paletteEditorWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("surface", "dock")
        self.model = ModelChooser(session)
        self.palette_chooser = Chooser()
        self.palette_chooser.setAccessibleName(self.tr("Palette"))
        self.legend = Legend(session)
        self.how_sure = HowSure(session)
        self.stays_grey = StaysGreyPanel(session)
        self.certifying = Certifying(session, self)
        self.certificate = CertificateSummary(session, self.certifying)
        self._choosers, self._legend_part = QWidget(), QWidget()
        self._lines = tuple(line() for _ in range(3))
        self._added: list[QWidget] = []
        self._lay_out()
        self._rail = False
        self._take_palettes()
        session.paletteChanged.connect(self._take_palettes)
        session.colorizationChanged.connect(self._follow)
        self.palette_chooser.activated.connect(self._choose_palette)
        self.set_rail(False)

    def add_part(self, part: QWidget) -> None:
        """A part of its own below the certificate; not in the rail."""
        self._added.append(part)
        self._rows.insertWidget(self._rows.count() - 1, part)
        self.set_rail(self._rail)

    @property
    def rail(self) -> bool:
        return self._rail

    def set_rail(self, rail: bool) -> None:
        """Narrow (COLOUR_RAIL) or full form; both are the same widgets, so nothing is lost in between."""
        self._rail = rail
        self._choosers.setVisible(not rail)
        for part in (self._lines[0], self._lines[2], self.certificate, *self._added):
            part.setVisible(not rail)
        self.legend.set_rail(rail)
        side = _PADDING_RAIL if rail else _PADDING - _PADDING_RAIL
        self._legend_room.setContentsMargins(side, _PADDING, side, _PADDING)
        self.certifying.set_wanted(not rail)
        self._follow()
        self.setMinimumWidth(tokens.COLOUR_RAIL if rail else tokens.COLOUR_DOCK_MIN)

    @Slot()
    def _follow(self) -> None:
        """Legend and gauge while there may be colour, the reason where there is none."""
        grey = self._session.stays_grey
        self._legend_part.setVisible(not grey)
        for part in (self._lines[1], self.how_sure):
            part.setVisible(not grey and not self._rail)
        self.stays_grey.setVisible(grey and not self._rail)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._choosers)
        grid.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        grid.setHorizontalSpacing(_PADDING)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (text, chooser) in enumerate(
            ((self.tr("&Model"), self.model), (self.tr("&Palette"), self.palette_chooser))
        ):
            named = QLabel(text)
            named.setProperty("tone", "2")
            named.setMinimumHeight(tokens.ROW)
            named.setBuddy(chooser.box if isinstance(chooser, ModelChooser) else chooser)
            grid.addWidget(named, row, 0, alignment=Qt.AlignmentFlag.AlignTop)
            grid.addWidget(chooser, row, 1)
        self._legend_room = QVBoxLayout(self._legend_part)
        self._legend_room.addWidget(self.legend)
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._choosers)
        layout.addWidget(self._lines[0])
        layout.addWidget(self._legend_part)
        layout.addWidget(self._lines[1])
        layout.addWidget(self.how_sure)
        layout.addWidget(self.stays_grey)
        layout.addWidget(self._lines[2])
        layout.addWidget(self.certificate)
        layout.addStretch(1)

    @Slot()
    def _take_palettes(self) -> None:
        with QSignalBlocker(self.palette_chooser):
            self.palette_chooser.clear()
            for index, palette in enumerate(self._session.palettes):
                self.palette_chooser.addItem(readout.palette_title(palette), palette.name)
                description = as_tooltip(readout.palette_description(palette))
                self.palette_chooser.setItemData(index, description, Qt.ItemDataRole.ToolTipRole)
            self.palette_chooser.insertSeparator(self.palette_chooser.count())
            self.palette_chooser.addItem(self.tr("Edit…"), _EDIT)
            self.palette_chooser.addItem(self.tr("Load from file…"), _LOAD)
            # One that is being edited is not in the list yet.
            self.palette_chooser.setPlaceholderText(readout.palette_title(self._session.palette))
            self.palette_chooser.setCurrentIndex(self.palette_chooser.findData(self._session.palette.name))
        self.palette_chooser.setToolTip(as_tooltip(readout.palette_description(self._session.palette)))

    @Slot(int)
    def _choose_palette(self, index: int) -> None:
        name = self.palette_chooser.itemData(index)
        if name not in (_EDIT, _LOAD):
            self._session.set_palette(name)
            return
        self._take_palettes()
        (self.paletteEditorWanted if name == _EDIT else self.paletteFileWanted).emit()
