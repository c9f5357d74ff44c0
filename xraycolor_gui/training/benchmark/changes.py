"""Small changes that a film may meet on its way, each with how to undo it in the colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from xraycolor_gui.training.benchmark.contender import Floats
from xraycolor_gui.training.benchmark.films import Mask

Chance = np.random.Generator
#: Colours (r, c, 2) of the changed film → at the shape of the film's own colours, and where they may be compared.
Undo = Callable[[Floats, tuple[int, int]], tuple[Floats, Mask]]
Change = Callable[[Floats, Chance], tuple[Floats, Undo]]
_LARGE, _SMALL = 3000, 256


@dataclass(frozen=True, slots=True)
class Kind:
    """name, the most that the 95th percentile of ΔE2000 may be, the ways to make the change, and what it is held
    against where that is not the film as it is."""

    name: str
    limit: float
    ways: tuple[Change, ...]
    against: Change | None = None


def resized(planes: Floats, shape: Sequence[int]) -> Floats:
    """Planes (rows, columns[, n]) at `shape`."""
    shrinking = shape[0] * shape[1] < planes.shape[0] * planes.shape[1]
    how = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(planes), (shape[1], shape[0]), interpolation=how), np.float32)


def _same_place(chroma: Floats, shape: tuple[int, int]) -> tuple[Floats, Mask]:
    back = chroma if chroma.shape[:2] == shape else resized(chroma, shape)
    return back, np.ones(shape, np.bool_)


def _noise(grey: Floats, rng: Chance) -> tuple[Floats, Undo]:
    return (grey + 0.01 * rng.standard_normal(grey.shape)).astype(np.float32), _same_place


def _jpeg(grey: Floats, _rng: Chance) -> tuple[Floats, Undo]:
    eight = np.rint(grey * 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", eight, [cv2.IMWRITE_JPEG_QUALITY, 90])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.float32) / np.float32(255), _same_place


def _sized(longest: int) -> Change:
    def change(grey: Floats, _rng: Chance) -> tuple[Floats, Undo]:
        factor = longest / max(grey.shape)
        how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        size = (round(grey.shape[1] * factor), round(grey.shape[0] * factor))
        return np.asarray(np.clip(cv2.resize(grey, size, interpolation=how), 0, 1), np.float32), _same_place

    return change


def _flip(grey: Floats, _rng: Chance) -> tuple[Floats, Undo]:
    def undo(chroma: Floats, shape: tuple[int, int]) -> tuple[Floats, Mask]:
        return _same_place(np.ascontiguousarray(chroma[:, ::-1]), shape)

    return np.ascontiguousarray(grey[:, ::-1]), undo


def _turned(degrees: float) -> Change:
    def change(grey: Floats, _rng: Chance) -> tuple[Floats, Undo]:
        def undo(chroma: Floats, shape: tuple[int, int]) -> tuple[Floats, Mask]:
            back = _rotated(_same_place(chroma, shape)[0], -degrees)
            # What left the film when it was turned does not come back, and its border is no film.
            kept = _rotated(_rotated(np.ones(shape, np.float32), degrees), -degrees) > 0.99
            inside = cv2.erode(kept.astype(np.uint8), np.ones((9, 9), np.uint8), borderValue=0)
            return back, np.asarray(inside, np.bool_)

        return _rotated(grey, degrees), undo

    return change


def _rotated(planes: Floats, degrees: float) -> Floats:
    rows, columns = planes.shape[:2]
    matrix = cv2.getRotationMatrix2D(((columns - 1) / 2, (rows - 1) / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(planes, matrix, (columns, rows), flags=cv2.INTER_LINEAR), np.float32)


def _windowed(factor: float) -> Change:
    def change(grey: Floats, _rng: Chance) -> tuple[Floats, Undo]:
        return np.clip((grey - 0.5) / factor + 0.5, 0, 1).astype(np.float32), _same_place

    return change


def _cropped(grey: Floats, rng: Chance) -> tuple[Floats, Undo]:
    top, left = rng.uniform(0, 0.2, 2)
    rows, columns = grey.shape
    cut = (
        slice(round(top * rows), round((top + 0.8) * rows)),
        slice(round(left * columns), round((left + 0.8) * columns)),
    )

    def undo(chroma: Floats, shape: tuple[int, int]) -> tuple[Floats, Mask]:
        down, across = shape[0] / rows, shape[1] / columns
        place = (
            slice(round(cut[0].start * down), round(cut[0].stop * down)),
            slice(round(cut[1].start * across), round(cut[1].stop * across)),
        )
        back, where = np.zeros((*shape, 2), np.float32), np.zeros(shape, np.bool_)
        back[place] = resized(chroma, (place[0].stop - place[0].start, place[1].stop - place[1].start))
        where[place] = True
        return back, where

    return np.ascontiguousarray(grey[cut]), undo


CHANGES: tuple[Kind, ...] = (
    Kind("1 % noise", 1.0, (_noise,)),
    Kind("JPEG quality 90", 1.0, (_jpeg,)),
    Kind("3000 px against 256 px", 1.0, (_sized(_LARGE),), against=_sized(_SMALL)),
    Kind("flipped", 1.5, (_flip,)),
    Kind("turned by 10°", 1.5, (_turned(10.0), _turned(-10.0))),
    Kind("window 10 % wider and narrower", 2.0, (_windowed(1.1), _windowed(1 / 1.1))),
    Kind("cut to 80 %", 2.0, (_cropped,)),
)
