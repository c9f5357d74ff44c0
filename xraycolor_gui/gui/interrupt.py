"""Ctrl+C in the terminal the window was opened from."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

#: What shells report of a program that was ended by Ctrl+C.
STATUS = 128 + signal.SIGINT


class Interrupt(QObject):
    """Calls `action` in the UI thread at the first Ctrl+C; the second ends the program at once.

    Python runs its handlers only between its own instructions, and Qt's loop has none while it waits: the signal's
    byte on a socket wakes it. To be made in the main thread.
    """

    def __init__(self, action: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        # A program that was started with Ctrl+C switched off (`nohup`, in the background) keeps it so.
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
            signal.signal(signal.SIGINT, self._handle)

    @Slot()
    def _wake(self) -> None:
        self._woken.recv(64)

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # In the loop, even if the signal came just before it began: what ends a loop has no effect outside of it.
        QTimer.singleShot(0, self._action)
