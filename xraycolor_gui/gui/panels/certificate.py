"""The certificate in the colour dock: four lines; `certificate_page` has the number and the picture behind each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraycolor_gui.core.finding import Finding, Outcome
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.certifying import Certifying
from xraycolor_gui.gui.panels.dock_page import beside_sign
from xraycolor_gui.gui.parts import Sign, button, column, label, row, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken

_PADDING = 12
#: Findings told in the dock, by key and in this order; the page tells the others as well.
TOLD = ("lightness", "edges", "vision", "novelty")
ICONS = {Outcome.HOLDS: "done", Outcome.FAILS: "caution", Outcome.NOT_APPLICABLE: "notice"}


class CertificateSummary(QWidget):
    """Outcome and claim of each audit; “Open…” leads to the page."""

    openWanted = Signal()

    def __init__(self, session: Session, certifying: Certifying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._certifying = certifying
        self.open = button(self.tr("Open…"), self.openWanted.emit, link=True)
        self.open.setAccessibleName(self.tr("Open the certificate"))
        self.none = wrapped(tone=2, caption=True)
        self._rows = tuple(_Line() for _ in TOLD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, 8, _PADDING, _PADDING)
        layout.setSpacing(4)
        layout.addLayout(row(label(self.tr("Certificate"), strong=True), None, self.open))
        layout.addWidget(self.none)
        for told in self._rows:
            layout.addWidget(told)
        certifying.changed.connect(self._follow)
        session.colorizationChanged.connect(self._follow)
        self._follow()

    def lines(self) -> list[str]:
        """What the lines say."""
        return [told.words.text() for told in self._rows if not told.isHidden()]

    @Slot()
    def _follow(self) -> None:
        certificate, coloured = self._certifying.certificate, self._session.colorization is not None
        self.open.setEnabled(coloured)
        silent = not coloured or self._certifying.failed
        self.none.setVisible(silent)
        self.none.setText(nothing_told(self._session))
        for key, told in zip(TOLD, self._rows, strict=True):
            told.setVisible(not silent)
            if certificate is None:
                told.tell("working", self.tr("Measuring"))
            else:
                finding = certificate.finding(key)
                told.tell(ICONS[finding.outcome], short_claim(finding))


class _Line(QWidget):
    """An icon and a few words."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("waiting")
        self._sign.setFixedSize(tokens.ICON_PX, 20)
        self.words = wrapped()
        self.words.setProperty("caption", "true")
        self.setLayout(column(beside_sign(self._sign, self.words)))

    def tell(self, meaning: str, words: str) -> None:
        self._sign.show_icon(meaning)
        self.words.setText(words)


def nothing_told(session: Session) -> str:
    """Why there is no certificate."""
    if session.stays_grey:
        return QCoreApplication.translate("Certificate", "Nothing to certify: no colour is shown.")
    if session.colorization is not None:
        return QCoreApplication.translate("Certificate", "It could not be measured.")
    return QCoreApplication.translate("Certificate", "Measured when the colour is there.")


def short_claim(finding: Finding) -> str:
    """The claim as it turned out, in a line; for an unknown key the claim itself."""
    translate = QCoreApplication.translate
    holds, fails, open_ = {
        "lightness": (
            translate("Certificate", "Lightness is the film’s own"),
            translate("Certificate", "Colour changed the lightness"),
            translate("Certificate", "Lightness: no colour is drawn"),
        ),
        "edges": (
            translate("Certificate", "Colour edges lie on real edges"),
            translate("Certificate", "Some borders are the colour’s own"),
            translate("Certificate", "Edges: no colour is drawn"),
        ),
        "vision": (
            translate("Certificate", "Every reader can tell the colours apart"),
            translate("Certificate", "Colour-blind? Use the Safe palette"),
            translate("Certificate", "Colour vision: too few colours to compare"),
        ),
        "novelty": (
            translate("Certificate", "Film is like the training films"),
            translate("Certificate", "Film is unlike the training films"),
            translate("Certificate", "Likeness to the training: not told"),
        ),
        "model": (
            translate("Certificate", "Model known by its weights"),
            translate("Certificate", "Weights of the model unknown"),
            translate("Certificate", "No network was used"),
        ),
    }.get(finding.key, (spoken(finding.claim),) * 3)
    return {Outcome.HOLDS: holds, Outcome.FAILS: fails, Outcome.NOT_APPLICABLE: open_}[finding.outcome]
