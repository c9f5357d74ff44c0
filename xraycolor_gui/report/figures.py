"""Figures of reports, on white, so that light and dark pages show them alike."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def panels(count: int, columns: int, height: float) -> tuple[Figure, list[Axes]]:
    """An empty figure of so many panels. columns: panels beside each other. height: of each, inches."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    lines = -(-count // columns)
    figure = Figure(figsize=(9.5, height * lines + 0.3), layout="constrained")
    FigureCanvasAgg(figure)
    every = list(np.atleast_1d(figure.subplots(lines, columns)).ravel())
    for axes in every[count:]:
        axes.set_visible(False)
    for axes in every:
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=8)
    return figure, every[:count]


def point(
    axes: Axes,
    value: float,
    interval: tuple[float, float],
    place: float,
    colour: str,
    *,
    marker: str = "o",
    hollow: bool = False,
    label: str = "",
) -> None:
    """A value along x with a line over its interval, where that is finite. place: along y."""
    if np.isfinite(interval).all():
        axes.plot(interval, [place, place], color=colour, linewidth=1.4)
    face = "white" if hollow else colour
    axes.plot(value, place, marker, color=colour, markerfacecolor=face, markersize=4.5, label=label)


def as_source(figure: Figure) -> str:
    """The figure as the `src` of an image."""
    text = io.BytesIO()
    figure.savefig(text, format="svg", facecolor="white")
    return "data:image/svg+xml;base64," + base64.b64encode(text.getvalue()).decode()


def as_png(figure: Figure, path: Path) -> None:
    """Write the figure as a picture file."""
    figure.savefig(path, format="png", facecolor="white", dpi=110)
