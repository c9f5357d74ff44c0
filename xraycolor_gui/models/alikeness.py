"""How alike two places of a film are: what lets a reader's correction spread to where it belongs, and no farther.

Every place is compared with the corrected ones by its grey, by the network's features there (decoder and bottleneck),
by its composition, and by the way to it: how far, and over how many edges of the grey and of the composition. A small
network, fitted by `training.corrections` on simulated corrections of train films, makes one chance of these signs: that
what was said of the corrected places holds here too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from xraycolor_gui.core.colorization import Traits
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.folders import shipped_folder
from xraycolor_gui.models.gauges import Weighing

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

#: What a step costs on a grey, or composition, that changes by one from a pixel to the next; an even one costs 1.
_GREY_EDGE, _COMPOSITION_EDGE = 40.0, 30.0
#: Paths longer than this are all the same: elsewhere.
_FARTHEST = 2000.0
#: Number of signs that `signs` gives.
SIGNS = 17
#: Where the fitted network lies, in a folder of models.
FILE = "alikeness.npz"


class Ground:
    """One film's places, prepared once for any number of corrections."""

    def __init__(self, traits: Traits, weighing: Weighing) -> None:
        rows, columns, _ = traits.shares.shape
        self.traits, self.weighing = traits, weighing
        self.shape = (rows, columns)
        self.shown = weighing.shown(traits.shares)
        self.leading = self.shown.argmax(axis=2)
        self.grey: Floats = np.asarray(cv2.GaussianBlur(traits.film, (0, 0), 0.7), np.float32)
        self.features = _standard(traits.features.astype(np.float32))
        self.code = _standard(_enlarged(traits.code.astype(np.float32), traits.stride)[:rows, :columns])
        self.roots = np.sqrt(self.shown)
        self._ways = tuple(
            _grid(1 + cost * _steepness(planes))
            for cost, planes in ((_GREY_EDGE, self.grey[..., None]), (_COMPOSITION_EDGE, self.roots))
        )

    def signs(self, region: Mask) -> Floats:
        """(rows, columns, SIGNS): how each place compares with the places in `region`, which must not be empty."""
        grey = self.grey - self.grey[region].mean()
        features = _distance(self.features, region)
        code = _distance(self.code, region)
        likeness = self.roots @ np.sqrt(self.shown[region].mean(axis=0))
        composition = np.sqrt(np.maximum(0, 1 - likeness))
        same = (self.leading == np.bincount(self.leading[region]).argmax()).astype(np.float32)
        far = cv2.distanceTransform((~region).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        by_grey, by_composition = (_along(way, region) for way in self._ways)
        steps = np.abs(grey)
        together = np.stack(
            [
                steps,
                4 * steps**2,
                grey,
                np.log1p(by_grey),
                by_grey / 40,
                np.log1p(by_composition),
                np.log1p(far),
                far / 40,
                features,
                features**2,
                code,
                composition,
                4 * composition**2,
                same,
                same * composition,
                features * np.log1p(by_grey) / 3,
                steps * np.log1p(by_grey) / 3,
            ],
            axis=2,
        )
        return np.asarray(together, np.float32)


def ground_of(traits: Traits, weighing: Weighing) -> Ground:
    """The places of a film; those of the last films are kept, since corrections come one after the other."""
    return _kept_ground(traits, weighing.salience.tobytes(), weighing.power)


@lru_cache(maxsize=2)
def _kept_ground(traits: Traits, salience: bytes, power: float) -> Ground:
    return Ground(traits, Weighing(np.frombuffer(salience, np.float32), power))


@dataclass(frozen=True, eq=False, slots=True)
class Alikeness:
    """The fitted network: signs in spreads from their mean, one hidden layer, log odds of being alike.

    mean, spread (SIGNS,); hidden (SIGNS, h), hidden_bias (h,); last (h,), last_bias (1,).
    """

    mean: Floats
    spread: Floats
    hidden: Floats
    hidden_bias: Floats
    last: Floats
    last_bias: Floats

    def odds(self, signs: Floats) -> Floats:
        """(…,) log odds from signs (…, SIGNS)."""
        inner = np.tanh((signs - self.mean) / self.spread @ self.hidden + self.hidden_bias)
        return np.asarray(inner @ self.last + self.last_bias[0], np.float32)

    def save(self, path: Path) -> None:
        """Written beside its place and moved in."""
        beside = path.with_name(f"{path.stem}.new.npz")
        np.savez(beside, **{f.name: np.asarray(getattr(self, f.name), np.float32) for f in fields(self)})  # type: ignore[arg-type]
        beside.replace(path)


def read_alikeness(path: Path) -> Alikeness:
    """Raises ModelError if the file is missing or holds something else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            found = Alikeness(**{f.name: np.asarray(file[f.name], np.float32) for f in fields(Alikeness)})
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(
            f"{path.name} is missing or damaged.", "Install XrayColor again.", detail=str(error)
        ) from error
    if found.mean.shape != (SIGNS,) or found.hidden.shape[0] != SIGNS:
        raise ModelError(f"{path.name} belongs to another version.", "Install XrayColor again.")
    return found


@cache
def load_alikeness() -> Alikeness:
    """The shipped one."""
    return read_alikeness(shipped_folder() / FILE)


def _standard(planes: Floats) -> Floats:
    """(r, c, k) in spreads from their mean over the film."""
    flat = planes.reshape(-1, planes.shape[2])
    return np.asarray((planes - flat.mean(axis=0)) / (flat.std(axis=0) + 1e-3), np.float32)


def _enlarged(code: Floats, stride: int) -> Floats:
    rows, columns, _ = code.shape
    # OpenCV resizes at most a few planes of an array at once.
    planes = [
        cv2.resize(plane, (columns * stride, rows * stride), interpolation=cv2.INTER_LINEAR)
        for plane in np.ascontiguousarray(np.moveaxis(code, 2, 0))
    ]
    return np.stack(planes, axis=2)


def _steepness(planes: Floats) -> Floats:
    """Length of the gradient per pixel, all planes (r, c, k) together."""
    squares = np.zeros(planes.shape[:2], np.float32)
    for number in range(planes.shape[2]):
        plane = np.ascontiguousarray(planes[..., number])
        squares += cv2.Sobel(plane, cv2.CV_32F, 1, 0) ** 2 + cv2.Sobel(plane, cv2.CV_32F, 0, 1) ** 2
    return np.asarray(np.sqrt(squares) / 8, np.float32)


def _grid(cost: Floats) -> csr_matrix:
    """Ways from every pixel to its eight neighbours; a step costs its length times the mean cost of its ends."""
    rows, columns = cost.shape
    number = np.arange(rows * columns).reshape(rows, columns)
    flat = cost.ravel()
    starts, ends, costs = [], [], []
    for here, there, length in (
        (number[:, :-1], number[:, 1:], 1.0),
        (number[:-1], number[1:], 1.0),
        (number[:-1, :-1], number[1:, 1:], 2**0.5),
        (number[:-1, 1:], number[1:, :-1], 2**0.5),
    ):
        starts.append(here.ravel())
        ends.append(there.ravel())
        costs.append(length * (flat[starts[-1]] + flat[ends[-1]]) / 2)
    return csr_matrix(
        (np.concatenate(costs), (np.concatenate(starts), np.concatenate(ends))), shape=(flat.size, flat.size)
    )


def _along(way: csr_matrix, region: Mask) -> Floats:
    """Cost of the cheapest way from the region to every pixel."""
    costs = dijkstra(way, directed=False, indices=np.flatnonzero(region), min_only=True, limit=_FARTHEST)
    return np.asarray(np.minimum(costs, _FARTHEST).reshape(region.shape), np.float32)


def _distance(planes: Floats, region: Mask) -> Floats:
    """Root mean square distance of planes (r, c, k) from their mean over the region."""
    apart = planes - planes[region].mean(axis=0)
    return np.asarray(np.sqrt(np.einsum("rck,rck->rc", apart, apart) / planes.shape[2]), np.float32)
