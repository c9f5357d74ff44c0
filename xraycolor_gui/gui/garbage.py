"""Python's garbage: collected in the window's thread alone, between two events, and not before the first film is seen.

Left to itself Python collects in whatever thread makes objects. In a worker's it would take down Qt's objects, which
belong to the window's thread, and while the program starts it looks again and again at objects that are there to stay.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

#: How often is looked whether there is anything to collect.
EVERY_MS = 500
#: Objects made since the last look from which on it is worth it, and looks after which the older ones are looked at.
YOUNG, MIDDLE, OLD = gc.get_threshold()


class Garbage(QObject):
    """Holds Python's own collecting back as soon as it is made, and for good."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    @Slot()
    def begin(self) -> None:
        """Collect from now on; what is there by now is there to stay. Called again when much more was loaded."""
        gc.freeze()
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """What Python would have collected meanwhile."""
        young, middle, old = gc.get_count()
        if young > YOUNG:
            gc.collect(2 if old > OLD else 1 if middle > MIDDLE else 0)
