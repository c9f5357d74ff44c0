"""Another film beside the current one: with its own pixels, window and colour, everything else as the first's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from xraycolor_gui.gui.films import Film, Tool
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.core.palette import Palette


class SecondFilm(Session):
    """A session for the panes of one more film.

    Strength, palette, model, tool … are the first session's: it is asked to change them, and followed when it has.
    List, workers, undo and everything that is kept are shared.
    """

    #: The film was taken out of the list.
    gone = Signal()

    def __init__(self, first: Session) -> None:
        super().__init__(first.steps, first, first)
        self.first = first
        self.undo, self.mouse, self.keys = first.undo, first.mouse, first.keys
        self._film_looks = first._film_looks
        self._at_own_risk = first._at_own_risk
        first.strengthChanged.connect(self._follow_strength)
        first.greyBelowChanged.connect(self._follow_grey_below)
        first.paletteChanged.connect(self._follow_palette)
        first.tissuesChanged.connect(self._follow_tissues)
        first.toolChanged.connect(self._follow_tool)
        first.modelChanged.connect(self._follow_model)
        self.noticeRaised.connect(first.noticeRaised)
        self.menuAsked.connect(first.menuAsked)
        self.filmsChanged.connect(self._look_whether_gone)
        self._follow_strength()
        self._follow_grey_below()
        self._follow_palette()
        self._follow_tissues()
        self._follow_tool()
        self._models, self._model, self._chosen_model = first.models, first.model, first.chosen_model

    @property
    def at_hand(self) -> Session:
        return self

    # Asked of the first

    def set_strength(self, strength: float) -> None:
        self.first.set_strength(strength)

    def hold_grey(self, held: bool) -> None:
        self.first.hold_grey(held)

    def set_grey_below(self, limit: float) -> None:
        self.first.set_grey_below(limit)

    def set_palette(self, name: str) -> None:
        self.first.set_palette(name)

    def try_palette(self, palette: Palette | None) -> None:
        self.first.try_palette(palette)

    def add_palette(self, palette: Palette) -> None:
        self.first.add_palette(palette)

    def drop_palette(self, name: str) -> None:
        self.first.drop_palette(name)

    def set_solo(self, name: str | None) -> None:
        self.first.set_solo(name)

    def toggle_hidden(self, name: str) -> None:
        self.first.toggle_hidden(name)

    def show_all_tissues(self) -> None:
        self.first.show_all_tissues()

    def set_tool(self, tool: Tool) -> None:
        self.first.set_tool(tool)

    def set_model(self, name: str) -> None:
        self.first.set_model(name)

    def find_models(self) -> None:
        self.first.find_models()

    def close_film(self, film: Film) -> None:
        self.first.close_film(film)

    # Following the first

    @Slot()
    def _follow_strength(self) -> None:
        self._strength, self._grey_held = self.first.strength, self.first.showing_grey
        self.strengthChanged.emit()

    @Slot()
    def _follow_grey_below(self) -> None:
        self._grey_below = self.first.grey_below
        self.greyBelowChanged.emit()

    @Slot()
    def _follow_palette(self) -> None:
        self._palettes, self._palette, self._tried = self.first.palettes, self.first._palette, self.first._tried
        self.paletteChanged.emit()

    @Slot()
    def _follow_tissues(self) -> None:
        self._solo, self._hidden = self.first.solo, self.first.hidden
        self.tissuesChanged.emit()

    @Slot()
    def _follow_tool(self) -> None:
        self._tool = self.first.tool
        self.toolChanged.emit()

    @Slot()
    def _follow_model(self) -> None:
        other = self._model not in {"", self.first.model}
        self._chosen_model, self._model = self.first.chosen_model, self.first.model
        # Also begins the colour that waited for the models.
        self._take_models(self.first.models)
        if other and self.uses_model:
            self._colour_anew()

    @Slot()
    def _look_whether_gone(self) -> None:
        if self._current is not None and self.current is None:
            self.gone.emit()

    def put_away(self) -> None:
        """Show nothing, and forget which film it was."""
        self._leave()
        self._current = None

    def close(self) -> None:
        """End the work for this film; the first session goes on."""
        self.blockSignals(True)
        self._patience.stop()
        self.tasks.close()
