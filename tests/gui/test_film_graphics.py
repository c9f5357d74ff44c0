"""What presentation states draw, as paths on the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from xraycolor_gui.core.presentation_state import Graphic, GraphicKind
from xraycolor_gui.gui.views.state_graphics import _path_of


def bounds(kind: GraphicKind, *points: tuple[float, float]) -> QRectF:
    return _path_of(Graphic(kind, points), [QPointF(*point) for point in points]).boundingRect()


def test_a_circle_goes_through_its_second_point() -> None:
    assert bounds(GraphicKind.CIRCLE, (10, 10), (13, 14)) == QRectF(5, 5, 10, 10)


def test_an_ellipse_spans_the_ends_of_its_axes() -> None:
    found = bounds(GraphicKind.ELLIPSE, (0, 10), (40, 10), (20, 5), (20, 15))
    assert [found.left(), found.top(), found.right(), found.bottom()] == pytest.approx([0, 5, 40, 15])


def test_a_curve_goes_through_every_point_and_is_no_line() -> None:
    points = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)]
    path = _path_of(Graphic(GraphicKind.CURVE, tuple(points)), [QPointF(*point) for point in points])
    ends = [path.elementAt(at) for at in range(0, path.elementCount(), 3)]
    assert [(end.x, end.y) for end in ends] == points
    assert path.elementCount() == 7


def test_a_curve_of_two_points_is_a_line() -> None:
    assert _path_of(Graphic(GraphicKind.CURVE, ((0, 0), (1, 1))), [QPointF(0, 0), QPointF(1, 1)]).elementCount() == 2
