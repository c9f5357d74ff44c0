"""Two films that move together: what the hand does to place, zoom and window of one is done to the other."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Slot

from xraycolor_gui.core.presentation import Voi, to_window
from xraycolor_gui.gui.views.pane_pair import PanePair


class Linking(QObject):
    """Linked from birth; `end` lets both go their own way again.

    Films differ in size and in stored values, so zoom is linked relative to what fits, place as a share of the film,
    and the window relative to the one each film was first shown with.
    """

    def __init__(self, one: PanePair, other: PanePair) -> None:
        super().__init__(other)
        self._pairs = one, other
        self._following = False
        one.linked.geometryChanged.connect(self._first_moved)
        one.linked.session.voiChanged.connect(self._first_windowed)
        other.linked.geometryChanged.connect(self._second_moved)
        other.linked.session.voiChanged.connect(self._second_windowed)
        self._first_moved()
        self._first_windowed()

    def end(self) -> None:
        """Link no longer."""
        self._following = True
        self.deleteLater()

    @Slot()
    def _first_moved(self) -> None:
        self._move(*self._pairs)

    @Slot()
    def _second_moved(self) -> None:
        self._move(*self._pairs[::-1])

    @Slot()
    def _first_windowed(self) -> None:
        self._window(*self._pairs)

    @Slot()
    def _second_windowed(self) -> None:
        self._window(*self._pairs[::-1])

    def _move(self, leader: PanePair, follower: PanePair) -> None:
        led, following = leader.linked.geometry, follower.linked.geometry
        if self._following or led is None or following is None:
            return
        here, there = leader.current.picture.canvas(), follower.current.picture.canvas()
        zoom = None if led.zoom is None else led.zoom / led.fit_zoom(here) * following.fit_zoom(there)
        self._following = True
        follower.linked.set_geometry(dataclasses.replace(following, zoom=zoom, center=led.center))
        self._following = False

    def _window(self, leader: PanePair, follower: PanePair) -> None:
        led, following = leader.linked.session, follower.linked.session
        if self._following or led.voi is None or led.first_voi is None or following.first_voi is None:
            return
        voi = windowed_alike(led.first_voi, led.voi, following.first_voi)
        if voi is not None:
            self._following = True
            following.follow_voi(voi)
            self._following = False


def windowed_alike(first: Voi, now: Voi, other: Voi) -> Voi | None:
    """`other` changed as `first` was to become `now`, by shares of the width; None where these do not compare."""
    if now is first:
        return other
    before, after, start = to_window(first), to_window(now), to_window(other)
    if before.after is not after.after:
        return None
    return dataclasses.replace(
        start,
        center=start.center + (after.center - before.center) / before.width * start.width,
        width=start.width * after.width / before.width,
        explanation="",
    )
