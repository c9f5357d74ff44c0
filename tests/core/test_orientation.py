from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from xraycolor_gui.core.orientation import EdgeLetters, edge_letters
from xraycolor_gui.core.turn import UPRIGHT, Turn

EIGHT = [Turn(quarters, mirrored) for quarters, mirrored in product(range(4), (False, True))]


def test_letters_come_from_the_file_and_face_their_opposites() -> None:
    assert edge_letters(("L", "F")) == EdgeLetters("R", "H", "L", "F")
    assert edge_letters(("A", "FR")) == EdgeLetters("P", "HL", "A", "FR")


def test_letters_follow_a_quarter_turn_and_a_flip() -> None:
    assert edge_letters(("A", "FR"), UPRIGHT.clockwise()) == EdgeLetters("FR", "P", "HL", "A")
    assert edge_letters(("L", "F"), UPRIGHT.flipped_across()) == EdgeLetters("L", "H", "R", "F")
    assert edge_letters(("L", "F"), UPRIGHT.flipped_down()) == EdgeLetters("R", "F", "L", "H")


@pytest.mark.parametrize("turn", EIGHT, ids=str)
@pytest.mark.parametrize("row, column", [("L", "F"), ("A", "FR"), ("PL", "H"), ("R", "")])
def test_letters_stay_at_the_part_of_the_film_they_name_however_it_lies(turn: Turn, row: str, column: str) -> None:
    """Numbers on the edges of a film of 3 × 3 pixels, turned like the film, say where each letter must be."""
    stored = np.array([[0, 2, 0], [1, 0, 3], [0, 4, 0]], np.uint8)
    seen = turn.turned(stored)
    names = dict(zip((1, 2, 3, 4), edge_letters((row, column)), strict=True))
    expected = EdgeLetters(names[seen[1, 0]], names[seen[0, 1]], names[seen[1, 2]], names[seen[2, 1]])
    assert edge_letters((row, column), turn) == expected


@pytest.mark.parametrize("turn", EIGHT, ids=str)
@pytest.mark.parametrize(
    "orientation",
    [None, (), ("L",), ("", ""), ("?", "X1"), ("L", "R"), ("L", "L"), ("LR", "FH"), ("LE", "CR"), ("L", "F", "A")],
    ids=str,
)
def test_invented_orientation_letters_ohif_4210(orientation: tuple[str, ...] | None, turn: Turn) -> None:
    assert not any(edge_letters(orientation, turn))


@pytest.mark.parametrize("turn", EIGHT, ids=str)
def test_where_one_value_is_known_only_its_two_edges_have_letters(turn: Turn) -> None:
    letters = edge_letters(("L", ""), turn)
    assert sorted(letters) == ["", "", "L", "R"]
    opposite = (letters.top, letters.bottom) if turn.sideways else (letters.left, letters.right)
    assert set(opposite) == {"L", "R"}
