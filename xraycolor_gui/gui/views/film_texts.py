"""The words in a picture's corners, each only as far as the file tells."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.radiograph import Labels, Radiograph, Spacing, SpacingSource
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.measuring.words import source_words
from xraycolor_gui.gui.spoken import numbers
from xraycolor_gui.gui.words import day_text, examination

_LONGEST_BAR = 112


class ScaleBar(NamedTuple):
    """Length of the bar in film pixels, and the words above it."""

    pixels: float
    text: str


def patient_lines(radiograph: Radiograph) -> list[str]:
    """Who and what: patient, then body part and view; the file's name where it tells no patient."""
    labels = radiograph.labels
    who = [labels.patient_id, labels.sex, _age(labels.age)]
    first = " · ".join(word for word in who if word) or radiograph.source.path.name
    return [line for line in (first, examination(labels)) if line]


def film_lines(labels: Labels, number: int, count: int) -> list[str]:
    """When, and which film of the listed ones; `number` counts from 1, 0 means that it is not among them."""
    film = QCoreApplication.translate("FilmTexts", "Film {number} of {count}").format(number=number, count=count)
    film = film if number else ""
    return [line for line in (day_text(labels.study_date), film) if line]


def scale_bar(spacing: Spacing | None, per_pixel: float, sideways: bool = False) -> ScaleBar | None:
    """The longest round length that fits, or None where the file tells no spacing.

    per_pixel: logical pixels per film pixel, along the bar. sideways: film rows run along the bar.
    """
    if spacing is None or spacing.source is SpacingSource.UNKNOWN or min(spacing.row_mm, spacing.column_mm) <= 0:
        return None
    pixel_mm = spacing.row_mm if sideways else spacing.column_mm
    longest = _LONGEST_BAR / per_pixel * pixel_mm
    decade = 10.0 ** math.floor(math.log10(longest))
    length = max(step * decade for step in (1, 2, 5) if step * decade <= longest * (1 + 1e-9))
    amount, unit = (length / 10, "cm") if length >= 10 else (length, "mm")
    words = f"{numbers(f'{amount:g}')}{tokens.NARROW_SPACE}{unit} {source_words(spacing.source)}"
    return ScaleBar(length / pixel_mm, words)


def _age(age: str) -> str:
    """A DICOM age string ("054Y") in words; anything else as it is."""
    units = {
        "Y": QCoreApplication.translate("FilmTexts", "{} y"),
        "M": QCoreApplication.translate("FilmTexts", "{} m"),
        "W": QCoreApplication.translate("FilmTexts", "{} w"),
        "D": QCoreApplication.translate("FilmTexts", "{} d"),
    }
    number, unit = age[:-1], units.get(age[-1:].upper())
    return unit.format(int(number)) if number.isdecimal() and unit else age
