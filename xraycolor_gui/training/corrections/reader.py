"""A simulated reader who knows the outlines of a film, sees where the model errs, and clicks there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import Point
from xraycolor_gui.models.adapter import Correction
from xraycolor_gui.models.alikeness import Ground
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.gauges import Weighing
from xraycolor_gui.training.real_films import Label, RealFilm, has_heart_and_lung_mask, has_lung_mask, load

Mask = NDArray[np.bool_]
Shares = NDArray[np.float32]

#: Longest side at which films are looked at.
_LONGEST = 512
#: Bones and devices cross lungs and heart: where they lead, outlines of these do not say that it is wrong.
_CROSSING = ("bone", "metal")
#: Places of the smallest outline that is an organ, and what a worse model may take one for.
_ORGAN, _TAKEN_FOR = 400, ("lung", "heart", "soft-tissue", "fat", "gas")
#: Fewer rightly coloured places do not tell what a tissue looks like on this film.
_FEWEST_RIGHT = 30


@dataclass(frozen=True, eq=False, slots=True)
class Error:
    """Places (r, c) that hang together, lead wrongly, and are in truth this tissue."""

    where: Mask
    tissue: str


@dataclass(frozen=True, eq=False, slots=True)
class ReadFilm:
    """What the network saw in one outlined film. labels: (r, c) of `Label`, on the network's grid."""

    ground: Ground
    labels: NDArray[np.uint8]
    tissues: tuple[str, ...]
    patient: str

    def wrong(self, leading: NDArray[np.intp]) -> dict[str, Mask]:
        """By tissue: where it should lead, as far as the outlines tell, and does not."""
        number = {name: place for place, name in enumerate(self.tissues)}
        crossing = np.isin(leading, [number[name] for name in _CROSSING if name in number])
        outside = np.isin(self.labels, (Label.ELSE, Label.NOT_LUNG))
        taken = (outside & (leading == number["lung"])) | ((self.labels == Label.ELSE) & (leading == number["heart"]))
        return {
            "lung": (self.labels == Label.LUNG) & (leading != number["lung"]) & ~crossing,
            "heart": (self.labels == Label.HEART) & (leading != number["heart"]) & ~crossing,
            "soft-tissue": taken,
        }

    def errors(self, least: int) -> Iterator[Error]:
        """Those of at least so many places."""
        for tissue, where in self.wrong(self.ground.leading).items():
            count, parts, facts, _ = cv2.connectedComponentsWithStats(where.astype(np.uint8))
            for part in range(1, count):
                if facts[part, cv2.CC_STAT_AREA] >= least:
                    yield Error(parts == part, tissue)

    def untouched(self, tissue: str) -> Mask:
        """Places of which the outlines say that they are not this tissue, and the model does not say so either."""
        wrong = np.logical_or.reduce(list(self.wrong(self.ground.leading).values()))
        known = np.isin(self.labels, (Label.LUNG, Label.HEART, Label.ELSE, Label.NOT_LUNG))
        return np.asarray(known & ~wrong & (self.ground.leading != self.tissues.index(tissue)))

    def as_it_should_be(self, tissue: str) -> Shares | None:
        """(tissues,) mean shown shares where this tissue leads rightly; None where there are too few such places."""
        named = {"lung": (Label.LUNG,), "heart": (Label.HEART,), "soft-tissue": (Label.ELSE, Label.NOT_LUNG)}[tissue]
        right = np.isin(self.labels, named) & (self.ground.leading == self.tissues.index(tissue))
        if np.count_nonzero(right) < _FEWEST_RIGHT:
            return None
        return np.asarray(self.ground.shown[right].mean(axis=0), np.float32)


def read_films(colorizer: Colorizer, films: Iterable[RealFilm]) -> Iterator[ReadFilm]:
    """Outlined films as the model sees them."""
    weighing = weighing_of(colorizer)
    for film in films:
        loaded = load(film, _LONGEST)
        grey = loaded.grey.astype(np.float32) / np.float32(255)
        traits = colorizer.traits(colorizer.look(grey), grey)
        rows, columns, _ = traits.shares.shape
        labels = cv2.resize(loaded.labels, (columns, rows), interpolation=cv2.INTER_NEAREST)
        yield ReadFilm(
            Ground(traits, weighing),
            np.asarray(labels, np.uint8),
            colorizer.card.tissues,
            film.patient or str(film.path),
        )


def mistaken(film: ReadFilm, rng: Generator) -> ReadFilm | None:
    """The film as a worse model would have it: one whole lung, or the heart, taken for something else.

    None where no outline is large enough. Shipped models err in small places; what a user's own model, or an odd film,
    makes wrong may be an organ.
    """
    shares = film.ground.traits.shares
    parts = list(_organs(film.labels))
    if not parts:
        return None
    where, tissue = parts[int(rng.integers(len(parts)))]
    truth = film.tissues.index(tissue)
    taken_for = film.tissues.index(str(rng.choice([name for name in _TAKEN_FOR if name != tissue])))
    changed = shares.copy()
    changed[where, truth], changed[where, taken_for] = shares[where, taken_for], shares[where, truth]
    return replace(film, ground=Ground(replace(film.ground.traits, shares=changed), film.ground.weighing))


def _organs(labels: NDArray[np.uint8]) -> Iterator[tuple[Mask, str]]:
    for label, tissue in ((Label.LUNG, "lung"), (Label.HEART, "heart")):
        count, parts, facts, _ = cv2.connectedComponentsWithStats((labels == label).astype(np.uint8))
        for part in range(1, count):
            if facts[part, cv2.CC_STAT_AREA] >= _ORGAN:
                yield parts == part, tissue


def weighing_of(colorizer: Colorizer) -> Weighing:
    """As the model's gauges weigh tissues, which is how palettes show them."""
    gauges = colorizer.gauges
    return gauges.confidence.weighing if gauges is not None else Weighing.plain(len(colorizer.card.tissues))


def outlined(films: Iterable[RealFilm], split: str, most: int, seed: int = 0) -> list[RealFilm]:
    """At most so many films of a split with outlines of heart and lungs, and as many with lungs alone."""
    of_split = [film for film in films if film.split == split]
    rng = np.random.default_rng(seed)
    chosen: list[RealFilm] = []
    for kind in (has_heart_and_lung_mask, has_lung_mask):
        members = [film for film in of_split if kind(film)]
        chosen += [members[place] for place in sorted(rng.permutation(len(members))[:most])]
    return chosen


def click(where: Mask, tissue: str) -> Correction:
    """The reader clicks deepest inside, and says what it is."""
    return click_at(*deepest(where), where.shape, tissue)


def click_at(row: int, column: int, shape: tuple[int, int], tissue: str) -> Correction:
    """The reader says what one place of the network's grid is."""
    return Correction(Point(column + 0.5, row + 0.5), shape, Verdict.WRONG_TISSUE, tissue)


def deepest(where: Mask) -> tuple[int, int]:
    """(row, column) of the place farthest from the border of `where`."""
    depth = cv2.distanceTransform(np.pad(where, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    row, column = np.unravel_index(int(depth.argmax()), depth.shape)
    return int(row), int(column)


def next_click(error: Error, shown: Shares, wanted: Shares, tissues: Sequence[str]) -> Correction:
    """Where, inside the error, it is still worst: still led wrongly, else farthest from what it should be."""
    rest = error.where & (shown.argmax(axis=2) != tissues.index(error.tissue))
    if not rest.any():
        apart = np.abs(shown - wanted).sum(axis=2) * error.where
        rest = apart > 0.8 * apart.max() if apart.max() > 0 else error.where
    return click(rest, error.tissue)
