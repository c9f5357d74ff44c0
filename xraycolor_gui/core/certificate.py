"""The certificate: the measured proof that goes with a colorization, in a clinician's words.

Every part is a claim with its outcome and the number behind it (`core.finding.Finding`): the lightness is the film's
own; colour has no edges of its own; every reader can tell the colours apart; the film is like those the model learnt
from; and which weights made it.
"""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import color
from xraycolor_gui.core.chroma_edges import LIMIT as EDGE_LIMIT
from xraycolor_gui.core.chroma_edges import ChromaEdges, chroma_edges
from xraycolor_gui.core.colorization import DISCLAIMER, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.confidence import GREY_BELOW, fade
from xraycolor_gui.core.finding import Finding, Outcome, at_most, finite
from xraycolor_gui.core.lightness_audit import GREATEST_LIMIT, MEAN_LIMIT, LightnessAudit, audit_lightness
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.palette import Palette, to_json
from xraycolor_gui.core.palette_audit import PaletteAudit, audit
from xraycolor_gui.core.upsample import enlarge

#: Longest side of a film that is drawn only to be measured.
SCREEN = 1024
_NO_COLOUR = "No colour is drawn: this is the grey picture."


@dataclass(frozen=True, eq=False, slots=True)
class Certificate:
    """What was measured of one picture as it was drawn.

    findings: lightness, edges, vision, novelty, model, in this order. The audits behind them, for plots: lightness and
    edges are None for a picture without colour. grey_below: None where no confidence is known.
    """

    kind: ColourSource
    model: ModelId | None
    palette: Palette
    strength: float
    grey_below: float | None
    at_own_risk: bool
    findings: tuple[Finding, ...]
    colours: PaletteAudit
    lightness: LightnessAudit | None
    edges: ChromaEdges | None
    novelty: Novelty | None

    def finding(self, key: str) -> Finding:
        """The part of that key."""
        return next(finding for finding in self.findings if finding.key == key)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """The claims that do not hold."""
        return tuple(finding for finding in self.findings if finding.outcome is Outcome.FAILS)

    def lines(self) -> list[str]:
        """Plain text, one finding a line."""
        return [finding.line() for finding in self.findings] + [f"{DISCLAIMER}."]

    def as_dict(self) -> dict[str, object]:
        """For JSON: how it was drawn, every finding, and the numbers behind them."""
        lightness = self.lightness
        return {
            "made_from": self.kind.value,
            "at_own_risk": self.at_own_risk,
            "model": None if self.model is None else {"name": self.model.name, "sha256": self.model.sha256},
            "palette": json.loads(to_json(self.palette)),
            "strength": self.strength,
            "grey_below": self.grey_below,
            "findings": [finding.as_dict() for finding in self.findings],
            "lightness": None
            if lightness is None
            else {"mean": lightness.mean, "greatest": lightness.greatest, "pixels": lightness.coloured},
            "colour_vision": self.colours.as_dict()["closest"],
            "novelty": None
            if self.novelty is None
            else {"score": finite(self.novelty.score), "limit": finite(self.novelty.limit)},
        }

    def to_json(self) -> str:
        """One line of ASCII. Numbers have six digits: what follows depends on the order in which pixels are added."""
        return json.dumps(_with_six_digits(self.as_dict()), allow_nan=False)


def _with_six_digits(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _with_six_digits(one) for key, one in value.items()}
    return [_with_six_digits(one) for one in value] if isinstance(value, list | tuple) else value


def certify(
    grey: NDArray[np.float32],
    rgb: NDArray[np.uint8],
    colouring: Colouring,
    palette: Palette,
    *,
    strength: float = 1.0,
    grey_below: float = GREY_BELOW,
    hidden: Set[str] = frozenset(),
    solo: str | None = None,
) -> Certificate:
    """Measure a picture as it was drawn. Any size will do: what is shown on screen, or the whole film at an export.

    grey: (rows, columns) presented grey 0 … 1, not quantised, of the whole film. rgb: (rows, columns, 3), what was
    drawn from it. The others say how it was drawn. Takes about 50 ms for a screenful, .3 s for nine megapixels.
    """
    shown = colouring.shown if strength > 0 else None
    unseen = _unseen(palette, hidden, solo)
    colours = audit(palette, strength=strength, hidden=unseen)
    lightness = edges = None
    if shown is not None:
        lightness = audit_lightness(grey, rgb)
        # Of the chroma that is asked for: where sRGB has less, what is missing follows the grey.
        chroma = _chroma(shown, palette, grey_below, unseen) * np.float32(strength)
        edges = chroma_edges(grey, chroma, palette.leading(shown.composition, shown.tissues))
    made = colouring.colorization
    return Certificate(
        kind=colouring.kind,
        model=None if made is None else made.model,
        palette=palette,
        strength=strength,
        grey_below=grey_below if shown is not None and shown.confidence is not None else None,
        at_own_risk=colouring.at_own_risk,
        findings=(
            _lightness_finding(lightness),
            _edge_finding(edges),
            _vision_finding(colours if shown is not None else None),
            _novelty_finding(colouring),
            _model_finding(colouring),
        ),
        colours=colours,
        lightness=lightness,
        edges=edges,
        novelty=None if made is None else made.novelty,
    )


