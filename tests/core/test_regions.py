"""Regions are exact in image coordinates, as masks and as JSON."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.regions_made import SHAPE, masks, regions
from xraycolor_gui.core import regions as r
from xraycolor_gui.core.errors import FeedbackError


@given(regions())
def test_json_gives_back_the_very_region(region: r.Region) -> None:
    assert r.from_json(json.loads(json.dumps(r.to_json(region)))) == region


@given(regions(), st.integers(-40, 40), st.integers(-40, 40))
def test_moving_there_and_back_changes_no_pixel(region: r.Region, dx: int, dy: int) -> None:
    there = r.mask_of(r.moved(region, dx, dy), (200, 200))
    shifted = np.zeros_like(there)
    here = r.mask_of(r.moved(region, 0, 0), (200, 200))
    rows, columns = np.nonzero(here)
    kept = (rows + dy >= 0) & (rows + dy < 200) & (columns + dx >= 0) & (columns + dx < 200)
    shifted[rows[kept] + dy, columns[kept] + dx] = True
    interior = np.s_[45:155, 45:155]
    if isinstance(region, (r.Rectangle, r.Brush, r.Point)):
        assert (there[interior] == shifted[interior]).all()
    else:  # sums of floats may tip a centre that lies on the very edge
        assert (there[interior] != shifted[interior]).sum() <= 4


@given(regions())
def test_a_mask_stays_within_the_regions_bounds(region: r.Region) -> None:
    left, top, right, bottom = r.bounds(region)
    rows, columns = np.nonzero(r.mask_of(region, SHAPE))
    if isinstance(region, r.Point):
        assert all(column == math.floor(left) for column in columns)
    else:
        assert all(left <= column + 0.5 <= right for column in columns)
        assert all(top <= row + 0.5 <= bottom for row in rows)


@given(masks())
def test_painted_pixels_come_back_as_they_were(mask: np.ndarray) -> None:
    brush = r.painted(mask)
    assert (r.mask_of(brush, mask.shape) == mask).all()
    assert r.from_json(r.to_json(brush)) == brush


@given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 40), st.integers(1, 40))
def test_a_rectangle_and_its_four_corners_cover_the_same_whole_pixels(x: int, y: int, width: int, height: int) -> None:
    box = r.Rectangle(x, y, width, height)
    mask = r.mask_of(box, (100, 100))
    assert mask.sum() == width * height
    assert (r.mask_of(r.Polygon(r.outline(box)), (100, 100)) == mask).all()


@given(regions())
def test_a_region_twice_as_large_covers_the_doubled_film_alike(region: r.Region) -> None:
    """Each pixel's centre is also a point of the doubled film: what a zoomed view shows is what is meant."""
    if isinstance(region, (r.Brush, r.Point)):
        return
    left, top, right, bottom = r.bounds(region)
    twice = r.fitted(region, 2 * left, 2 * top, 2 * (right - left), 2 * (bottom - top))
    area, doubled = r.mask_of(region, SHAPE).sum(), r.mask_of(twice, (2 * SHAPE[0], 2 * SHAPE[1])).sum()
    around = [*r.outline(twice), r.outline(twice)[0]]
    edge = 4 * sum(math.dist(a, b) for a, b in pairwise(around))
    assert abs(4 * int(area) - int(doubled)) <= edge + 16


@given(regions(within=True), st.integers(0, 3), st.booleans())
def test_turning_and_flipping_the_view_shows_the_same_pixels(region: r.Region, turns: int, flip: bool) -> None:
    """The corners as a view shows them, taken back to the film, mean what they meant."""
    if not isinstance(region, (r.Rectangle, r.Polygon, r.Freehand)):
        return
    side = 64
    corners = np.array(r.outline(region))
    shown = corners.copy()
    for _ in range(turns):
        shown = np.stack([side - shown[:, 1], shown[:, 0]], axis=1)
    if flip:
        shown[:, 0] = side - shown[:, 0]
    on_screen = r.mask_of(r.Polygon(tuple(map(tuple, shown.tolist()))), (side, side))
    expected = np.rot90(r.mask_of(region, (side, side)), -turns)
    expected = expected[:, ::-1] if flip else expected
    # a centre on the very edge belongs to one side only, and turning swaps the sides
    assert (on_screen != expected).sum() <= 2 * side


def test_an_ellipse_is_round_and_touches_its_box() -> None:
    mask = r.mask_of(r.Ellipse(10, 20, 40, 30), SHAPE)
    assert mask.sum() == pytest.approx(math.pi * 20 * 15, rel=0.01)
    rows, columns = np.nonzero(mask)
    assert (columns.min(), columns.max(), rows.min(), rows.max()) == (10, 49, 20, 49)


def test_a_polygon_that_crosses_itself_is_filled_by_even_and_odd() -> None:
    bow = r.Polygon(((0, 0), (40, 40), (40, 0), (0, 40)))
    mask = r.mask_of(bow, (40, 40))
    assert mask[20, 2] and mask[20, 37]
    assert not mask[2, 20] and not mask[37, 20]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"type": "star"},
        {"type": "rectangle", "x": 1, "y": 1, "width": 0, "height": 3},
        {"type": "rectangle", "x": 1, "y": 1, "width": 3},
        {"type": "rectangle", "x": True, "y": 1, "width": 3, "height": 3},
        {"type": "ellipse", "x": float("nan"), "y": 1, "width": 3, "height": 3},
        {"type": "ellipse", "x": 1e9, "y": 1, "width": 3, "height": 3},
        {"type": "polygon", "points": [[0, 0], [1, 1]]},
        {"type": "polygon", "points": [[0, 0], [1, 1], [2]]},
        {"type": "freehand", "points": "abc"},
        {"type": "point", "x": "1", "y": 2},
        {"type": "brush", "x": 0, "y": 0, "width": 2, "height": 2, "runs": [0, 3]},
        {"type": "brush", "x": 0, "y": 0, "width": 2, "height": 2, "runs": [4]},
        {"type": "brush", "x": 0.5, "y": 0, "width": 2, "height": 2, "runs": [0, 4]},
    ],
)
def test_what_is_no_region_is_told_in_words(data: object) -> None:
    with pytest.raises(FeedbackError, match=r"\."):
        r.from_json(data)
