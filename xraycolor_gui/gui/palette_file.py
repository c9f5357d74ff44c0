"""A palette of the reader's own: taken from a file, audited, used, and kept for the next time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.palette_steps import take_saved
from xraycolor_gui.gui.readout import palette_title
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.spoken import spoken

if TYPE_CHECKING:
    from xraycolor_gui.core.palette import Palette
    from xraycolor_gui.core.palette_audit import PaletteAudit

Audited = tuple["Palette", "PaletteAudit"]


class PaletteFile(QObject):
    """Asks for the file, reads and audits it in a worker, and tells what the audit found."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Let the reader choose a file."""
        chooser = choose(
            self._window,
            self.tr("Load a palette"),
            QFileDialog.FileMode.ExistingFile,
            lambda names: self.load(Path(names[0])),
            self._settings,
        )
        chooser.setNameFilter(self.tr("Palettes (*.json)"))

    def load(self, path: Path) -> None:
        """Use the palette in this file, if it is one."""
        self._session.tasks.start(
            "palette",
            lambda _: self._session.steps.add_palette(path),
            self._take,
            failed=lambda error: self._fail(error, path),
        )

    def _take(self, audited: Audited) -> None:
        palette, audit = audited
        take_saved(self._session, palette)
        self._session.noticeRaised.emit(as_notice(palette, audit))

    def _fail(self, error: Exception, path: Path) -> None:
        told = as_told(error, path)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def as_notice(palette: Palette, audit: PaletteAudit) -> Notice:
    """What the reader should know of the palette now in use: each limit it misses."""
    from xraycolor_gui.core.finding import Outcome

    translate = QCoreApplication.translate
    title = palette_title(palette)
    missed = [finding for finding in audit.findings if finding.outcome is Outcome.FAILS]
    if not missed:
        done = translate("PaletteFile", "Palette “{}” is in use")
        return Notice(Severity.DONE, done.format(title), translate("PaletteFile", "It meets all limits."))
    caution = translate("PaletteFile", "Palette “{}” is in use, but misses a limit")
    if len(missed) > 1:
        caution = translate("PaletteFile", "Palette “{}” is in use, but misses limits")
    found = "\n".join(
        f"{spoken(finding.claim)}: {spoken(finding.outcome.value)}. {spoken(finding.sentence)}" for finding in missed
    )
    return Notice(Severity.CAUTION, caution.format(title), found)
