"""Pictures for tests: shown alone, looked at pixel by pixel, dragged and turned over."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.gui.views.view_geometry import ViewGeometry


def picture_of(session: Session, qtbot: QtBot, role: Role) -> Picture:
    picture = Picture(role, LinkedView(session))
    picture.setParent(None)
    qtbot.addWidget(picture)
    picture.resize(420, 400)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def is_grey(rgb: np.ndarray) -> bool:
    return bool((rgb[..., 0] == rgb[..., 1]).all() and (rgb[..., 1] == rgb[..., 2]).all())


def wheel(widget: QWidget, turn: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    sideways = modifier is Qt.KeyboardModifier.AltModifier
    angle = QPoint(turn, 0) if sideways else QPoint(0, turn)
    keys = Qt.KeyboardModifier.ShiftModifier if sideways else modifier
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), angle, Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def drag(qtbot: QtBot, widget: QWidget, button: Qt.MouseButton, by: QPoint) -> None:
    start = widget.rect().center()
    qtbot.mousePress(widget, button, pos=start)
    for part in (0.5, 1.0):
        event_pos = start + QPoint(round(by.x() * part), round(by.y() * part))
        move(widget, event_pos, button)
    qtbot.mouseRelease(widget, button, pos=start + by)


def move(widget: QWidget, position: QPoint, button: Qt.MouseButton) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    where = QPointF(position)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, widget.mapToGlobal(where), Qt.MouseButton.NoButton, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def geometry_of(picture: Picture) -> ViewGeometry:
    geometry = picture._linked.geometry
    assert geometry is not None
    return geometry
