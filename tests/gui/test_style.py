"""The look: neutral surfaces, one accent, enough contrast, a font that is shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import film, steps
from xraycolor_gui.gui import icons, tokens
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.style import FAMILY, MARKS, redress, style_sheet
from xraycolor_gui.gui.theme import DARK, LIGHT, THEMES, Chrome, chrome, strengthened, wear
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.io.resources import resource

ACCENTS = {"accent", "accent_hover", "accent_press"}
ON_PICTURES = {name: value for name, value in vars(tokens).items() if isinstance(value, str) and value.startswith("#")}
SURFACES = ("field", "window", "dock", "raised", "hover", "selected")

both = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def colours(theme: Chrome) -> dict[str, str]:
    return {name: value for name, value in asdict(theme).items() if name != "name"}


@both
def test_every_surface_and_text_is_exactly_neutral(theme: Chrome) -> None:
    for name, value in (colours(theme) | {name.lower(): value for name, value in ON_PICTURES.items()}).items():
        if name == "on_accent":
            continue
        red, green, blue, _ = QColor(value).getRgb()
        assert (red == green == blue) is (name not in ACCENTS), name


@both
def test_the_style_sheet_knows_no_colours_but_the_tokens(theme: Chrome) -> None:
    sheet = style_sheet(theme)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= {*colours(theme).values(), tokens.SURROUND}
    assert "$" not in sheet


def test_every_token_is_used() -> None:
    package = Path(tokens.__file__).parent
    code = "\n".join(path.read_text() for path in package.rglob("*.py") if path.name != "tokens.py")
    code += resource("style/window.qss").read_text()
    names = [name for name in vars(tokens) if name.isupper()]
    assert [name for name in names if not re.search(rf"(tokens\.|\$\{{?){name}\b", code)] == []
    assert [name for name in colours(DARK) if not re.search(rf"(chrome\(\)\.|\$\{{?|\"){name}\b", code)] == []


@both
@pytest.mark.parametrize("surface", SURFACES)
def test_texts_and_accent_stand_out_from_every_surface(theme: Chrome, surface: str) -> None:
    ground = getattr(theme, surface)
    for text in (theme.text_1, theme.text_2, theme.text_3, theme.accent):
        assert contrast(text, ground) >= 4.5
    assert contrast(theme.line_strong, ground) >= 3


@both
def test_more_contrast_makes_lines_and_words_stronger_and_stays_neutral(theme: Chrome) -> None:
    strong = strengthened(theme)
    for surface in SURFACES:
        ground = getattr(strong, surface)
        assert contrast(strong.text_3, ground) >= 7
        assert contrast(strong.line, ground) >= 3
    assert {getattr(strong, name) for name in ACCENTS} == {getattr(theme, name) for name in ACCENTS}


@both
def test_text_on_accent_can_be_read(theme: Chrome) -> None:
    for ground in (theme.accent, theme.accent_hover, theme.accent_press):
        assert contrast(theme.on_accent, ground) >= 4.5


@both
def test_a_chosen_control_differs_from_others_by_more_than_its_accent(theme: Chrome) -> None:
    assert len({theme.dock, theme.hover, theme.selected}) == 3


@both
def test_the_drawings_in_the_style_sheet_have_the_colour_of_the_text(theme: Chrome) -> None:
    for mark, colour in MARKS.items():
        assert getattr(theme, colour) in resource(f"icons/{mark}-{theme.name}.svg").read_text()


def test_only_what_lies_on_a_picture_has_colours_of_its_own() -> None:
    package = Path(tokens.__file__).parent
    wrong = rf"tokens\.({'|'.join(ON_PICTURES)})\b|setStyleSheet\("
    found = [
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        # Those that draw on films, and where the colours come from; the test pattern is a picture too.
        if "views" not in path.parts
        and path.name not in ("theme.py", "style.py", "test_pattern.py")
        and re.search(wrong, path.read_text())
    ]
    assert found == []


@pytest.fixture
def light() -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(LIGHT)
    redress(application)
    yield
    wear(DARK)
    redress(application)


def test_the_light_theme_reaches_every_part_and_leaves_the_films_on_black(qtbot: QtBot, light: None) -> None:
    session = Session(steps(film()))
    status, picture = StatusBar(session), Picture(Role.GREY, LinkedView(session))
    for widget in (status, picture):
        qtbot.addWidget(widget)
        widget.resize(300, 200)
    corner = [QColor(widget.grab().toImage().pixel(1, 10)).name().upper() for widget in (status, picture)]
    assert chrome() is LIGHT
    assert corner == [LIGHT.window, tokens.SURROUND]
    session.close()


def test_an_icon_made_before_follows_the_theme(light: None) -> None:
    icon = icons.icon("open")
    assert sharpest(icon, 16) < 60
    wear(DARK)
    assert sharpest(icon, 16) > 200


def sharpest(icon: QIcon, size: int) -> int:
    """Grey of the pixel that is covered most."""
    image = icon.pixmap(size, size).toImage()
    pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    return max(pixels, key=lambda pixel: pixel.alpha()).red()


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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icons_are_drawn_in_the_screens_own_pixels(ratio: float) -> None:
    drawn = icons.icon("open").pixmap(QSize(16, 16), ratio)
    assert drawn.width() == drawn.height() == round(16 * ratio)
    edge = [drawn.toImage().pixelColor(x, round(8 * ratio)).alpha() for x in range(drawn.width())]
    assert max(edge) > 200
