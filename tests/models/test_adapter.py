"""What a reader's corrections do to the colours of one film."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.made_traits import FILM, HEART, WEIGHING, two_lungs
from xraycolor_gui.core.colorization import BACKGROUND, TISSUES, Colorization
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import Brush, Ellipse, Freehand, Point, Polygon, Rectangle, Region, painted
from xraycolor_gui.models.adapter import Correction, adapted, places, typical
from xraycolor_gui.models.alikeness import Ground, load_alikeness


def _click(row: int, column: int, verdict: Verdict = Verdict.WRONG_TISSUE, tissue: str = "lung") -> Correction:
    return Correction(Point(column * 8 + 4.0, row * 8 + 4.0), FILM, verdict, tissue)


def _adapt(colorization: Colorization, *corrections: Correction) -> Colorization:
    return adapted(colorization, corrections, load_alikeness(), WEIGHING)


def _leads(colorization: Colorization, row: int, column: int) -> str:
    return TISSUES[int(colorization.composition[row * 8 + 4, column * 8 + 4].argmax())]


def test_without_corrections_nothing_changes() -> None:
    before = two_lungs()
    assert _adapt(before) is before


def test_what_no_network_coloured_is_left_alone() -> None:
    slices = replace(two_lungs(), traits=None)
    assert _adapt(slices, _click(32, 46)) is slices


def test_one_click_corrects_the_whole_region_and_leaves_the_rest() -> None:
    before = two_lungs()
    after = _adapt(before, _click(32, 46))
    assert [_leads(before, 32, 46), _leads(after, 32, 46)] == ["heart", "lung"]
    assert _leads(after, 22, 46) == _leads(after, 42, 46) == "lung"
    assert _leads(after, 32, 30) == _leads(after, 4, 4) == "soft-tissue"
    np.testing.assert_allclose(after.composition.sum(axis=2), 1, atol=1e-4)
    far = np.abs(after.composition - before.composition)[:, :48].max()
    assert far < 0.1


def test_the_model_is_surer_where_the_reader_has_spoken() -> None:
    after = _adapt(two_lungs(), _click(32, 46))
    assert after.confidence is not None
    assert after.confidence[32 * 8, 46 * 8] > 0.9
    assert after.confidence[8, 8] == pytest.approx(0.5, abs=0.05)


def test_should_be_grey_takes_the_colour_away() -> None:
    assert _leads(_adapt(two_lungs(), _click(32, 46, Verdict.SHOULD_BE_GREY, "")), 32, 46) == BACKGROUND


def test_right_keeps_a_region_from_being_carried_along() -> None:
    before = two_lungs()
    wrong = _click(32, 17, tissue="heart")
    kept = _adapt(before, wrong, _click(32, 46, Verdict.RIGHT, ""), _click(26, 46, Verdict.RIGHT, ""))
    row, column = 32 * 8 + 4, 46 * 8 + 4
    np.testing.assert_allclose(kept.composition[row, column], before.composition[row, column], atol=0.02)


@pytest.mark.parametrize("verdict", [Verdict.HIDES_FINDING, Verdict.ARTEFACT])
def test_a_hidden_finding_and_an_artefact_lose_their_colour_in_their_region_alone(verdict: Verdict) -> None:
    before = two_lungs()
    after = _adapt(before, Correction(Rectangle(344, 232, 48, 48), FILM, verdict))
    assert _leads(after, 32, 46) == BACKGROUND
    assert _leads(after, 20, 46) == "heart"


def test_colour_that_bleeds_goes_back_to_its_side_of_the_edge() -> None:
    before = two_lungs()
    assert before.traits is not None
    shares = before.traits.shares.copy()
    band = np.s_[28:36, 55:58]
    shares[band] = shares[32, 46]
    bled = replace(before, traits=replace(before.traits, shares=shares))
    ground = Ground(bled.traits, WEIGHING) if bled.traits is not None else None
    assert ground is not None and ground.leading[32, 56] == HEART
    after = _adapt(bled, Correction(Rectangle(54 * 8, 26 * 8, 48, 96), FILM, Verdict.BLEEDS))
    assert _leads(after, 32, 56) == "soft-tissue"
    assert _leads(after, 32, 46) == "heart"


def test_a_tissue_that_hardly_leads_gets_a_guess_of_its_shares() -> None:
    traits = two_lungs().traits
    assert traits is not None
    shares = typical(Ground(traits, WEIGHING), TISSUES.index("bone"))
    assert TISSUES[int(shares.argmax())] == "bone"
    assert shares.sum() == pytest.approx(1.0)


_coordinate = st.floats(-50, 2100)
_size = st.floats(0.01, 900)
_corners = st.lists(st.tuples(_coordinate, _coordinate), min_size=3, max_size=9).map(tuple)
_REGIONS = st.one_of(
    st.builds(Rectangle, _coordinate, _coordinate, _size, _size),
    st.builds(Ellipse, _coordinate, _coordinate, _size, _size),
    st.builds(Polygon, _corners),
    st.builds(Freehand, _corners),
    st.builds(Point, _coordinate, _coordinate),
    st.just(Brush(3, 4, 2, 1, (0, 2))),
)


@settings(max_examples=60, deadline=None)
@given(region=_REGIONS)
def test_every_region_stands_for_some_place(region: Region) -> None:
    found = places(Correction(region, (2000, 1500), Verdict.RIGHT), (128, 96))
    assert found.shape == (128, 96)
    assert found.any()


def test_painted_pixels_stand_for_the_places_they_mostly_cover() -> None:
    mask = np.zeros((200, 100), np.bool_)
    mask[20:60, 10:50] = True
    found = places(Correction(painted(mask), mask.shape, Verdict.RIGHT), (100, 50))
    assert found.sum() == 20 * 20
    assert found[10:30, 5:25].all()
