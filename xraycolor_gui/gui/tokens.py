"""Sizes of the window, and the colours of what lies on a film. The chrome has its own colours, in `theme`."""

from __future__ import annotations

from typing import Final

#: Round the pictures, in every theme.
SURROUND: Final = "#0A0A0A"
#: Ground of a label on a film, and its border.
RAISED: Final = "#2A2A2A"
LINE_STRONG: Final = "#868686"
TEXT_1: Final = "#E8E8E8"
TEXT_2: Final = "#BDBDBD"
TEXT_3: Final = "#A3A3A3"
#: What the reader chose or drew. Never a tissue's colour, never a severity's.
ACCENT: Final = "#A89AF4"

CAPTION_PX: Final = 12
BODY_PX: Final = 13
CHOICE_PX: Final = 14
TITLE_PX: Final = 16
WELCOME_PX: Final = 24

ICON_PX: Final = 16
ICON_TOOL_PX: Final = 20
ICON_SMALL_PX: Final = 12

TOOL_BAR: Final = 44
HEADER: Final = 32
STATUS_BAR: Final = 28
ROW: Final = 28
THUMB_ROW: Final = 68
THUMB: Final = 56

STUDIES: Final = 232
STUDIES_STRIP: Final = 72
COLOUR_DOCK: Final = 304
COLOUR_DOCK_MIN: Final = 280
CERTIFICATE: Final = 440
COLOUR_RAIL: Final = 88

#: Width of the window below which the studies are a strip, the colour dock a rail.
STRIP_BELOW: Final = 1440
RAIL_BELOW: Final = 1280
MIN_WINDOW: Final = (900, 600)

DONE_NOTICE_MS: Final = 4000
#: Between thousands, and before a percent sign.
NARROW_SPACE: Final = "\u202f"


def thousands(number: int) -> str:
    """1 873 with narrow no-break spaces."""
    return f"{number:,}".replace(",", NARROW_SPACE)


def percent(fraction: float) -> str:
    """68 % with a narrow no-break space."""
    return f"{round(fraction * 100)}{NARROW_SPACE}%"
