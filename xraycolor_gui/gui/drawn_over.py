"""What lies over a session's film on screen, as it can be drawn over an exported picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraycolor_gui.core.annotation import Annotation

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.views.drawn.layer import Drawing


def drawn_over(session: Session) -> tuple[Annotation, ...]:
    """Regions with their verdicts, then measurements with their values; drafts and help lines stay on the screen."""
    layers = (session.feedback.layers.get(session), session.measured.layers.get(session))
    drawings = (drawing for layer in layers if layer is not None for drawing in layer.drawings)
    return tuple(_annotation(drawing) for drawing in drawings if not drawing.dashed)


def scaled(annotations: tuple[Annotation, ...], factor: float) -> tuple[Annotation, ...]:
    """For a picture whose sides are so many times as long as the film's."""
    return tuple(
        Annotation(
            tuple(tuple((x * factor, y * factor) for x, y in line) for line in annotation.lines), annotation.words
        )
        for annotation in annotations
    )


def _annotation(drawing: Drawing) -> Annotation:
    lines = tuple(tuple((float(x), float(y)) for x, y in line) for line in drawing.shape.lines)
    return Annotation(lines, " ".join(word.text for word in drawing.words))
