"""From composition to chroma: which colour each tissue has, and how strongly it speaks in a mixture.

A composition holds fractions of the ray's attenuation, which is physics; a palette holds the design choices. Its
salience says how loudly a tissue speaks (air-filled lung absorbs little, yet it is what one looks at), its power how
far the loudest one wins. Salience 1 and power 1 draw the physics as it is.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import BACKGROUND
from xraycolor_gui.core.errors import UnreadableFile

#: Greatest C* of a tissue, so that strength 1.5 stays within the colours that `color.render` tabulates.
MAX_CHROMA = 32.0
#: No salience or power comes near; keeps infinities and whole numbers beyond floats out.
_LARGEST = 1e6


@dataclass(frozen=True, slots=True)
class Swatch:
    """One tissue's colour (CIELAB a*, b*, D65), its words in the legend, and its salience."""

    label: str
    a: float
    b: float
    salience: float = 1.0


_NEUTRAL = Swatch("", 0.0, 0.0)


@dataclass(frozen=True, eq=False, slots=True)
class Palette:
    """Colours of the tissues. `tissues` is read-only and in the legend's order; what it does not name stays grey."""

    name: str
    title: str
    description: str
    tissues: Mapping[str, Swatch]
    power: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "tissues", MappingProxyType(dict(self.tissues)))

    def shares(self, composition: NDArray[np.float32], tissues: Sequence[str]) -> NDArray[np.float32]:
        """(…, tissues) share of the colour that each tissue has: ∝ (salience · fraction)^power, sum 1 (or all 0)."""
        salience = np.array([self.tissues.get(name, _NEUTRAL).salience for name in tissues], np.float32)
        weights = np.maximum(composition, 0) * salience
        if self.power == 1.5:
            weights *= np.sqrt(weights)  # a third of the time of np.power, and this is the power that is shipped
        elif self.power != 1:
            weights = np.power(weights, np.float32(self.power))
        total = weights.sum(axis=-1, keepdims=True)
        shares: NDArray[np.float32] = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
        return shares

    def leading(self, composition: NDArray[np.float32], tissues: Sequence[str]) -> NDArray[np.intp]:
        """(…) number of the tissue with the greatest share; the power does not change which one it is."""
        salience = np.array([self.tissues.get(name, _NEUTRAL).salience for name in tissues], np.float32)
        return np.asarray((composition * salience).argmax(axis=-1))

    def chroma(
        self,
        composition: NDArray[np.float32],
        tissues: Sequence[str],
        solo: str | None = None,
        hidden: Set[str] = frozenset(),
    ) -> NDArray[np.float32]:
        """(rows, columns, 2) a*, b* of a composition (rows, columns, tissues) whose last axis is named by `tissues`.

        solo: only this tissue keeps its colour, at its true share. hidden: these are drawn grey. Solo wins.
        """
        return self.colours(self.shares(composition, tissues), tissues, solo, hidden)

    def colours(
        self,
        shares: NDArray[np.float32],
        tissues: Sequence[str],
        solo: str | None = None,
        hidden: Set[str] = frozenset(),
    ) -> NDArray[np.float32]:
        """The second half of `chroma`, from the shares: all there is to do anew where only colours changed."""
        shown = {solo} if solo is not None else set(tissues) - set(hidden)
        swatches = [self.tissues.get(name, _NEUTRAL) if name in shown else _NEUTRAL for name in tissues]
        colours = np.array([(swatch.a, swatch.b) for swatch in swatches], np.float32).reshape(-1, 2)
        chroma: NDArray[np.float32] = np.matmul(shares.reshape(-1, len(tissues)), colours)
        return chroma.reshape(*shares.shape[:-1], 2)

    def weighs_like(self, other: Palette) -> bool:
        """Whether both give every composition the same shares."""
        names = self.tissues.keys() | other.tissues.keys()
        mine, theirs = ([palette.tissues.get(name, _NEUTRAL).salience for name in names] for palette in (self, other))
        return self.power == other.power and mine == theirs


def from_json(text: str) -> Palette:
    """Palette from its JSON text; UnreadableFile says which entry is wrong and what it should be."""
    try:
        data = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableFile(
            f"This palette is not valid JSON{where}.", "Correct the file or choose another.", str(error)
        ) from error
    if not isinstance(data, dict) or not isinstance(data.get("tissues"), dict) or not data["tissues"]:
        raise _wrong("the file", "has no tissues", 'Give it an object "tissues".')
    name = _text(data, "name", "the file")
    power = _number(data.get("power", 1.0), "power", name)
    if power <= 0:
        raise _wrong(name, "has a power that is not above 0", "Use 1 for plain shares.")
    return Palette(
        name=name,
        title=_text(data, "title", name),
        description=_text(data, "description", name),
        tissues={tissue: _swatch(tissue, entry, name) for tissue, entry in data["tissues"].items()},
        power=power,
    )


def to_json(palette: Palette) -> str:
    """The text that `from_json` reads, one tissue a line."""
    tissues = ",\n".join(
        f"    {_json(name)}: {{{', '.join(f'{_json(key)}: {_json(value)}' for key, value in asdict(swatch).items())}}}"
        for name, swatch in palette.tissues.items()
    )
    head: dict[str, str | float] = {
        "name": palette.name,
        "title": palette.title,
        "description": palette.description,
        "power": palette.power,
    }
    words = "".join(f"  {_json(key)}: {_json(value)},\n" for key, value in head.items())
    return f'{{\n{words}  "tissues": {{\n{tissues}\n  }}\n}}\n'


def _json(value: str | float) -> str:
    """Whole numbers without a fraction, as people write them."""
    whole = isinstance(value, float) and value.is_integer()
    return json.dumps(int(value) if whole else value, ensure_ascii=False)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys are all different: of two entries for a tissue one would be lost silently."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise UnreadableFile(f"This palette has two entries “{key}”.", "Keep one of them.")
        made[key] = value
    return made


def _swatch(tissue: str, entry: Any, palette: str) -> Swatch:
    if not isinstance(entry, dict):
        raise _wrong(palette, f"has no object for {tissue}", "Give label, a, b and salience.")
    swatch = Swatch(
        label=_text(entry, "label", palette, f" of {tissue}"),
        a=_number(entry.get("a"), f"a of {tissue}", palette),
        b=_number(entry.get("b"), f"b of {tissue}", palette),
        salience=_number(entry.get("salience", 1.0), f"salience of {tissue}", palette),
    )
    if swatch.salience < 0:
        raise _wrong(palette, f"has a negative salience of {tissue}", "Use 0 or more.")
    if math.hypot(swatch.a, swatch.b) > MAX_CHROMA:
        raise _wrong(palette, f"has a chroma above {MAX_CHROMA:g} for {tissue}", "Use a weaker colour.")
    if tissue == BACKGROUND and (swatch.a or swatch.b):
        raise _wrong(palette, "gives the background a colour", "Set its a and b to 0.")
    return swatch


def _text(data: Mapping[str, Any], key: str, palette: str, of: str = "") -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(palette, f"has no {key}{of}", "Give it as text.")
    return value


def _number(value: Any, what: str, palette: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _LARGEST:
        raise _wrong(palette, f"has no number for {what}", "Give it as a number.")
    return float(value)


def _wrong(palette: str, fault: str, next_step: str) -> UnreadableFile:
    return UnreadableFile(f"The palette “{palette}” {fault}.", next_step)
