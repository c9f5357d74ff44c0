"""How long a film was on the screen, pauses left out."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Stands still until it is started. now: seconds that never go back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._before = 0.0
        self._since: float | None = None

    @property
    def runs(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        """Counted since the last reset."""
        return self._before + (self._now() - self._since if self._since is not None else 0.0)

    def reset(self) -> None:
        """Back to 0, and stand still."""
        self._before, self._since = 0.0, None

    def start(self) -> None:
        """Count, or go on counting."""
        if self._since is None:
            self._since = self._now()

    def stop(self) -> None:
        """Stand still; `start` goes on from here."""
        self._before, self._since = self.seconds, None
