"""Every answer has a key of its own, as far as letters last."""

from __future__ import annotations

import pytest

from tests.core.reader_study.plans import plan
from xraycolor_gui.core.reader_study.plan import AnswerKind, Question
from xraycolor_gui.gui.reader_study.keys import FIT, GREY, MARK, allotted, rating_by_digit


def test_no_two_options_share_a_key_and_none_takes_that_of_the_window() -> None:
    keys = [key for key in allotted(plan().questions).values() if key]
    assert len(keys) == len(set(keys)) == 6
    assert not {GREY, FIT, MARK} & set(keys)


def test_options_beyond_the_last_letter_have_no_key() -> None:
    many = Question("many", AnswerKind.CHOICE, "Which?", options=tuple(map(str, range(40))))
    keys = list(allotted([many]).values())
    assert keys[0] == "A"
    assert keys[-1] == ""


@pytest.mark.parametrize(
    ("low", "high", "digit", "value"), [(0, 100, 1, 0), (0, 100, 5, 50), (0, 100, 9, 100), (1, 5, 3, 3), (1, 5, 9, 5)]
)
def test_digits_go_from_one_end_of_a_scale_to_the_other(low: int, high: int, digit: int, value: int) -> None:
    assert rating_by_digit(Question("sure", AnswerKind.RATING, "How sure?", low, high), digit) == value
