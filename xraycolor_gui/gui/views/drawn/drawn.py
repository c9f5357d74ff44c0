"""The layers and drawing tools that all panes of one film share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views.drawn.labels import Labels
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer
from xraycolor_gui.gui.views.drawn.tools import DrawingTool

if TYPE_CHECKING:
    from xraycolor_gui.gui.looks import Looks


class Drawn(QObject):
    """changed: something that is drawn looks otherwise. chosenChanged: another drawing is chosen, or none."""

    changed = Signal()
    chosenChanged = Signal()

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layers: tuple[Layer, ...] = ()
        self.labels = Labels()
        self._looks = looks
        self._tools: dict[Tool, DrawingTool] = {}
        looks.toolChanged.connect(self.cancel)

    def add(self, layer: Layer) -> None:
        """Show this layer above those that are there."""
        self.layers = (*self.layers, layer)
        layer.changed.connect(self.changed)
        layer.chosenChanged.connect(self._follow_choice)
        self.changed.emit()

    def set_tool(self, tool: Tool, drawing: DrawingTool) -> None:
        """What the hand does while this tool is chosen."""
        self._tools[tool] = drawing
        drawing.changed.connect(self.changed)

    @property
    def tool(self) -> DrawingTool | None:
        """The tool that draws now; None while another kind of tool is chosen."""
        return self._tools.get(self._looks.tool)

    @property
    def takes_hold(self) -> bool:
        """Whether the left button may take hold of drawings; not with the tools that move the film."""
        return self._looks.tool not in (Tool.PAN, Tool.ZOOM)

    def hold(self) -> None:
        """The hand holds or draws something: no cross-hair meanwhile."""
        self._looks.set_cursor(None)

    @property
    def chosen(self) -> tuple[Layer, Drawing] | None:
        for layer in self.layers:
            drawing = layer.find(layer.chosen) if layer.chosen else None
            if drawing is not None:
                return layer, drawing
        return None

    def choose(self, layer: Layer | None, which: str = "") -> None:
        """Choose one drawing of one layer; None chooses nothing."""
        for each in self.layers:
            if each is not layer:
                each.choose("")
        if layer is not None:
            layer.choose(which)

    def step(self, by: int) -> bool:
        """Choose the next drawing (1) or the one before (-1); False, and none chosen, beyond the last."""
        every = [(layer, drawing) for layer in self.layers for drawing in layer.drawings]
        chosen = self.chosen
        ids = [drawing.id for _, drawing in every]
        at = ids.index(chosen[1].id) + by if chosen is not None else 0 if by > 0 else len(every) - 1
        if not 0 <= at < len(every):
            self.choose(None)
            return False
        self.choose(every[at][0], every[at][1].id)
        return True

    def move_chosen(self, dx: float, dy: float) -> bool:
        """Move the chosen drawing by image coordinates; False if none is."""
        chosen = self.chosen
        if chosen is None:
            return False
        layer, drawing = chosen
        layer.reshape(drawing.id, drawing.shape.moved(dx, dy))
        return True

    @Slot()
    def remove_chosen(self) -> None:
        if (chosen := self.chosen) is not None:
            chosen[0].remove(chosen[1].id)

    @Slot()
    def cancel(self) -> None:
        """Forget whatever is half drawn."""
        for tool in self._tools.values():
            tool.cancel()

    @Slot()
    def _follow_choice(self) -> None:
        layer = self.sender()
        if isinstance(layer, Layer) and layer.chosen:
            for each in self.layers:
                if each is not layer:
                    each.choose("")
        self.changed.emit()
        self.chosenChanged.emit()
