"""Which model stays: the one that learnt from feedback, or the one it began as."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.models.made_models import tiny_card, tiny_network
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.config import read_config
from xraycolor_gui.training.feedback.judge import change_on, error_on, worse
from xraycolor_gui.training.feedback.teach import going_on, meet
from xraycolor_gui.training.real_films import LoadedFilm, RealFilm, told


def _row(name: str, value: float, sense: Sense = Sense.AT_LEAST, unit: str = "") -> Measured:
    return Measured("gate", name, "one", value, limit=0.9, sense=sense, unit=unit)


def test_a_number_may_fall_by_the_margin_and_no_more() -> None:
    assert not worse([_row("lung", 0.95)], [_row("lung", 0.935)])
    (sentence,) = worse([_row("lung", 0.95)], [_row("lung", 0.92)])
    assert sentence == "lung: 0.950 before, 0.920 now."


def test_what_should_be_small_may_not_grow_and_what_improves_is_never_worse() -> None:
    small = Sense.AT_MOST
    assert worse([_row("air", 1.0, small, "ΔE")], [_row("air", 1.5, small, "ΔE")])
    assert not worse([_row("air", 1.0, small, "ΔE")], [_row("air", 1.2, small, "ΔE")])
    assert not worse([_row("lung", 0.90), _row("air", 1.0, small)], [_row("lung", 0.99), _row("air", 0.5, small)])


def test_numbers_that_are_only_reported_decide_nothing() -> None:
    assert not worse([_row("share", 0.9, Sense.REPORTED)], [_row("share", 0.1, Sense.REPORTED)])


def test_the_error_is_the_part_of_the_named_pixels_that_another_tissue_leads() -> None:
    network = tiny_network()
    colorizer = Colorizer(tiny_card(network), network)
    grey = np.random.default_rng(0).integers(0, 255, (128, 128)).astype(np.uint8)
    leading = colorizer.look(grey.astype(np.float32) / 255).shares.argmax(axis=2)
    labels = told(leading)
    film = RealFilm(Path("x"), None, "", "feedback", "", "", "p", "train")
    assert error_on(colorizer, [LoadedFilm(film, grey, labels)]) == [0.0]
    labels[:64] = told((leading[:64] + 1) % len(TISSUES))
    assert error_on(colorizer, [LoadedFilm(film, grey, labels)]) == [pytest.approx(0.5)]
    change = change_on(colorizer, colorizer, [LoadedFilm(film, grey, labels)])
    assert change.before == change.after == pytest.approx(0.5)
    assert "50.0%" in change.sentence()


def test_a_run_on_feedback_goes_on_from_the_model_and_keeps_it_as_teacher() -> None:
    card = ModelCard("basic", "Basic", {}, 1, TISSUES, 256, path=Path("basic.safetensors"))
    settings = going_on(read_config("basic"), card, 3.0)
    assert settings.model.parent == settings.model.guide == "basic.safetensors"
    assert settings.losses.guide_until == 1.0
    assert settings.batch.feedback > 0
    assert settings.optimizer.rate < read_config("basic").optimizer.rate
    assert (settings.run.minutes, settings.run.steps, settings.model.name) == (3.0, 0, "basic-taught")


def test_what_a_model_became_is_met_half_way() -> None:
    before, after = tiny_network(0), tiny_network(1)
    wanted = [(a + b) / 2 for a, b in zip(before.parameters(), after.parameters(), strict=True)]
    meet(after, before)
    for value, half in zip(after.parameters(), wanted, strict=True):
        torch.testing.assert_close(value, half)
