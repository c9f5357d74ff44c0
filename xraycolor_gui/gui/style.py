"""Tokens made into a palette, a style sheet and a font."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from xraycolor_gui.gui import tokens

FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
FAMILY = "Inter"

_SHEET = Template("""
* { outline: 0; }
QToolTip { background: $RAISED; color: $TEXT_1; border: 1px solid $LINE_STRONG; padding: 4px 8px; }
QMainWindow, QDialog { background: $WINDOW; }
QMainWindow::separator { background: $LINE; width: 1px; height: 1px; }

QMenuBar { background: $WINDOW; color: $TEXT_1; border-bottom: 1px solid $LINE; padding: 0 8px; }
QMenuBar::item { padding: 3px 8px 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $HOVER; }
QMenu { background: $RAISED; color: $TEXT_1; border: 1px solid $LINE_STRONG; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 32px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: $SELECTED; }
QMenu::item:disabled { color: $TEXT_OFF; }
QMenu::separator { height: 1px; background: $LINE; margin: 4px 8px; }
QMenu::icon { left: 8px; }
QMenu::indicator { width: ${ICON_PX}px; height: ${ICON_PX}px; left: 8px; }
QMenu::indicator:checked { image: url($CHECK); }

QToolBar { background: $DOCK; border: 0; border-bottom: 1px solid $LINE; padding: 5px 8px; spacing: 4px; }
QToolBar::separator { background: $LINE; width: 1px; margin: 8px 8px; }
QToolButton { background: transparent; color: $TEXT_1; border: 1px solid transparent; border-radius: 4px;
              padding: 5px 9px; min-height: 20px; }
QToolButton:hover { background: $HOVER; }
QToolButton:pressed { background: $SURROUND; }
QToolButton:checked { background: $SELECTED; border-color: $ACCENT; }
QToolButton:checked:disabled { background: transparent; border-color: transparent; }
QToolButton:focus { border: 2px solid $ACCENT; padding: 4px 8px; }
QToolButton:disabled { color: $TEXT_OFF; }
QToolButton[popupMode="2"] { padding-right: 26px; }
QToolButton[popupMode="2"]:focus { padding-right: 25px; }
QToolButton::menu-indicator { image: url($CARET); width: ${ICON_SMALL_PX}px; height: ${ICON_SMALL_PX}px;
                              subcontrol-position: right center; right: 9px; }
QToolButton[flat="true"] { padding: 3px; min-height: 16px; }
QToolButton[flat="true"]:focus { padding: 2px; }

QPushButton { background: $RAISED; color: $TEXT_1; border: 1px solid $LINE_STRONG; border-radius: 4px;
              padding: 5px 12px; min-height: 20px; }
QPushButton:hover { background: $HOVER; }
QPushButton:pressed { background: $SURROUND; }
QPushButton:focus { border: 2px solid $ACCENT; padding: 4px 11px; }
QPushButton:disabled { color: $TEXT_OFF; border-color: $LINE; }
QPushButton[primary="true"] { background: $ACCENT; color: $ON_ACCENT; border: 1px solid $ACCENT; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $ACCENT_HOVER; }
QPushButton[primary="true"]:pressed { background: $ACCENT_PRESS; }
QPushButton[primary="true"]:focus { border: 2px solid $TEXT_1; }
QPushButton[primary="true"]:disabled { background: $RAISED; color: $TEXT_OFF; border-color: $LINE; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; color: $ACCENT; padding: 1px 3px;
                           font-weight: 600; min-height: 16px; }
QPushButton[link="true"]:disabled { color: $TEXT_OFF; }
QPushButton[link="true"]:hover { color: $ACCENT_HOVER; }
QPushButton[link="true"]:focus { border: 2px solid $ACCENT; padding: 0 2px; }
QPushButton[tall="true"] { min-height: 38px; padding: 0; }
QPushButton[tall="true"]:focus { min-height: 36px; padding: 0; }
QPushButton[small="true"] { padding: 1px 8px; min-height: 20px; }
QPushButton[small="true"]:focus { padding: 0 7px; }
QPushButton[segment="true"] { border-radius: 0; background: $SURROUND; padding: 3px 12px; }
QPushButton[segment="true"]:hover { background: $HOVER; }
QPushButton[segment="true"]:checked { background: $SELECTED; font-weight: 600; border-bottom: 2px solid $ACCENT; }
QPushButton[segment="true"]:focus { border: 2px solid $ACCENT; padding: 2px 11px; }

