"""A word at the picture's foot that answers a key or the wheel, and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal, Slot

from xraycolor_gui.gui.views.linked_view import moves
from xraycolor_gui.gui.views.marks import Word

SHOWN_MS = 900
FADE_MS = 150


class Echo(QObject):
    """What is echoed and how strongly; `changed` tells when to repaint."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[Word, ...] = ()
        self.opacity = 1.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._fade)
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(FADE_MS)
        self._fading.valueChanged.connect(self._faded)
        self._fading.finished.connect(self.clear)

    def show(self, words: tuple[Word, ...]) -> None:
        """Show these words from now on for SHOWN_MS."""
        self._fading.stop()
        self.words, self.opacity = words, 1.0
        self._timer.start()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self.words = ()
        self.changed.emit()

    @Slot()
    def _fade(self) -> None:
        if moves():
            self._fading.start()
        else:
            self.clear()

    @Slot(object)
    def _faded(self, opacity: float) -> None:
        self.opacity = opacity
        self.changed.emit()
