"""Finding by a few letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.gui.fuzzy import fits


def ranked(typed: str, *texts: str) -> list[str]:
    scored = [(fits(typed, text), text) for text in texts]
    return [text for score, text in sorted(((s, t) for s, t in scored if s is not None), reverse=True)]


def test_beginnings_of_words_beat_letters_anywhere() -> None:
    assert ranked("fs", "Offset", "Full screen", "Fold studies")[-1] == "Offset"
    assert ranked("inv", "Open in viewer", "Invert")[0] == "Invert"


def test_words_may_come_in_any_order_and_accents_do_not_count() -> None:
    assert fits("size actual", "Actual size") is not None
    assert fits("grosse", "Größe") is not None or fits("große", "Größe") is not None
    assert fits("offnen", "Öffnen") is not None


def test_a_missing_letter_finds_nothing() -> None:
    assert fits("zebra", "Zoom in") is None


@given(st.text(max_size=20), st.text(max_size=8))
def test_every_text_is_found_by_itself_and_by_nothing(text: str, other: str) -> None:
    assert fits(text, text) is not None
    assert fits("", other) == 0.0
