"""The certificate's page: each audit with its number, its sentence and the picture behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from xraycolor_gui.core.finding import Finding, Outcome
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.audit_places import PARTS, AuditPlaces
from xraycolor_gui.gui.certifying import Certifying
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.panels.certificate import ICONS, nothing_told, short_claim
from xraycolor_gui.gui.panels.certificate_plots import DifferencePlot, EdgePictures, VisionTable
from xraycolor_gui.gui.panels.dock_page import DockPage, PagePart, beside_sign
from xraycolor_gui.gui.panels.plots import NoveltyPlot
from xraycolor_gui.gui.parts import Sign, button, label, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken

if TYPE_CHECKING:
    from xraycolor_gui.core.certificate import Certificate

SAFE = "safe"


class CertificatePage(DockPage):
    """Each audit with its outcome, number, sentence and plot. Takes the dock's place while it is open."""

    def __init__(
        self, session: Session, certifying: Certifying, places: AuditPlaces, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Certificate"), self.tr("Back to the colours (F7)"), parent)
        self._session = session
        self._certifying = certifying
        self._places = places
        self.when = label(tone=3, caption=True)
        self.copy = button(self.tr("Copy"), self._copy, link=True)
        self.copy.setAccessibleName(self.tr("Copy the certificate as text"))
        self.safe = button(self.tr("Use the Safe palette"), self._use_safe, "palette", small=True)
        self.show_places = {part: self._places_button(part) for part in PARTS}
        self.histogram, self.edges = DifferencePlot(), EdgePictures()
        self.vision, self.novelty = VisionTable(), NoveltyPlot()
        plots: dict[str, tuple[QWidget, ...]] = {
            "lightness": (self.histogram, self.show_places["lightness"]),
            "edges": (self.edges, self.show_places["edges"]),
            "vision": (self.vision, self.safe),
            "novelty": (self.novelty,),
            "model": (),
        }
        self.parts = {key: _Part(shown) for key, shown in plots.items()}
        self.lay_out([self.when, self.copy], self.parts.values())
        certifying.changed.connect(self._follow)
        places.changed.connect(self._follow_places)
        session.colorizationChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        certificate, coloured = self._certifying.certificate, self._session.colorization is not None
        self.none.setVisible(certificate is None)
        measuring = coloured and not self._certifying.failed
        self.none.setText(self.tr("Measuring") if measuring else nothing_told(self._session))
        self.copy.setEnabled(certificate is not None)
        self.when.setVisible(certificate is not None)
        for part in self.parts.values():
            part.setVisible(certificate is not None)
        if certificate is not None:
            at = QLocale().toString(self._certifying.at, QLocale.FormatType.ShortFormat)
            self.when.setText(self.tr("measured {}").format(at))
            self._tell(certificate)

    def _tell(self, certificate: Certificate) -> None:
        for key, part in self.parts.items():
            part.tell(certificate.finding(key), certificate)
        lightness, edges = certificate.lightness, certificate.edges
        self.histogram.setVisible(lightness is not None)
        if lightness is not None:
            from xraycolor_gui.core.lightness_audit import GREATEST_LIMIT, HISTOGRAM_END

            self.histogram.set_histogram(lightness.histogram, HISTOGRAM_END, GREATEST_LIMIT)
        self._follow_places()
        self.edges.setVisible(edges is not None)
        if edges is not None:
            self.edges.set_edges(edges.grey, edges.chroma)
        self.vision.set_audit(certificate.colours, certificate.palette)
        fails = certificate.finding("vision").outcome is Outcome.FAILS
        self.safe.setVisible(fails and self._session.palette.name != SAFE)
        self.novelty.setVisible(certificate.novelty is not None)
        self.novelty.set_novelty(certificate.novelty)

    def hideEvent(self, event: QHideEvent) -> None:
        """What the page shows on the film goes with the page, but not while the whole window is out of sight."""
        if not event.spontaneous():
            self._places.hide()
        super().hideEvent(event)

    def _places_button(self, part: str) -> QPushButton:
        made = button(self.tr("Show on the film"), lambda: self._places.toggle(part), "blink", small=True)
        made.setCheckable(True)
        made.setAccessibleName(
            self.tr("Show on the film where the lightness differs most")
            if part == "lightness"
            else self.tr("Show on the film where only the colour has an edge")
        )
        return made

    @Slot()
    def _follow_places(self) -> None:
        for part, made in self.show_places.items():
            made.setVisible(bool(self._places.of(part)))
            made.setChecked(part == self._places.part)

    def _use_safe(self) -> None:
        self._session.set_palette(SAFE)

    def _copy(self) -> None:
        certificate = self._certifying.certificate
        if certificate is not None:
            QGuiApplication.clipboard().setText("\n".join(certificate.lines()))
            self._session.noticeRaised.emit(Notice(Severity.DONE, self.tr("Certificate copied as text")))


class _Part(PagePart):
    """One audit: outcome and claim, number, sentence, and what shows it."""

    def __init__(self, plots: tuple[QWidget, ...]) -> None:
        super().__init__(spacing=8)
        self._sign = Sign("waiting")
        self._sign.setFixedSize(tokens.ICON_PX, 20)
        self.claim = wrapped(strong=True)
        self.number = label(tone=2, caption=True)
        self.number.setMinimumHeight(20)
        self.sentence = wrapped(tone=2)
        self.inside.addWidget(beside_sign(self._sign, self.claim, self.number))
        self.inside.addWidget(self.sentence)
        for plot in plots:
            where = Qt.AlignmentFlag(0) if plot is plots[0] else Qt.AlignmentFlag.AlignLeft
            self.inside.addWidget(plot, alignment=where)

    def tell(self, finding: Finding, certificate: Certificate) -> None:
        self._sign.show_icon(ICONS[finding.outcome])
        self._sign.setAccessibleName(spoken(finding.outcome.value))
        self.claim.setText(short_claim(finding))
        self.number.setText(spoken(finding.number))
        sentence = finding.sentence
        if certificate.model is not None and certificate.model.sha256:
            # 64 hexadecimal digits fit no line; the copy has them all.
            sentence = sentence.replace(certificate.model.sha256, f"{certificate.model.sha256[:16]}…")
        self.sentence.setText(spoken(sentence))
