"""Baselines: colour tables, blind colours, colour transfer."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from tests.models.made_models import radiograph
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.io.resources import palette
from xraycolor_gui.training.benchmark.blind import ConstantColour, PositionPrior, RandomHue
from xraycolor_gui.training.benchmark.colour_tables import Grey, colour_tables, hot_iron
from xraycolor_gui.training.benchmark.contender import Contender
from xraycolor_gui.training.benchmark.references import Reference, mean_chroma, true_colours
from xraycolor_gui.training.benchmark.transfers import Reinhard, Welsh


def _reference() -> Reference:
    grey = np.linspace(0, 1, 64 * 48, dtype=np.float32).reshape(64, 48)
    composition = np.zeros((len(TISSUES), 64, 48), np.float32)
    composition[TISSUES.index("lung"), :32] = 1
    composition[TISSUES.index("heart"), 32:] = 1
    return true_colours(grey, composition, palette("anatomical"))


def _contenders() -> list[Contender]:
    reference = _reference()
    mean = np.full((8, 8, len(TISSUES)), 1 / len(TISSUES), np.float32)
    return [
        Grey(),
        *colour_tables(),
        ConstantColour(mean_chroma((reference,))),
        RandomHue(12.0),
        PositionPrior(mean, TISSUES, palette("anatomical")),
        Reinhard(reference),
        Welsh(reference),
    ]


@pytest.mark.parametrize("contender", _contenders(), ids=lambda contender: contender.name)
def test_every_baseline_paints_the_whole_film(contender: Contender) -> None:
    painted = contender.paint(radiograph((30, 40)))
    assert painted.shape == (384, 512)
    assert painted.rgb.shape == (384, 512, 3)
    assert painted.rgb.dtype == np.uint8
    assert painted.lab.dtype == np.float32
    assert np.isfinite(painted.lab).all()
    assert painted.seconds > 0


def test_hot_iron_is_the_palette_of_the_standard() -> None:
    from pydicom.pixels import apply_color_lut

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = apply_color_lut(np.arange(256, dtype=np.uint8)[None], palette="HOT_IRON")
    shown = np.rint(hot_iron(np.arange(256, dtype=np.float32)[None] / 255) * 255)
    np.testing.assert_array_equal(shown, expected)


def test_a_colour_table_gives_equal_grey_equal_colour() -> None:
    film = radiograph((40, 40))
    for table in colour_tables()[:-1]:
        rgb = table.paint(film).rgb.reshape(-1, 3)
        codes = np.rint(Grey().paint(film).rgb.reshape(-1, 3)[:, 0])
        for code in np.unique(codes)[:5]:
            assert np.ptp(rgb[codes == code], axis=0).max() <= 10  # at most two neighbouring entries


def test_a_random_hue_is_the_same_in_every_run_and_differs_between_films() -> None:
    film, other = radiograph((30, 30), seed=1), radiograph((30, 30), seed=2)
    chroma = RandomHue(10.0).paint(film).chroma
    np.testing.assert_array_equal(chroma, RandomHue(10.0).paint(film).chroma)
    assert np.hypot(*chroma[0, 0]) == pytest.approx(10.0)
    assert not np.allclose(chroma[0, 0], RandomHue(10.0).paint(other).chroma[0, 0])


def test_reinhard_finds_no_spread_of_colour_in_a_grey_film_and_gives_one_hue() -> None:
    painted = Reinhard(_reference()).paint(radiograph((50, 50)))
    middling = (painted.lab[..., 0] > 30) & (painted.lab[..., 0] < 70)
    hue = np.arctan2(painted.chroma[..., 1], painted.chroma[..., 0])[middling]
    assert np.ptp(hue) < 0.5
