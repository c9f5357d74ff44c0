from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.films import film
from xraycolor_gui.core.presentation import full_range_window, percentile_window, present
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.core.shutters import Bitmap, Circle, Polygon, Rectangle, Shutter, covered, covered_pixels


def shown(*shapes: Rectangle | Circle | Polygon | Bitmap, size: tuple[int, int] = (8, 10), aspect: float = 1.0) -> str:
    hidden = covered_pixels(Shutter(shapes), size, aspect)
    return "\n".join("".join(".#"[not each] for each in line) for line in hidden)


def test_a_rectangle_shows_its_own_rows_and_columns_counted_from_1() -> None:
    hidden = covered_pixels(Shutter((Rectangle(2, 4, 3, 3),)), (6, 5))
    assert np.argwhere(~hidden).tolist() == [[1, 2], [2, 2], [3, 2]]


def test_a_circle_shows_what_lies_within_its_radius() -> None:
    assert shown(Circle(4, 5, 2), size=(7, 9)) == "\n".join(
        [".........", "....#....", "...###...", "..#####..", "...###...", "....#....", "........."]
    )


def test_a_circle_is_round_on_the_screen_where_pixels_are_not_square() -> None:
    hidden = covered_pixels(Shutter((Circle(10, 10, 8),)), (20, 20), aspect=2.0)
    seen = np.argwhere(~hidden)
    assert np.ptp(seen[:, 1]) == 16 and np.ptp(seen[:, 0]) == 8


def test_a_polygon_shows_its_inside() -> None:
    hidden = covered_pixels(Shutter((Polygon(((2, 2), (2, 8), (7, 8), (7, 2))),)), (9, 10))
    seen = np.argwhere(~hidden)
    assert seen.min(axis=0).tolist() == [1, 1] and seen.max(axis=0).tolist() == [6, 7]
    assert len(seen) == 6 * 7


def test_a_polygon_that_dents_in_covers_its_dent() -> None:
    corners = ((1, 1), (1, 9), (9, 9), (4, 5), (9, 1))
    hidden = covered_pixels(Shutter((Polygon(corners),)), (9, 9))
    assert hidden[7, 4] and not hidden[6, 7] and not hidden[1, 4]


def test_a_bitmap_covers_what_it_marks_and_nothing_beyond_itself() -> None:
    plane = np.array([[True, False], [False, True]])
    hidden = covered_pixels(Shutter((Bitmap(plane, row=2, column=0),)), (4, 3))
    assert np.argwhere(hidden).tolist() == [[2, 0]]


def test_several_shapes_show_only_what_lies_inside_all() -> None:
    one, other = Rectangle(1, 5, 1, 5), Circle(5, 5, 3)
    both = covered_pixels(Shutter((one, other)), (9, 9))
    assert np.array_equal(both, covered_pixels(Shutter((one,)), (9, 9)) | covered_pixels(Shutter((other,)), (9, 9)))


@given(
    shape=st.sampled_from(
        [Rectangle(3, 30, 5, 40), Circle(20, 22, 15), Polygon(((2, 2), (2, 38), (30, 20))), Bitmap(np.eye(44) > 0)]
    ),
    step=st.integers(1, 5),
    start=st.integers(0, 3),
)
def test_a_part_of_the_film_is_covered_as_the_whole_is(
    shape: Rectangle | Circle | Polygon | Bitmap, step: int, start: int
) -> None:
    shutter = Shutter((shape,))
    at = np.arange(start, 40, step)
    part = covered(shutter, at + 0.5, at + 0.5)
    assert np.array_equal(part, covered_pixels(shutter, (40, 40))[np.ix_(at, at)])


@pytest.mark.parametrize("inverse", [False, True])
def test_what_is_covered_has_the_shutters_own_grey_whatever_the_polarity(inverse: bool) -> None:
    made = film([[0, 50, 100]], inverse=inverse, shutter=Shutter((Rectangle(1, 1, 2, 3),), 0.25))
    assert present(made, Window(50, 100)).grey[0, 0] == 0.25
    assert present(made, Window(50, 100), (np.array([0]), np.array([2, 0]))).grey[0, 1] == 0.25


def test_what_is_covered_plays_no_part_in_the_percentile_window() -> None:
    stored = np.tile(np.concatenate([np.full(100, 4000), np.arange(100)]), (4, 1))
    made = film(stored, shutter=Shutter((Rectangle(1, 4, 101, 200),)))
    window = percentile_window(made)
    assert window.center + window.width / 2 <= 99
    assert full_range_window(film(stored)).width == 4000