def certify_at_screen_size(
    grey: NDArray[np.float32],
    colouring: Colouring,
    palette: Palette,
    *,
    strength: float = 1.0,
    grey_below: float = GREY_BELOW,
    hidden: Set[str] = frozenset(),
    solo: str | None = None,
) -> Certificate:
    """Draw the whole film small, with the renderer of screen and export, and measure that.

    grey: (rows, columns) of the film as presented, at any size; it is shrunk to a longest side of SCREEN.
    """
    scale = min(1.0, SCREEN / max(grey.shape))
    if scale < 1:
        size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32)
    shown = colouring.shown
    if shown is None:
        rgb = color.grey_rgb(grey)
    else:
        chroma = _chroma(shown, palette, grey_below, _unseen(palette, hidden, solo))
        rgb = color.render(grey, enlarge(chroma, grey.shape), strength)
    return certify(grey, rgb, colouring, palette, strength=strength, grey_below=grey_below, hidden=hidden, solo=solo)


def _unseen(palette: Palette, hidden: Set[str], solo: str | None) -> Set[str]:
    """Tissues that are drawn grey; solo wins over hidden, as in `Palette.chroma`."""
    return set(palette.tissues) - {solo} if solo is not None else set(hidden)


def _chroma(shown: Colorization, palette: Palette, grey_below: float, unseen: Set[str]) -> NDArray[np.float32]:
    return fade(palette.chroma(shown.composition, shown.tissues, hidden=unseen), shown.confidence, grey_below)


def _lightness_finding(lightness: LightnessAudit | None) -> Finding:
    claim = "Lightness is the film’s own"
    if lightness is None or not lightness.coloured:
        return Finding("lightness", claim, Outcome.NOT_APPLICABLE, _NO_COLOUR, None, GREATEST_LIMIT, "of 100")
    average = f"{lightness.mean:.3f} on average (limit {MEAN_LIMIT}), {lightness.greatest:.2f} at most"
    if lightness.holds:
        outcome, sentence = Outcome.HOLDS, f"Nothing got lighter or darker: {average}. The eye begins to see about 1."
    else:
        outcome, sentence = Outcome.FAILS, f"Colour changed the lightness: {average}. Read the grey picture."
    return Finding("lightness", claim, outcome, sentence, lightness.greatest, GREATEST_LIMIT, "of 100")


def _edge_finding(edges: ChromaEdges | None) -> Finding:
    claim = "Colour edges lie on edges of the film or of a tissue"
    limit = 100 * EDGE_LIMIT
    if edges is None:
        return Finding("edges", claim, Outcome.NOT_APPLICABLE, _NO_COLOUR, None, limit, "%")
    value = 100 * edges.share
    outcome = at_most(value, limit)
    own, most = f"{value:.1f}\u202f%", f"{limit:g}\u202f%"
    sentence = f"Of the colour’s edges {own} lie where neither film nor tissue has one (limit {most})."
    if outcome is Outcome.FAILS:
        sentence += " Do not take them for outlines."
    return Finding("edges", claim, outcome, sentence, value, limit, "%")


def _vision_finding(colours: PaletteAudit | None) -> Finding:
    """The tier that is nearest to failing, or has failed most, stands for all."""
    claim = "Every reader can tell the colours apart"
    if colours is None:
        return Finding("vision", claim, Outcome.NOT_APPLICABLE, _NO_COLOUR, None, None, "ΔE2000")
    measured = [(one.value / one.limit, one) for one in colours.of_vision if one.value is not None and one.limit]
    if not measured:
        sentence = "Too few tissues are coloured to compare."
        return Finding("vision", claim, Outcome.NOT_APPLICABLE, sentence, None, None, "ΔE2000")
    worst = min(measured, key=lambda pair: pair[0])[1]
    sentence = worst.sentence
    if worst.outcome is Outcome.FAILS:
        sentence += " About 1 man in 12 sees fewer colours: the palette Safe or more strength helps."
    return Finding("vision", claim, worst.outcome, sentence, worst.value, worst.limit, "ΔE2000")


def _novelty_finding(colouring: Colouring) -> Finding:
    claim = "The film is like those the model learnt from"
    made = colouring.colorization
    novelty = None if made is None else made.novelty
    # Scores are log odds: they and their limits may be negative, so that no ratio of them means anything.
    limit = None if novelty is None else novelty.limit
    risk = " Coloured at the reader’s own risk." if colouring.at_own_risk else ""
    if colouring.kind is ColourSource.HOUNSFIELD:
        sentence = "No network was used: the tissues are those of the Hounsfield units."
        return Finding("novelty", claim, Outcome.NOT_APPLICABLE, sentence)
    if colouring.at_own_risk or (colouring.kind is ColourSource.GREY and colouring.reason):
        value = None if novelty is None else novelty.score
        return Finding("novelty", claim, Outcome.FAILS, f"{colouring.reason}{risk}", value, limit)
    if novelty is None:
        sentence = "This model does not say how unlike its training a film is."
        return Finding("novelty", claim, Outcome.NOT_APPLICABLE, sentence)
    sentence = f"Unlikeness {novelty.score:.1f}; films above {novelty.limit:.1f} stay grey."
    if novelty.refused:
        sentence = f"{novelty.reason.rstrip('.')}. {sentence}"
    return Finding("novelty", claim, at_most(novelty.score, novelty.limit), sentence, novelty.score, limit)


def _model_finding(colouring: Colouring) -> Finding:
    claim = "The model is known by the fingerprint of its weights"
    made = colouring.colorization
    if colouring.kind is ColourSource.HOUNSFIELD or made is None:
        return Finding("model", claim, Outcome.NOT_APPLICABLE, "No network was used.")
    model = made.model
    name = f"{model.title} ({model.name})" if model.title else model.name
    if not model.sha256:
        return Finding("model", claim, Outcome.FAILS, f"{name}, of unknown weights.")
    return Finding("model", claim, Outcome.HOLDS, f"{name}, weights SHA-256 {model.sha256}.")
