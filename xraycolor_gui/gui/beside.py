"""Windows that stand beside the work: export, palette editor, keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings


class Beside(QObject):
    """Opens each when its action asks for it; `place` is what the palette editor leaves uncovered."""

    def __init__(self, session: Session, settings: Settings, actions: Actions, place: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._actions = session, settings, actions
        self._place, self._window = place, window
        self._export: QWidget | None = None
        self._keys: QWidget | None = None
        self._editor: QWidget | None = None
        for action, do in (
            (actions.file.export, self.open_export),
            (actions.colour.edit_palette, self.open_palette_editor),
            (actions.help.keys, self.open_keys),
        ):
            action.triggered.connect(lambda _, do=do: do())

    @Slot()
    def open_export(self) -> None:
        """Always a new one, of what is on screen now."""
        from xraycolor_gui.gui.dialogs.export import ExportDialog

        if self._export is not None:
            self._export.close()
            self._export.deleteLater()
        self._export = ExportDialog(self._session, self._settings, self._window)
        self._export.show()

    @Slot()
    def open_palette_editor(self) -> None:
        """One editor at a time: what is begun in it is kept until it is closed."""
        from xraycolor_gui.gui.dialogs.palette_editor import PaletteEditor, place_beside

        if self._editor is None or not self._editor.isVisible():
            if self._editor is not None:
                self._editor.deleteLater()
            self._editor = PaletteEditor(self._session, self._window)
            place_beside(self._editor, self._place)
            self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    @Slot()
    def open_keys(self) -> None:
        from xraycolor_gui.gui.dialogs.keys import KeysDialog

        if self._keys is None:
            self._keys = KeysDialog(self._window)
        self._keys.show()
        self._keys.raise_()
