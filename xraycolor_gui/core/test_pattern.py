"""Pictures to judge a screen by, in its own pixels: after SMPTE RP 133 and the TG18-QC pattern of AAPM report OR-03.

Codes are sRGB values, 0 … 255. Everything is made for a screen of `columns` × `rows` pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import ab_to_rgb
from xraycolor_gui.core.palette import Palette

GROUND = 128
_GRID = 160
STEPS = 18
#: Below and above a step's own code, in the corners of its patch.
_HINT = 3
#: 5 and 95 % of full scale, rounded.
FIVE_PERCENT, NINETY_FIVE_PERCENT = 13, 242
#: L* at which the colours of a palette are shown: those of its legend's ramp.
LIGHTNESSES = (24.0, 40.0, 55.0, 70.0, 86.0)
_WORDS = "QUALITY CONTROL"
#: Ground of the words, from black to white; each letter is nearer to it than the one before.
_WORD_GROUNDS = (0, GROUND, 255)


class Page(Enum):
    """GREY: steps, lines, ramps, words. COLOUR: a palette. DARK, BRIGHT: one code all over, 10 and 80 %."""

    GREY = "grey"
    COLOUR = "colour"
    DARK = "dark"
    BRIGHT = "bright"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def slices(self) -> tuple[slice, slice]:
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)

    def part(self, left: float, top: float, width: float, height: float) -> Box:
        """A part of it, in shares of its size."""
        return Box(
            self.left + round(left * self.width),
            self.top + round(top * self.height),
            max(round(width * self.width), 1),
            max(round(height * self.height), 1),
        )


def pattern(page: Page, columns: int, rows: int, palette: Palette) -> NDArray[np.uint8]:
    """(rows, columns, 3) sRGB of one page."""
    if page in {Page.DARK, Page.BRIGHT}:
        return np.full((rows, columns, 3), 26 if page is Page.DARK else 204, np.uint8)
    if page is Page.COLOUR:
        return _colours(columns, rows, palette)
    grey = _ground(columns, rows)
    whole = Box(0, 0, columns, rows)
    draw_steps(grey, whole.part(0.14, 0.2, 0.72, 0.12))
    _draw_ends(grey, whole.part(0.38, 0.38, 0.24, 0.16))
    for left, top in ((0.02, 0.03), (0.88, 0.03), (0.02, 0.81), (0.88, 0.81), (0.45, 0.58)):
        draw_lines(grey, whole.part(left, top, 0.1, 0.16))
    grey[whole.part(0.14, 0.78, 0.72, 0.05).slices] = ramp(round(0.72 * columns))
    grey[whole.part(0.14, 0.84, 0.72, 0.05).slices] = ramp(round(0.72 * columns))[::-1]
    for number, code in enumerate(_WORD_GROUNDS):
        _draw_words(grey, whole.part(0.14 + 0.25 * number, 0.06, 0.22, 0.08), code)
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)


def step_codes() -> list[int]:
    """Equal steps from black to white."""
    return [round(255 * step / (STEPS - 1)) for step in range(STEPS)]


def draw_steps(grey: NDArray[np.uint8], box: Box) -> None:
    """A row of steps; in each, one corner is a little darker and the opposite one a little brighter."""
    for number, code in enumerate(step_codes()):
        patch = box.part(number / STEPS, 0, 1 / STEPS, 1)
        grey[patch.slices] = code
        grey[patch.part(0.08, 0.08, 0.3, 0.2).slices] = max(code - _HINT, 0) if code else _HINT
        grey[patch.part(0.62, 0.72, 0.3, 0.2).slices] = min(code + _HINT, 255) if code < 255 else 255 - _HINT


def draw_lines(grey: NDArray[np.uint8], box: Box) -> None:
    """Lines of one and of two pixels, upright and level, in full contrast above and in little below."""
    for top, (low, high) in ((0.0, (0, 255)), (0.52, (GROUND - 8, GROUND + 8))):
        for number, (width, level) in enumerate(((1, False), (2, False), (1, True), (2, True))):
            field = box.part(number / 4, top, 0.22, 0.48)
            along = np.arange(field.height if level else field.width) // width % 2
            codes = np.where(along == 0, low, high).astype(np.uint8)
            grey[field.slices] = codes[:, np.newaxis] if level else codes


def ramp(length: int) -> NDArray[np.uint8]:
    """All codes from black to white, each as wide as the others to a pixel."""
    return (np.arange(length) * 256 // length).astype(np.uint8)


def _ground(columns: int, rows: int) -> NDArray[np.uint8]:
    """Mid grey with a grid of squares, a circle and a frame: straight, round, and nothing cut off."""
    grey = np.full((rows, columns), GROUND, np.uint8)
    side = max(rows // 12, 8)
    grey[rows // 2 % side :: side] = _GRID
    grey[:, columns // 2 % side :: side] = _GRID
    _draw_circle(grey, round(0.47 * min(rows, columns)))
    for inset, code in ((0, 255), (2, 255)):
        cv2.rectangle(grey, (inset, inset), (columns - 1 - inset, rows - 1 - inset), code, 1)
    return grey


def _draw_circle(grey: NDArray[np.uint8], radius: float) -> None:
    """White, round the middle and a pixel wide: truly round, where OpenCV draws a polygon of 72 sides."""
    rows, columns = grey.shape
    away = np.hypot(*np.ogrid[-(rows // 2) : rows - rows // 2, -(columns // 2) : columns - columns // 2])
    cover = np.clip(1.25 - np.abs(away - radius), 0, 1)
    grey[...] = np.rint(grey + cover * (255.0 - grey))


def _draw_ends(grey: NDArray[np.uint8], box: Box) -> None:
    """5 % in black and 95 % in white."""
    black, white = box.part(0, 0, 0.5, 1), box.part(0.5, 0, 0.5, 1)
    grey[black.slices], grey[white.slices] = 0, 255
    grey[black.part(0.3, 0.3, 0.4, 0.4).slices] = FIVE_PERCENT
    grey[white.part(0.3, 0.3, 0.4, 0.4).slices] = NINETY_FIVE_PERCENT


def _draw_words(grey: NDArray[np.uint8], box: Box, code: int) -> None:
    """Letters that come nearer to their ground one by one: by 14 codes, 13 … 1 (TG18-QC)."""
    field = np.full((box.height, box.width), code, np.uint8)
    pitch = box.width / (len(_WORDS) + 1)
    size = min(box.height / 60, pitch / 24)
    thick, off = max(round(size * 2), 1), len(_WORDS.replace(" ", ""))
    for number, letter in enumerate(_WORDS):
        if letter == " ":
            continue
        shade = code + off if code < 255 else code - off
        off -= 1
        (width, _), _ = cv2.getTextSize(letter, cv2.FONT_HERSHEY_SIMPLEX, size, thick)
        at = round((number + 1) * pitch - width / 2), round(0.5 * box.height + 11 * size)
        cv2.putText(field, letter, at, cv2.FONT_HERSHEY_SIMPLEX, size, int(shade), thick, cv2.LINE_8)
    grey[box.slices] = field


def _colours(columns: int, rows: int, palette: Palette) -> NDArray[np.uint8]:
    """A row for each tissue and one without chroma; from left to right lighter, on grey of the same lightness."""
    grey = _ground(columns, rows)
    picture = np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)
    chromas = [(0.0, 0.0), *((swatch.a, swatch.b) for swatch in palette.tissues.values())]
    room = Box(0, 0, columns, rows).part(0.2, 0.1, 0.7, 0.72)
    for row, (a, b) in enumerate(chromas):
        for column, lightness in enumerate(LIGHTNESSES):
            cell = room.part(column / len(LIGHTNESSES), row / len(chromas), 1 / len(LIGHTNESSES), 1 / len(chromas))
            picture[cell.slices] = ab_to_rgb(lightness, 0.0, 0.0)
            picture[cell.part(0.1, 0.12, 0.8, 0.76).slices] = ab_to_rgb(lightness, a, b)
    return picture


def colour_rows(palette: Palette) -> list[str]:
    """The tissues of the rows of the colour page, from the top; the first row is grey."""
    return ["", *palette.tissues]
