"""Everything that outlines regions on the panes of one film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraycolor_gui.core.regions import Ellipse, Rectangle
from xraycolor_gui.gui.feedback.brush import BrushTool
from xraycolor_gui.gui.feedback.layer import FeedbackLayer
from xraycolor_gui.gui.feedback.teaching import Teaching
from xraycolor_gui.gui.feedback.tools import BoxTool, FreehandTool, GrowTool, PointTool, PolygonTool
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views.drawn.drawn import Drawn

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session


def outline_on(session: Session, drawn: Drawn) -> FeedbackLayer:
    """Draw what was said of the session's film on these panes, and let the region tools say more."""
    given = session.feedback
    layer = given.layers.get(session)
    if layer is None:
        layer = given.layers[session] = FeedbackLayer(session)
        layer.chosenChanged.connect(given.chosenChanged)
        Teaching(session)
    drawn.add(layer)

    def snaps() -> bool:
        return given.snaps

    for tool, made in (
        (Tool.REGION_RECTANGLE, BoxTool(Rectangle, layer, session, snaps)),
        (Tool.REGION_ELLIPSE, BoxTool(Ellipse, layer, session, snaps)),
        (Tool.REGION_POLYGON, PolygonTool(layer, session, snaps)),
        (Tool.REGION_FREEHAND, FreehandTool(layer, session, snaps)),
        (Tool.REGION_BRUSH, BrushTool(layer, session, snaps)),
        (Tool.REGION_POINT, PointTool(layer, session, snaps)),
        (Tool.REGION_GROWN, GrowTool(layer, session, snaps)),
    ):
        drawn.set_tool(tool, made)
    return layer
