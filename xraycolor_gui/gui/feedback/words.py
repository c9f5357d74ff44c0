"""Verdicts and regions in the reader's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.feedback import Feedback, Verdict
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.gui.readout import tissue_label
from xraycolor_gui.gui.spoken import within


def verdict_words(verdict: Verdict) -> str:
    """What is said of a region."""
    return {
        Verdict.RIGHT: QCoreApplication.translate("Feedback", "Right"),
        Verdict.WRONG_TISSUE: QCoreApplication.translate("Feedback", "Wrong tissue"),
        Verdict.BLEEDS: QCoreApplication.translate("Feedback", "Bleeds over an edge"),
        Verdict.SHOULD_BE_GREY: QCoreApplication.translate("Feedback", "Should be grey"),
        Verdict.HIDES_FINDING: QCoreApplication.translate("Feedback", "Hides a finding"),
        Verdict.ARTEFACT: QCoreApplication.translate("Feedback", "Artefact"),
    }[verdict]


def said(feedback: Feedback, palette: Palette) -> str:
    """The verdict, with the right tissue where it was named; what to do where there is none yet."""
    if feedback.verdict is None:
        return QCoreApplication.translate("Feedback", "Say what is wrong…")
    words = verdict_words(feedback.verdict)
    if feedback.tissue:
        return QCoreApplication.translate("Feedback", "{verdict}: {tissue}").format(
            verdict=words, tissue=tissue_label(palette, feedback.tissue)
        )
    return words


def said_short(feedback: Feedback, palette: Palette) -> str:
    """As `said`, where there is little room: what it is says that it was wrong."""
    if feedback.verdict is None or not feedback.tissue:
        return said(feedback, palette)
    return QCoreApplication.translate("Feedback", "Is {tissue}").format(
        tissue=within(tissue_label(palette, feedback.tissue))
    )


def rating_words(rating: int) -> str:
    """What a rating of the whole film means."""
    return {
        1: QCoreApplication.translate("Feedback", "misleading"),
        2: QCoreApplication.translate("Feedback", "often wrong"),
        3: QCoreApplication.translate("Feedback", "mixed"),
        4: QCoreApplication.translate("Feedback", "mostly right"),
        5: QCoreApplication.translate("Feedback", "helpful"),
    }[rating]
