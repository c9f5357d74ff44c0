"""Taking measurements away: as a table, or as a structured report of the film's own study."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.core.measurements import Measurement
from xraycolor_gui.core.radiograph import Radiograph, Spacing
from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.choosers import save_as
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings

TABLE, REPORT = ".csv", ".dcm"


class MeasurementsExport(QObject):
    """Connects itself to actions; the film is the one at hand."""

    def __init__(self, session: Session, actions: Actions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        measured = Need(lambda: bool(self._measured()), self.tr("nothing is measured"))
        self.ask_action = actions.make(
            "measure.export",
            self.tr("Export &measurements…"),
            "Ctrl+Shift+E",
            self.ask,
            menu="file.out",
            needs=[actions.needs.film, measured],
        )

    def ask(self) -> QFileDialog:
        """Ask where to, and as what."""
        kinds = {TABLE: self.tr("Table for spreadsheets"), REPORT: self.tr("DICOM structured report")}
        title, name = self.tr("Export measurements"), self.tr("measurements")
        return save_as(self._window, title, name, self.write, self._settings, kinds=kinds)

    def write(self, target: Path) -> None:
        """Write all that is measured on the film at hand: a table where the name ends so, else a report."""
        session = self._session.at_hand
        radiograph, measured = session.radiograph, self._measured()
        if radiograph is None or not measured:
            return
        spacing, reader = self._session.measured.spacing(radiograph), self._session.feedback.reader
        session.tasks.start(
            f"export measurements to {target}",
            lambda _: _write(target, radiograph, spacing, measured, reader),
            lambda _: self._session.noticeRaised.emit(
                Notice(Severity.DONE, self.tr("Measurements exported"), target.name, folder_of=target)
            ),
            failed=lambda error: self._fail(error, target),
        )

    def _measured(self) -> tuple[Measurement, ...]:
        layer = self._session.measured.layers.get(self._session.at_hand)
        return layer.measurements if layer is not None else ()

    def _fail(self, error: Exception, target: Path) -> None:
        told = as_told(error, target)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def _write(
    target: Path, radiograph: Radiograph, spacing: Spacing, measured: Sequence[Measurement], reader: str
) -> None:
    """In a worker."""
    if target.suffix.lower() == TABLE:
        from xraycolor_gui.io.measurement_table import write_measurement_table

        write_measurement_table(target, radiograph, spacing, measured)
        return
    from xraycolor_gui.io.dicom_objects.measurement_report import write_measurement_report

    source = radiograph.source
    write_measurement_report(target, source.path, source.frame, spacing=spacing, measured=measured, reader=reader)
