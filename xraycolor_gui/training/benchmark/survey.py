"""One pass over films: each is read and painted once, and shown to every gate that wants it."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import lightness
from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read
from xraycolor_gui.training.benchmark.contender import Contender, Floats, Painted, grey_at
from xraycolor_gui.training.benchmark.films import SEED, Drawn, Film, read_drawn
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.telling import Tell

Cut = tuple[slice, slice]
_TELL_EVERY = 25


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """One film as a contender painted it, everything at the painted size.

    grey: (rows, columns) 0 … 1, the film's own, not rounded; level: its L*. leading: (rows, columns) index into
    painted.tissues of the largest share of the colour, None for a contender without tissues.
    """

    film: Film
    radiograph: Radiograph
    grey: Floats
    level: Floats
    drawn: Drawn
    painted: Painted
    leading: NDArray[np.intp] | None

    def leads(self, tissue: str) -> NDArray[np.bool_] | None:
        """Where this tissue leads; nowhere for a model that does not know it, None without tissues."""
        if self.leading is None:
            return None
        if tissue not in self.painted.tissues:
            return np.zeros(self.leading.shape, np.bool_)
        return np.asarray(self.leading == self.painted.tissues.index(tissue), np.bool_)


class FilmGate(Protocol):
    """Keeps a small quantity of each film that it wants, and makes rows of them in the end. One per contender."""

    def wants(self, film: Film) -> bool: ...

    def see(self, seen: Seen) -> None: ...

    def rows(self, contender: str) -> list[Measured]: ...


def survey(
    contender: Contender,
    films: Sequence[Film],
    gates: Sequence[FilmGate],
    tell: Tell,
    *,
    title: str = "films",
    cut: Callable[[Film, tuple[int, int]], Cut] | None = None,
) -> None:
    """Paint every film that a gate wants. cut: part of the film, from its shape (rows, columns), to be taken for it.

    A film that cannot be read is told and left out.
    """
    wanted = [film for film in films if any(gate.wants(film) for gate in gates)]
    started = time.monotonic()
    for number, film in enumerate(wanted, 1):
        try:
            seen = look_at(contender, film, cut)
        except XrayColorError as error:
            tell(f"left out: {error}")
            continue
        for gate in gates:
            if gate.wants(film):
                gate.see(seen)
        if number % _TELL_EVERY == 0 or number == len(wanted):
            left = (time.monotonic() - started) / number * (len(wanted) - number)
            tell(f"{contender.name}, {title}: {number} of {len(wanted)}, {left:.0f} s left")


def look_at(contender: Contender, film: Film, cut: Callable[[Film, tuple[int, int]], Cut] | None = None) -> Seen:
    """XrayColorError where the film or its mask cannot be read."""
    radiograph = read(film.path)
    drawn = read_drawn(film, radiograph.shape)
    if cut is not None:
        where = cut(film, radiograph.shape)
        radiograph = replace(radiograph, stored=radiograph.stored[where].copy())
        drawn = drawn.cut(where)
    painted = contender.paint(radiograph)
    grey = grey_at(radiograph, painted.shape)
    return Seen(
        film=film,
        radiograph=radiograph,
        grey=grey,
        level=np.asarray(lightness(grey), np.float32),
        drawn=drawn.at(painted.shape),
        painted=painted,
        leading=None if painted.shares is None else np.argmax(painted.shares, axis=2),
    )


def rng_of(film: Film, purpose: int = 0) -> np.random.Generator:
    """The same chances for the same file, whatever other films there are."""
    return np.random.default_rng([SEED, zlib.crc32(film.path.name.encode()), purpose])


def off_centre(film: Film, shape: tuple[int, int]) -> Cut:
    """60–80 % of the film's sides, cut anywhere but in the middle."""
    rng = rng_of(film)
    height, width = (round(side * float(rng.uniform(0.6, 0.8))) for side in shape)
    top = round((shape[0] - height) * _aside(rng))
    left = round((shape[1] - width) * _aside(rng))
    return slice(top, top + height), slice(left, left + width)


def _aside(rng: np.random.Generator) -> float:
    """0 … 1, but not about ½."""
    aside = float(rng.uniform(0.0, 0.35))
    return aside if rng.random() < 0.5 else 1.0 - aside
