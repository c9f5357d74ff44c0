"""What the palette in the making is good for: the tissues with their distances, and the verdicts of the audit."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from xraycolor_gui.core import color
from xraycolor_gui.core.colour_vision import Vision, seen
from xraycolor_gui.core.finding import Finding, Outcome
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.palette_audit import (
    DARKEST,
    GAMUT_LIGHTNESS,
    LEAST_KEPT,
    LIGHTEST,
    PaletteAudit,
    limit_of_pair,
)
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.panels.legend import RAMP, SWATCH
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.words import as_tooltip, decimal

_ROW = 22
_NAME_WIDTH, _VISION_WIDTH, _GAMUT_WIDTH = 128, 54, 52
_HEAD_PADDING = 8
_DASH = "–"
#: Role of an item's data that tells which ramp it has.
_DRAWN = Qt.ItemDataRole.UserRole + 1
_CAUTION = QSize(tokens.ICON_SMALL_PX, tokens.ICON_SMALL_PX)
_OUTCOME_ICONS = {Outcome.HOLDS: "done", Outcome.FAILS: "caution", Outcome.NOT_APPLICABLE: "notice"}


class _Rows(QTreeWidget):
    """Rows without branches, all of them in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("table", True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def items(self) -> list[QTreeWidgetItem]:
        """The rows from top to bottom."""
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def fit(self, rows: int, most: int) -> None:
        """Be as high as so many rows, or `most` of them."""
        header = 0 if self.isHeaderHidden() else self.header().sizeHint().height()
        self.setFixedHeight(header + _ROW * min(rows, most) + 4)


class AuditTable(_Rows):
    """One row a tissue: its colour, how far it looks from the chosen one, what darkness and light leave of it."""

    tissueChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vision = Vision.NORMAL
        self.setIconSize(SWATCH)
        self.setAccessibleName(self.tr("Tissues"))
        self.setAccessibleDescription(self.tr("Up and Down choose the tissue whose colour is edited."))
        heads = (
            self.tr("Tissue"),
            *(vision_word(vision).replace("-", "-\n") for vision in Vision),
            self.tr("Dark"),
            self.tr("Light"),
        )
        self.setHeaderLabels(list(heads))
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(heads)):
            head = max(map(self.fontMetrics().horizontalAdvance, heads[column].split("\n"))) + _HEAD_PADDING
            header.resizeSection(column, max(head, _VISION_WIDTH if column <= len(Vision) else _GAMUT_WIDTH))
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.setMinimumWidth(_NAME_WIDTH + sum(header.sectionSize(column) for column in range(1, len(heads))))
        self.currentItemChanged.connect(self._choose)

    def set_vision(self, vision: Vision) -> None:
        """Show the colours as a reader with this colour vision sees them; told at the next `tell`."""
        self._vision = vision

    def text_at(self, tissue: str, column: int) -> str:
        """What the cell says, for readers that do not see its icon as well."""
        for item in self.items():
            if item.data(0, Qt.ItemDataRole.UserRole) == tissue:
                return str(item.data(column, Qt.ItemDataRole.AccessibleTextRole) or item.text(column))
        raise KeyError(tissue)

    def tell(self, palette: Palette, tissues: tuple[str, ...], chosen: str, audit: PaletteAudit) -> None:
        """Show all of these tissues, compared with the chosen one."""
        with QSignalBlocker(self):
            while self.topLevelItemCount() > len(tissues):
                self.takeTopLevelItem(0)
            while self.topLevelItemCount() < len(tissues):
                self.addTopLevelItem(QTreeWidgetItem())
            self.fit(len(tissues), 10)
            for item, tissue in zip(self.items(), tissues, strict=True):
                item.setData(0, Qt.ItemDataRole.UserRole, tissue)
                self._tell_colour(item, palette, tissue)
                self._tell_distances(item, tissue, chosen, audit)
                self._tell_gamut(item, palette, tissue, audit)
            at = self.indexFromItem(self.items()[tissues.index(chosen)])
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(at, select)

    def _tell_colour(self, item: QTreeWidgetItem, palette: Palette, tissue: str) -> None:
        swatch = palette.tissues.get(tissue)
        words = readout.tissue_label(palette, tissue) if swatch is not None else tissue.replace("-", " ").capitalize()
        item.setText(0, words.partition(",")[0])
        item.setToolTip(0, as_tooltip(words if swatch is not None else self.tr("{}: stays grey").format(words)))
        a, b = (swatch.a, swatch.b) if swatch is not None else (0.0, 0.0)
        drawn = a, b, self._vision.value, self.devicePixelRatioF()
        # Drawing all of them anew would take a third of a drag's time.
        if item.data(0, _DRAWN) != drawn:
            item.setData(0, _DRAWN, drawn)
            item.setIcon(0, untinted(seen_ramp(a, b, SWATCH, self.devicePixelRatioF(), self._vision)))

    def _tell_distances(self, item: QTreeWidgetItem, tissue: str, chosen: str, audit: PaletteAudit) -> None:
        for column, vision in enumerate(Vision, 1):
            if tissue == chosen or tissue not in audit.tissues or chosen not in audit.tissues:
                self._tell_cell(item, column, _DASH, True, "")
                continue
            at = audit.tissues.index(tissue), audit.tissues.index(chosen)
            distance, limit = float(audit.distances[vision][at]), limit_of_pair(tissue, chosen, vision)
            holds = limit is None or distance >= limit
            meaning = self.tr("no limit") if limit is None else self.tr("apart") if holds else self.tr("too close")
            least = "" if limit is None else self.tr(", at least {}").format(decimal(limit, 0))
            self._tell_cell(item, column, decimal(distance, 1), holds, f"{vision_word(vision)}: {meaning}{least}")

    def _tell_gamut(self, item: QTreeWidgetItem, palette: Palette, tissue: str, audit: PaletteAudit) -> None:
        swatch = palette.tissues.get(tissue)
        chroma = math.hypot(swatch.a, swatch.b) if swatch is not None else 0.0
        for column, lightness in ((5, DARKEST), (6, LIGHTEST)):
            if not chroma:
                self._tell_cell(item, column, _DASH, True, "")
                continue
            kept = audit.reached[tissue][GAMUT_LIGHTNESS.index(lightness)] / chroma
            words = self.tr("of the colour is left at L* {:g}, at least {}").format(
                lightness, tokens.percent(LEAST_KEPT)
            )
            self._tell_cell(item, column, tokens.percent(kept), kept >= LEAST_KEPT, words)

    def _tell_cell(self, item: QTreeWidgetItem, column: int, number: str, holds: bool, words: str) -> None:
        item.setText(column, number)
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setIcon(column, QIcon() if holds else untinted(icon("caution").pixmap(_CAUTION, self.devicePixelRatioF())))
        item.setToolTip(column, as_tooltip(words) if words else "")
        item.setData(column, Qt.ItemDataRole.AccessibleTextRole, f"{number}, {words}" if words else number)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.tissueChosen.emit(item.data(0, Qt.ItemDataRole.UserRole))


