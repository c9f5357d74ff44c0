"""Choosing files and folders: one dialog for the whole window, which leaves no more behind than the reader wants."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
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


def save_as(
    parent: QWidget,
    title: str,
    name: str,
    chosen: Callable[[Path], object],
    settings: Settings,
    *,
    kinds: Mapping[str, str],
) -> QFileDialog:
    """Ask where a file is to be written; `chosen` is called with its path, unless cancelled.

    name: what is proposed, without suffix. kinds: suffix (".csv") → what such files are called; the first is proposed.
    """
    chooser = QFileDialog(parent, title)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setFileMode(QFileDialog.FileMode.AnyFile)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    filters = {f"{words} (*{suffix})": suffix for suffix, words in kinds.items()}
    chooser.setNameFilters(list(filters))
    chooser.setDefaultSuffix(next(iter(kinds)))
    if os.path.isdir(settings.export_folder()):  # noqa: PTH112
        chooser.setDirectory(settings.export_folder())
    chooser.selectFile(f"{name}{next(iter(kinds))}")

    def follow(kind: str) -> None:
        chooser.setDefaultSuffix(filters[kind])
        named = Path(chooser.selectedFiles()[0]) if chooser.selectedFiles() else Path(name)
        chooser.selectFile(named.with_suffix(filters[kind]).name)

    def written(file: str) -> None:
        settings.set_export_folder(Path(file).parent)
        chosen(Path(file))

    chooser.filterSelected.connect(follow)
    chooser.fileSelected.connect(written)
    chooser.destroyed.connect(settings.forget_visited)
    chooser.open()
    return chooser
