"""How every film is shown: strength, sureness, palette, tissues, and what the hand does.

One part of the session's state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from xraycolor_gui.core.colorization import MAX_STRENGTH
from xraycolor_gui.core.confidence import GREY_BELOW
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.mouse import Mouse
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.undo import Undo

if TYPE_CHECKING:
    from xraycolor_gui.core.palette import Palette

STRENGTH_STEP = 0.1
GREY_BELOW_STEP = 0.05


class Looks(QObject):
    """What stays the same from film to film. The session is one; views know only the session."""

    strengthChanged = Signal()
    greyBelowChanged = Signal()
    paletteChanged = Signal()
    tissuesChanged = Signal()
    cursorChanged = Signal()
    toolChanged = Signal()
    zoomChanged = Signal()
    #: A right click on a picture, or the menu key; where on the screen.
    menuAsked = Signal(QPoint)

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps = steps
        self.undo = Undo(parent=self)
        self.mouse = Mouse(self)
        #: The first key of each action by its id, as the keyboard has it; whoever binds keys fills it.
        self.keys: dict[str, str] = {}
        self._strength = 1.0
        self._grey_held = False
        self._grey_below = GREY_BELOW
        self._palettes: tuple[Palette, ...] = ()
        self._palette: Palette | None = None
        self._tried: Palette | None = None
        self._solo: str | None = None
        self._hidden: frozenset[str] = frozenset()
        self._cursor: tuple[float, float] | None = None
        self._tool = Tool.WINDOW
        self._zoom: float | None = None

    @property
    def strength(self) -> float:
        return self._strength

    @property
    def showing_grey(self) -> bool:
        """True while the key that takes the colour away is held."""
        return self._grey_held

    @property
    def shown_strength(self) -> float:
        """Strength to draw with: 0 while grey is held."""
        return 0.0 if self._grey_held else self._strength

    def set_strength(self, strength: float) -> None:
        strength = min(max(round(strength, 2), 0.0), MAX_STRENGTH)
        if strength != self._strength:
            self.undo.did_set(self.tr("strength"), self.set_strength, self._strength, strength, merge="strength")
            self._strength = strength
            self.strengthChanged.emit()

    def step_strength(self, steps: int) -> None:
        """Change by 0.1 per step, to the next full tenth."""
        self.set_strength(round(self._strength + steps * STRENGTH_STEP, 1))

    def hold_grey(self, held: bool) -> None:
        if held != self._grey_held:
            self._grey_held = held
            self.strengthChanged.emit()

    @property
    def grey_below(self) -> float:
        """Confidence, 0 … 1, below which the colour fades to grey; 0: it fades nowhere."""
        return self._grey_below

    def set_grey_below(self, limit: float) -> None:
        limit = min(max(round(limit, 2), 0.0), 1.0)
        if limit != self._grey_below:
            before, name = self._grey_below, self.tr("grey below")
            self.undo.did_set(name, self.set_grey_below, before, limit, merge="grey below")
            self._grey_below = limit
            self.greyBelowChanged.emit()

    def step_grey_below(self, steps: int) -> None:
        """Change by 0.05 per step, to the next full step."""
        self.set_grey_below(round(self._grey_below / GREY_BELOW_STEP + steps) * GREY_BELOW_STEP)

    @property
    def palettes(self) -> tuple[Palette, ...]:
        if not self._palettes:
            self._palettes = self.steps.palettes()
        return self._palettes

    @property
    def palette(self) -> Palette:
        """The palette to draw with: what is being tried, else what was chosen."""
        return self._tried or self.chosen_palette

    @property
    def chosen_palette(self) -> Palette:
        """The palette that the reader chose, whatever is being tried."""
        return self._palette or self.palettes[0]

    def set_palette(self, name: str) -> None:
        """Choose a palette at hand; nothing is tried any longer."""
        chosen = next((palette for palette in self.palettes if palette.name == name), None)
        if chosen is not None and chosen is not self.palette:
            before = self.chosen_palette
            if chosen is not before:
                self.undo.did_set(self.tr("palette"), self.set_palette, before.name, name)
            self._palette, self._tried = chosen, None
            self.paletteChanged.emit()

    def try_palette(self, palette: Palette | None) -> None:
        """Draw with a palette that is not at hand, such as one that is being edited; None: no longer."""
        if palette is not self._tried:
            self._tried = palette
            self.paletteChanged.emit()

    def add_palette(self, palette: Palette) -> None:
        """Take up a palette, in the place of one of its name, and use it."""
        others = tuple(one for one in self.palettes if one.name != palette.name)
        self._palettes = (*others, palette)
        self._palette, self._tried = palette, None
        self.paletteChanged.emit()

    def drop_palette(self, name: str) -> None:
        """No longer have this palette at hand; where it was in use, the first one takes its place."""
        self._palettes = tuple(one for one in self.palettes if one.name != name)
        if self._palette is not None and self._palette.name == name:
            self._palette = None
        self.paletteChanged.emit()

    @property
    def solo(self) -> str | None:
        return self._solo

    @property
    def hidden(self) -> frozenset[str]:
        return self._hidden

    def set_solo(self, name: str | None) -> None:
        if name != self._solo:
            self._solo = name
            self.tissuesChanged.emit()

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """The tissues to draw grey."""
        if hidden != self._hidden:
            self.undo.did_set(self.tr("hidden tissues"), self.set_hidden, self._hidden, hidden)
            self._hidden = hidden
            self.tissuesChanged.emit()

    def toggle_hidden(self, name: str) -> None:
        self.set_hidden(self._hidden ^ {name})

    def show_all_tissues(self) -> None:
        self.set_solo(None)
        self.set_hidden(frozenset())

    @property
    def cursor(self) -> tuple[float, float] | None:
        """(row, column) in film pixels under the pointer, or None outside the film."""
        return self._cursor

    def set_cursor(self, position: tuple[float, float] | None) -> None:
        if position != self._cursor:
            self._cursor = position
            self.cursorChanged.emit()

    @property
    def tool(self) -> Tool:
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        if tool is not self._tool:
            self._tool = tool
            self.toolChanged.emit()

    @property
    def zoom(self) -> float | None:
        """Screen pixels per film pixel, as the panes last told; 1.0 is 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float | None) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomChanged.emit()
