from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views.arrangement import LEAST_FILM, Arrangement, arrange
from xraycolor_gui.gui.views.sampling import Pyramid, visible_patch
from xraycolor_gui.gui.views.view_geometry import FILM_MARGIN, LARGEST_ZOOM, Canvas, ViewGeometry

canvases = st.builds(Canvas, st.integers(200, 2000), st.integers(200, 2000), st.sampled_from([1.0, 1.5, 2.0]))
turns = st.builds(Turn, st.integers(0, 3), st.booleans())
geometries = st.builds(
    ViewGeometry,
    st.tuples(st.integers(50, 4000), st.integers(50, 4000)),
    st.sampled_from([1.0, 0.5, 1.4]),
    turn=turns,
)


@given(geometries, canvases)
def test_a_fitted_film_lies_inside_the_canvas_with_its_margin(geometry: ViewGeometry, canvas: Canvas) -> None:
    placement = geometry.place(canvas)
    width, height = placement.size
    right, bottom = placement.x + width, placement.y + height
    margin = FILM_MARGIN * canvas.ratio - 1
    assert placement.x >= margin and placement.y >= margin
    assert right <= canvas.width - margin and bottom <= canvas.height - margin
    touches = (right - placement.x) / (canvas.width - 2 * FILM_MARGIN * canvas.ratio)
    reaches = (bottom - placement.y) / (canvas.height - 2 * FILM_MARGIN * canvas.ratio)
    assert max(touches, reaches) == pytest.approx(1.0)


@given(geometries, canvases, st.floats(1.0, 6.0), st.floats(0.2, 0.8), st.floats(0.2, 0.8))
def test_zooming_in_keeps_the_film_position_under_the_pointer(
    geometry: ViewGeometry, canvas: Canvas, factor: float, across: float, down: float
) -> None:
    before = geometry.place(canvas)
    rows, columns = geometry.shape
    x, y = before.to_view(rows * down, columns * across)
    after = geometry.zoomed(factor, canvas, x, y)
    zoom = after.scale(canvas)
    moved_x, moved_y = after.place(canvas).to_view(rows * down, columns * across)
    # The film's corner lies on a whole device pixel before and after.
    assert abs(moved_x - x) <= 0.51 + 0.51 * zoom / before.per_column
    assert abs(moved_y - y) <= 0.51 + 0.51 * zoom / before.per_column


