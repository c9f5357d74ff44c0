"""Label maps: which tissue each named structure is, and what a map adds to what Hounsfield units tell.

The shipped table (`resources/training/structures.csv`) holds the structures and numbers of TotalSegmentator's tasks
`total`, version 2 (117 classes) and version 1 (104), and some of its other tasks by name.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.io.resources import resource
from xraycolor_gui.training.anatomy import (
    CORTICAL,
    FAT,
    GAS,
    GREAT_VESSEL,
    HEART,
    LIVER,
    LUNG,
    LUNG_VESSEL,
    METAL,
    MUSCLE,
    OUTSIDE,
    SKIN,
    SPONGY,
)
from xraycolor_gui.training.own.tissue_rules import AIR_HU, CORTICAL_HU, MUSCLE_HU

SPLEEN, KIDNEY, GUT, CARTILAGE, GLAND = 9, 10, 11, 14, 15
#: Words for tissues, as tables and configurations write them → class of `anatomy`; “any” leaves it to the HU rules.
TISSUE_WORDS: Mapping[str, int] = {
    "any": OUTSIDE,
    "lung": LUNG,
    "lung vessel": LUNG_VESSEL,
    "gas": GAS,
    "fat": FAT,
    "muscle": MUSCLE,
    "heart": HEART,
    "vessel": GREAT_VESSEL,
    "liver": LIVER,
    "spleen": SPLEEN,
    "kidney": KIDNEY,
    "gut": GUT,
    "bone": CORTICAL,
    "cartilage": CARTILAGE,
    "gland": GLAND,
    "skin": SKIN,
    "metal": METAL,
}
Numbers = Literal["totalsegmentator", "totalsegmentator-1"]
_COLUMNS: Mapping[str, str] = {"totalsegmentator": "v2", "totalsegmentator-1": "v1"}

#: Blood without contrast; what contrast adds above it is pressed to a tenth.
_BLOOD_HU, _CONTRAST_HU, _KEPT_CONTRAST = 50.0, 90.0, 0.1
_FILLED = (HEART, GREAT_VESSEL, KIDNEY, LIVER, SPLEEN)
_ORAL_CONTRAST_HU = 110
#: What a structure's median must lie between if the names are right.
_PLAUSIBLE: Mapping[int, tuple[float, float]] = {
    LUNG: (-1000, -300),
    CORTICAL: (70, 3000),
    HEART: (-30, 700),
    LIVER: (-60, 300),
    GREAT_VESSEL: (-60, 900),
}

Classes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Structure:
    name: str
    tissue: int
    number: int


@cache
def _table() -> tuple[Mapping[str, str], ...]:
    with resource("training/structures.csv").open(newline="", encoding="utf-8") as stream:
        return tuple(csv.DictReader(stream))


def structures_by_number(numbers: str) -> dict[int, Structure]:
    """The structures of a multi-label map; TrainingError if the numbering is not known."""
    if numbers not in _COLUMNS:
        raise TrainingError(f"There is no numbering “{numbers}”.", f"Known are {', '.join(_COLUMNS)}.")
    rows = [(row, row[_COLUMNS[numbers]]) for row in _table()]
    return {int(n): Structure(row["structure"], TISSUE_WORDS[row["tissue"]], int(n)) for row, n in rows if n}


def tissues_by_name(own: Mapping[str, str]) -> dict[str, int]:
    """Class of every known structure's name; the user's own table comes on top of the shipped one."""
    known = {row["structure"]: TISSUE_WORDS[row["tissue"]] for row in _table()}
    return {**known, **{name: TISSUE_WORDS[word] for name, word in own.items()}}


def nearest(name: str, known: Iterable[str]) -> str:
    """“did you mean …” for a name that is not known, or nothing."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def implausible(hu: NDArray[np.int16], named: Classes, litre: float) -> tuple[str, ...]:
    """What speaks against the names of a label map: lungs as dense as muscle, bones as soft as fat."""
    words = {klass: word for word, klass in TISSUE_WORDS.items()}
    faults = []
    for klass, (low, high) in _PLAUSIBLE.items():
        here = hu[named == klass]
        if here.size > 0.01 * litre and not low <= float(np.median(here)) <= high:
            faults.append(f"what its label map calls {words[klass]} has {np.median(here):.0f} HU")
    return tuple(faults)


def without_contrast(hu: NDArray[np.int16], named: Classes) -> NDArray[np.int16]:
    """Contrast medium taken out of heart, vessels and organs that the map names, and of their rims."""
    plain = hu.copy()
    filled = np.zeros(named.shape, np.bool_)
    for klass in _FILLED:
        here = named == klass
        if here.any() and float(np.percentile(hu[here], 75)) > _CONTRAST_HU:
            filled |= here
    if filled.any():
        around = ndimage.binary_dilation(filled, ndimage.generate_binary_structure(3, 2), iterations=2)
        _press(plain, filled | around & (named == OUTSIDE) & (hu > _CONTRAST_HU))
    _press(plain, (named == GUT) & (hu > _ORAL_CONTRAST_HU))
    return plain


def _press(hu: NDArray[np.int16], here: NDArray[np.bool_]) -> None:
    values = hu[here].astype(np.float32)
    pressed = _BLOOD_HU + (values - _BLOOD_HU) * _KEPT_CONTRAST
    hu[here] = np.where(values > _BLOOD_HU, pressed, values).astype(np.int16)


def refine(tissue: Classes, hu: NDArray[np.int16], named: Classes) -> Classes:
    """The classes that the HU rules gave, made better where the map names something."""
    better = tissue.copy()
    body = tissue != OUTSIDE
    if (named == LUNG).any():
        near = ndimage.binary_dilation(named == LUNG, iterations=2)
        stray = np.isin(tissue, (LUNG, LUNG_VESSEL)) & ~near
        better[stray] = np.where(hu[stray] < AIR_HU, GAS, MUSCLE)
    for klass in np.unique(named[named > OUTSIDE]):
        here = (named == klass) & body
        better[here] = _within(int(klass), hu[here], tissue[here])
    return better


def _within(klass: int, hu: NDArray[np.int16], before: Classes) -> Classes:
    """Classes inside a structure: bones have marrow, lungs have vessels, gut has gas, muscle has fat."""
    filled = np.full(hu.shape, klass, np.uint8)
    if klass == CORTICAL:
        filled[hu < CORTICAL_HU] = SPONGY
    elif klass == LUNG:
        filled[hu >= AIR_HU + 100] = LUNG_VESSEL
    elif klass == GUT:
        filled[hu < AIR_HU] = GAS
    elif klass in (MUSCLE, GLAND, CARTILAGE):
        filled[hu < MUSCLE_HU] = FAT
    filled[before == METAL] = METAL
    return filled
