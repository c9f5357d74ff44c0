"""A layer: the drawings of one purpose on the current film, and which of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from xraycolor_gui.gui.views.drawn.shapes import Corners, Shape
from xraycolor_gui.gui.views.marks import Word


@dataclass(frozen=True, eq=False, slots=True)
class Drawing:
    """One thing drawn. words: its label, none without. name: for screen readers. dashed: a draft, or a help line."""

    id: str
    shape: Shape
    words: tuple[Word, ...] = ()
    name: str = ""
    dashed: bool = False


class Extent(NamedTuple):
    """What a drawing covers, in image coordinates: its lines, and the box round them all."""

    lines: tuple[Corners, ...]
    left: float
    top: float
    right: float
    bottom: float


@lru_cache(maxsize=4096)
def extent(drawing: Drawing) -> Extent:
    """Worked out once for each drawing; so a layer gives the same object as long as nothing about it changes."""
    lines = drawing.shape.lines
    every = np.vstack(lines)
    (left, top), (right, bottom) = every.min(axis=0).tolist(), every.max(axis=0).tolist()
    return Extent(lines, left, top, right, bottom)


class Layer(QObject):
    """What its drawings mean is known to the class derived from it.

    changed: other drawings. chosenChanged: another one is chosen.
    """

    changed = Signal()
    chosenChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""

    # To be told by the derived class

    @property
    def drawings(self) -> Sequence[Drawing]:
        """Of the current film, in the order in which they came. An unchanged one is the same object."""
        raise NotImplementedError

    def reshape(self, which: str, shape: Shape) -> None:
        """A drawing moved or reshaped; while it is dragged, again and again, and that is one step for undo."""
        raise NotImplementedError

    def remove(self, which: str) -> None:
        """Delete a drawing; undo brings it back."""
        raise NotImplementedError

    def copy(self, which: str, dx: float, dy: float) -> None:
        """Draw the same once more, `dx`, `dy` pixels away, and choose it."""
        raise NotImplementedError

    # Which one is chosen

    @property
    def chosen(self) -> str:
        """Id of the chosen drawing; empty without."""
        return self._chosen

    def choose(self, which: str) -> None:
        if which != self._chosen:
            self._chosen = which
            self.chosenChanged.emit()

    def find(self, which: str) -> Drawing | None:
        return next((drawing for drawing in self.drawings if drawing.id == which), None)
