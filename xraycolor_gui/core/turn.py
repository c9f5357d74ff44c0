"""How a film lies before the reader: turned by quarters and flipped, without touching what is stored.

A film has eight such positions (the dihedral group of the square). Each is one left-right mirroring or none, and then
0 to 3 quarter turns clockwise. Where the film's letters come to stand is told by `orientation.edge_letters`.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Turn:
    """quarters: clockwise quarter turns, 0 … 3, made after the mirroring. mirrored: left and right are exchanged."""

    quarters: int = 0
    mirrored: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "quarters", self.quarters % 4)

    @property
    def sideways(self) -> bool:
        """Whether the film's rows run up and down on the screen."""
        return self.quarters % 2 == 1

    def clockwise(self, quarters: int = 1) -> Turn:
        """The same, turned on as the reader sees it; negative numbers turn counter-clockwise."""
        return Turn(self.quarters + quarters, self.mirrored)

    def flipped_across(self) -> Turn:
        """Left and right exchanged as the reader sees it."""
        return Turn(-self.quarters, not self.mirrored)

    def flipped_down(self) -> Turn:
        """Top and bottom exchanged as the reader sees it."""
        return Turn(2 - self.quarters, not self.mirrored)

    def undone(self) -> Turn:
        """What brings a film that lies so back to how it is stored."""
        return self if self.mirrored else Turn(-self.quarters)

    def then(self, after: Turn) -> Turn:
        """First this, then another one."""
        first = self.flipped_across() if after.mirrored else self
        return first.clockwise(after.quarters)

    def size(self, width: float, height: float) -> tuple[float, float]:
        """(width, height) on the screen of something that is `width` × `height` as stored."""
        return (height, width) if self.sideways else (width, height)

    def place(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """Where the point (x right, y down) of a stored width × height box comes to lie in the turned box."""
        if self.mirrored:
            x = width - x
        return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[self.quarters]

    def turned(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A picture (rows, columns, …) as it is seen; contiguous, and the same array where nothing is to be done."""
        if self.mirrored:
            picture = cv2.flip(picture, 1).astype(np.uint8, copy=False)
        if self.quarters:
            code = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)[self.quarters - 1]
            picture = cv2.rotate(picture, code).astype(np.uint8, copy=False)
        return picture


#: As stored.
UPRIGHT = Turn()
