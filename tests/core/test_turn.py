from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.turn import UPRIGHT, Turn

turns = st.builds(Turn, st.integers(0, 3), st.booleans())
F = np.array([[1, 2, 3], [4, 5, 6]], np.uint8)


def test_a_quarter_turn_is_clockwise_as_the_reader_sees_it() -> None:
    assert UPRIGHT.clockwise().turned(F).tolist() == [[4, 1], [5, 2], [6, 3]]
    assert UPRIGHT.clockwise(-1).turned(F).tolist() == [[3, 6], [2, 5], [1, 4]]


def test_flips_exchange_what_the_reader_sees_on_either_side() -> None:
    assert UPRIGHT.flipped_across().turned(F).tolist() == [[3, 2, 1], [6, 5, 4]]
    assert UPRIGHT.flipped_down().turned(F).tolist() == [[4, 5, 6], [1, 2, 3]]
    assert UPRIGHT.turned(F) is F


@given(turns, st.sampled_from(["clockwise", "flipped_across", "flipped_down"]))
def test_each_step_moves_the_picture_that_is_on_the_screen(turn: Turn, step: str) -> None:
    seen = turn.turned(F)
    assert np.array_equal(getattr(turn, step)().turned(F), getattr(UPRIGHT, step)().turned(seen))


@given(turns, turns)
def test_turns_add_up_and_can_be_undone(first: Turn, second: Turn) -> None:
    assert np.array_equal(first.then(second).turned(F), second.turned(first.turned(F)))
    assert first.then(first.undone()) == first.undone().then(first) == UPRIGHT


@given(turns)
def test_eight_positions_are_all_there_are(turn: Turn) -> None:
    assert turn.clockwise(4) == turn.flipped_across().flipped_across() == turn.flipped_down().flipped_down() == turn
    assert turn.flipped_across().flipped_down() == turn.clockwise(2)


@given(turns, st.integers(0, 1), st.integers(0, 2))
def test_a_point_comes_to_lie_where_its_pixel_does(turn: Turn, row: int, column: int) -> None:
    x, y = turn.place(column + 0.5, row + 0.5, 3, 2)
    assert turn.turned(F)[int(y), int(x)] == F[row, column]
    assert turn.size(3, 2) == turn.turned(F).shape[::-1]
    assert turn.undone().place(x, y, *turn.size(3, 2)) == pytest.approx((column + 0.5, row + 0.5))
