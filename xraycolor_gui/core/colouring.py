"""What became of one radiograph: coloured, and by what, or grey, and why. Screen and exports are told by this alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.modality import ColourSource, Way


@dataclass(frozen=True, eq=False, slots=True)
class Colouring:
    """The answer to "which colours does this picture get?", made by `models.colouring.colour`.

    kind: how it is shown. GREY means without colour, whatever `colorization` holds.
    colorization: None where nothing was computed. A picture that the model refused keeps the refused colorization, so
        that the reader can still ask for it (`taking_the_risk`) without computing again.
    reason, next_step: whole sentences. Why the picture is grey and what to do about it; where `at_own_risk`, why it
        would have stayed grey. For a CT slice, that no network was used. Empty for an ordinary radiograph.
    at_own_risk: the reader had it coloured against the reason given; False where there was nothing to overrule.
    corrections: by so many corrections of the reader `colorization` differs from what the model said.
    """

    kind: ColourSource
    colorization: Colorization | None
    reason: str = ""
    next_step: str = ""
    at_own_risk: bool = False
    corrections: int = 0

    def __post_init__(self) -> None:
        if self.kind is not ColourSource.GREY and self.colorization is None:
            raise ValueError(f"coloured from {self.kind.value}, but there are no colours")

    @property
    def shown(self) -> Colorization | None:
        """The colours to draw; None where the picture is shown grey."""
        return None if self.kind is ColourSource.GREY else self.colorization

    def taking_the_risk(self) -> Colouring | None:
        """The same coloured at the reader's own risk, or itself if it is coloured; None where it must be computed."""
        if self.kind is not ColourSource.GREY:
            return self
        if self.colorization is None:
            return None
        return replace(self, kind=ColourSource.NETWORK, at_own_risk=True)


#: What to do with a film that the model refused.
_LOOK_IN_GREY = "Read it in grey, try another model, or colour it anyway at your own risk."


def by_network(colorization: Colorization, way: Way, *, at_own_risk: bool = False) -> Colouring:
    """A colorization by a network, on this way: grey where the model refused, unless the reader takes the risk.

    way: what `way_of` said of the picture; GREY is only possible at the reader's own risk.
    """
    if way.kind is ColourSource.GREY:
        reason, next_step = way.sentence, way.next_step
    elif colorization.novelty is not None and colorization.novelty.refused:
        told = colorization.novelty.reason.rstrip(".")
        reason = f"{told[:1].upper()}{told[1:]}. It stays grey."
        next_step = _LOOK_IN_GREY
    else:
        return Colouring(ColourSource.NETWORK, colorization)
    kind = ColourSource.NETWORK if at_own_risk else ColourSource.GREY
    return Colouring(kind, colorization, reason, next_step, at_own_risk)
