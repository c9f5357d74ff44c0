"""Printing the film as it is shown, on paper or into a PDF: what is on the page, how large, and a preview of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QGridLayout, QHBoxLayout, QWidget

from xraycolor_gui.gui.choosers import save_as
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.parts import button, label, row, segment, surface, wrapped
from xraycolor_gui.gui.printed_film import Choice, Pictures, PrintedFilm
from xraycolor_gui.gui.printed_page import PER_MM, Page, Printed, at_resolution, is_cut, paint_page
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings

DPI = 300
_PREVIEW = 420


class PrintDialog(QDialog):
    """Not modal. It prints what was shown when it was opened; whose film it is only where the reader wants it."""

    def __init__(self, films: Sequence[PrintedFilm], session: Session, settings: Settings, parent: QWidget) -> None:
        """films: the one at hand first, then the one beside it, if there is one."""
        super().__init__(parent)
        self._films, self._session, self._settings = tuple(films), session, settings
        self._pictures: tuple[Pictures, ...] = ()
        self._small: tuple[Pictures, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print"))
        surface(self, "dock")
        self.what = self._segments((self.tr("Grey"), self.tr("Colour"), self.tr("Both")))
        self.size_ = self._segments((self.tr("Fit to the page"), self.tr("True size")))
        self.size_.button(1).setEnabled(any(film.has_scale for film in films))
        letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self.paper = self._segments((self.tr("A4"), self.tr("Letter")), 1 if letter else 0)
        self.measurements = QCheckBox(self.tr("Measurements"))
        self.measurements.setChecked(any(film.drawings for film in films))
        self.measurements.setEnabled(self.measurements.isChecked())
        self.identity = QCheckBox(self.tr("Whose film it is"))
        self.beside = QCheckBox(self.tr("The film beside it, on a page of its own"))
        self.beside.setVisible(len(films) > 1)
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
        for box in (self.measurements, self.identity, self.beside):
            box.toggled.connect(self._follow)
        has_colour = any(film.has_colour for film in films)
        self.what.button(2 if has_colour else 0).setChecked(True)
        for at in (1, 2):
            self.what.button(at).setEnabled(has_colour)
        session.tasks.start(
            "print",
            lambda _: [(made := film.pictures(), made.smaller(2 * _PREVIEW)) for film in films],
            self._take,
            failed=self._failed,
        )
        self._follow()

    def done(self, result: int) -> None:
        """However it is closed: nothing is drawn for it any longer."""
        self._session.tasks.cancel("print")
        super().done(result)

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is printed now; none before the pictures are drawn."""
        made = [film.filled(each, self._choice) for film, each in zip(self._films, self._pictures, strict=False)]
        return tuple(made if self.beside.isChecked() else made[:1])

    @property
    def _choice(self) -> Choice:
        return Choice(
            tuple(Printed)[self.what.checkedId()],
            self.size_.checkedId() == 1,
            self.measurements.isChecked(),
            self.identity.isChecked(),
        )

    @property
    def layout_(self) -> QPageLayout:
        """Paper without margins of its own, lying so that the first film is larger."""
        size = QPageSize(QPageSize.PageSizeId.Letter if self.paper.checkedId() == 1 else QPageSize.PageSizeId.A4)
        page = self._films[0].page
        across, down = page.turn.size(page.shape[1], page.shape[0] * page.aspect)
        wide = across * (2 if self.what.checkedId() == 2 else 1) > down
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        return QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Millimeter)

    def write_pdf(self, path: Path) -> None:
        """Write the pages into a PDF, whole or not at all, while the window goes on; the answer is a notice."""
        pages, layout, font, session = self.pages, self.layout_, _on_paper(self.font()), self._session
        sources = tuple(film.shown.radiograph.source.path for film in self._films)
        saved = Notice(Severity.DONE, self.tr("Saved as PDF"), path.name, folder_of=path)
        title = self.tr("Radiograph")
        if pages:
            # The dialog may be gone when the answer comes.
            session.tasks.start(
                f"print to {path}",
                lambda _: _write(path, _pdf(pages, layout, font, title), sources),
                lambda _: session.noticeRaised.emit(saved),
                failed=lambda error: _tell_failure(session, error, path),
            )

    # Making

    def _segments(self, words: tuple[str, ...], chosen: int = 0) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, each in enumerate(words):
            choice = segment(each)
            choice.setChecked(number == chosen)
            group.addButton(choice, number)
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
        grid.addWidget(self.beside, 6, 1)
        grid.setColumnMinimumWidth(1, 300)
        grid.setRowStretch(7, 1)
        grid.addLayout(row(None, self.save, self.print), 8, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(32)
        outer.addWidget(self.preview)
        outer.addLayout(grid, 1)

    def _take(self, made: list[tuple[Pictures, Pictures]]) -> None:
        """Whole, and smaller for the preview, which follows every choice."""
        self._pictures, self._small = tuple(whole for whole, _ in made), tuple(small for _, small in made)
        self._follow()

    def _failed(self, error: Exception) -> None:
        _tell_failure(self._session, error, None)

    @Slot()
    def _follow(self) -> None:
        pages = self.pages
        for each in (self.save, self.print):
            each.setEnabled(bool(pages))
        if not pages:
            self.preview.setText(self.tr("Drawing"))
            return
        paper = paper_of(self.layout_)
        cut = any(page.true_size and is_cut(page, paper) for page in pages)
        self.cut.setText(self.tr("The film is larger than the paper: its middle is printed.") if cut else "")
        self.cut.setVisible(cut)
        self.preview.setPixmap(self._previewed(self._films[0].filled(self._small[0], self._choice), paper))

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

    # Out

    def _ask_pdf(self) -> None:
        kinds = {".pdf": self.tr("PDF")}
        save_as(self, self.tr("Save as PDF"), self.tr("film"), self.write_pdf, self._settings, kinds=kinds)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        pages = self.pages
        if not pages:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(self.layout_)
        printer.setDocName(self.tr("Radiograph"))
        font, session = _on_paper(self.font()), self._session

        def send() -> None:
            layout = printer.pageLayout()
            session.tasks.start(
                "send to the printer",
                lambda _: _reduced(pages, layout, printer.resolution()),
                lambda reduced: _paint(printer, reduced, layout, font),
                failed=lambda error: _tell_failure(session, error, None),
            )

        dialog = QPrintDialog(printer, self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(send)
        QDialog.open(dialog)


def paper_of(layout: QPageLayout) -> QSizeF:
    """The paper in CSS pixels."""
    return layout.fullRect(QPageLayout.Unit.Millimeter).size() * PER_MM


def _on_paper(font: QFont) -> QFont:
    """The window's font, hinted for no screen."""
    made = QFont(font)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _reduced(pages: Sequence[Page], layout: QPageLayout, dots_per_inch: float) -> tuple[Page, ...]:
    """In a worker."""
    return tuple(at_resolution(page, paper_of(layout), min(dots_per_inch, DPI)) for page in pages)


def _paint(device: QPagedPaintDevice, pages: Sequence[Page], layout: QPageLayout, font: QFont) -> None:
    painter = QPainter(device)
    painter.scale(device.logicalDpiX() / 96, device.logicalDpiY() / 96)
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        paint_page(painter, paper_of(layout), page, font)
    painter.end()


def _pdf(pages: Sequence[Page], layout: QPageLayout, font: QFont, title: str) -> bytes:
    """In a worker: packing the pictures takes seconds."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setResolution(DPI)
    writer.setCreator("XrayColor")
    writer.setTitle(title)
    _paint(writer, _reduced(pages, layout, DPI), layout, font)
    return bytes(buffer.data().data())


def _tell_failure(session: Session, error: Exception, path: Path | None) -> None:
    told = as_told(error, path)
    session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def _write(path: Path, data: bytes, sources: Sequence[Path]) -> None:
    """In a worker."""
    from xraycolor_gui.io.writing import writing

    with writing(path, sources, overwrite=True) as file:
        file.write(data)
