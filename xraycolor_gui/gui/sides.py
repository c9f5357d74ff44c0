"""Studies at the left, the pictures, the colour dock at the right: who has how much of the window's width."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.dock import Dock
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.settings import Settings


class Sides(QSplitter):
    """The docks fold where the window is narrow, and keep the width the reader gave them; the pictures get the rest."""

    def __init__(
        self,
        studies: StudiesPanel,
        stage: QWidget,
        colour_dock: Dock,
        colour: ColourDock,
        *,
        settings: Settings,
        actions: Actions,
    ) -> None:
        super().__init__()
        self._studies, self._colour_dock, self._colour = studies, colour_dock, colour
        self._settings = settings
        self._actions = actions
        self._widths: dict[QWidget, int] = {studies: tokens.STUDIES, colour_dock: tokens.COLOUR_DOCK}
        # The colour dock's own width while the certificate takes its place.
        self._left: int | None = None
        self._pictures_only = False
        self._wanted: dict[QWidget, bool] = {}
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in (studies, stage, colour_dock):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._dock_dragged)

    def resized(self, before: int, now: int) -> None:
        """The window's width was `before` (negative: it is new) and is `now`."""
        # Only crossing a breakpoint decides anew, so that a dock the reader unfolded stays unfolded.
        for name, dock, fold, breakpoint_ in (
            ("studies", self._studies, self.fold_studies, tokens.STRIP_BELOW),
            ("colour", self._colour_dock, self.fold_colour, tokens.RAIL_BELOW),
        ):
            left = self._settings.dock(name) if before < 0 else None
            if left is not None:
                fold(left[0])
                self._widths[dock] = left[1]
            elif before < 0 or (before < breakpoint_) != (now < breakpoint_):
                fold(now < breakpoint_)

    def fold_studies(self, strip: bool) -> None:
        """The studies as a strip of thumbnails, or wide."""
        self._actions.layout_.fold_studies.setChecked(strip)
        self._studies.set_strip(strip)
        least = tokens.STUDIES_STRIP if strip else tokens.STUDIES
        self._set_width(self._studies, least, least if strip else 2 * least, least)

    def fold_colour(self, rail: bool) -> None:
        """The colour dock as a rail of ramps and percents, or wide; a page in its place is left."""
        self._left = None
        self._actions.layout_.certificate.setChecked(False)
        self._colour_dock.show_page(None)
        self._actions.layout_.fold_colour.setChecked(rail)
        self._colour_dock.set_folded(rail)
        self._colour.set_rail(rail)
        if rail:
            self._set_width(self._colour_dock, tokens.COLOUR_RAIL, tokens.COLOUR_RAIL, tokens.COLOUR_RAIL)
        else:
            wide = self.window().width() >= tokens.STRIP_BELOW
            width = tokens.COLOUR_DOCK if wide else tokens.COLOUR_DOCK_MIN
            self._set_width(self._colour_dock, tokens.COLOUR_DOCK_MIN, 2 * tokens.COLOUR_DOCK_MIN, width)

    def show_certificate(self, page: QWidget | None) -> None:
        """Give the colour dock's room, and more, to the certificate's page; None gives it back."""
        if page is None:
            left = self._left
            self.fold_colour(self._colour.rail)
            if left is not None and not self._colour.rail:
                self._widths[self._colour_dock] = left
                self._give_widths()
            return
        if self._left is None:
            self._left = self._widths[self._colour_dock]
        self._colour_dock.show_page(page)
        self._set_width(self._colour_dock, tokens.CERTIFICATE, tokens.CERTIFICATE, tokens.CERTIFICATE)

    def show_dock(self, dock: QWidget, shown: bool) -> None:
        """Show or hide a dock; the pictures take or give the room."""
        self._wanted[dock] = shown
        shown = shown and not self._pictures_only
        if shown is dock.isHidden():
            dock.setVisible(shown)
            self._give_widths()

    def show_pictures_only(self, only: bool) -> None:
        """Hide both docks, or show again those that are wanted."""
        self._pictures_only = only
        for dock, shown in tuple(self._wanted.items()):
            self.show_dock(dock, shown)

    def reset(self) -> None:
        """Folds and widths as the window's width asks for them."""
        self._widths = {self._studies: tokens.STUDIES, self._colour_dock: tokens.COLOUR_DOCK}
        self.resized(-1, self.window().width())

    def remember(self) -> None:
        """Keep folds and widths for the next start."""
        self._settings.set_dock("studies", self._studies.strip, self._widths[self._studies])
        width = self._widths[self._colour_dock] if self._left is None else self._left
        self._settings.set_dock("colour", self._colour.rail, width)

    def _set_width(self, dock: QWidget, least: int, most: int, width: int) -> None:
        dock.setMinimumWidth(least)
        dock.setMaximumWidth(most)
        self._widths[dock] = width
        self._give_widths()

    def _give_widths(self) -> None:
        """Each visible dock its width, the pictures what is left."""
        docks = [0 if dock.isHidden() else self._widths[dock] for dock in (self._studies, self._colour_dock)]
        lines = sum(1 for width in docks if width)
        self.setSizes([docks[0], max(self.width() - sum(docks) - lines, 0), docks[1]])

    def _dock_dragged(self) -> None:
        for dock in (self._studies, self._colour_dock):
            if dock.isVisible():
                self._widths[dock] = dock.width()
