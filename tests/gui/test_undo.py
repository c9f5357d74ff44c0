"""Undo: each step goes back and forth by itself, whatever was closed meanwhile."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from xraycolor_gui.gui.undo import STEPS_KEPT, Undo


class Number:
    """Something to change."""

    def __init__(self, undo: Undo) -> None:
        self.value = 0
        self._undo = undo

    def put(self, value: int) -> None:
        self._undo.did_set("number", self.put, self.value, value)
        self.value = value

    def drag(self, value: int, film: Path | None = None) -> None:
        before, self.value = self.value, value
        self._undo.did_set("number", self.put, before, value, merge="drag", film=film)


def test_a_step_goes_back_and_forth_and_tells_its_name(qtbot: QtBot) -> None:
    undo = Undo()
    number = Number(undo)
    assert (undo.undo_name, undo.redo_name) == ("", "")
    number.put(3)
    assert undo.undo_name == "number"
    with qtbot.waitSignal(undo.told) as told:
        undo.undo()
    assert told.args == ["number", True]
    assert number.value == 0
    assert (undo.undo_name, undo.redo_name) == ("", "number")
    undo.redo()
    assert number.value == 3


def test_one_undo_takes_back_exactly_one_step_although_the_setter_records_steps_itself() -> None:
    """OHIF #5366: undo came with a two-step bug."""
    undo = Undo()
    number = Number(undo)
    for value in (1, 2, 3):
        number.put(value)
    for value in (2, 1, 0, 0):
        undo.undo()
        assert number.value == value
    for value in (1, 2, 3, 3):
        undo.redo()
        assert number.value == value


def test_a_drag_is_one_step_and_the_next_drag_another() -> None:
    undo = Undo()
    number = Number(undo)
    for drag in (1, 2, 3), (7, 5):
        for value in drag:
            number.drag(value)
        undo.seal()
    undo.undo()
    assert number.value == 3
    undo.undo()
    assert number.value == 0
    assert undo.undo_name == ""


def test_a_drag_back_to_where_it_began_is_no_step() -> None:
    undo = Undo()
    number = Number(undo)
    number.put(4)
    for value in (5, 6, 5, 4):
        number.drag(value)
    undo.seal()
    undo.undo()
    assert number.value == 0


def test_steps_of_a_closed_film_are_passed_over_until_it_is_open_again() -> None:
    closed: set[Path] = set()
    undo = Undo(lambda path: path not in closed)
    number, film = Number(undo), Path("a.dcm")
    number.put(1)
    undo.seal()
    number.drag(2, film)
    undo.seal()
    closed.add(film)
    undo.undo()
    assert number.value == 0, "the drag was skipped, the step before it taken back, in one go"
    assert undo.redo_name == "number"
    closed.clear()
    undo.redo()
    undo.redo()
    assert number.value == 2


def test_old_steps_are_forgotten() -> None:
    undo = Undo()
    number = Number(undo)
    for value in range(1, STEPS_KEPT + 11):
        number.put(value)
    for _ in range(STEPS_KEPT + 20):
        undo.undo()
    assert number.value == 10


@settings(deadline=None)
@given(st.lists(st.one_of(st.integers(-5, 5), st.sampled_from(["undo", "redo", "seal"])), max_size=30))
def test_whatever_was_done_undoing_all_and_redoing_all_comes_back(deeds: list[int | str]) -> None:
    undo = Undo()
    number = Number(undo)
    for deed in deeds:
        if isinstance(deed, int):
            number.drag(deed)
        else:
            getattr(undo, deed)()
    there = number.value
    steps = 0
    while undo.undo_name:
        undo.undo()
        steps += 1
    assert number.value == 0
    for _ in range(steps):
        undo.redo()
    assert number.value == there
