"""What was changed, step by step, and the way back.

One step is what the reader did between putting a key or a button down and letting it go: a whole drag, a key held
until it repeats, several notches of the wheel with Shift down. Zoom and place are no steps: who zooms in to look at
a measurement and then takes the measurement back wants to stay where he is. They have a way back of their own
(`views.view_history`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

T = TypeVar("T")

#: Older steps are forgotten.
STEPS_KEPT = 200


class Undo(QObject):
    """The steps of one session. Names are short, in lower case, in the reader's language: “window”, “palette”."""

    changed = Signal()
    #: What was just taken back (True) or done again (False), by name.
    told = Signal(str, bool)

    def __init__(self, is_open: Callable[[Path], bool] = lambda _: True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: Whether a film is open now; steps of films that are not are passed over.
        self.is_open = is_open
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(STEPS_KEPT)
        self._stack.indexChanged.connect(self.changed)
        self._stepping = False

    def did(
        self,
        name: str,
        undo: Callable[[], object],
        redo: Callable[[], object],
        merge: Hashable | None = None,
        film: Path | None = None,
    ) -> None:
        """Record what was just done.

        merge: joins the step before, if that has the same and is not yet `seal`ed. film: the one film it concerns;
        once that is closed for good the step is passed over. While a step is taken back nothing is recorded, so that
        taking back never makes a step of its own.
        """
        if self._stepping:
            return
        step = _Step(name, undo, redo, merge=merge, film=film, is_open=self.is_open)
        last = self._last()
        if last is not None and last.joins(step) and not self._stack.canRedo():
            # As often as the mouse moves: nothing but this changes.
            last.redone = redo
        else:
            self._stack.push(step)

    def did_set(
        self,
        name: str,
        put: Callable[[T], object],
        before: T,
        after: T,
        *,
        merge: Hashable | None = None,
        film: Path | None = None,
    ) -> None:
        """As `did`, of one value that `put` sets. A drag that ends where it began is no step."""
        last = self._last()
        self.did(name, lambda: put(before), lambda: put(after), merge, film)
        if self._stepping:
            return
        step = self._last()
        assert step is not None
        if step is not last:
            step.before = (before,)
        elif step.before == (after,):
            step.setObsolete(True)
            self._go(self._stack.index() - 1)

    @Slot()
    def seal(self) -> None:
        """The hand let go: what comes now is a step of its own."""
        last = self._last()
        if last is not None:
            last.sealed = True

    @property
    def undo_name(self) -> str:
        """The name of what `undo` would take back; empty if there is nothing."""
        at = self._next_back()
        return "" if at is None else self._stack.text(at)

    @property
    def redo_name(self) -> str:
        """The name of what `redo` would do again; empty if there is nothing."""
        at = self._next_on()
        return "" if at is None else self._stack.text(at)

    @Slot()
    def undo(self) -> None:
        """Take one step back."""
        at, name = self._next_back(), self.undo_name
        if at is not None:
            self._go(at)
            self.told.emit(name, True)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        at, name = self._next_on(), self.redo_name
        if at is not None:
            self._go(at + 1)
            self.told.emit(name, False)

    def clear(self) -> None:
        """Forget all steps."""
        self._stack.clear()

    def _go(self, index: int) -> None:
        """To where `index` steps are done."""
        self.seal()
        self._stepping = True
        try:
            self._stack.setIndex(index)
        finally:
            self._stepping = False
        # What listens asked while the step was under way.
        self.changed.emit()

    def _step(self, at: int) -> _Step:
        step = self._stack.command(at)
        assert isinstance(step, _Step)
        return step

    def _last(self) -> _Step | None:
        at = self._stack.index() - 1
        return self._step(at) if at >= 0 else None

    def _next_back(self) -> int | None:
        steps = range(self._stack.index() - 1, -1, -1)
        return next((at for at in steps if self._can(at)), None)

    def _next_on(self) -> int | None:
        steps = range(self._stack.index(), self._stack.count())
        return next((at for at in steps if self._can(at)), None)

    def _can(self, at: int) -> bool:
        return self._step(at).can()


class _Step(QUndoCommand):
    """One step. `push` calls redo at once, but it was done already; of a film that is closed nothing is done."""

    def __init__(
        self,
        name: str,
        undo: Callable[[], object],
        redo: Callable[[], object],
        *,
        merge: Hashable | None,
        film: Path | None,
        is_open: Callable[[Path], bool],
    ) -> None:
        super().__init__(name)
        self.undone, self.redone = undo, redo
        self.merge, self.film = merge, film
        self.before: tuple[object] | None = None
        self.sealed = False
        self._is_open = is_open
        self._pushed = False

    def joins(self, other: _Step) -> bool:
        return not self.sealed and self.merge is not None and (self.merge, self.film) == (other.merge, other.film)

    def can(self) -> bool:
        return self.film is None or self._is_open(self.film)

    def undo(self) -> None:
        if self.can():
            self.undone()

    def redo(self) -> None:
        if self._pushed and self.can():
            self.redone()
        self._pushed = True
