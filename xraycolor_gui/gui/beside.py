"""Windows that stand beside the work: export, palette editor, keys, command search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.key_bindings import KeyBindings
from xraycolor_gui.gui.settings import Settings

if TYPE_CHECKING:
    from xraycolor_gui.gui.command_search import CommandSearch
    from xraycolor_gui.gui.dialogs.keys import KeysDialog
    from xraycolor_gui.gui.window import MainWindow


class Beside(QObject):
    """Opens each when its action asks for it."""

    def __init__(self, window: MainWindow, settings: Settings, bindings: KeyBindings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings, self._bindings = window, window.session, settings, bindings
        actions = window.actions_
        self._search: CommandSearch | None = None
        self._export: QWidget | None = None
        self._keys: KeysDialog | None = None
        self._editor: QWidget | None = None
        for action, do in (
            (actions.file.export, self.open_export),
            (actions.colour.edit_palette, self.open_palette_editor),
            (actions.help.keys, self.open_keys),
            (actions.help.change_keys, self.open_key_editor),
            (actions.help.search, self.open_search),
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
            place_beside(self._editor, self._window.panes.colour.picture)
            self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    @Slot()
    def open_keys(self) -> KeysDialog:
        """The cheat sheet."""
        from xraycolor_gui.gui.dialogs.keys import KeysDialog

        if self._keys is None:
            self._keys = KeysDialog(self._window.actions_, self._session.mouse, self._bindings, self._window)
        self._keys.show()
        self._keys.raise_()
        return self._keys

    @Slot()
    def open_key_editor(self) -> None:
        """Where keys and mouse are changed."""
        self.open_keys().turn_to_editor()

    @Slot()
    def open_search(self) -> None:
        """The field that finds commands, always empty at first."""
        from xraycolor_gui.gui.command_search import CommandSearch

        if self._search is None:
            self._search = CommandSearch(self._window.actions_, self._window.menus, self._settings, self._window)
        self._search.open_here()
