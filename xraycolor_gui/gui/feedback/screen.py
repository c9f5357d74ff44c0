"""Exactly what is on the screen at this moment, as records of feedback state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraycolor_gui import __version__
from xraycolor_gui.core.colorization import BACKGROUND, Appearance
from xraycolor_gui.core.feedback import Screen
from xraycolor_gui.core.modality import ColourSource

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

SOFTWARE = f"XrayColor {__version__}"


def screen_of(session: Session) -> Screen | None:
    """None while there is no film."""
    from xraycolor_gui.core.presentation import describe

    radiograph, voi = session.radiograph, session.voi
    if radiograph is None or voi is None:
        return None
    colouring, shown = session.colouring, session.colorization
    made = colouring.colorization if colouring is not None else None
    window = describe(voi, radiograph)
    appearance = Appearance(
        model=made.model if made is not None else None,
        palette=session.palette.name,
        strength=session.shown_strength,
        window=f"{window}, inverted" if session.inverted else window,
        hidden=_hidden(session),
        how=colouring.kind if colouring is not None else ColourSource.GREY,
        reason=colouring.reason if colouring is not None else "",
        at_own_risk=colouring is not None and colouring.at_own_risk,
        grey_below=session.grey_below if shown is not None and shown.confidence is not None else None,
        corrections=colouring.corrections if colouring is not None and shown is not None else 0,
    )
    return Screen(appearance, session.zoom or 1.0, session.turn.quarters, session.turn.mirrored)


def _hidden(session: Session) -> tuple[str, ...]:
    """Tissues drawn grey on the reader's wish."""
    shown = session.colorization
    if shown is None:
        return ()
    names = (name for name in shown.tissues if name != BACKGROUND)
    if session.solo is not None:
        return tuple(name for name in names if name != session.solo)
    return tuple(name for name in names if name in session.hidden)
