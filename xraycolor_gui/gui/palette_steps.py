"""Saving and deleting an own palette, as steps that can be taken back: at once on the screen, on disk in a worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.core.palette import Palette


def take_saved(session: Session, palette: Palette) -> None:
    """Use a palette that was just written, perhaps over one of its name."""
    before = next((one for one in session.palettes if one.name == palette.name), None)
    used = session.chosen_palette.name
    session.add_palette(palette)

    def undo() -> None:
        if before is None:
            session.drop_palette(palette.name)
            _write(session, lambda: session.steps.remove_palette(palette.name))
        else:
            _put(session, before)
        session.set_palette(used)

    name = QCoreApplication.translate("PaletteSteps", "save palette")
    session.undo.did(name, undo, lambda: _put(session, palette))


def take_deleted(session: Session, name: str) -> None:
    """Have a palette no longer whose file was just removed."""
    used = session.chosen_palette.name
    palette = next(one for one in session.palettes if one.name == name)
    session.drop_palette(name)

    def undo() -> None:
        _put(session, palette)
        session.set_palette(used)

    def redo() -> None:
        session.drop_palette(name)
        _write(session, lambda: session.steps.remove_palette(name))

    session.undo.did(QCoreApplication.translate("PaletteSteps", "delete palette"), undo, redo)


def _put(session: Session, palette: Palette) -> None:
    session.add_palette(palette)
    _write(session, lambda: session.steps.save_palette(palette))


def _write(session: Session, work: Callable[[], object]) -> None:
    def failed(error: Exception) -> None:
        told = as_told(error, None)
        session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))

    session.tasks.start("palette", lambda _: work(), lambda _: None, failed=failed)
