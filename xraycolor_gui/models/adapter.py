"""The adapter: a reader's corrections change the colours of this film at once, without any training.

A correction says what a region is. It holds there, and spreads to places that look alike (`alikeness`); the rest keeps
still, and corrections that say different things divide the film between them. Everything happens on the network's own
small grid and is then led by the film's edges like any composition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import BACKGROUND, Colorization
from xraycolor_gui.core.feedback import Feedback, Verdict
from xraycolor_gui.core.regions import Brush, Point, Region, bounds, fitted, mask_of
from xraycolor_gui.core.upsample import refine
from xraycolor_gui.models.alikeness import Alikeness, Ground, ground_of
from xraycolor_gui.models.gauges import Weighing

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

#: How steeply log odds of being alike become a part of the correction, and how far they must lie above even for half
#: of it: in doubt the film keeps still.
SHARPNESS, DOUBT = 3.2, 0.8
#: The same between corrections that say different things of one place.
_RIVALRY = 3.0
#: Places whose leading tissue teaches how much of it there typically is; with fewer, `_UNKNOWN_SHARE` of it is taken.
_FEWEST_PLACES, _UNKNOWN_SHARE = 30, 0.65
#: A click stands for the place itself and those round it.
_CLICK_RADIUS = 1
#: Reach, in places, and sameness of grey, within which colour that bled over an edge is taken back to its side.
_BLED_REACH, _BLED_SAME = 6, 0.06

#: Log odds that a place inside the drawn region has over others: an outline drawn in haste still obeys plain edges.
_INSIDE = 2.0

#: Verdicts that spread, and those that make their region grey and nothing else.
_SPREADING = (Verdict.WRONG_TISSUE, Verdict.SHOULD_BE_GREY, Verdict.RIGHT)
_LOCAL = (Verdict.HIDES_FINDING, Verdict.ARTEFACT)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said of a region, in pixels of a film of `shape` (rows, columns)."""

    region: Region
    shape: tuple[int, int]
    verdict: Verdict
    tissue: str = ""


def corrections_of(records: Sequence[Feedback]) -> tuple[Correction, ...]:
    """Those of a film's records that change colours, in their order."""
    return tuple(
        Correction(record.region, (record.film.rows, record.film.columns), record.verdict, record.tissue)
        for record in records
        if record.region is not None
        and record.verdict is not None
        and (record.verdict is not Verdict.WRONG_TISSUE or record.tissue)
    )


def adapted(
    colorization: Colorization, corrections: Sequence[Correction], alikeness: Alikeness, weighing: Weighing
) -> Colorization:
    """The colorization with the corrections taken in; itself where there are none, or no network coloured it."""
    traits = colorization.traits
    useful = [c for c in corrections if c.verdict is not Verdict.WRONG_TISSUE or c.tissue in colorization.tissues]
    if traits is None or not useful:
        return colorization
    ground = ground_of(traits, weighing)
    shown, said = corrected(ground, useful, alikeness, colorization.tissues)
    planes = [weighing.physical(shown), said[..., None]]
    finer = refine(np.concatenate(planes, axis=2), traits.guide)
    changed = finer[..., -1:]
    # What no correction touched stays as it was to the last bit.
    composition = np.where(changed > 1e-3, finer[..., :-1], colorization.composition)
    confidence = colorization.confidence
    if confidence is not None:
        confidence = np.maximum(confidence, np.clip(changed[..., 0], 0, 1))
    return replace(colorization, composition=np.ascontiguousarray(composition), confidence=confidence)


def corrected(
    ground: Ground, corrections: Sequence[Correction], alikeness: Alikeness, tissues: Sequence[str]
) -> tuple[Floats, Floats]:
    """Shown shares (r, c, tissues) after the corrections, and (r, c) how much they had to say at each place, 0 … 1."""
    shown, said = ground.shown, np.zeros(ground.shape, np.float32)
    odds: dict[str, Floats] = {}
    regions = [places(correction, ground.shape) for correction in corrections]
    for correction, region in zip(corrections, regions, strict=True):
        if correction.verdict in _SPREADING:
            what = _meant(correction)
            own = alikeness.odds(ground.signs(region)) + _INSIDE * region
            odds[what] = np.maximum(odds.get(what, own), own)
    for what, own in odds.items():
        part = 1 / (1 + np.exp(-SHARPNESS * (own - DOUBT)))
        for other, rival in odds.items():
            if other != what:
                part = part / (1 + np.exp(-_RIVALRY * (own - rival)))
        if what != _AS_IT_IS:
            shown = shown + part[..., None] * (typical(ground, tissues.index(what)) - shown)
            said = np.maximum(said, part)
    return _held(ground, list(zip(corrections, regions, strict=True)), tissues, shown, said)


