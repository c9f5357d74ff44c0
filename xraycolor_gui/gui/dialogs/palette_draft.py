"""A palette while it is edited: every change is one step that can be taken back."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from xraycolor_gui.core.colorization import BACKGROUND, TISSUES
from xraycolor_gui.core.palette import MAX_CHROMA, Palette, Swatch
from xraycolor_gui.gui import readout
from xraycolor_gui.gui.spoken import within

#: Name of what is kept nowhere yet.
UNSAVED = "unsaved"
#: Colours are chosen in tenths: finer ones look alike.
_STEPS_PER_UNIT = 10


class PaletteDraft(QObject):
    """One palette in the making and how it came to be. A palette without a name was never saved."""

    changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._gesture = 0
        self.steps = QUndoStack(self)

    @property
    def palette(self) -> Palette:
        return self._palette

    @property
    def tissues(self) -> tuple[str, ...]:
        """Those of the palette in its order, then those of the program that it leaves grey."""
        return tuple(
            name
            for name in (*self._palette.tissues, *(name for name in TISSUES if name not in self._palette.tissues))
            if name != BACKGROUND
        )

    @property
    def saved(self) -> bool:
        """Whether nothing was changed since it was begun or last saved."""
        return self.steps.isClean()

    def swatch(self, tissue: str) -> Swatch:
        """The tissue's entry; a neutral one where the palette has none yet."""
        return self._palette.tissues.get(tissue) or Swatch(tissue.replace("-", " ").capitalize(), 0.0, 0.0)

    def set_title(self, title: str) -> None:
        self._change("title", self.tr("name"), replace(self._palette, title=title))

    def set_power(self, power: float) -> None:
        self._change("power", self.tr("power"), replace(self._palette, power=power))

    def set_label(self, tissue: str, label: str) -> None:
        self._set_swatch(tissue, "label", self.tr("label of {}"), label=label)

    def set_salience(self, tissue: str, salience: float) -> None:
        self._set_swatch(tissue, "salience", self.tr("salience of {}"), salience=salience)

    def set_a(self, tissue: str, a: float) -> None:
        """Take this a*, or the strongest one beside the tissue's b*."""
        b = self.swatch(tissue).b
        self.set_colour(tissue, _beside(a, b), b)

    def set_b(self, tissue: str, b: float) -> None:
        """Take this b*, or the strongest one beside the tissue's a*."""
        a = self.swatch(tissue).a
        self.set_colour(tissue, a, _beside(b, a))

    def set_colour(self, tissue: str, a: float, b: float) -> None:
        """Take these a*, b*, or the strongest colour of their hue that a palette may have."""
        a, b = within_chroma(a, b)
        self._set_swatch(tissue, "colour", self.tr("colour of {}"), a=a, b=b)

    def undo(self) -> None:
        """Take the last step back."""
        self.steps.undo()
        self.end_gesture()
        self.changed.emit()

    def redo(self) -> None:
        """Take the step again that was taken back."""
        self.steps.redo()
        self.end_gesture()
        self.changed.emit()

    def end_gesture(self) -> None:
        """What comes next is a step of its own, even if it changes the same again."""
        self._gesture += 1

    def take_saved(self, palette: Palette) -> None:
        """Go on from what was written, which may have been changed since."""
        self._palette = replace(self._palette, name=palette.name)
        if same(palette, self._palette):
            self.steps.setClean()
        self.end_gesture()
        self.changed.emit()

    def take_deleted(self) -> None:
        """There is no file of it any longer: saving makes a new one."""
        self._palette = replace(self._palette, name="")
        self.steps.resetClean()
        self.changed.emit()

    def _set_swatch(self, tissue: str, what: str, words: str, **values: Any) -> None:
        swatch = replace(self.swatch(tissue), **values)
        tissues = {**self._palette.tissues, tissue: swatch}
        if swatch != self.swatch(tissue):
            label = within(readout.tissue_label(self._palette, tissue).partition(",")[0])
            self._change(f"{what} {tissue}", words.format(label), replace(self._palette, tissues=tissues))

    def _change(self, what: str, words: str, after: Palette) -> None:
        if not same(self._palette, after):
            self.steps.push(_Step(self, (what, self._gesture), words, after))
            # Only now does the stack know whether this is what was saved.
            self.changed.emit()

    def _show(self, palette: Palette) -> None:
        """The name says where it is saved, which no step changes."""
        self._palette = replace(palette, name=self._palette.name)


class _Step(QUndoCommand):
    """From one palette to the next; steps of one gesture become one."""

    def __init__(self, draft: PaletteDraft, gesture: tuple[str, int], words: str, after: Palette) -> None:
        super().__init__(words)
        self.draft, self.gesture = draft, gesture
        self.before, self.after = draft.palette, after

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.gesture != self.gesture:
            return False
        self.after = other.after
        self.setObsolete(same(self.before, self.after))
        return True

    def redo(self) -> None:
        self.draft._show(self.after)

    def undo(self) -> None:
        self.draft._show(self.before)


def same(one: Palette, other: Palette) -> bool:
    """Whether both would be saved alike, but for the name."""
    return (one.title, one.description, one.power, dict(one.tissues)) == (
        other.title,
        other.description,
        other.power,
        dict(other.tissues),
    )


def _beside(value: float, other: float) -> float:
    most = math.floor(_STEPS_PER_UNIT * math.sqrt(max(MAX_CHROMA**2 - other**2, 0.0))) / _STEPS_PER_UNIT
    return min(max(value, -most), most)


def within_chroma(a: float, b: float) -> tuple[float, float]:
    """a*, b* in tenths with the same hue, and C* not above what a palette may have."""
    chroma = math.hypot(a, b)
    scale = min(1.0, MAX_CHROMA / chroma) if chroma else 1.0
    a, b = (round(value * scale * _STEPS_PER_UNIT) / _STEPS_PER_UNIT for value in (a, b))
    if math.hypot(a, b) > MAX_CHROMA:  # rounded outwards
        a, b = (math.trunc(value * scale * _STEPS_PER_UNIT) / _STEPS_PER_UNIT for value in (a, b))
    return a, b


def begun(palette: Palette) -> Palette:
    """Where editing starts: the palette itself, or an unsaved copy of a shipped one."""
    from xraycolor_gui.io import resources

    if palette.name not in {shipped.name for shipped in resources.palettes()}:
        return palette
    translate, title = QCoreApplication.translate, readout.palette_title(palette)
    return replace(
        palette,
        name="",
        title=translate("PaletteEditor", "My {}").format(title),
        description=translate("PaletteEditor", "Made from {}.").format(title),
    )


def as_unsaved(palette: Palette) -> Palette:
    """The same under a name by which pictures and exports tell that it is kept nowhere."""
    title = QCoreApplication.translate("PaletteEditor", "{}, not saved").format(palette.title.strip() or "…")
    return replace(palette, name=UNSAVED, title=title)
