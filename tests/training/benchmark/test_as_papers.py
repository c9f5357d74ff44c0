"""MSE, PSNR and SSIM as papers report them: doing nothing wins against the grey film, truth wins against truth."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.models.made_models import radiograph
from xraycolor_gui.core.color import grey_rgb, render
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.resources import palette
from xraycolor_gui.training.benchmark.as_papers import against_truth, score_rows, scores
from xraycolor_gui.training.benchmark.blind import ConstantColour
from xraycolor_gui.training.benchmark.colour_tables import Grey, colour_tables
from xraycolor_gui.training.benchmark.contender import Contender, Painted, lab_of
from xraycolor_gui.training.benchmark.true_films import TrueFilm


def _of_grey(contender: Contender, film: Radiograph) -> dict[str, float]:
    from xraycolor_gui.training.benchmark.contender import grey_at

    painted = contender.paint(film)
    grey = grey_at(film, painted.shape)
    found = scores(painted.rgb, painted.chroma, grey_rgb(grey), np.zeros((*grey.shape, 2), np.float32))
    return {row.name.split(",")[0]: row.value for row in score_rows("gate", "films", contender.name, [found], ["p"])}


def test_against_the_grey_film_doing_nothing_is_perfect_and_every_colour_costs() -> None:
    film = radiograph((60, 60))
    nothing = _of_grey(Grey(), film)
    assert nothing["MSE RGB"] == nothing["MSE a*b*"] == 0
    assert math.isinf(nothing["PSNR RGB"])
    assert nothing["SSIM RGB"] == pytest.approx(1)
    weak = _of_grey(ConstantColour(np.array([3.0, 4.0], np.float32)), film)
    strong = _of_grey(colour_tables()[4], film)
    assert weak["MSE a*b*"] == pytest.approx(12.5)
    assert weak["PSNR RGB"] > strong["PSNR RGB"]


class _Knowing:
    """Paints one computed film in its true colours."""

    name = title = "knowing"

    def __init__(self, film: TrueFilm) -> None:
        self.film = film

    def paint(self, _radiograph: Radiograph) -> Painted:
        chroma = palette("anatomical").chroma(self.film.composition.astype(np.float32), TISSUES)
        return Painted(lab_of(self.film.grey, chroma), render(self.film.grey, chroma), 0.1)


def test_against_true_colours_the_truth_is_perfect_and_grey_is_not() -> None:
    rng = np.random.default_rng(0)
    composition = rng.dirichlet(np.ones(len(TISSUES)), (48, 48)).astype(np.float16)
    grey = np.full((48, 48), 0.5, np.float32)
    film = TrueFilm(grey, composition, np.ones((48, 48), np.bool_))
    rows = {
        contender.name: {
            row.name.split(",")[0]: row
            for row in against_truth(contender, [film], palette("anatomical"), lambda _line: None)
        }
        for contender in (_Knowing(film), Grey())
    }
    assert rows["knowing"]["MSE a*b*"].value == pytest.approx(0, abs=1e-6)
    assert rows["grey"]["MSE a*b*"].value > 10
    assert rows["grey"]["SSIM RGB"].value < rows["knowing"]["SSIM RGB"].value
    assert rows["grey"]["PSNR RGB"].unit == "dB"
