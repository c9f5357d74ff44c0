"""Patient directions at a film's edges, from Patient Orientation alone (DICOM PS3.3 C.7.6.1.1.1); never guessed."""

from __future__ import annotations

from typing import NamedTuple

from xraycolor_gui.core.turn import UPRIGHT, Turn

_OPPOSITE = str.maketrans("RLAPHF", "LRPAFH")
_AXIS = {"A": 0, "P": 0, "L": 1, "R": 1, "H": 2, "F": 2}


class EdgeLetters(NamedTuple):
    """Patient directions at the four edges of what is seen; empty where the file is silent."""

    left: str = ""
    top: str = ""
    right: str = ""
    bottom: str = ""


def edge_letters(orientation: tuple[str, ...] | None, turn: Turn = UPRIGHT) -> EdgeLetters:
    """Letters of a film that lies so, from (row direction, column direction).

    The row direction is met at the right edge of the stored film, the column direction at its bottom. A direction that
    is missing, unknown or at odds with itself has no letters; where both run along one axis, neither is believed.
    """
    if orientation is None or len(orientation) != 2:
        return EdgeLetters()
    right, bottom = (_known(direction) for direction in orientation)
    if right and bottom and _AXIS[right[0]] == _AXIS[bottom[0]]:
        return EdgeLetters()
    left, top = right.translate(_OPPOSITE), bottom.translate(_OPPOSITE)
    if turn.mirrored:
        left, right = right, left
    # What was on the left comes to the top with every clockwise quarter.
    edges = (left, top, right, bottom)
    first = -turn.quarters % 4
    return EdgeLetters(*(edges[first:] + edges[:first]))


def _known(direction: str) -> str:
    """The direction in capitals where it is one: letters of DICOM, at most one for each axis."""
    letters = direction.strip().upper()
    axes = [_AXIS.get(letter) for letter in letters]
    return letters if None not in axes and len(set(axes)) == len(axes) else ""
