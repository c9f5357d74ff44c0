"""Choosing files and folders: one dialog for the whole window, which leaves no more behind than the reader wants."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.gui.settings import Settings


def choose(
    parent: QWidget,
    title: str,
    mode: QFileDialog.FileMode,
    chosen: Callable[[list[str]], object],
    settings: Settings,
    *,
    start: Path | None = None,
) -> QFileDialog:
    """Open a dialog beside the work, at the folder `start`; `chosen` is called with the names, unless cancelled."""
    chooser = QFileDialog(parent, title)
    chooser.setFileMode(mode)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if start is not None and os.path.isdir(start):  # noqa: PTH112 (Path.is_dir may raise)
        chooser.setDirectory(str(start))
    chooser.filesSelected.connect(chosen)
    # Qt writes down where a dialog was as the last thing the dialog does.
    chooser.destroyed.connect(settings.forget_visited)
    chooser.open()
    return chooser
