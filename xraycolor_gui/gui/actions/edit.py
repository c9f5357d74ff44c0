"""Taking back, and doing again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.gui.actions.registry import Need, Registry
from xraycolor_gui.gui.undo import Undo


class EditActions(QObject):
    """Undo and redo, each named after the step it would go."""

    def __init__(self, actions: Registry, undo: Undo) -> None:
        super().__init__(actions)
        self._actions, self._undo = actions, undo
        any_done = Need(lambda: bool(undo.undo_name), self.tr("nothing was changed"))
        any_undone = Need(lambda: bool(undo.redo_name), self.tr("nothing was taken back"))
        self.undo = actions.make(
            "edit.undo", self.tr("Undo"), "Ctrl+Z", undo.undo, meaning="undo", menu="edit.steps", needs=[any_done]
        )
        self.redo = actions.make(
            "edit.redo",
            self.tr("Redo"),
            "Ctrl+Shift+Z Ctrl+Y",
            undo.redo,
            meaning="redo",
            menu="edit.steps",
            needs=[any_undone],
        )
        # The tool bar's words; which step it is stands in menu and tool tip.
        self.undo.setIconText(self.tr("Undo"))
        self.redo.setIconText(self.tr("Redo"))
        undo.changed.connect(self._name_steps)
        self._name_steps()

    @Slot()
    def _name_steps(self) -> None:
        back, on = self._undo.undo_name, self._undo.redo_name
        self._actions.set_words(
            "edit.undo", self.tr("&Undo: {}").format(back) if back else self.tr("&Undo: nothing to undo")
        )
        self._actions.set_words(
            "edit.redo", self.tr("&Redo: {}").format(on) if on else self.tr("&Redo: nothing to redo")
        )
        self._actions.refresh()
