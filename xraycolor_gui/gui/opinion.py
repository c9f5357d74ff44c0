"""Whose opinion the colour is, or why there is none: the words in header, corners and status bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.gui import readout
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken, within
from xraycolor_gui.gui.words import strength_text


def from_hounsfield(session: Session) -> bool:
    """Whether the colours come from the slice's own numbers and no model had a say."""
    return session.colouring is not None and session.colouring.kind is ColourSource.HOUNSFIELD


def unlike_training(colouring: Colouring) -> bool:
    """Whether the model itself finds the film unlike what it learnt from."""
    made = colouring.colorization
    return made is not None and made.novelty is not None and made.novelty.refused


def why_grey(colouring: Colouring) -> str:
    """In a few words, why the film has no colour."""
    translate = QCoreApplication.translate
    if unlike_training(colouring):
        return translate("Opinion", "film unlike the training")
    return translate("Opinion", "not a picture to colour")


def reason_told(colouring: Colouring) -> str:
    """The whole sentence, without what the title above it says already."""
    reason = spoken(colouring.reason)
    if colouring.reason.endswith("It stays grey."):
        reason = f"{reason.rstrip('.').rpartition('. ')[0]}."
    return reason[:1].upper() + reason[1:]


def nature(session: Session, mode: Mode = Mode.SIDE_BY_SIDE) -> str:
    """What the colour pane is at the moment, in words for its header. mode: how grey is compared in the same pane."""
    translate, colouring = QCoreApplication.translate, session.colouring
    if colouring is not None and session.stays_grey:
        return translate("PaneHeader", "none: {why}").format(why=why_grey(colouring))
    if session.colorization is not None and session.showing_grey:
        return translate("PaneHeader", "shown as grey")
    whose = translate("PaneHeader", "a model’s opinion")
    if colouring is not None and colouring.at_own_risk:
        whose = translate("PaneHeader", "at your own risk, a model’s opinion")
    elif from_hounsfield(session):
        whose = translate("PaneHeader", "Hounsfield units, no network")
    elif colouring is not None and colouring.corrections:
        whose = translate("PaneHeader", "a model’s opinion, corrected")
    if session.colorization is not None and session.solo is not None:
        tissue = within(readout.tissue_label(session.palette, session.solo))
        whose = translate("PaneHeader", "{whose}, {tissue} only").format(whose=whose, tissue=tissue)
    if mode is Mode.LENS:
        return translate("PaneHeader", "{whose}, grey in the lens").format(whose=whose)
    if mode in {Mode.SWIPE, Mode.BLINK}:
        return translate("PaneHeader", "colour is {whose}").format(whose=whose)
    return whose


def model_title(session: Session) -> str:
    """The name of the model that made the colour on screen."""
    colorization = session.colorization
    return (colorization.model.title or colorization.model.name) if colorization is not None else ""


def corner_lines(session: Session) -> list[str]:
    """Whose opinion the colour is, and how it is drawn."""
    translate, colouring = QCoreApplication.translate, session.colouring
    if session.stays_grey:
        return [translate("FilmTexts", "No colour")]
    if from_hounsfield(session):
        whose = translate("FilmTexts", "From Hounsfield units, no network")
    else:
        whose = translate("FilmTexts", "AI colour: {model}").format(model=model_title(session))
    drawn = translate("FilmTexts", "{palette}, strength {strength}").format(
        palette=readout.palette_title(session.palette), strength=strength_text(session.strength)
    )
    risk = colouring is not None and colouring.at_own_risk
    lines = [*([translate("FilmTexts", "At the reader’s own risk")] if risk else []), whose, drawn]
    if colouring is not None and colouring.corrections:
        lines.append(translate("FilmTexts", "Changed by the reader’s corrections: {}").format(colouring.corrections))
    return lines


def mode_title(mode: Mode) -> str:
    """What the colour pane holds in this mode."""
    translate = QCoreApplication.translate
    return {
        Mode.SIDE_BY_SIDE: translate("PaneHeader", "Colour"),
        Mode.SWIPE: translate("PaneHeader", "Grey and colour"),
        Mode.LENS: translate("PaneHeader", "Colour"),
        Mode.BLINK: translate("PaneHeader", "Grey and colour"),
        Mode.OVER: translate("PaneHeader", "Colour over grey"),
    }[mode]
