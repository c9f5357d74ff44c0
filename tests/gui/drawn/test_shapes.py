from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core import regions
from xraycolor_gui.core.regions import Brush, Ellipse, Freehand, Point, Polygon, Rectangle, Region
from xraycolor_gui.gui.views.drawn.shapes import Box, Path, shape_of

EVERY: list[Region] = [
    Rectangle(10, 20, 40, 30),
    Ellipse(10, 20, 40, 30),
    Polygon(((10, 20), (50, 25), (30, 50))),
    Freehand(((10, 20), (50, 25), (30, 50), (12, 40))),
    Point(30.5, 40.5),
    Brush(10, 20, 4, 2, (1, 2, 1, 4)),
]
ways = st.floats(-500, 500)


def ids(region: Region) -> str:
    return regions.kind(region)


@pytest.mark.parametrize("region", EVERY, ids=ids)
def test_every_region_can_be_drawn_moved_and_brought_back(region: Region) -> None:
    shape = shape_of(region)
    assert shape.region == region
    lines = shape.lines
    left, top, right, bottom = regions.bounds(region)
    points = np.vstack(lines)
    if not isinstance(region, Point):
        assert points.min(axis=0) == pytest.approx((left, top))
        assert points.max(axis=0) == pytest.approx((right, bottom))
    moved = shape.moved(7, -3)
    assert moved.region == regions.moved(region, 7, -3)
    assert moved.moved(-7, 3).region == region


@pytest.mark.parametrize("region", EVERY, ids=ids)
def test_a_shape_holds_the_pixels_that_belong_to_its_region(region: Region) -> None:
    mask = regions.mask_of(region, (60, 60))
    shape = shape_of(region)
    held = [[shape.holds(x + 0.5, y + 0.5) for x in range(60)] for y in range(60)]
    assert np.array_equal(np.array(held), mask)


@given(st.integers(0, 7), ways, ways, st.booleans())
def test_pulling_a_handle_of_a_box_brings_it_there_and_leaves_the_opposite_one(
    number: int, x: float, y: float, round_: bool
) -> None:
    box = Box((Ellipse if round_ else Rectangle)(100, 100, 80, 60))
    before, pulled = box.handles, box.with_handle(number, x, y)
    left, top, right, bottom = regions.bounds(pulled.region)
    opposite = before[(number + 4) % 8]
    if number % 2 == 0:
        assert min(abs(left - opposite[0]), abs(right - opposite[0])) < 0.26
        assert min(abs(top - opposite[1]), abs(bottom - opposite[1])) < 0.26
        assert min(abs(left - x), abs(right - x)) < 0.26
    elif number in (1, 5):
        assert (left, right) == (100, 180)
    else:
        assert (top, bottom) == (100, 160)
    assert pulled.region.width > 0 and pulled.region.height > 0


@given(st.integers(0, 3), ways, ways)
def test_an_outline_is_stretched_but_never_turned_inside_out(number: int, x: float, y: float) -> None:
    pulled = shape_of(EVERY[3]).with_handle(number, x, y)
    left, top, right, bottom = regions.bounds(pulled.region)
    assert right - left > 0.2 and bottom - top > 0.2


def test_a_corner_of_a_polygon_is_pulled_alone() -> None:
    pulled = shape_of(EVERY[2]).with_handle(1, 99, 98)
    assert pulled.region == Polygon(((10, 20), (99, 98), (30, 50)))


def test_both_ends_of_a_width_stay_level() -> None:
    across = Path(((10, 50), (90, 50), (0, 80), (99, 80)), ((0, 1), (2, 3)), level=1)
    pulled = across.with_handle(0, 15, 44)
    assert pulled.points == ((15, 44), (90, 44), (0, 80), (99, 80))
    down = Path(((10, 50), (10, 90)), level=0).with_handle(1, 12, 95)
    assert down.points == ((12, 50), (12, 95))


def test_painted_pixels_are_outlined_by_their_edges() -> None:
    lines = shape_of(Brush(10, 20, 2, 1, (0, 2))).lines
    length = sum(float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in lines)
    assert length == 6


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_lines_round_painted_pixels_part_them_exactly_from_the_rest(rows: int, columns: int, seed: int) -> None:
    mask = np.random.default_rng(seed).random((rows, columns)) < 0.6
    mask[rows // 2, columns // 2] = True
    inside = np.zeros((rows, columns + 1), np.int_)
    for line in shape_of(regions.painted(mask)).lines:
        assert (line[0] == line[-1]).all()
        for (x0, y0), (x1, y1) in pairwise(line.tolist()):
            assert x0 == x1 or y0 == y1
            # Every pixel to the right of an upright piece changes sides.
            if x0 == x1:
                inside[int(min(y0, y1)) : int(max(y0, y1)), int(x0) :] += 1
    assert (inside[:, :columns] % 2 == mask).all()
