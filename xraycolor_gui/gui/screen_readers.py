"""What painted controls are, for screen readers: Qt knows it of its own controls only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

#: Qt owns an interface once it is made, and ends it with its widget; until then Python must not.
_made: list[PaintedControl] = []


class PaintedControl(QAccessibleWidget):
    """A widget by the role that its class states as `ACCESSIBLE_ROLE`; names and places are Qt's own work."""


def install() -> None:
    """Answer for painted controls from now on. Before PySide6 could do it, they are said without their role."""
    factory = getattr(QAccessible, "installFactory", None)
    if factory is not None:
        factory(_interface)


def announce(widget: QWidget, words: str) -> None:
    """Say what changed, to whoever listens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _interface(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = getattr(type(widget), "ACCESSIBLE_ROLE", None)
    if role is None or not isinstance(widget, QWidget):
        return None
    _made[:] = [each for each in _made if Shiboken.isValid(each)]
    _made.append(PaintedControl(widget, role))
    return _made[-1]
