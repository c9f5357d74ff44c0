"""Keys that are no shortcuts: those held, those left over by the focused control, and Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from xraycolor_gui.gui.actions import Actions, Entry, KeyReach
from xraycolor_gui.gui.undo import Undo

#: Controls that keep what is typed in them.
TYPED_IN = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class Keyboard(QObject):
    """Listens to the whole application from when its window is shown; `serve` adds windows beside the main one."""

    def __init__(self, window: QWidget, actions: Actions, undo: Undo) -> None:
        super().__init__(window)
        self._windows = [window]
        self._actions, self._undo = actions, undo
        self._listening = False
        self._held: dict[int, Entry] = {}
        self._ways_out: list[Callable[[], bool]] = []
        # Not before: thousands of events pass while a window is built, and none of them is a key.
        window.installEventFilter(self)

    def serve(self, window: QWidget) -> None:
        """Let the keys work in this window as well, until it is destroyed."""
        self._windows.append(window)
        window.addActions(self._windows[0].actions())
        window.destroyed.connect(lambda: self._windows.remove(window))

    def on_escape(self, way_out: Callable[[], bool], first: bool = False) -> None:
        """Ask `way_out` on Esc, after those that were there before; True says that it ended something."""
        self._ways_out.insert(0 if first else len(self._ways_out), way_out)

    def close(self) -> None:
        """Listen no longer."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and not self._listening:
            self._listening = True
            self._windows[0].removeEventFilter(self)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(watched, event)
        if kind is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                self._let_go(event.key())
        elif kind is QEvent.Type.MouseButtonRelease:
            self._undo.seal()
        elif kind is QEvent.Type.WindowDeactivate and watched in self._windows:
            for key in tuple(self._held):
                self._let_go(key)
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        held = self._entry(event, KeyReach.HELD)
        if held is not None and self._listens():
            if not event.isAutoRepeat() and held.action.isEnabled() and event.key() not in self._held:
                self._held[event.key()] = held
                _switch(held, True)
            return True
        # A push button would take the arrow keys to move the focus.
        reached = watched in self._windows or (
            isinstance(watched, QPushButton) and any(watched.window() is window for window in self._windows)
        )
        if not reached:
            return False
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            return any(way_out() for way_out in self._ways_out)
        left_over = self._entry(event, KeyReach.LEFT_OVER)
        if left_over is None:
            return False
        left_over.action.trigger()
        return True

    def _let_go(self, key: int) -> None:
        """Whatever else is held by now, and wherever the focus went meanwhile."""
        held = self._held.pop(key, None)
        if held is not None:
            _switch(held, False)
        # What is typed in one go is one step.
        if not isinstance(QApplication.focusWidget(), TYPED_IN):
            self._undo.seal()

    def _entry(self, event: QKeyEvent, kind: KeyReach) -> Entry | None:
        pressed = QKeySequence(event.keyCombination())
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            pressed = QKeySequence(event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value)
        for entry in self._actions:
            if entry.kind is kind and any(QKeySequence(key) == pressed for key in entry.keys):
                return entry
        return None

    def _listens(self) -> bool:
        active = QApplication.activeWindow()
        typing = isinstance(QApplication.focusWidget(), TYPED_IN)
        return active in self._windows and not typing and QApplication.activePopupWidget() is None


def _switch(entry: Entry, on: bool) -> None:
    if entry.action.isChecked() is not on:
        entry.action.trigger()
