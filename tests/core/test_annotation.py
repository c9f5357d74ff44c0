"""What is drawn over an exported picture, in words and lines."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from tests.core.feedback_made import given_feedback
from tests.core.regions_made import SHAPE, regions
from xraycolor_gui.core.annotation import annotations_of, lines_of
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import Point, Rectangle, Region, bounds, mask_of, painted


def test_numbers_are_those_of_the_readers_list_and_drafts_are_not_drawn() -> None:
    wrong, draft = given_feedback(), given_feedback(verdict=None, tissue="")
    grey = given_feedback(verdict=Verdict.SHOULD_BE_GREY, tissue="", label="edge")
    film = given_feedback(region=None, verdict=None, tissue="", rating=3)
    words = [each.words for each in annotations_of([film, wrong, draft, grey])]
    assert words == ["1 wrong tissue: bone", "3 should be grey (edge)"]


def test_readers_are_named_where_there_are_several() -> None:
    one, other = given_feedback(), given_feedback(reader="bela", verdict=Verdict.RIGHT, tissue="soft-tissue")
    assert [each.words for each in annotations_of([one, other])] == [
        "anna 1 wrong tissue: bone",
        "bela 1 right: soft tissue",
    ]


@given(regions())
def test_outlines_are_closed_and_stay_within_the_regions_bounds(region: Region) -> None:
    left, top, right, bottom = bounds(region)
    for line in lines_of(region):
        assert line[0] == line[-1] and len(line) > 2
        corners = np.array(line)
        slack = 1.0 if isinstance(region, Point) else 1e-6
        assert (corners.min(axis=0) >= (left - slack, top - slack)).all()
        assert (corners.max(axis=0) <= (right + slack, bottom + slack)).all()


def test_painted_pixels_have_a_line_round_every_piece_and_hole() -> None:
    mask = np.zeros(SHAPE, bool)
    mask[2:9, 3:12] = True
    mask[4:6, 5:8] = False
    lines = lines_of(painted(mask))
    assert len(lines) == 2
    assert {(3, 2), (12, 9)} <= set(lines[0]) | set(lines[1])
    assert mask_of(Rectangle(5, 4, 3, 2), SHAPE).sum() == 6
