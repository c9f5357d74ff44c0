"""The look: neutral surfaces, one accent, enough contrast, a font that is shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from xraycolor_gui.gui import icons, tokens
from xraycolor_gui.gui.style import FAMILY, style_sheet

ACCENTS = {"ACCENT", "ACCENT_HOVER", "ACCENT_PRESS", "ON_ACCENT"}
COLOURS = {name: value for name, value in vars(tokens).items() if isinstance(value, str) and value.startswith("#")}


def test_every_surface_and_text_is_exactly_neutral() -> None:
    for name, value in COLOURS.items():
        red, green, blue, _ = QColor(value).getRgb()
        assert (red == green == blue) is (name not in ACCENTS), name


def test_the_style_sheet_knows_no_colours_but_the_tokens() -> None:
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", style_sheet())) <= set(COLOURS.values())
    assert "$" not in style_sheet()


def test_every_token_is_used() -> None:
    package = Path(tokens.__file__).parent
    code = "\n".join(path.read_text() for path in package.rglob("*.py") if path.name != "tokens.py")
    names = [name for name in vars(tokens) if name.isupper()]
    assert [name for name in names if not re.search(rf"(tokens\.|\$\{{?){name}\b", code)] == []


@pytest.mark.parametrize("surface", ["SURROUND", "WINDOW", "DOCK", "RAISED", "HOVER", "SELECTED"])
def test_texts_and_accent_stand_out_from_every_surface(surface: str) -> None:
    for text in ("TEXT_1", "TEXT_2", "TEXT_3", "ACCENT"):
        assert contrast(COLOURS[text], COLOURS[surface]) >= 4.5
    assert contrast(COLOURS["LINE_STRONG"], COLOURS[surface]) >= 3


def test_text_on_accent_can_be_read() -> None:
    for name in ("ACCENT", "ACCENT_HOVER", "ACCENT_PRESS"):
        assert contrast(tokens.ON_ACCENT, COLOURS[name]) >= 4.5


def test_the_shipped_font_is_used_in_both_weights() -> None:
    font = QApplication.font()
    assert QFontInfo(font).family() == FAMILY
    assert font.pixelSize() == tokens.BODY_PX >= tokens.CAPTION_PX >= 12
    font.setWeight(font.Weight.DemiBold)
    assert QFontInfo(font).weight() == font.Weight.DemiBold


def test_every_icon_can_be_drawn() -> None:
    for meaning in icons.NAMES:
        assert not icons.icon(meaning).pixmap(16, 16).toImage().isNull()


def test_numbers_take_narrow_spaces() -> None:
    assert tokens.thousands(10018) == "10\u202f018"
    assert tokens.percent(0.678) == "68\u202f%"


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (value / 255 for value in QColor(colour).getRgb()[:3])
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
