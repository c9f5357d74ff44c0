"""What has room in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry


class LayoutActions(QObject):
    """Docks, certificate, full screen; connected where the window is."""

    def __init__(self, actions: Registry, needs: Needs) -> None:
        super().__init__(actions)
        make, tr = actions.make, self.tr
        self.certificate = make(
            "layout.certificate", tr("&Certificate"), "F7", check=True, menu="colour.proof", needs=[needs.film]
        )
        self.fold_studies = make("layout.fold_studies", tr("Fold &studies"), "F8", check=True, menu="view.layout")
        self.fold_colour = make("layout.fold_colour", tr("Fold &colour dock"), "F9", check=True, menu="view.layout")
        self.full_screen = make("layout.full_screen", tr("F&ull screen"), "F11", check=True, menu="view.layout")
        self.next_part = make("layout.next_part", tr("Next p&art of the window"), "F6", menu="view.layout")
