"""Regions as hypothesis makes them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xraycolor_gui.core import regions as r

SHAPE = (64, 80)


@st.composite
def regions(draw: st.DrawFn, within: bool = False) -> r.Region:
    """Regions of every kind on a film of `SHAPE`; `within`: inside its first 64 columns."""
    low, high = (0.0, 63.0) if within else (-20.0, 100.0)
    at = st.floats(low, high, allow_nan=False, allow_subnormal=False)
    length = st.floats(0.25, 1.0 if within else 60.0)
    kind = draw(st.sampled_from(["rectangle", "ellipse", "polygon", "freehand", "point", "brush"]))
    if kind in ("rectangle", "ellipse"):
        make = r.Rectangle if kind == "rectangle" else r.Ellipse
        return make(draw(at), draw(at), draw(length), draw(length))
    if kind == "point":
        return r.Point(draw(at), draw(at))
    if kind == "brush":
        return r.painted(draw(masks()))
    points = tuple(draw(st.lists(st.tuples(at, at), min_size=3, max_size=9)))
    return r.Polygon(points) if kind == "polygon" else r.Freehand(points)


def masks() -> st.SearchStrategy[np.ndarray]:
    """Masks of `SHAPE` with at least one pixel."""
    small = arrays(np.bool_, (8, 10), elements=st.booleans()).filter(lambda mask: bool(mask.any()))
    return small.map(_spread)


def _spread(small: np.ndarray) -> np.ndarray:
    mask = np.zeros(SHAPE, np.bool_)
    mask[:40:5, :40:4] = small
    return mask
