"""Tokens made into a palette, a style sheet and a font."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.theme import Chrome, chrome

FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
FAMILY = "Inter"
#: Drawings that the style sheet takes as they are, one per theme, and the colour each is drawn in.
MARKS = {"caret": "text_1", "caret-off": "text_off", "check": "text_1"}


def dress(application: QApplication) -> None:
    """Give the application its fonts, and the palette and style sheet of the theme that is worn."""
    lay_under(application)
    redress(application)


def lay_under(application: QApplication) -> None:
    """All but the style sheet.

    A window is built sooner without: Qt works through a style sheet anew for all that is put into something else.
    """
    application.setStyle("Fusion")
    application.setFont(_font())
    application.setPalette(_palette(chrome()))


def wants_contrast() -> bool:
    """Whether the reader's system asks for more contrast; older Qt does not tell."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return hints is not None and hints().contrastPreference() is Qt.ContrastPreference.HighContrast


def redress(application: QApplication) -> None:
    """Show the theme that is worn now."""
    application.setPalette(_palette(chrome()))
    application.setStyleSheet(style_sheet(chrome()))


def style_sheet(theme: Chrome) -> str:
    """The tokens in Qt's style sheet language."""
    from xraycolor_gui.io.resources import resource

    sizes = {name: value for name, value in vars(tokens).items() if name.isupper()}
    marks = {mark.replace("-", "_"): resource(f"icons/{mark}-{theme.name}.svg").as_posix() for mark in MARKS}
    # The line above the status bar belongs to its height.
    values = sizes | asdict(theme) | marks | {"STATUS_ROOM": tokens.STATUS_BAR - 1, "surround": tokens.SURROUND}
    return Template(resource("style/window.qss").read_text(encoding="utf-8")).substitute(values)


def _font() -> QFont:
    """Inter as shipped; where it cannot be loaded, the system's own font in the same size."""
    from xraycolor_gui.core.errors import UnreadableFile
    from xraycolor_gui.io.resources import resource

    font = QFont()
    try:
        loaded = [QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}"))) for file in FONT_FILES]
    except UnreadableFile:
        loaded = []
    if loaded and min(loaded) >= 0:
        font.setFamilies([FAMILY, *font.families()])
    font.setPixelSize(tokens.BODY_PX)
    return font


def tabular(font: QFont) -> QFont:
    """The font with figures of equal width, for numbers that change. Not for names: their hyphens grow as wide."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _palette(theme: Chrome) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text_1,
        role.Base: theme.field,
        role.AlternateBase: theme.dock,
        role.Text: theme.text_1,
        role.PlaceholderText: theme.text_3,
        role.Button: theme.raised,
        role.ButtonText: theme.text_1,
        role.BrightText: theme.text_1,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text_1,
        role.Light: theme.selected,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.pressed,
        role.Shadow: "#000000",
        role.Accent: theme.accent,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.text_off))
    return palette
