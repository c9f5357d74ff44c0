"""Which actions stand together on the cheat sheet, and what hands do that is no action."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from xraycolor_gui.gui.actions import Entry
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.mouse import Mouse, Wheel

#: The first part of an action's id → its topic; all others stand under "window".
TOPICS = {
    "grey": "grey",
    "shown": "grey",
    "place": "place",
    "turn": "place",
    "file": "films",
    "films": "films",
    "frames": "films",
    "tool": "tools",
    "measure": "tools",
    "edit": "tools",
    "drawn": "tools",
    "region": "tools",
    "compare": "compare",
    "colour": "colour",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What is pressed, key by key, and what it does."""

    keys: tuple[str, ...]
    words: str


def translate(text: str) -> str:
    return QCoreApplication.translate("KeyTopics", text)


def topic_of(entry: Entry) -> str:
    """The topic an action belongs to."""
    return TOPICS.get(entry.id.partition(".")[0], "window")


def titles() -> dict[str, str]:
    """Topics in the order they are shown, with their titles."""
    return {
        "grey": translate("Grey"),
        "place": translate("Place"),
        "films": translate("Films"),
        "tools": translate("Tools"),
        "compare": translate("Compare"),
        "colour": translate("Colour"),
        "window": translate("Window"),
    }


def tool_words(tool: Tool) -> str:
    """What a drag with this tool does."""
    return {
        Tool.WINDOW: translate("window: right wider, up brighter"),
        Tool.ZOOM: translate("zoom"),
        Tool.PAN: translate("pan"),
    }.get(tool, tool.value)


def wheel_words(does: Wheel) -> str:
    """What a turn of the wheel does."""
    return {
        Wheel.FILM: translate("film before, after"),
        Wheel.ZOOM: translate("zoom at the cursor"),
        Wheel.STRENGTH: translate("strength"),
        Wheel.NOTHING: translate("nothing"),
    }[does]


def button_words(button: Qt.MouseButton) -> str:
    """A drag with this button."""
    return {
        Qt.MouseButton.LeftButton: translate("Left drag"),
        Qt.MouseButton.MiddleButton: translate("Middle drag"),
        Qt.MouseButton.RightButton: translate("Right drag"),
    }[button]


def modifier_words(modifier: Qt.KeyboardModifier) -> str:
    """The wheel with this key held."""
    return {
        Qt.KeyboardModifier.NoModifier: translate("Wheel"),
        Qt.KeyboardModifier.ControlModifier: translate("Ctrl + wheel"),
        Qt.KeyboardModifier.ShiftModifier: translate("Shift + wheel"),
    }[modifier]


def mouse_lines(mouse: Mouse) -> tuple[Line, ...]:
    """What buttons and wheel do now."""
    left = Line((button_words(Qt.MouseButton.LeftButton),), translate("the tool chosen"))
    return (
        left,
        *(Line((button_words(button),), tool_words(tool)) for button, tool in mouse.buttons.items()),
        *(Line((modifier_words(held),), wheel_words(does)) for held, does in mouse.wheels.items()),
        Line((translate("Alt + wheel"),), translate("size of the lens")),
        Line((translate("Double click"),), translate("one pane, all panes")),
        Line((translate("Right click"),), translate("menu")),
    )


def fixed_lines() -> tuple[Line, ...]:
    """Keys of a control that has the focus; they cannot be changed."""
    return (
        Line(("Enter",), translate("in the legend: only this tissue")),
        Line((translate("Space"),), translate("in the legend: hide, show")),
        Line(("← →",), translate("on a picture: move divider or lens, change over")),
        Line((translate("Shift + ↑ ↓"),), translate("size of the lens")),
        Line(("Tab",), translate("next measurement")),
        Line(("Delete",), translate("remove the measurement")),
        Line((translate("Space"),), translate("drawing by keys: set a point")),
        Line((translate("Backspace"),), translate("take the last point back")),
    )


def lines(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """The actions that have keys. Those of a kind that differ by a number or a way are one line, first to last key."""
    made: dict[str, Line] = {}
    of_a_kind = {".preset_": translate("windows of the film"), ".nudge_": translate("move what is chosen")}
    for entry in entries:
        kind = next((part for part in of_a_kind if part in entry.id), "")
        if not entry.keys:
            continue
        first = made.get(kind)
        if not kind:
            made[entry.id] = Line(entry.key_texts(), entry.title)
        elif first is None:
            made[kind] = Line(entry.key_texts()[:1], of_a_kind[kind])
        else:
            made[kind] = Line((first.keys[0], "…", entry.key_texts()[0]), first.words)
    return tuple(made.values())
