"""The measuring tools of one film."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from xraycolor_gui.core.measurements import POINTS, Kind
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.views.drawn.drawn import Drawn
from xraycolor_gui.gui.views.drawn.shapes import XY
from xraycolor_gui.gui.views.drawn.tools import PointsTool

#: Which tool measures what.
KINDS = {
    Tool.LENGTH: Kind.LENGTH,
    Tool.ANGLE: Kind.ANGLE,
    Tool.COBB: Kind.COBB,
    Tool.HEART_CHEST: Kind.HEART_CHEST,
    Tool.RECTANGLE: Kind.RECTANGLE,
    Tool.ELLIPSE: Kind.ELLIPSE,
    Tool.CALIBRATION: Kind.CALIBRATION,
}
#: Kinds of two lines: the third point begins the second.
_TWO_LINES = (Kind.COBB, Kind.HEART_CHEST)


def teach(drawn: Drawn, layer: MeasurementLayer, ask_length: Callable[[Sequence[XY]], object]) -> None:
    """Give the panes of a film all measuring tools. ask_length: asks how long a line is in truth."""
    for tool, kind in KINDS.items():
        done = ask_length if kind is Kind.CALIBRATION else partial(layer.add, kind)
        drawn.set_tool(
            tool,
            PointsTool(
                POINTS[kind],
                partial(layer.making, kind),
                done,
                lines=(0, 2) if kind in _TWO_LINES else (0,),
                level=kind is Kind.HEART_CHEST,
                parent=layer,
            ),
        )
