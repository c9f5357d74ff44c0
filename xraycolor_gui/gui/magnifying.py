"""The keys of the magnifying glass: held, it lies on the film at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions import Actions, KeyReach
from xraycolor_gui.gui.comparing import Comparing


class Magnifying(QObject):
    """Two magnifications, each by a key of its own."""

    def __init__(self, comparing: Comparing, actions: Actions) -> None:
        super().__init__(actions)
        for times, key, words in (
            (2, "Q", self.tr("Magnify &twice while held")),
            (4, "Shift+Q", self.tr("Magnify &four times while held")),
        ):
            made = actions.make(
                f"place.magnify_{times}",
                words,
                key,
                check=True,
                menu="view.place",
                needs=[actions.needs.film],
                kind=KeyReach.HELD,
            )
            made.triggered.connect(lambda held, times=times: comparing.set_glass(times if held else 1))
