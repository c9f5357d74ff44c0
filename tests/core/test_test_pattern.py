from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import map_coordinates
from skimage.color import rgb2lab

from xraycolor_gui.core.test_pattern import (
    FIVE_PERCENT,
    LIGHTNESSES,
    NINETY_FIVE_PERCENT,
    Box,
    Page,
    draw_lines,
    pattern,
    ramp,
    step_codes,
)
from xraycolor_gui.io.resources import palette

SIZES = [(1440, 900), (1920, 1080), (3840, 2160), (1080, 1920)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_page_fills_the_screen(columns: int, rows: int) -> None:
    for page in Page:
        picture = pattern(page, columns, rows, palette("anatomical"))
        assert picture.shape == (rows, columns, 3) and picture.dtype == np.uint8


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_grey_page_is_grey_and_holds_every_code_that_is_judged(columns: int, rows: int) -> None:
    picture = pattern(Page.GREY, columns, rows, palette("anatomical"))
    assert (picture == picture[..., :1]).all()
    codes = set(np.unique(picture).tolist())
    assert {0, FIVE_PERCENT, NINETY_FIVE_PERCENT, 255, *step_codes()} <= codes
    assert codes == set(range(256)), "the ramps pass through all of them"


def test_the_circle_is_round_to_a_part_of_a_pixel() -> None:
    columns, rows = 3840, 2160
    picture = pattern(Page.GREY, columns, rows, palette("anatomical"))[..., 0].astype(float)
    radius, reach = round(0.47 * rows), np.linspace(-3, 3, 25)
    for angle in np.radians(np.r_[-8:8:0.5, 172:188:0.5]):  # where no other field covers it
        place = rows // 2 + (radius + reach) * np.sin(angle), columns // 2 + (radius + reach) * np.cos(angle)
        light = np.clip(map_coordinates(picture, place, order=1) - 170, 0, None)  # the grid is darker
        assert (reach * light).sum() / light.sum() == pytest.approx(0, abs=0.4)


def test_steps_are_equal_from_black_to_white() -> None:
    codes = step_codes()
    assert codes[0] == 0 and codes[-1] == 255 and set(np.diff(codes).tolist()) == {15}


def test_the_finest_lines_are_one_pixel_wide() -> None:
    field = np.full((200, 400), 128, np.uint8)
    draw_lines(field, Box(0, 0, 400, 200))
    upright, level = field[40, :80].astype(int), field[:90, 210].astype(int)
    assert set(np.abs(np.diff(upright)).tolist()) == {255}
    assert set(np.abs(np.diff(level)).tolist()) == {255}


def test_a_ramp_gives_each_code_the_same_width() -> None:
    widths = np.bincount(ramp(1000), minlength=256)
    assert widths.min() >= 3 and widths.max() <= 4


def test_colours_have_the_lightness_of_the_grey_round_them() -> None:
    picture = pattern(Page.COLOUR, 1440, 900, palette("anatomical"))
    room = Box(0, 0, 1440, 900).part(0.2, 0.1, 0.7, 0.72)
    rows = len(palette("anatomical").tissues) + 1
    for row in range(rows):
        for column, lightness in enumerate(LIGHTNESSES):
            cell = room.part(column / len(LIGHTNESSES), row / rows, 1 / len(LIGHTNESSES), 1 / rows)
            middle = picture[cell.top + cell.height // 2, cell.left + cell.width // 2]
            assert rgb2lab(middle[np.newaxis])[0, 0] == pytest.approx(lightness, abs=0.3)


def test_one_code_fills_the_pages_of_uniformity() -> None:
    for page, code in ((Page.DARK, 26), (Page.BRIGHT, 204)):
        assert set(np.unique(pattern(page, 640, 480, palette("anatomical"))).tolist()) == {code}