QLineEdit, QComboBox, QAbstractSpinBox { background: $SURROUND; color: $TEXT_1; border: 1px solid $LINE_STRONG;
    border-radius: 4px; padding: 3px 8px; min-height: 20px; selection-background-color: $ACCENT;
    selection-color: $ON_ACCENT; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $ACCENT; padding: 2px 7px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $TEXT_OFF; border-color: $LINE; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url($CARET); width: ${ICON_SMALL_PX}px; height: ${ICON_SMALL_PX}px; }
QComboBox QAbstractItemView { background: $RAISED; color: $TEXT_1; border: 1px solid $LINE_STRONG; outline: 0;
    selection-background-color: $SELECTED; selection-color: $TEXT_1; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $SELECTED; }

QTreeView, QListView, QPlainTextEdit { background: $DOCK; color: $TEXT_1; border: 0;
    selection-background-color: $SELECTED; selection-color: $TEXT_1; }
QPlainTextEdit { background: $SURROUND; border: 1px solid $LINE_STRONG; border-radius: 4px; padding: 4px;
    color: $TEXT_2; }
QPlainTextEdit:focus { border: 2px solid $ACCENT; padding: 3px; }
QTreeView::branch { background: transparent; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $TEXT_OFF; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $LINE_STRONG; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $LINE; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $ACCENT; border-radius: 2px; }

QCheckBox { spacing: 8px; color: $TEXT_1; min-height: 20px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $LINE_STRONG; border-radius: 3px;
                       background: $SURROUND; }
QCheckBox::indicator:checked { image: url($CHECK); }
QCheckBox:focus { border-color: $ACCENT; }

QStatusBar { background: $WINDOW; border-top: 1px solid $LINE;
             min-height: ${STATUS_ROOM}px; max-height: ${STATUS_ROOM}px; }
QStatusBar::item { border: 0; }

QLabel { color: $TEXT_1; background: transparent; }
QLabel[tone="2"] { color: $TEXT_2; }
QLabel[tone="3"] { color: $TEXT_3; }
QLabel[caption="true"] { font-size: ${CAPTION_PX}px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[title="true"] { font-size: ${TITLE_PX}px; font-weight: 600; }
QLabel[welcome="true"] { font-size: ${WELCOME_PX}px; font-weight: 600; }
QLabel[key="true"] { background: $RAISED; border: 1px solid $LINE_STRONG; border-radius: 3px; padding: 0 4px;
                     font-size: ${CAPTION_PX}px; min-width: 12px; }
QFrame[line="true"] { background: $LINE; border: 0; }
QWidget[surface="surround"] { background: $SURROUND; }
QWidget[surface="window"] { background: $WINDOW; }
QWidget[surface="dock"] { background: $DOCK; }
QWidget[surface="raised"] { background: $RAISED; border-radius: 4px; }
""")


def dress(application: QApplication) -> None:
    """Give the application its fonts, palette and style sheet."""
    application.setStyle("Fusion")
    application.setFont(_font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def style_sheet() -> str:
    """The tokens in Qt's style sheet language."""
    from xraycolor_gui.io.resources import resource

    values = {name: value for name, value in vars(tokens).items() if name.isupper()}
    marks = {mark.upper(): resource(f"icons/{mark}.svg").as_posix() for mark in ("caret", "check")}
    # The line above the status bar belongs to its height.
    return _SHEET.substitute(values | marks, STATUS_ROOM=tokens.STATUS_BAR - 1)


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
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: tokens.WINDOW,
        role.WindowText: tokens.TEXT_1,
        role.Base: tokens.SURROUND,
        role.AlternateBase: tokens.DOCK,
        role.Text: tokens.TEXT_1,
        role.PlaceholderText: tokens.TEXT_3,
        role.Button: tokens.RAISED,
        role.ButtonText: tokens.TEXT_1,
        role.BrightText: tokens.TEXT_1,
        role.Highlight: tokens.ACCENT,
        role.HighlightedText: tokens.ON_ACCENT,
        role.Link: tokens.ACCENT,
        role.LinkVisited: tokens.ACCENT,
        role.ToolTipBase: tokens.RAISED,
        role.ToolTipText: tokens.TEXT_1,
        role.Light: tokens.SELECTED,
        role.Midlight: tokens.HOVER,
        role.Mid: tokens.LINE,
        role.Dark: tokens.SURROUND,
        role.Shadow: "#000000",
        role.Accent: tokens.ACCENT,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.TEXT_OFF))
    return palette
