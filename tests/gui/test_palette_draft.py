"""What a palette's editing does to the palette, and how it is taken back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from xraycolor_gui.core.colour_vision import Vision
from xraycolor_gui.core.palette import MAX_CHROMA, Palette, Swatch, from_json, to_json
from xraycolor_gui.core.palette_audit import limit_of_pair
from xraycolor_gui.gui.dialogs.palette_draft import UNSAVED, PaletteDraft, as_unsaved, begun, same, within_chroma
from xraycolor_gui.io.resources import palette as shipped

MINE = Palette(
    "mine", "Mine", "For teaching.", {"lung": Swatch("Lung", -9.0, -24.0), "bone": Swatch("Bone", -4.0, 20.0)}
)


@pytest.fixture
def draft(qapp: object) -> PaletteDraft:
    return PaletteDraft(MINE)


def test_a_shipped_palette_is_copied_under_a_new_name_and_an_own_one_is_not(qapp: object) -> None:
    copy = begun(shipped("safe"))
    assert copy.name == "" and copy.title != shipped("safe").title
    assert dict(copy.tissues) == dict(shipped("safe").tissues)
    assert begun(MINE) is MINE


def test_what_is_kept_nowhere_is_drawn_under_a_name_that_says_so(qapp: object) -> None:
    assert as_unsaved(MINE).name == UNSAVED and as_unsaved(MINE).title == "Mine, not saved"


def test_a_drag_is_one_step_and_undo_brings_its_beginning_back(draft: PaletteDraft, qtbot: QtBot) -> None:
    for a in range(10):
        draft.set_colour("lung", a, 3)
    draft.end_gesture()
    draft.set_colour("lung", 20, 3)
    assert draft.steps.count() == 2 and not draft.saved
    draft.undo()
    assert draft.swatch("lung").a == 9
    with qtbot.waitSignal(draft.changed):
        draft.undo()
    assert same(draft.palette, MINE) and draft.saved
    draft.redo()
    assert draft.swatch("lung").a == 9


def test_a_drag_that_ends_where_it_began_is_no_step(draft: PaletteDraft) -> None:
    draft.set_colour("lung", 1, 1)
    draft.set_colour("lung", -9, -24)
    assert draft.steps.count() == 0 and draft.saved


def test_every_part_of_a_palette_can_be_changed_and_named_in_undo(draft: PaletteDraft) -> None:
    draft.set_title("Other")
    draft.set_label("lung", "Air")
    draft.set_salience("lung", 4.0)
    draft.set_power(1.5)
    changed = draft.palette
    assert (changed.title, changed.power, changed.tissues["lung"]) == ("Other", 1.5, Swatch("Air", -9.0, -24.0, 4.0))
    assert draft.steps.undoText() == "power" and draft.steps.text(1) == "label of lung"


def test_a_tissue_without_colour_joins_the_palette_when_it_gets_one(draft: PaletteDraft) -> None:
    assert "heart" in draft.tissues and "heart" not in draft.palette.tissues
    draft.set_colour("heart", 20, 5)
    assert draft.palette.tissues["heart"] == Swatch("Heart", 20.0, 5.0)
    draft.undo()
    assert "heart" not in draft.palette.tissues


def test_saving_gives_the_name_which_undo_does_not_take_away(draft: PaletteDraft) -> None:
    draft = PaletteDraft(begun(shipped("safe")))
    draft.set_power(3.0)
    draft.take_saved(Palette("new", draft.palette.title, draft.palette.description, draft.palette.tissues, 3.0))
    assert draft.saved and draft.palette.name == "new"
    draft.undo()
    assert draft.palette.name == "new" and not draft.saved
    draft.take_deleted()
    assert draft.palette.name == "" and not draft.saved


def test_what_was_changed_while_it_was_written_stays_unsaved(draft: PaletteDraft) -> None:
    written = draft.palette
    draft.set_power(2.0)
    draft.take_saved(written)
    assert not draft.saved


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_every_chosen_colour_is_one_that_a_palette_may_have(a: float, b: float) -> None:
    taken = within_chroma(a, b)
    assert math.hypot(*taken) <= MAX_CHROMA
    from_json(to_json(Palette("p", "P", "d", {"lung": Swatch("Lung", *taken)})))
    if 1 < math.hypot(a, b) < MAX_CHROMA - 0.1:
        assert taken == pytest.approx((a, b), abs=0.05 + 1e-9)


def test_each_pair_has_the_limit_of_the_smallest_tier_it_belongs_to() -> None:
    assert limit_of_pair("lung", "bone", Vision.DEUTAN) == 10
    assert limit_of_pair("bone", "fat", Vision.NORMAL) == 5
    assert limit_of_pair("gas", "metal", Vision.NORMAL) == 5
    assert limit_of_pair("gas", "metal", Vision.TRITAN) is None