class FindingRows(_Rows):
    """The audit's verdicts, by shape and word; the sentence of the chosen one is told by `sentence`."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setColumnCount(3)
        self.setIconSize(QSize(tokens.ICON_PX, tokens.ICON_PX))
        self.setAccessibleName(self.tr("Audit of the palette"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._findings: tuple[Finding, ...] = ()
        self.currentItemChanged.connect(lambda *_: self.told.emit(self.sentence))

    @property
    def sentence(self) -> str:
        """Of the row the reader chose; without one, of the first that does not hold."""
        chosen = self.currentItem()
        if chosen is not None:
            return spoken(self._findings[self.indexOfTopLevelItem(chosen)].sentence)
        missed = [finding for finding in self._findings if finding.outcome is Outcome.FAILS]
        return spoken(missed[0].sentence) if missed else self.tr("All limits are met.")

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """Show these."""
        if len(findings) != self.topLevelItemCount():
            self.clear()
            self.addTopLevelItems([QTreeWidgetItem() for _ in findings])
            self.fit(len(findings), len(findings))
        self._findings = findings
        for item, finding in zip(self.items(), findings, strict=True):
            item.setIcon(0, icon(_OUTCOME_ICONS[finding.outcome]))
            item.setText(0, self._claim(finding))
            item.setText(1, self._outcome(finding.outcome))
            item.setText(2, spoken(finding.number))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column in range(3):
                item.setToolTip(column, as_tooltip(finding.line()))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, finding.line())
        self.told.emit(self.sentence)

    def _claim(self, finding: Finding) -> str:
        return {
            "apart-3": self.tr("Lung, heart, bone apart for everyone"),
            "apart-4": self.tr("… soft tissue as well"),
            "apart-5": self.tr("… fat as well"),
            "normal": self.tr("All apart in normal vision"),
            "gamut": self.tr("Dark and light places keep colour"),
            "accent": self.tr("None looks like the violet of marks"),
            "complete": self.tr("Every tissue has a colour"),
        }.get(finding.key, spoken(finding.claim))

    def _outcome(self, outcome: Outcome) -> str:
        return {
            Outcome.HOLDS: self.tr("holds"),
            Outcome.FAILS: self.tr("does not hold"),
            Outcome.NOT_APPLICABLE: self.tr("not applicable"),
        }[outcome]


def vision_word(vision: Vision) -> str:
    """The reader's colour vision in a word."""
    translate = QCoreApplication.translate
    return {
        Vision.NORMAL: translate("Vision", "Normal"),
        Vision.PROTAN: translate("Vision", "Red-blind"),
        Vision.DEUTAN: translate("Vision", "Green-blind"),
        Vision.TRITAN: translate("Vision", "Blue-blind"),
    }[vision]


def untinted(pixmap: QPixmap) -> QIcon:
    """An icon that the accent of a selected row leaves as it is."""
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made


def seen_ramp(a: float, b: float, size: QSize, ratio: float, vision: Vision) -> QPixmap:
    """The tissue's colour from dark to light as in the legend, as a reader with this vision sees it."""
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    rgb = color.ab_to_rgb(np.linspace(*RAMP, width, dtype=np.float32), a, b)
    if vision is not Vision.NORMAL:
        rgb = np.rint(255 * seen(rgb / 255, vision)).astype(np.uint8)
    rows = np.ascontiguousarray(np.broadcast_to(rgb, (height, width, 3)))
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(image.copy())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