#: What "right" says of its region: let it be.
_AS_IT_IS = ""


def _meant(correction: Correction) -> str:
    """The tissue that the correction says the region is; none for "right", which only keeps others away."""
    if correction.verdict is Verdict.RIGHT:
        return _AS_IT_IS
    return BACKGROUND if correction.verdict is Verdict.SHOULD_BE_GREY else correction.tissue


def _held(
    ground: Ground,
    corrections: Sequence[tuple[Correction, Mask]],
    tissues: Sequence[str],
    shown: Floats,
    said: Floats,
) -> tuple[Floats, Floats]:
    """What holds in its own region alone; what came later holds over what came before."""
    shown, said = shown.copy(), said.copy()
    for correction, region in corrections:
        if correction.verdict is Verdict.BLEEDS:
            shown[region], said[region] = _unbled(ground, region)[region], 1.0
        elif correction.verdict is Verdict.RIGHT:
            shown[region], said[region] = ground.shown[region], 0.0
        elif correction.verdict in _LOCAL:
            shown[region], said[region] = _pure(tissues.index(BACKGROUND), len(tissues)), 1.0
    return shown, said


def typical(ground: Ground, tissue: int) -> Floats:
    """(tissues,) shown shares where the tissue plainly leads in this film; a guess where it hardly does."""
    count = ground.shown.shape[2]
    led = ground.shown[ground.leading == tissue]
    if tissue == 0:
        return _pure(tissue, count)
    if len(led) < _FEWEST_PLACES:
        rest = (1 - _UNKNOWN_SHARE) / (count - 1)
        return np.where(np.arange(count) == tissue, _UNKNOWN_SHARE, rest).astype(np.float32)
    plain = led[led[:, tissue] >= np.median(led[:, tissue])]
    return np.asarray(plain.mean(axis=0), np.float32)


def _pure(tissue: int, count: int) -> Floats:
    return np.asarray(np.arange(count) == tissue, np.float32)


def places(correction: Correction, shape: tuple[int, int]) -> Mask:
    """(r, c) places on the network's grid that the correction's region covers; at least the one at its middle."""
    down, across = shape[0] / correction.shape[0], shape[1] / correction.shape[1]
    left, top, right, bottom = bounds(correction.region)
    row = min(max(int((top + bottom) / 2 * down), 0), shape[0] - 1)
    column = min(max(int((left + right) / 2 * across), 0), shape[1] - 1)
    if isinstance(correction.region, Point):
        mask = np.zeros(shape, np.bool_)
        mask[
            max(row - _CLICK_RADIUS, 0) : row + _CLICK_RADIUS + 1,
            max(column - _CLICK_RADIUS, 0) : column + _CLICK_RADIUS + 1,
        ] = True
        return mask
    if isinstance(correction.region, Brush):
        full = mask_of(correction.region, correction.shape).astype(np.float32)
        mask = cv2.resize(full, (shape[1], shape[0]), interpolation=cv2.INTER_AREA) > 0.5
    else:
        box = left * across, top * down, (right - left) * across, (bottom - top) * down
        mask = mask_of(fitted(correction.region, *box), shape)
    if not mask.any():
        mask = mask.copy()
        mask[row, column] = True
    return np.asarray(mask, np.bool_)


def _unbled(ground: Ground, region: Mask) -> Floats:
    """Shown shares in which every place of the region has what the places of its own grey near it have."""
    rows, columns = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    reach = _BLED_REACH
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    pad = ((reach, reach), (reach, reach))
    grey = np.pad(ground.grey, pad, mode="edge")
    shown = np.pad(ground.shown, (*pad, (0, 0)), mode="edge")
    own = ground.grey[box]
    height, width = own.shape
    total = np.zeros((height, width, 1), np.float32)
    sums = np.zeros((height, width, shown.shape[2]), np.float32)
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            top, left = rows[0] + down, columns[0] + right
            view = np.s_[top : top + height, left : left + width]
            weight = np.exp(-0.5 * ((grey[view] - own) / _BLED_SAME) ** 2)[..., None]
            total += weight
            sums += weight * shown[view]
    result = ground.shown.copy()
    result[box] = sums / total
    return result
