"""Draws what a reader outlined over a picture that is to be exported, legible on any ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from xraycolor_gui.core.annotation import Annotation
from xraycolor_gui.io.resources import resource

#: The accent of what readers draw, and the casing round it: apart from each other on every ground.
LINE, CASING = (168, 154, 244), (0, 0, 0)
TEXT = (232, 232, 232)
#: Parts of the picture's longer side: a line's width, and the height of letters.
_LINE_PART, _TEXT_PART = 1 / 700, 1 / 62
_LEAST_LINE, _LEAST_TEXT = 2, 11
#: Letters of a label that are drawn.
_LONGEST = 120
#: Bits behind the point in OpenCV's coordinates.
_SHIFT = 4

_Box = tuple[int, int, int, int]


def draw(rgb: NDArray[np.uint8], annotations: Sequence[Annotation]) -> None:
    """Draw into a picture (rows, columns, 3) of a whole film; words stand beside their outlines where there is room."""
    rows, columns = rgb.shape[:2]
    width = max(round(max(rows, columns) * _LINE_PART), _LEAST_LINE)
    for color, thickness in ((CASING, 2 * width + 2), (LINE, width)):
        for annotation in annotations:
            for line in _visible(annotation, 5 * width):
                # Image coordinates count from a pixel's corner, OpenCV's from its middle.
                corners = np.rint((line - 0.5) * (1 << _SHIFT)).astype(np.int32)
                cv2.polylines(rgb, [corners], False, color, thickness, cv2.LINE_AA, _SHIFT)
    taken: list[_Box] = []
    for annotation in annotations:
        if annotation.words:
            taken.append(_write(rgb, annotation, width, taken))


def _visible(annotation: Annotation, radius: float) -> list[NDArray[np.float64]]:
    """The lines; what is too small to be seen by itself, such as a point, gets a circle round it."""
    lines = [np.array(line, np.float64) for line in annotation.lines]
    every = np.vstack(lines)
    low, high = every.min(axis=0), every.max(axis=0)
    if np.all(high - low < radius):
        turns = np.linspace(0, 2 * np.pi, 65)
        lines.append(np.column_stack([np.cos(turns), np.sin(turns)]) * radius + (low + high) / 2)
    return lines


def _write(rgb: NDArray[np.uint8], annotation: Annotation, width: int, taken: Sequence[_Box]) -> _Box:
    """Returns where the words stand."""
    rows, columns = rgb.shape[:2]
    font = _font(max(round(max(rows, columns) * _TEXT_PART), _LEAST_TEXT))
    casing = max(round(font.size / 8), 1)
    words = "".join(letter if letter.isprintable() else " " for letter in annotation.words[:_LONGEST])
    left, top, right, bottom = (round(side) for side in font.getbbox(words, stroke_width=casing))
    size = right - left, bottom - top
    places = list(_places(annotation, size, 4 * width, (columns, rows)))
    box = next((place for place in places if not any(_meet(place, other) for other in taken)), places[0])
    x, y, x1, y1 = box
    patch = Image.fromarray(np.ascontiguousarray(rgb[max(y, 0) : y1, max(x, 0) : x1]))
    at = x - max(x, 0) - left, y - max(y, 0) - top
    ImageDraw.Draw(patch).text(at, words, TEXT, font, stroke_width=casing, stroke_fill=CASING)
    rgb[max(y, 0) : y1, max(x, 0) : x1] = np.asarray(patch)
    return box


def _places(annotation: Annotation, size: tuple[int, int], gap: int, picture: tuple[int, int]) -> Iterator[_Box]:
    """Above the outline, below it, at its right, at its left, inside; each moved into the picture."""
    corners = np.array([corner for line in annotation.lines for corner in line], np.float64)
    (left, top), (right, bottom) = np.floor(corners.min(axis=0)).astype(int), np.ceil(corners.max(axis=0)).astype(int)
    wide, high = size
    wanted = (
        (left, top - gap - high),
        (left, bottom + gap),
        (right + gap, top),
        (left - gap - wide, top),
        (left + gap, top + gap),
    )
    whole = []
    for x, y in wanted:
        moved = min(max(x, 0), max(picture[0] - wide, 0)), min(max(y, 0), max(picture[1] - high, 0))
        box = int(moved[0]), int(moved[1]), int(moved[0] + wide), int(moved[1] + high)
        if moved == (x, y):
            yield box
        else:
            whole.append(box)
    yield from whole


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic engine is always there, and refuses no letter.
    return ImageFont.truetype(str(resource("fonts/Inter-SemiBold.ttf")), size, layout_engine=ImageFont.Layout.BASIC)
