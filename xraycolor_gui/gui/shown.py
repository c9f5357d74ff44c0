"""What is on screen at one moment, as a value: exports and certificates are made of it while the reader goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.confidence import GREY_BELOW, fade
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.core.palette import Palette


@dataclass(frozen=True, eq=False, slots=True)
class Shown:
    """A film, what became of it, and how it is drawn."""

    radiograph: Radiograph
    colouring: Colouring
    palette: Palette
    strength: float
    voi: Window | LookupTable
    hidden: frozenset[str]
    solo: str | None = None
    inverted: bool = False
    grey_below: float = GREY_BELOW


def shown_now(session: Session, *, in_grey: bool = False) -> Shown | None:
    """What the session shows; None until it is known whether the film has colour.

    in_grey: as it is in grey, where that is not known yet.
    """
    colouring = session.colouring or (Colouring(ColourSource.GREY, None) if in_grey else None)
    if session.radiograph is None or colouring is None or session.voi is None:
        return None
    return Shown(
        session.radiograph,
        colouring,
        session.palette,
        session.strength,
        session.voi,
        session.hidden,
        session.solo,
        session.inverted,
        session.grey_below,
    )


def drawn(shown: Shown, longest: float) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Grey (rows, columns) and picture (rows, columns, 3), drawn by the renderer that writes, no side above `longest`.

    A smaller picture has every n-th pixel of the film, so each of its pixels is one of the export's.
    """
    from xraycolor_gui.core import color, upsample
    from xraycolor_gui.core.presentation import own_colours, present

    rows, columns = shown.radiograph.shape
    scale = min(longest / max(rows, columns), 1.0)
    size = max(round(rows * scale), 1), max(round(columns * scale), 1)
    down, across = (((np.arange(n) + 0.5) * w / n).astype(int) for n, w in zip(size, (rows, columns), strict=True))
    grey = present(shown.radiograph, shown.voi, (down, across)).grey
    if shown.radiograph.rgb is not None and (shown.colouring.shown is None or shown.strength == 0):
        return grey, own_colours(shown.radiograph, shown.voi, (down, across))
    return grey, np.ascontiguousarray(color.render(grey, upsample.enlarge(_chroma(shown), size), shown.strength))


def _chroma(shown: Shown) -> NDArray[np.float32]:
    """(rows, columns, 2) of the whole film as on screen; one neutral pixel for a film that stays grey."""
    coloured = shown.colouring.shown
    if coloured is None:
        return np.zeros((1, 1, 2), np.float32)
    chroma = shown.palette.chroma(coloured.composition, coloured.tissues, solo=shown.solo, hidden=shown.hidden)
    return fade(chroma, coloured.confidence, shown.grey_below)
