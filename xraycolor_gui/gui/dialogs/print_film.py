"""Printing the film as it is shown, on paper or into a PDF: what is on the page, how large, and a preview of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QGridLayout, QHBoxLayout, QPushButton, QWidget

from xraycolor_gui.core.radiograph import SpacingSource
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.choosers import save_as
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.opinion import corner_lines
from xraycolor_gui.gui.parts import button, label, row, surface, wrapped
from xraycolor_gui.gui.printed_page import PER_MM, Page, Printed, is_cut, paint_page, with_pictures
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.shown import Shown, drawn, shown_now
from xraycolor_gui.gui.views.corners import window_lines
from xraycolor_gui.gui.views.film_texts import patient_lines
from xraycolor_gui.gui.words import day_text, examination

DPI = 300
_PREVIEW = 420
#: No side of a picture has more pixels: as much as 300 an inch of A3.
_LONGEST = 4961


@dataclass(frozen=True, eq=False, slots=True)
class Pictures:
    """The film in grey and as it is coloured, (rows, columns, 3), as it lies before the reader."""

    grey: NDArray[np.uint8]
    colour: NDArray[np.uint8]


class PrintDialog(QDialog):
    """Not modal. It prints what was shown when it was opened; whose film it is only where the reader wants it."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        shown = shown_now(session, in_grey=True)
        assert shown is not None
        self._session, self._settings, self._shown = session, settings, shown
        self._pictures: Pictures | None = None
        self._page = self._without_pictures(session, shown)
        self._told = window_lines(session), corner_lines(session)
        layer = session.measured.layers.get(session)
        self._drawings = tuple(layer.drawings) if layer is not None else ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print"))
        surface(self, "dock")
        self.what = self._segments((self.tr("Grey"), self.tr("Colour"), self.tr("Both")))
        self.size_ = self._segments((self.tr("Fit to the page"), self.tr("True size")))
        self.size_.button(1).setEnabled(self._page.spacing.source is not SpacingSource.UNKNOWN)
        letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self.paper = self._segments((self.tr("A4"), self.tr("Letter")), 1 if letter else 0)
        self.measurements = QCheckBox(self.tr("Measurements"))
        self.measurements.setChecked(bool(self._drawings))
        self.measurements.setEnabled(bool(self._drawings))
        self.identity = QCheckBox(self.tr("Whose film it is"))
        self.cut = wrapped(tone=2, caption=True)
        self.preview = label()
        self.preview.setFixedSize(_PREVIEW, _PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.save = button(self.tr("Save as PDF…"), self._ask_pdf)
        self.print = button(self.tr("Print…"), self._ask_printer, primary=True)
        self._lay_out()
        for group in (self.what, self.size_, self.paper):
            group.idToggled.connect(self._follow)
        for box in (self.measurements, self.identity):
            box.toggled.connect(self._follow)
        has_colour = shown.colouring.shown is not None
        self.what.button(2 if has_colour else 0).setChecked(True)
        for at in (1, 2):
            self.what.button(at).setEnabled(has_colour)
        self._make_pictures()
        self._follow()

    @property
    def page(self) -> Page | None:
        """What is printed now; None before the pictures are drawn."""
        if self._pictures is None:
            return None
        which = tuple(Printed)[self.what.checkedId()]
        pictures = tuple(with_pictures(which, self._pictures.grey, self._pictures.colour))
        return replace(
            self._page,
            pictures=pictures,
            true_size=self.size_.checkedId() == 1,
            drawings=self._drawings if self.measurements.isChecked() else (),
            head=self._head(),
            foot=self._foot(which),
        )

    @property
    def layout_(self) -> QPageLayout:
        """Paper without margins of its own, lying so that the film is larger."""
        size = QPageSize(QPageSize.PageSizeId.Letter if self.paper.checkedId() == 1 else QPageSize.PageSizeId.A4)
        rows, columns = self._page.shape
        across, down = self._page.turn.size(columns, rows * self._page.aspect)
        wide = across * (2 if self.what.checkedId() == 2 else 1) > down
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        return QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Millimeter)

    def write_pdf(self, path: Path) -> None:
        """Write the page into a PDF, whole or not at all; the answer is a notice."""
        page = self.page
        if page is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageLayout(self.layout_)
        writer.setResolution(DPI)
        writer.setCreator("XrayColor")
        writer.setTitle(self.tr("Radiograph"))
        self._paint(writer, page, self.layout_)
        data = bytes(buffer.data().data())
        source = self._shown.radiograph.source.path
        self._session.tasks.start(
            f"print to {path}",
            lambda _: _write(path, data, source),
            lambda _: self._done(path),
            failed=lambda error: self._failed(error, path),
        )

    def _paint(self, device: QPaintDevice, page: Page, layout: QPageLayout) -> None:
        painter = QPainter(device)
        painter.scale(device.logicalDpiX() / 96, device.logicalDpiY() / 96)
        paint_page(painter, paper_of(layout), page, _on_paper(self.font()))
        painter.end()

    # Making

    def _segments(self, words: tuple[str, ...], chosen: int = 0) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, each in enumerate(words):
            segment = QPushButton(each)
            segment.setCheckable(True)
            segment.setAutoDefault(False)
            segment.setProperty("segment", True)
            segment.setChecked(number == chosen)
            group.addButton(segment, number)
        return group

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        names = self.tr("Pictures"), self.tr("Size"), self.tr("Paper")
        for number, (name, group) in enumerate(zip(names, (self.what, self.size_, self.paper), strict=True)):
            grid.addWidget(label(name, 2), number, 0)
            segments = QHBoxLayout()
            segments.setSpacing(0)
            for each in group.buttons():
                segments.addWidget(each, 1)
            grid.addLayout(segments, number, 1)
        grid.addWidget(self.cut, 3, 1)
        grid.addWidget(self.measurements, 4, 1)
        grid.addWidget(self.identity, 5, 1)
        grid.setColumnMinimumWidth(1, 300)
        grid.setRowStretch(6, 1)
        grid.addLayout(row(None, self.save, self.print), 7, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(32)
        outer.addWidget(self.preview)
        outer.addLayout(grid, 1)

    def _without_pictures(self, session: Session, shown: Shown) -> Page:
        radiograph = shown.radiograph
        return Page(
            (),
            radiograph.shape,
            session.turn,
            radiograph.pixel_aspect,
            session.measured.spacing(radiograph),
            radiograph.orientation,
        )

    def _make_pictures(self) -> None:
        shown, turn = self._shown, self._page.turn

        def take(made: Pictures) -> None:
            self._pictures = made
            self._follow()

        self._session.tasks.start("print", lambda _: _pictures(shown, turn), take, failed=self._failed)

    @Slot()
    def _follow(self) -> None:
        page = self.page
        for each in (self.save, self.print):
            each.setEnabled(page is not None)
        if page is None:
            self.preview.setText(self.tr("Drawing"))
            return
        paper = paper_of(self.layout_)
        cut = page.true_size and is_cut(page, paper)
        self.cut.setText(self.tr("The film is larger than the paper: its middle is printed.") if cut else "")
        self.cut.setVisible(cut)
        self.preview.setPixmap(self._previewed(page, paper))

    def _previewed(self, page: Page, paper: QSizeF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        scale = (_PREVIEW - 2) / max(paper.width(), paper.height())
        pixmap = QPixmap(round(paper.width() * scale * ratio), round(paper.height() * scale * ratio))
        pixmap.fill(QColor("#ffffff"))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.scale(scale, scale)
        paint_page(painter, paper, page, _on_paper(self.font()))
        painter.end()
        return pixmap

    def _head(self) -> tuple[str, ...]:
        radiograph = self._shown.radiograph
        if not self.identity.isChecked():
            return tuple(word for word in (examination(radiograph.labels),) if word)
        return (*patient_lines(radiograph), *(word for word in (day_text(radiograph.labels.study_date),) if word))

    def _foot(self, which: Printed) -> tuple[str, ...]:
        grey, colour = self._told
        lines = grey if which is Printed.GREY else [*grey, *colour]
        return (" · ".join(lines), self.tr("Research and teaching, not for primary diagnosis"))

    # Out

    def _ask_pdf(self) -> None:
        kinds = {".pdf": self.tr("PDF")}
        save_as(self, self.tr("Save as PDF"), self.tr("film"), self.write_pdf, self._settings, kinds=kinds)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        page = self.page
        if page is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(self.layout_)
        printer.setDocName(self.tr("Radiograph"))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._paint(printer, page, printer.pageLayout()))
        QDialog.open(dialog)

    def _done(self, path: Path) -> None:
        self._session.noticeRaised.emit(Notice(Severity.DONE, self.tr("Saved as PDF"), path.name, folder_of=path))

    def _failed(self, error: Exception, path: Path | None = None) -> None:
        told = as_told(error, path)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def paper_of(layout: QPageLayout) -> QSizeF:
    """The paper in CSS pixels."""
    return layout.fullRect(QPageLayout.Unit.Millimeter).size() * PER_MM


def _on_paper(font: QFont) -> QFont:
    """The window's font, hinted for no screen."""
    made = QFont(font)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _pictures(shown: Shown, turn: Turn) -> Pictures:
    """In a worker."""
    grey = drawn(replace(shown, strength=0.0), _LONGEST)[1]
    coloured = shown.colouring.shown is not None
    return Pictures(turn.turned(grey), turn.turned(drawn(shown, _LONGEST)[1] if coloured else grey))


def _write(path: Path, data: bytes, source: Path) -> None:
    """In a worker."""
    from xraycolor_gui.io.writing import writing

    with writing(path, (source,), overwrite=True) as file:
        file.write(data)
