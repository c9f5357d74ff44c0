"""Gates: small changes of a film do not change its colours.

Colours are compared as ΔE2000 at L* 55, so that the grey, which does change, plays no part. Every change is undone in
the colours before these are compared.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read
from xraycolor_gui.training.benchmark.bootstrap import Pooled
from xraycolor_gui.training.benchmark.changes import CHANGES, Change, resized
from xraycolor_gui.training.benchmark.contender import Contender, Floats
from xraycolor_gui.training.benchmark.films import Film, Mask
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.survey import rng_of
from xraycolor_gui.training.benchmark.within_tissue import chroma_difference
from xraycolor_gui.training.telling import Tell

GATE = "robustness"
#: Every this many-th row and column is compared.
STRIDE = 2


def robustness_rows(contender: Contender, films: Sequence[Film], tell: Tell) -> list[Measured]:
    """95th percentile over the pixels of these radiographs, every film with the same weight."""
    chosen = [film for film in films if film.radiograph]
    found = {change.name: Pooled(0.02, 60.0) for change in CHANGES}
    started = time.monotonic()
    for number, film in enumerate(chosen, 1):
        grey = readable_grey(film)
        if grey is None:
            continue
        own = contender.paint(radiograph_of(grey)).chroma
        for change in CHANGES:
            base = own if change.against is None else _painted(contender, grey, change.against, film, own)[0]
            for way in change.ways:
                new, where = _painted(contender, grey, way, film, own)
                step = np.s_[::STRIDE, ::STRIDE]
                found[change.name].add(film.patient, chroma_difference(base[step], new[step])[where[step]])
        left = (time.monotonic() - started) / number * (len(chosen) - number)
        if number % 6 == 0 or number == len(chosen):
            tell(f"{contender.name}, robustness: {number} of {len(chosen)}, {left:.0f} s left")
    rows = []
    for change in CHANGES:
        row = Measured(GATE, f"{change.name}, 95th percentile", contender.name, 0.0, unit="ΔE")
        row = replace(row, limit=change.limit, sense=Sense.AT_MOST)
        rows.append(found[change.name].quantile(row, 0.95))
    return rows


def readable_grey(film: Film) -> Floats | None:
    """The film as presented, longest side at most 1024; None for one that cannot be read, which the survey tells."""
    try:
        grey = present(read(film.path)).grey
    except XrayColorError:
        return None
    longest = max(grey.shape)
    return resized(grey, [round(side * 1024 / longest) for side in grey.shape]) if longest > 1024 else grey


def _painted(contender: Contender, grey: Floats, change: Change, film: Film, own: Floats) -> tuple[Floats, Mask]:
    """The changed film's colours at the place of its own, and where they may be compared."""
    changed, undo = change(grey, rng_of(film, 3))
    return undo(contender.paint(radiograph_of(changed)).chroma, (own.shape[0], own.shape[1]))
