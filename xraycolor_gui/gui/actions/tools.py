"""What a left drag on a picture does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.session import Session


class ToolActions(QObject):
    """One action for each tool, of which one is on; `by_tool` has them."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        self._actions, self._session, self._needs = actions, session, needs
        self._group = QActionGroup(self)
        self.by_tool: dict[Tool, QAction] = {}
        for tool, words, key in (
            (Tool.WINDOW, self.tr("&Window"), "W"),
            (Tool.ZOOM, self.tr("&Zoom"), "Z"),
            (Tool.PAN, self.tr("&Pan"), "P"),
        ):
            self.add(tool, words, key)
        session.toolChanged.connect(self._check)

    def add(self, tool: Tool, words: str, key: str, menu: str = "tools.hand") -> QAction:
        """An action that takes up this tool; its icon is the one of the tool's name."""
        made = self._actions.make(
            f"tool.{tool.value}",
            words,
            key,
            lambda: self._session.set_tool(tool),
            meaning=tool.value,
            check=True,
            menu=menu,
            needs=[self._needs.film],
        )
        self._group.addAction(made)
        self.by_tool[tool] = made
        self._check()
        return made

    @Slot()
    def _check(self) -> None:
        if self._session.tool in self.by_tool:
            self.by_tool[self._session.tool].setChecked(True)
