"""Everything that measures on the panes of one film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraycolor_gui.gui.measuring.known_length import KnownLength
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.measuring.tools import teach
from xraycolor_gui.gui.views.drawn.drawn import Drawn

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session


def measure_on(session: Session, drawn: Drawn) -> MeasurementLayer:
    """Draw the measurements of the session's film on these panes, and let their tools make more."""
    layer = session.measured.layers.setdefault(session, MeasurementLayer(session))
    drawn.add(layer)
    # What is half drawn on one film is not to end on another.
    session.radiographChanged.connect(drawn.cancel)
    teach(drawn, layer, KnownLength(session, layer).ask)
    return layer
