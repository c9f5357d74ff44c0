"""Take the film away as it is shown: what will be written, as what, and where to. Stays open beside the work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.core.annotation import Annotation
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.drawn_over import drawn_over, scaled
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.opinion import reason_told
from xraycolor_gui.gui.parts import button, label, line, row, segment, sign, surface, wrapped
from xraycolor_gui.gui.readout import palette_title, tissue_label
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.shown import Shown, drawn, shown_now
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.tasks import Report
from xraycolor_gui.gui.words import decimal, strength_text

if TYPE_CHECKING:
    from xraycolor_gui.io.export import Format

PREVIEW = 400
FORMATS = ("png", "dicom")


class ExportDialog(QDialog):
    """Preview by the real renderer at its left, choices at its right."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        shown = shown_now(session)
        assert shown is not None
        self._session = session
        self._settings = settings
        self._shown = shown
        self.setWindowTitle(self.tr("Export {}").format(shown.radiograph.source.path.stem))
        surface(self, "dock")
        self.formats = QButtonGroup(self)
        self._explained = wrapped(tone=2, caption=True)
        self.folder = QLineEdit(settings.export_folder() or str(Path.home()))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.new_study = QCheckBox(self.tr("Make a new study for it"))
        self.new_study.toggled.connect(self._allow)
        self._annotations = drawn_over(session)
        count = len(self._annotations)
        self.annotate = QCheckBox(self.tr("Draw regions and measurements over it ({})").format(count))
        if not count:
            self.annotate.hide()
        self.annotate.toggled.connect(self._show_preview)
        self.choose = button(self.tr("Choose…"), self._choose_folder, "open")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(self.tr("Writing"))
        self._state = label(tone=2)
        self.folder.textEdited.connect(self._state.clear)
        self.cancel = button(self.tr("Close"), self.reject)
        self.write = button(self.tr("Write file"), self._write, "export", primary=True)
        self.write.setDefault(True)
        self._lay_out()
        self.formats.idToggled.connect(self._explain)
        self._set_writing(False)
        self._set_format(settings.choice("export format") or FORMATS[0])

    @property
    def format(self) -> str:
        return FORMATS[self.formats.checkedId()]

    def done(self, result: int) -> None:
        """However it is closed: the writing stops, and what was begun leaves nothing behind."""
        self._session.tasks.cancel("export")
        super().done(result)

    # Making

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(24, 16, 24, 24)
        middle.setSpacing(32)
        middle.addLayout(self._left())
        middle.addLayout(self._right(), 1)
        foot = row(self.bar, self._state, None, self.cancel, self.write)
        foot.setContentsMargins(24, 12, 24, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle)
        layout.addWidget(line())
        layout.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        shown = self._shown
        self._picture = picture = label()
        picture.setFixedSize(PREVIEW, PREVIEW)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setObjectName("preview")
        picture.setAccessibleName(self.tr("Preview"))
        self._show_preview()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(row(label(self.tr("Preview"), strong=True), None, label(self.tr("as it will be written"), 3)))
        column.addWidget(picture)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Goes with the file"), strong=True))
        if shown.colouring.at_own_risk:
            column.addLayout(self._risk())
        for words in self._goes_with():
            column.addWidget(wrapped(words, tone=2, caption=True))
        column.addStretch(1)
        return column

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What is drawn over the picture: nothing unless it was asked for."""
        return self._annotations if self.annotate.isChecked() else ()

    def _show_preview(self) -> None:
        drawn_on = preview(self._shown, PREVIEW - 16, self.devicePixelRatioF(), self.annotations)
        self._picture.setPixmap(drawn_on)

    def _goes_with(self) -> tuple[str, ...]:
        from xraycolor_gui.core.presentation import describe

        shown = self._shown
        window = spoken(describe(shown.voi, shown.radiograph))
        window = self.tr("{}, inverted").format(window) if shown.inverted else window
        purpose = self.tr("Research and teaching, not for primary diagnosis.")
        if shown.colouring.shown is None:
            return self.tr("Stays grey, {}.").format(window), reason_told(shown.colouring), purpose
        made = self.tr("{}, palette {}, strength {}, {}.").format(
            self._maker(shown.colouring), palette_title(shown.palette), strength_text(shown.strength), window
        )
        fading = self.tr("Colour fades to grey below {}.").format(decimal(shown.grey_below))
        fades = (fading,) if shown.colouring.shown.confidence is not None and shown.grey_below > 0 else ()
        drawn = (self._drawn(shown),) if shown.hidden or shown.solo is not None else ()
        return made, *fades, *drawn, self.tr("The certificate, measured at full size."), purpose

    def _maker(self, colouring: Colouring) -> str:
        if colouring.kind is ColourSource.HOUNSFIELD:
            return self.tr("From Hounsfield units, no network")
        assert colouring.shown is not None
        model = colouring.shown.model
        return self.tr("Model {}").format(model.title or model.name)

    def _risk(self) -> QVBoxLayout:
        """What is written into every file of a film that should have stayed grey."""
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row(sign("caution"), label(self.tr("Coloured at your own risk"), strong=True), None))
        words = self.tr("The file says so, and why: {}").format(reason_told(self._shown.colouring))
        column.addWidget(wrapped(words, tone=2, caption=True))
        return column

    def _drawn(self, shown: Shown) -> str:
        """Which tissues have colour in it."""
        if shown.solo is not None:
            return self.tr("Only this is coloured: {}.").format(tissue_label(shown.palette, shown.solo))
        labels = [swatch.label for name, swatch in shown.palette.tissues.items() if name in shown.hidden]
        return self.tr("Drawn grey: {}.").format(", ".join(labels))

    def _right(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for place, words in enumerate((self.tr("PNG"), self.tr("DICOM"))):
            choice = segment(words)
            self.formats.addButton(choice, place)
            segments.addWidget(choice, 1)
        rows, columns = self._shown.radiograph.shape
        size = self.tr("As stored: {} × {} pixels").format(tokens.thousands(columns), tokens.thousands(rows))
        top = Qt.AlignmentFlag.AlignTop
        for place, words in enumerate((self.tr("Format"), "", "", self.tr("Size"), "", self.tr("Folder"))):
            grid.addWidget(label(words, 2), place, 0, alignment=top)
        grid.addLayout(segments, 0, 1)
        grid.addWidget(self._explained, 1, 1)
        grid.addWidget(self.new_study, 2, 1)
        grid.addWidget(label(size), 3, 1)
        grid.addWidget(self.annotate, 4, 1)
        grid.addLayout(row(self.folder, self.choose), 5, 1)
        note = self.tr("The file takes the film’s name. The film itself is never written over.")
        grid.addWidget(wrapped(note, tone=3, caption=True), 6, 1)
        grid.setRowStretch(7, 1)
        grid.setColumnMinimumWidth(1, 320)
        self._explained.setMinimumHeight(48)
        return grid

    # Choosing

    def _set_format(self, name: str) -> None:
        self.formats.button(FORMATS.index(name) if name in FORMATS else 0).setChecked(True)
        self._explain()

    def _has_study(self) -> bool:
        return bool(self._shown.radiograph.source.study_uid)

    def _explain(self) -> None:
        if self.format == "png" and self._shown.colouring.shown is None:
            words = self.tr("sRGB picture without patient text. Why it stays grey is in the file.")
        elif self.format == "png":
            words = self.tr("sRGB picture without patient text. Model, palette and strength are in the file.")
        elif self._has_study():
            words = self.tr(
                "Secondary Capture, a new series in the same study, with its patient. The original is kept."
            )
        else:
            words = self.tr("This film belongs to no DICOM study, and an archive files pictures by study.")
        self._explained.setText(words)
        self.new_study.setVisible(self.format == "dicom" and not self._has_study())
        self._allow()

    def _allow(self) -> None:
        """A study is made up only if the reader says so."""
        writing = self._session.tasks.is_running("export")
        self.write.setEnabled(not writing and (self.new_study.isHidden() or self.new_study.isChecked()))

    def _choose_folder(self) -> None:
        choose(
            self,
            self.tr("Export to"),
            QFileDialog.FileMode.Directory,
            lambda names: self.folder.setText(names[0]),
            self._settings,
            start=Path(self.folder.text()),
        )

    # Writing

    def _write(self) -> None:
        from xraycolor_gui.io.export import Format

        chosen, folder = Format(self.format), named_folder(self.folder.text())
        if folder is None:
            self._state.setText(self.tr("Name a folder by its whole path."))
            self.folder.setFocus()
            return
        self._settings.set_export_folder(folder)
        self._settings.set_choice("export format", self.format)
        shown, annotations = self._shown, self.annotations
        new_study = self.new_study.isChecked() and not self.new_study.isHidden()
        self._session.tasks.start(
            "export",
            lambda report: write(shown, chosen, folder, new_study, report, annotations=annotations),
            self._written,
            failed=self._failed,
            progress=lambda fraction: self.bar.setValue(round(100 * fraction)),
        )
        self._set_writing(True)

    def _set_writing(self, writing: bool) -> None:
        self.bar.setVisible(writing)
        self.bar.setValue(0)
        self._state.setText(self.tr("Writing") if writing else "")
        self._allow()
        self.cancel.setText(self.tr("Cancel") if writing else self.tr("Close"))

    def _written(self, path: Path) -> None:
        self._session.noticeRaised.emit(Notice(Severity.DONE, self.tr("Exported"), path.name, folder_of=path))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_writing(False)
        told = as_told(error, self._shown.radiograph.source.path)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def named_folder(text: str) -> Path | None:
    """The folder that is meant, wherever the program was started; None if the text names none."""
    try:
        folder = Path(text).expanduser()
    except RuntimeError:  # the home of somebody who is not there
        return None
    return folder if folder.is_absolute() else None


def write(
    shown: Shown,
    chosen: Format,
    folder: Path,
    new_study: bool,
    report: Report,
    *,
    annotations: tuple[Annotation, ...] = (),
) -> Path:
    """Write what was shown into the folder; runs in a worker."""
    from xraycolor_gui.io.export import export_colouring

    return export_colouring(
        shown.radiograph,
        shown.colouring,
        shown.palette,
        strength=shown.strength,
        voi=shown.voi,
        hidden=shown.hidden,
        solo=shown.solo,
        grey_below=shown.grey_below,
        inverted=shown.inverted,
        annotations=annotations,
        format=chosen,
        folder=folder,
        new_study=new_study,
        report=report,
    )


def preview(shown: Shown, side: int, ratio: float, annotations: tuple[Annotation, ...] = ()) -> QPixmap:
    """The picture as it will be written, drawn by the renderer that writes it, at most `side` logical pixels long."""
    _, rgb = drawn(shown, side * ratio)
    if annotations:
        from xraycolor_gui.io.annotated import draw

        draw(rgb, scaled(annotations, rgb.shape[1] / shown.radiograph.shape[1]))
    size = rgb.shape[:2]
    picture = QImage(rgb.data, size[1], size[0], 3 * size[1], QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(picture.copy())
    if shown.radiograph.pixel_aspect != 1:
        high = QSize(size[1], max(round(size[0] * shown.radiograph.pixel_aspect), 1))
        pixmap = pixmap.scaled(high, mode=Qt.TransformationMode.SmoothTransformation)
    longest = max(pixmap.width(), pixmap.height())
    if longest != round(side * ratio):
        pixmap = pixmap.scaled(
            QSize(round(side * ratio), round(side * ratio)),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
