"""Texts of the rooms that know no languages are said in the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.test_language import german  # noqa: F401
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.gui.spoken import spoken, spoken_with
from xraycolor_gui.io.read import read


def test_in_english_nothing_changes() -> None:
    for text in ("", "IM0007: the file is empty.", "The file states no window. Shown with the 1 to 99 % range."):
        assert spoken(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IM0007: the file is empty.", "IM0007: die Datei ist leer."),
        (
            "The window in this file is 0 wide. Shown with the 1 to 99 % range instead.",
            "Das Fenster in dieser Datei ist 0 breit. Gezeigt mit dem Bereich von 1 bis 99 %.",
        ),
        (
            "Nothing got lighter or darker: 0.01 on average (limit 0.02), 0.05 at most. The eye begins to see about 1.",
            "Nichts wurde heller oder dunkler: im Mittel 0,01 (Grenze 0,02), höchstens 0,05. Das Auge sieht etwa ab 1 "
            "etwas.",
        ),
        ("W 255 L 127.5", "W 255 L 127,5"),
        ("W 1523 L -88.41", "W 1523 L −88,41"),
        (
            "Too close: heart and soft tissue, for green-blind readers.",
            "Zu ähnlich: Herz und Weichteile, für grünblinde Augen.",
        ),
        ("No film is known by 1.2.840.10008.", "No film is known by 1.2.840.10008."),
    ],
)
def test_a_text_finds_its_template_and_keeps_its_values(german: None, text: str, said: str) -> None:  # noqa: F811
    assert spoken(text) == said


def test_a_value_of_several_parts_is_said_part_by_part(german: None) -> None:  # noqa: F811
    said = spoken_with("{window}.", [("window", "W 255 L 127.5, as stored")])
    assert said == "W 255 L 127,5, wie gespeichert."


def test_an_error_of_the_reader_is_said_in_german(german: None, tmp_path: Path) -> None:  # noqa: F811
    empty = tmp_path / "leer.dcm"
    empty.touch()
    with pytest.raises(UnreadableFile) as raised:
        read(empty)
    assert spoken(raised.value.what) == "leer.dcm: die Datei ist leer."
    assert spoken(raised.value.next_step) != raised.value.next_step
