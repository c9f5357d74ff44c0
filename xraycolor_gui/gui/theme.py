"""The colours of the window's chrome, dark and light, and which of them it wears now.

What is drawn on a film keeps the colours of `tokens` in both themes: films lie on black.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xraycolor_gui.gui import tokens


@dataclass(frozen=True, slots=True)
class Chrome:
    """Colours by use, `#RRGGBB`. All are neutral but the four of the accent."""

    name: str
    #: Fields to write in, and pages without a film.
    field: str
    #: Menu bar, status bar.
    window: str
    #: Docks, tool bar, headers.
    dock: str
    #: Buttons, menus, notices.
    raised: str
    hover: str
    selected: str
    pressed: str
    #: Hairlines between parts.
    line: str
    #: Borders of controls, at least 3:1.
    line_strong: str
    text_1: str
    text_2: str
    text_3: str
    #: Disabled.
    text_off: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str


DARK = Chrome(
    name="dark",
    field=tokens.SURROUND,
    window="#161616",
    dock="#1C1C1C",
    raised=tokens.RAISED,
    hover="#353535",
    selected="#3A3A3A",
    pressed=tokens.SURROUND,
    line="#3D3D3D",
    line_strong=tokens.LINE_STRONG,
    text_1=tokens.TEXT_1,
    text_2=tokens.TEXT_2,
    text_3=tokens.TEXT_3,
    text_off="#7A7A7A",
    accent=tokens.ACCENT,
    accent_hover="#BDB2F8",
    accent_press="#8B7DDA",
    on_accent="#0B0820",
)
LIGHT = Chrome(
    name="light",
    field="#FFFFFF",
    window="#E2E2E2",
    dock="#EDEDED",
    raised="#F8F8F8",
    hover="#DCDCDC",
    selected="#D2D2D2",
    pressed="#C6C6C6",
    line="#C4C4C4",
    line_strong="#6E6E6E",
    text_1="#1A1A1A",
    text_2="#3E3E3E",
    text_3="#545454",
    text_off="#8C8C8C",
    accent="#5343BC",
    accent_hover="#46389F",
    accent_press="#382C85",
    on_accent="#FFFFFF",
)
THEMES = (DARK, LIGHT)

_worn = [DARK]


def chrome() -> Chrome:
    """The colours now. Ask at every paint: they change while the window is open."""
    return _worn[0]


def wear(theme: Chrome, contrast: bool = False) -> None:
    """Take other colours, stronger ones for more contrast; `style.redress` shows them."""
    _worn[0] = strengthened(theme) if contrast else theme


def strengthened(theme: Chrome) -> Chrome:
    """For readers who ask their system for more contrast: no faint words, and lines as strong as borders."""
    return replace(
        theme, line=theme.line_strong, line_strong=theme.text_2, text_2=theme.text_1, text_3=theme.text_1,
        text_off=theme.text_3,
    )  # fmt: skip


def colour(name: str) -> str:
    """`#RRGGBB` as it is, or the chrome's colour of that name now."""
    return name if name.startswith("#") else str(getattr(chrome(), name))
