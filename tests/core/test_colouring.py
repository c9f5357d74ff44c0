"""What becomes of a radiograph, and what the reader's own risk changes."""

from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.core.colorization import TISSUES, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring, by_network
from xraycolor_gui.core.modality import ColourSource, Way

NETWORK, GREY = (
    Way(ColourSource.NETWORK, "By the model."),
    Way(ColourSource.GREY, "This is a page. It stays grey.", "Open another."),
)


def colorization(novelty: Novelty | None = None) -> Colorization:
    return Colorization(np.ones((2, 2, 8), np.float32) / 8, TISSUES, ModelId("tiny", "ab"), novelty=novelty)


STRANGE, KNOWN = Novelty(2.0, 1.0, "its parts are unlike films"), Novelty(0.5, 1.0)


def test_what_the_model_accepts_is_coloured_without_a_word() -> None:
    for novelty in (None, KNOWN):
        made = by_network(colorization(novelty), NETWORK, at_own_risk=True)
        assert (made.kind, made.reason, made.next_step, made.at_own_risk) == (ColourSource.NETWORK, "", "", False)
        assert made.shown is made.colorization
        assert made.taking_the_risk() is made


def test_what_the_model_refuses_stays_grey_and_keeps_its_colours_for_a_reader_who_insists() -> None:
    made = by_network(colorization(STRANGE), NETWORK)
    assert made.kind is ColourSource.GREY and made.shown is None
    assert made.reason == "Its parts are unlike films. It stays grey." and made.next_step
    risked = made.taking_the_risk()
    assert risked is not None and risked.at_own_risk and risked.kind is ColourSource.NETWORK
    assert risked.shown is made.colorization and risked.reason == made.reason


def test_what_is_no_radiograph_is_coloured_at_own_risk_only_and_says_why_not() -> None:
    made = by_network(colorization(KNOWN), GREY, at_own_risk=True)
    assert (made.kind, made.at_own_risk, made.reason) == (ColourSource.NETWORK, True, GREY.sentence)
    assert Colouring(ColourSource.GREY, None, GREY.sentence).taking_the_risk() is None


def test_colours_cannot_come_from_nothing() -> None:
    with pytest.raises(ValueError, match="no colours"):
        Colouring(ColourSource.HOUNSFIELD, None)