@given(geometries, canvases, st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_a_film_cannot_be_panned_out_of_sight(geometry: ViewGeometry, canvas: Canvas, dx: float, dy: float) -> None:
    panned = geometry.zoomed(2.0, canvas, 0, 0).panned(dx, dy, canvas)
    assert visible_patch(panned.place(canvas), canvas) is not None


@given(geometries, canvases, st.floats(-50, 50), st.floats(-50, 50))
def test_film_and_view_positions_are_each_others_inverse(
    geometry: ViewGeometry, canvas: Canvas, row: float, column: float
) -> None:
    placement = geometry.place(canvas)
    assert placement.to_film(*placement.to_view(row, column)) == pytest.approx((row, column), abs=1e-6)


def test_zooming_out_ends_with_the_whole_film_centred() -> None:
    canvas = Canvas(500, 400)
    geometry = ViewGeometry((3000, 3000)).zoomed(8, canvas, 10, 390)
    assert geometry.zoomed(1e-3, canvas, 0, 0) == ViewGeometry((3000, 3000))


def test_zoom_has_an_end() -> None:
    canvas = Canvas(500, 400)
    assert ViewGeometry((3000, 3000)).zoomed(1e9, canvas, 250, 200).scale(canvas) == LARGEST_ZOOM


def test_pixels_that_are_not_square_are_drawn_as_high_as_they_are() -> None:
    placement = ViewGeometry((100, 100), aspect=2.0, zoom=1.0).place(Canvas(400, 400))
    assert placement.per_row == 2 * placement.per_column


def test_at_100_percent_every_device_pixel_is_one_film_pixel() -> None:
    values = np.random.default_rng(1).random((900, 1100), dtype=np.float32)
    canvas = Canvas(401, 300)
    geometry = ViewGeometry(values.shape).at_zoom(1.0, canvas).panned(-37.3, 11.8, canvas)
    patch = visible_patch(geometry.place(canvas), canvas)
    assert patch is not None
    row, column = round(patch.region[0]), round(patch.region[1])
    shown = Pyramid(values).sample(patch)
    assert np.array_equal(shown, values[row : row + patch.height, column : column + patch.width])


@pytest.mark.parametrize("zoom", [0.1, 0.23, 0.3, 0.45, 0.6, 0.9])
def test_a_minified_film_shows_means_so_that_fine_patterns_do_not_flicker(zoom: float) -> None:
    checks = np.indices((800, 900)).sum(axis=0).astype(np.float32) % 2
    canvas = Canvas(900, 800)
    patch = visible_patch(ViewGeometry(checks.shape, zoom=zoom).place(canvas), canvas)
    assert patch is not None
    shown = Pyramid(checks).sample(patch)[4:-4, 4:-4]
    assert shown.mean() == pytest.approx(0.5, abs=0.01)
    assert np.abs(shown - 0.5).max() < (0.1 if zoom < 0.5 else 0.5)


def test_a_slope_is_sampled_where_it_is_at_every_zoom() -> None:
    slope = np.broadcast_to(np.arange(1000, dtype=np.float32) + 0.5, (700, 1000))
    pyramid = Pyramid(np.ascontiguousarray(slope))
    canvas = Canvas(300, 200)
    for zoom in (0.15, 0.37, 0.8, 1.7, 3.0):
        patch = visible_patch(ViewGeometry((700, 1000), zoom=zoom).place(canvas), canvas)
        assert patch is not None
        _, left, _, right = patch.region
        expected = left + (np.arange(patch.width) + 0.5) * (right - left) / patch.width
        assert np.abs(pyramid.sample(patch)[50, 8:-8] - expected[8:-8]).max() < 0.1


def test_from_four_times_on_film_pixels_are_blocks() -> None:
    values = np.random.default_rng(2).random((60, 60), dtype=np.float32)
    canvas = Canvas(200, 200)
    patch = visible_patch(ViewGeometry(values.shape, zoom=5.0).place(canvas), canvas)
    assert patch is not None
    assert set(np.unique(Pyramid(values).sample(patch))) <= set(np.unique(values))


def test_padding_does_not_bleed_into_what_lies_beside_it() -> None:
    values = np.full((600, 600), 7.0, np.float32)
    values[:, :300] = np.nan
    canvas = Canvas(150, 150)
    patch = visible_patch(ViewGeometry(values.shape).place(canvas), canvas)
    assert patch is not None
    shown = Pyramid(values).sample(patch)
    assert np.isnan(shown).mean() == pytest.approx(0.5, abs=0.02)
    assert shown[~np.isnan(shown)] == pytest.approx(7.0)


def test_lone_padding_pixels_do_not_punch_holes_when_minified() -> None:
    values = np.full((600, 600), 7.0, np.float32)
    values[::9, ::9] = np.nan
    canvas = Canvas(150, 150)
    patch = visible_patch(ViewGeometry(values.shape).place(canvas), canvas)
    assert patch is not None
    assert Pyramid(values).sample(patch) == pytest.approx(7.0, rel=1e-4)


def test_a_portrait_film_has_its_panes_side_by_side() -> None:
    assert arrange(900, 700, ViewGeometry((3000, 2500)), Arrangement.BESIDE) is Arrangement.BESIDE


def test_a_wide_film_has_one_pane_above_the_other() -> None:
    assert arrange(1200, 900, ViewGeometry((1000, 2500)), Arrangement.BESIDE) is Arrangement.ABOVE


def test_the_arrangement_changes_only_for_a_clear_gain() -> None:
    """Widths from far too narrow to far too wide: where the two are alike, whatever was there stays."""
    film, height = ViewGeometry((1000, 1200)), 1100
    grown = shrunk = Arrangement.ABOVE
    turned_up = next(w for w in range(700, 3000) if (grown := arrange(w, height, film, grown)) is Arrangement.BESIDE)
    shrunk = Arrangement.BESIDE
    turned_down = next(
        w for w in range(3000, 600, -1) if (shrunk := arrange(w, height, film, shrunk)) is Arrangement.ABOVE
    )
    assert turned_up > turned_down * 1.1


@given(st.integers(300, 3000), st.integers(300, 2000), geometries)
def test_no_film_is_shown_smaller_than_360_pixels_beside_another(
    width: int, height: int, geometry: ViewGeometry
) -> None:
    arrangement = arrange(width, height, geometry, Arrangement.BESIDE)
    room = {
        Arrangement.BESIDE: Canvas((width - 1) // 2, height - tokens.HEADER),
        Arrangement.ABOVE: Canvas(width, max((height - 1) // 2 - tokens.HEADER, 1)),
    }.get(arrangement)
    if room is not None:
        assert geometry.fit_zoom(room) * max(geometry.extent) >= LEAST_FILM


def test_a_film_lying_on_its_side_is_fitted_by_its_length_and_arranged_so() -> None:
    lying = ViewGeometry((3000, 1500)).turned(Turn(1))
    assert lying.extent == (3000, 1500)
    assert lying.fit_zoom(Canvas(1516, 766)) == pytest.approx(0.5)
    assert arrange(1200, 900, lying, Arrangement.BESIDE) is Arrangement.ABOVE


def test_turning_keeps_zoom_and_what_is_in_the_middle() -> None:
    canvas = Canvas(500, 400)
    before = ViewGeometry((3000, 2000)).zoomed(8, canvas, 100, 90)
    after = before.turned(Turn(3, True))
    assert after.scale(canvas) == before.scale(canvas)
    places = [geometry.place(canvas).to_film(250, 200) for geometry in (before, after)]
    assert places[0] == pytest.approx(places[1], abs=1 / before.scale(canvas))
