"""The certificate of what is on screen, measured in the background whenever that has changed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, QTimer, Signal, Slot

from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.shown import Shown, shown_now

if TYPE_CHECKING:
    from xraycolor_gui.core.certificate import Certificate

#: A hand that drags a slider is not measured on its way.
REST_MS = 400


class Certifying(QObject):
    """Keeps one certificate up to date while somebody looks at it. Lives in the UI thread."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._measured: Shown | None = None
        self._certificate: Certificate | None = None
        self._at = QTime()
        self._failed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._measure)
        for signal in (
            session.radiographChanged,
            session.voiChanged,
            session.colorizationChanged,
            session.paletteChanged,
            session.strengthChanged,
            session.greyBelowChanged,
            session.tissuesChanged,
        ):
            signal.connect(self._follow)

    @property
    def certificate(self) -> Certificate | None:
        """What was measured of the picture as it is drawn now; None before it is."""
        return self._certificate

    @property
    def at(self) -> QTime:
        """When it was measured."""
        return self._at

    @property
    def failed(self) -> bool:
        """Whether the picture as it is drawn now could not be measured."""
        return self._failed

    def set_wanted(self, wanted: bool) -> None:
        """Whether anybody looks at it: otherwise nothing is measured."""
        if wanted is not self._wanted:
            self._wanted = wanted
            self._follow()

    @Slot()
    def _follow(self) -> None:
        shown = self._to_measure()
        if shown is not None and self._measured is not None and same(shown, self._measured):
            return
        self._measured = None
        self._session.tasks.cancel("certificate")
        if self._certificate is not None or self._failed:
            self._certificate, self._failed = None, False
            self.changed.emit()
        if shown is not None and self._wanted:
            self._rest.start()
        else:
            self._rest.stop()

    def _to_measure(self) -> Shown | None:
        """What is drawn once the pointer has left the legend; None without colour."""
        shown = shown_now(self._session) if self._session.colorization is not None else None
        return dataclasses.replace(shown, solo=None) if shown is not None else None

    @Slot()
    def _measure(self) -> None:
        shown = self._to_measure()
        if shown is None:
            return
        self._measured = shown
        self._session.tasks.start(
            "certificate", lambda _: self._session.steps.certify(shown), self._take, failed=self._fail
        )

    def _take(self, certificate: Certificate) -> None:
        self._certificate, self._at = certificate, QTime.currentTime()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._failed = True
        self.changed.emit()
        told = as_told(error, None)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))


def same(one: Shown, other: Shown) -> bool:
    """Whether both are drawn alike, pixel for pixel."""
    return all(
        getattr(one, field.name) is getattr(other, field.name) or getattr(one, field.name) == getattr(other, field.name)
        for field in dataclasses.fields(Shown)
    )
