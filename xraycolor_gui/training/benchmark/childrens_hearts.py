"""Gate: a child's heart is heart, also where the lung behind it counts as lung in the outlines that were learnt from.

No child's heart is outlined anywhere. What is surely heart is taken from the two lungs' outlines: an ellipse well
inside the cardiac silhouette, below the middle of the lungs and to the patient's left of the line between them. On
films where both heart and lungs are outlined the same rule is tried, and how much of the ellipse lies in the drawn
heart is told beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from xraycolor_gui.training.benchmark.bootstrap import ratio, with_interval
from xraycolor_gui.training.benchmark.films import Film, Mask, group_title
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "children's hearts are heart"
_LEAST = 0.90
#: The ellipse's centre and half axes: across in widths of both lungs from the line between them, down in their height.
_LEFT, _DOWN, _HALF_WIDTH, _HALF_HEIGHT = 0.09, 0.69, 0.14, 0.12
#: A lung smaller than this part of the other is no lung seen from the front.
_SMALLER = 0.3


@dataclass(frozen=True, slots=True)
class _Counted:
    film: Film
    heart: int
    over_lung: int
    pixels: int


@dataclass(eq=False, slots=True)
class ChildrensHearts:
    """Rows: heart leads over lung there (held), heart leads over everything, and the trial of the rule itself."""

    _children: list[_Counted] = field(default_factory=list)
    _trial: list[_Counted] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        tried = film.draws_all_of("heart") and film.draws_all_of("lung")
        return film.radiograph and ((film.child and film.draws_all_of("lung")) or tried)

    def see(self, seen: Seen) -> None:
        inside = surely_heart(seen.drawn.tissues["lung"])
        leads = seen.leads("heart")
        if inside is None or leads is None or seen.painted.shares is None:
            return
        if "heart" in seen.drawn.tissues:
            in_drawn = int((inside & seen.drawn.tissues["heart"]).sum())
            self._trial.append(_Counted(seen.film, in_drawn, in_drawn, int(inside.sum())))
        if not seen.film.child:
            return
        tissues, shares = seen.painted.tissues, seen.painted.shares
        over = shares[..., tissues.index("heart")] > shares[..., tissues.index("lung")]
        counted = _Counted(seen.film, int((leads & inside).sum()), int((over & inside).sum()), int(inside.sum()))
        self._children.append(counted)

    def rows(self, contender: str) -> list[Measured]:
        if not self._children:
            return []
        title = group_title([one.film for one in self._children])
        row = Measured(GATE, f"heart over lung, {title}", contender, 0.0, limit=_LEAST, sense=Sense.AT_LEAST)
        rows = [_with_share(row, self._children, [one.over_lung for one in self._children])]
        row = Measured(GATE, f"heart over all tissues, {title}", contender, 0.0)
        rows.append(_with_share(row, self._children, [one.heart for one in self._children]))
        if self._trial:
            title = group_title([one.film for one in self._trial])
            row = Measured(GATE, f"trial of the rule: within the drawn heart, {title}", contender, 0.0)
            rows.append(_with_share(row, self._trial, [one.heart for one in self._trial]))
        return rows


def _with_share(row: Measured, members: list[_Counted], parts: list[int]) -> Measured:
    share = ratio(parts, [one.pixels for one in members])
    row = replace(row, note="An ellipse placed by the lungs' outlines, no drawn heart.")
    return with_interval(row, [one.film.patient for one in members], share)


def surely_heart(lungs: Mask) -> Mask | None:
    """An ellipse inside the heart, from the mask of both lungs; None where these are not two lungs side by side."""
    _, parts, facts, centres = cv2.connectedComponentsWithStats(lungs.astype(np.uint8))
    areas = facts[:, cv2.CC_STAT_AREA]
    large = np.argsort(areas[1:])[::-1][:2] + 1
    if len(large) < 2 or areas[large[1]] < _SMALLER * areas[large[0]]:
        return None
    right, left = sorted(large, key=lambda part: float(centres[part][0]))
    both = facts[[right, left]]
    top = int(both[:, cv2.CC_STAT_TOP].min())
    height = int((both[:, cv2.CC_STAT_TOP] + both[:, cv2.CC_STAT_HEIGHT]).max()) - top
    if abs(centres[left][1] - centres[right][1]) > height / 2:
        return None
    start = int(both[:, cv2.CC_STAT_LEFT].min())
    width = int((both[:, cv2.CC_STAT_LEFT] + both[:, cv2.CC_STAT_WIDTH]).max()) - start
    middle = _between(parts == right, parts == left, top, height)
    down = (np.arange(lungs.shape[0])[:, None] - (top + _DOWN * height)) / (_HALF_HEIGHT * height)
    across = (np.arange(lungs.shape[1])[None, :] - (middle + _LEFT * width)) / (_HALF_WIDTH * width)
    return np.asarray(down**2 + across**2 <= 1, np.bool_)


def _between(right: Mask, left: Mask, top: int, height: int) -> float:
    """Column of the line between the lungs, from their inner borders in the upper half, where no heart bulges."""
    middles = []
    for row in range(top + height // 5, top + height // 2):
        ends, starts = np.flatnonzero(right[row]), np.flatnonzero(left[row])
        if len(ends) and len(starts):
            middles.append((ends[-1] + starts[0]) / 2)
    return float(np.median(middles)) if middles else right.shape[1] / 2
