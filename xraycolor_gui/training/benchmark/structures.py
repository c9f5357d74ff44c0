"""What a manifest's `structures` column says of a mask: which pixels are which structure, and which tissue that is.

Two ways of writing are understood. Bit-coded: `1 heart, 2 left lung, 4 right lung`, a pixel belongs to every structure
whose bit it has. Value-coded: `lungs (255), ignore (127)`, a pixel has exactly that value. Remarks in brackets and
sentences after a full stop are passed over, but for one: lungs drawn `behind the heart` count the part it covers.
Names are looked up in a table; `4 aorta=heart` says the tissue outright. `ignore` marks pixels nobody decided on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import TISSUES

IGNORE = "ignore"

#: Words within a structure's name → tissue, and whether the structure is all of that tissue on a film. The first word
#: that is found decides. What is found nowhere (a finding, an organ without a tissue of its own) is left out.
_WORDS: tuple[tuple[str, str, bool], ...] = (
    ("ignore", IGNORE, False),
    ("unknown", IGNORE, False),
    ("lungs", "lung", True),
    ("left lung", "lung", False),
    ("right lung", "lung", False),
    ("lung", "lung", True),
    ("cardiomediastinum", "", False),
    ("heart", "heart", True),
    ("aorta", "heart", False),
    ("airway", "gas", False),
    ("trachea", "gas", False),
    ("bronch", "gas", False),
    ("bowel gas", "gas", False),
    ("gas", "gas", True),
    ("metal", "metal", True),
    ("implant", "metal", False),
    ("prosthesis", "metal", False),
    ("screw", "metal", False),
    ("fracture", "", False),
    ("bones", "bone", True),
    *((word, "bone", False) for word in ("rib", "clavic", "scapula", "sternum", "vertebra", "spine", "sacrum")),
    *((word, "bone", False) for word in ("femur", "femora", "tibia", "fibula", "patella", "pelvis", "hip")),
    *((word, "bone", False) for word in ("humer", "radius", "ulna", "carpal", "phalan", "skull", "mandib", "bone")),
    ("muscle", "soft-tissue", False),
    ("soft tissue", "soft-tissue", True),
    ("soft-tissue", "soft-tissue", True),
    ("fat", "fat", False),
)

_SENTENCE = re.compile(r"\. [A-Z].*$")
_BRACKETS = re.compile(r"\([^)]*\)")
_BIT = re.compile(r"^(\d+)\s+(.+)$")
_VALUE = re.compile(r"^(.+?)\s*\((\d+)\)$")


@dataclass(frozen=True, slots=True)
class Structure:
    """One outlined thing. `code` is a bit where `bit` is true, else the pixel's value.

    tissue: of TISSUES, IGNORE, or "" for what is no tissue. whole: the outline holds all of that tissue on the film, so
    that what lies outside is something else.
    """

    name: str
    code: int
    bit: bool
    tissue: str
    whole: bool

    def where(self, mask: NDArray[np.uint8]) -> NDArray[np.bool_]:
        return np.asarray((mask & self.code) > 0 if self.bit else mask == self.code, np.bool_)


def parse_structures(text: str) -> tuple[Structure, ...]:
    """Structures in the order they are named; empty where the text names none."""
    found = []
    for entry in _entries(text):
        if match := _BIT.match(_BRACKETS.sub("", entry).strip()):
            found.append(_structure(match[2], int(match[1]), bit=True))
        elif match := _VALUE.match(entry):
            found.append(_structure(match[1], int(match[2]), bit=False))
    sides = {side for side in ("left lung", "right lung") if any(side in s.name for s in found)}
    if len(sides) == 2:
        found = [_complete(s) if s.tissue == "lung" else s for s in found]
    return tuple(found)


def goes_behind_the_heart(text: str) -> bool:
    """True for lungs that are outlined with the part which the heart covers."""
    return "behind" in text and "heart" in text


def _entries(text: str) -> list[str]:
    """Parts between commas, without the commas inside brackets; a second sentence is left out."""
    body = _SENTENCE.sub("", re.sub(r"^\s*bits:\s*", "", text))
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(body):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0 and letter in ",;":
            parts.append(body[start:place].strip())
            start = place + 1
    return [*parts, body[start:].strip()]


def _structure(name: str, code: int, *, bit: bool) -> Structure:
    label, _, said = (part.strip() for part in name.partition("="))
    if said:
        return Structure(label, code, bit, said if said in TISSUES else "", True)
    lower = label.lower().replace("_", " ")
    for word, tissue, whole in _WORDS:
        if word in lower:
            return Structure(label, code, bit, tissue, whole)
    return Structure(label, code, bit, "", False)


def _complete(lung: Structure) -> Structure:
    return Structure(lung.name, lung.code, lung.bit, lung.tissue, True)
