"""The places that a part of the certificate speaks of, shown on the film while the reader wants to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.certifying import Certifying
from xraycolor_gui.gui.keyboard import Keyboard
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.words import decimal

if TYPE_CHECKING:
    from xraycolor_gui.core.certificate import Certificate
    from xraycolor_gui.core.places import Ring
    from xraycolor_gui.gui.views.linked_view import LinkedView

#: Parts of the certificate that have places.
PARTS = ("lightness", "edges")


class AuditPlaces(QObject):
    """One part at a time. It stays on while the picture is measured anew, and ends with the film, or by Esc."""

    changed = Signal()

    def __init__(self, session: Session, certifying: Certifying, linked: LinkedView, keyboard: Keyboard) -> None:
        super().__init__(linked)
        self._certifying = certifying
        self._part = ""
        self._found: dict[str, tuple[Ring, ...]] = {}
        certifying.changed.connect(self._follow)
        session.radiographChanged.connect(self.hide)
        linked.set_places(self)
        keyboard.on_escape(self.hide, first=True)

    @property
    def part(self) -> str:
        """The part whose places are shown; empty while none is."""
        return self._part

    @property
    def rings(self) -> tuple[Ring, ...]:
        """What is to be drawn now."""
        return self.of(self._part) if self._part else ()

    def of(self, part: str) -> tuple[Ring, ...]:
        """The places of a part of the certificate; none while there is no certificate."""
        certificate = self._certifying.certificate
        if certificate is None:
            return ()
        if part not in self._found:
            self._found[part] = _places(part, certificate)
        return self._found[part]

    def toggle(self, part: str) -> None:
        """Show the places of this part, or no longer."""
        self._part = "" if part == self._part else part
        self.changed.emit()

    @Slot()
    def hide(self) -> bool:
        """Show none; False if there was none."""
        shown = bool(self._part)
        if shown:
            self.toggle(self._part)
        return shown

    def words(self) -> tuple[Word, ...]:
        """What stands on the picture beside the rings, and how they go."""
        certificate, number = self._certifying.certificate, len(self.rings)
        if certificate is None or not number:
            return ()
        out = Word(self.tr("Esc"), Weight.KEY)
        if self._part == "lightness" and certificate.lightness is not None:
            value = decimal(certificate.lightness.greatest)
            return Word(self.tr("Lightness differs most here"), Weight.STRONG), Word(value), out
        places = self.tr("1 place") if number == 1 else self.tr("{} places").format(tokens.thousands(number))
        return Word(places, Weight.STRONG), Word(self.tr("edge in the colour alone")), out

    @Slot()
    def _follow(self) -> None:
        self._found.clear()
        if self._certifying.certificate is not None and not self.rings:
            self._part = ""
        self.changed.emit()


def _places(part: str, certificate: Certificate) -> tuple[Ring, ...]:
    if part == "edges" and certificate.edges is not None:
        return certificate.edges.places()
    lightness = certificate.lightness
    if part == "lightness" and lightness is not None and lightness.greatest_at is not None:
        return (lightness.greatest_at,)
    return ()
