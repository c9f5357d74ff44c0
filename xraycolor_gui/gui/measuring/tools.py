"""The measuring tools of one film."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from xraycolor_gui.core.measurements import POINTS, Measure
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.views.drawn.drawn import Drawn
from xraycolor_gui.gui.views.drawn.shapes import XY
from xraycolor_gui.gui.views.drawn.tools import PointsTool

#: Which tool measures what.
KINDS = {
    Tool.LENGTH: Measure.LENGTH,
    Tool.ANGLE: Measure.ANGLE,
    Tool.COBB: Measure.COBB,
    Tool.HEART_CHEST: Measure.HEART_CHEST,
    Tool.RECTANGLE: Measure.RECTANGLE,
    Tool.ELLIPSE: Measure.ELLIPSE,
    Tool.CALIBRATION: Measure.CALIBRATION,
}
#: Kinds of two lines: the third point begins the second.
_TWO_LINES = (Measure.COBB, Measure.HEART_CHEST)


def teach(drawn: Drawn, layer: MeasurementLayer, ask_length: Callable[[Sequence[XY]], object]) -> None:
    """Give the panes of a film all measuring tools. ask_length: asks how long a line is in truth."""
    for tool, kind in KINDS.items():
        done = ask_length if kind is Measure.CALIBRATION else partial(layer.add, kind)
        drawn.set_tool(
            tool,
            PointsTool(
                POINTS[kind],
                partial(layer.making, kind),
                done,
                lines=(0, 2) if kind in _TWO_LINES else (0,),
                level=kind is Measure.HEART_CHEST,
                parent=layer,
            ),
        )
