"""Structured reports as text, beside the films."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from xraycolor_gui.gui.notice import as_told
from xraycolor_gui.gui.parts import button, label, row, surface, wrapped
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.core.report import Report

_WIDTH, _HEIGHT = 640, 560


class ReportsDialog(QDialog):
    """Not modal: who reads a report looks at the film meanwhile."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._read: dict[Path, Report] = {}
        self._paths: tuple[Path, ...] = ()
        self.setWindowTitle(self.tr("Reports of the study"))
        surface(self, "dock")
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Report"))
        self.state = label(tone=2, caption=True)
        self.failed = wrapped(tone=2)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What the report says"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, _WIDTH // 2)
        self.copy = button(self.tr("Copy as text"), self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.chooser)
        layout.addWidget(self.failed)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row(self.state, None, self.copy))
        self.resize(_WIDTH, _HEIGHT)
        self.chooser.currentIndexChanged.connect(self._show_chosen)
        self._tell(None)

    @property
    def shown(self) -> Report | None:
        """The report that can be read now."""
        at = self.chooser.currentIndex()
        return self._read.get(self._paths[at]) if 0 <= at < len(self._paths) else None

    def show_reports(self, paths: tuple[Path, ...]) -> None:
        """Offer these reports, and show the first."""
        self._paths = paths
        self.chooser.clear()
        for number, path in enumerate(paths, start=1):
            self.chooser.addItem(self._title(path, number))
        self._show_chosen()

    def _title(self, path: Path, number: int) -> str:
        report = self._read.get(path)
        if report is None:
            return self.tr("Report {}").format(number)
        return " · ".join(part for part in (report.title, report.created) if part)

    @Slot()
    def _show_chosen(self) -> None:
        at = self.chooser.currentIndex()
        if not 0 <= at < len(self._paths):
            self._tell(None)
            return
        path, report = self._paths[at], self.shown
        self._tell(report)
        if report is None:
            self._session.tasks.start(
                "report",
                lambda _: self._session.steps.report(path),
                partial(self._take, path),
                failed=partial(self._fail, path),
            )

    def _take(self, path: Path, report: Report) -> None:
        self._read[path] = report
        if path in self._paths:
            at = self._paths.index(path)
            self.chooser.setItemText(at, self._title(path, at + 1))
            if at == self.chooser.currentIndex():
                self._tell(report)

    def _fail(self, path: Path, error: Exception) -> None:
        told = as_told(error, path)
        self.failed.setText(f"{told.what} {told.next_step}")
        self.failed.show()

    def _tell(self, report: Report | None) -> None:
        self.failed.hide()
        self.copy.setEnabled(report is not None)
        self.state.setText(report.state if report is not None else "")
        self.tree.clear()
        above: list[QTreeWidgetItem] = []
        for line in report.lines if report is not None else ():
            item = QTreeWidgetItem([line.name, line.value])
            item.setToolTip(1, line.value)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTop)
            del above[line.depth - 1 :]
            if above:
                above[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            above.append(item)
        self.tree.expandAll()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _copy(self) -> None:
        if (report := self.shown) is not None:
            QGuiApplication.clipboard().setText(report.as_text())
