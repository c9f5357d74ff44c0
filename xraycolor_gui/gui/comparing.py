"""How grey and colour are compared: the mode, where divider and lens are; and the magnifying glass.

All films on screen share one.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

#: Radius of the lens in logical pixels.
LENS = 112.0
LEAST_LENS = 64.0
LARGEST_LENS = 240.0
LENS_PER_NOTCH = 1.15
#: One arrow key, as a share of the part of the film that is seen.
STEP = 0.02
#: Grey and colour have the same lightness, so this is no flicker; below three flashes a second in any case.
BLINK_MS = 700


class Mode(Enum):
    """SIDE_BY_SIDE shows two pictures. The others show one: both halves, grey in a lens, by turns, colour over grey."""

    SIDE_BY_SIDE = "side by side"
    SWIPE = "swipe"
    LENS = "lens"
    BLINK = "blink"
    OVER = "over"


class Comparing(QObject):
    """Places are (x, y) shares, 0 … 1, of the part of the film that is seen: the same in every film."""

    modeChanged = Signal()
    moved = Signal()
    blinked = Signal()
    glassChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.SIDE_BY_SIDE
        self._divider = 0.5
        self._lens = (0.5, 0.5)
        self._radius = LENS
        self._shows_grey = False
        self._glass = 1.0
        self._turns = QTimer(self)
        self._turns.setInterval(BLINK_MS)
        self._turns.timeout.connect(self.blink)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def divider(self) -> float:
        """Share of the film that lies left of the divider, and is grey."""
        return self._divider

    @property
    def lens(self) -> tuple[float, float]:
        """The middle of the lens."""
        return self._lens

    @property
    def radius(self) -> float:
        """Of the lens, in logical pixels."""
        return self._radius

    @property
    def shows_grey(self) -> bool:
        """Whether it is the grey's turn; only ever while blinking."""
        return self._shows_grey

    @property
    def blinking(self) -> bool:
        """Whether the turns come by themselves."""
        return self._turns.isActive()

    @property
    def glass(self) -> float:
        """How many times the magnifying glass enlarges; 1 while there is none. It is as large as the lens."""
        return self._glass

    def set_glass(self, times: float) -> None:
        if times != self._glass:
            self._glass = times
            self.glassChanged.emit()

    def set_mode(self, mode: Mode) -> None:
        if mode is self._mode:
            return
        self._mode = mode
        self._shows_grey = False
        if mode is Mode.BLINK:
            self._turns.start()
        else:
            self._turns.stop()
        self.modeChanged.emit()

    def next_mode(self, among: tuple[Mode, ...] = tuple(Mode)) -> None:
        """The mode after this one, and after the last the first."""
        place = among.index(self._mode) + 1 if self._mode in among else 0
        self.set_mode(among[place % len(among)])

    def set_divider(self, share: float) -> None:
        share = _share(share)
        if share != self._divider:
            self._divider = share
            self.moved.emit()

    def set_lens(self, across: float, down: float) -> None:
        place = _share(across), _share(down)
        if place != self._lens:
            self._lens = place
            self.moved.emit()

    def size_lens(self, notches: float) -> None:
        """Larger or smaller by notches of the wheel."""
        radius = min(max(self._radius * LENS_PER_NOTCH**notches, LEAST_LENS), LARGEST_LENS)
        if radius != self._radius:
            self._radius = radius
            self.moved.emit()

    @Slot()
    def blink(self) -> None:
        """The other one's turn."""
        self._shows_grey = not self._shows_grey
        self.blinked.emit()

    def hold_blink(self) -> None:
        """The other one's turn now, and no turns by themselves until the mode is chosen again."""
        self._turns.stop()
        self.blink()


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
