"""Outlines and words over a picture: legible on any ground, and only where they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraycolor_gui.core.annotation import Annotation, lines_of
from xraycolor_gui.core.regions import Ellipse, Point, Rectangle
from xraycolor_gui.io.annotated import CASING, LINE, draw


def ground(level: int, rows: int = 300, columns: int = 400) -> np.ndarray:
    return np.full((rows, columns, 3), level, np.uint8)


def luminance(rgb: np.ndarray) -> np.ndarray:
    linear = (rgb / 255.0) ** 2.2
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


@pytest.mark.parametrize("level", [0, 90, 168, 255])
def test_a_line_and_its_casing_stand_out_on_every_ground(level: int) -> None:
    picture = ground(level)
    draw(picture, [Annotation(lines_of(Rectangle(100, 100, 120, 90)), "")])
    column = picture[150, 90:112]
    assert (column == LINE).all(axis=1).any() and (column == CASING).all(axis=1).any()
    seen = luminance(column)
    # WCAG's contrast of graphics, between the lightest and the darkest of line, casing and ground.
    assert (seen.max() + 0.05) / (seen.min() + 0.05) >= 3


@pytest.mark.parametrize("level", [0, 255])
def test_words_are_light_with_a_dark_casing(level: int) -> None:
    picture = ground(level)
    draw(picture, [Annotation(lines_of(Rectangle(100, 100, 120, 90)), "1 wrong tissue: bone")])
    words = picture[70:96, 100:260]
    assert words.max() >= 220 and words.min() <= 10


def test_nothing_changes_far_from_what_is_drawn() -> None:
    picture = ground(120)
    draw(picture, [Annotation(lines_of(Ellipse(100, 100, 60, 40)), "2 right")])
    far = picture.copy()
    far[60:160, 80:240] = 120
    assert (far == 120).all()
    untouched = ground(120)
    draw(untouched, [])
    assert (untouched == 120).all()


def test_a_point_gets_a_circle_and_words_do_not_cover_each_other() -> None:
    picture = ground(120)
    draw(picture, [Annotation(lines_of(Point(50.5, 50.5)), "")])
    assert (picture[40:62, 40:62] != 120).any(axis=2).sum() > 60
    once, twice = ground(120), ground(120)
    same = Annotation(lines_of(Rectangle(100, 100, 100, 80)), "bleeds")
    draw(once, [same])
    draw(twice, [same, same])
    assert ((twice != 120).any(axis=2)).sum() > ((once != 120).any(axis=2)).sum() + 100


@settings(max_examples=60, deadline=None)
@given(
    st.builds(Rectangle, st.floats(-50, 500), st.floats(-50, 400), st.floats(0.1, 300), st.floats(0.1, 300)),
    st.text(max_size=60),
    st.sampled_from([(300, 400), (8, 9), (40, 2000)]),
)
def test_whatever_is_outlined_can_be_drawn(region: Rectangle, words: str, size: tuple[int, int]) -> None:
    picture = ground(77, *size)
    draw(picture, [Annotation(lines_of(region), words)])
    assert picture.shape == (*size, 3)
