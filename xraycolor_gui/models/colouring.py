"""The one way from a radiograph to its colours, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xraycolor_gui.core.colouring import Colouring, by_network
from xraycolor_gui.core.hounsfield import colorize_slice
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.radiograph import Radiograph

if TYPE_CHECKING:
    # For the hint alone: CT slices and pictures that stay grey must not wait for torch.
    from xraycolor_gui.models.colorizer import Colorizer


def colour(
    radiograph: Radiograph,
    model: Callable[[], Colorizer],
    *,
    at_own_risk: bool = False,
    report: Callable[[float], None] | None = None,
) -> Colouring:
    """Colour a radiograph by the model, a CT slice by its Hounsfield units, and leave everything else grey.

    model: gives the loaded model, and is called only if a network is needed; what it raises comes through.
    at_own_risk: the reader wants colours also where `way_of` or the model's novelty advises against them. A radiograph
        that the model accepts and a CT slice are coloured as ever, and their `Colouring.at_own_risk` is False.
    report: called with 0 … 1; whatever it raises ends the work.
    """
    tell = report or (lambda _fraction: None)
    way = way_of(radiograph)
    if way.kind is ColourSource.HOUNSFIELD:
        tell(0.0)
        colorization = colorize_slice(radiograph)
        tell(1.0)
        return Colouring(way.kind, colorization, way.sentence, way.next_step)
    if way.kind is ColourSource.GREY and not at_own_risk:
        return Colouring(way.kind, None, way.sentence, way.next_step)
    return by_network(model().colorize(radiograph, report), way, at_own_risk=at_own_risk)
