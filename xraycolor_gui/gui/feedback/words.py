"""Verdicts and regions in the reader's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.feedback import Feedback, Verdict
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.work_list import NOVEL_AT_LIMIT, Sign
from xraycolor_gui.gui import tokens
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
        return QCoreApplication.translate("Feedback", "{verdict}, is {tissue}").format(
            verdict=words, tissue=within(tissue_label(palette, feedback.tissue))
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


def sign_words(sign: Sign, part: float) -> str:
    """Why a film would teach."""
    if sign is Sign.NOVEL and part >= NOVEL_AT_LIMIT:
        return QCoreApplication.translate("Feedback", "unlike the training")
    words = {
        Sign.UNSURE: QCoreApplication.translate("Feedback", "model doubts {}"),
        Sign.MODELS_DIFFER: QCoreApplication.translate("Feedback", "models differ in {}"),
        Sign.NOVEL: QCoreApplication.translate("Feedback", "nearly unlike the training"),
        Sign.READERS_DIFFER: QCoreApplication.translate("Feedback", "readers differ by {}"),
        Sign.CONTRADICTED: QCoreApplication.translate("Feedback", "readers speak against the colours"),
    }[sign]
    return words.format(tokens.percent(part))
