"""MSE, PSNR and SSIM “as papers report”: what those numbers are worth is told by the rows that do nothing.

Against the grey film a picture scores the better, the less colour it has: doing nothing is perfect. Against true
colours, which only computed films have, the numbers at least mean something. Pictures are compared at longest side 256,
RGB and a*b* as bytes (a* and b* shifted by 128), peak 255; PSNR is that of the mean MSE. SSIM is scikit-image's, which
the extra `training` installs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import grey_rgb, render
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.training.benchmark.bootstrap import Statistic, Weights, interval, mean
from xraycolor_gui.training.benchmark.contender import Contender, Floats
from xraycolor_gui.training.benchmark.films import Film
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.survey import Seen
from xraycolor_gui.training.benchmark.true_films import TrueFilm
from xraycolor_gui.training.telling import Tell

AGAINST_GREY, AGAINST_TRUTH = "as papers report, against the grey film", "as papers report, against true colours"
CHILDREN = "Kermany's children, test"
_LONGEST = 256
_PEAK = 255.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one picture against another: mean squared error in bytes², structural similarity −1 … 1."""

    mse_ab: float
    ssim_ab: float
    mse_rgb: float
    ssim_rgb: float


@dataclass(eq=False, slots=True)
class AsPapers:
    """Gate on real films, against their own grey; one group of rows per `title`."""

    title: str = "all films"
    asked: Callable[[Film], bool] = lambda film: film.radiograph
    _patients: list[str] = field(default_factory=list)
    _scores: list[Scores] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return self.asked(film)

    def see(self, seen: Seen) -> None:
        nothing = np.zeros((*seen.grey.shape, 2), np.float32)
        self._patients.append(seen.film.patient)
        self._scores.append(scores(seen.painted.rgb, seen.painted.chroma, grey_rgb(seen.grey), nothing))

    def rows(self, contender: str) -> list[Measured]:
        return score_rows(AGAINST_GREY, self.title, contender, self._scores, self._patients)


def can_be_run() -> bool:
    """Whether scikit-image is installed."""
    return find_spec("skimage") is not None


def kermany_test(film: Film) -> bool:
    """The seed paper's data set: children of one to five years."""
    return film.folder == "xray" and film.dataset.startswith("Kermany") and film.split == "test"


def against_truth(contender: Contender, films: Sequence[TrueFilm], palette: Palette, tell: Tell) -> list[Measured]:
    """On computed films, whose true colours are the palette's on the true composition."""
    found = []
    for film in films:
        painted = contender.paint(radiograph_of(film.grey))
        grey = _sized(film.grey, painted.shape)
        true = palette.chroma(_sized(film.composition.astype(np.float32), painted.shape), TISSUES)
        found.append(scores(painted.rgb, painted.chroma, render(grey, true), true))
    tell(f"{contender.name}, against true colours: {len(found)} films")
    views = [str(number) for number in range(len(found))]
    return score_rows(AGAINST_TRUTH, "computed films of the test body", contender.name, found, views)


def scores(rgb: NDArray[np.uint8], chroma: Floats, wanted_rgb: NDArray[np.uint8], wanted_chroma: Floats) -> Scores:
    """rgb (rows, columns, 3), chroma (rows, columns, 2); both pictures of one shape."""
    shape = _compared_shape(rgb.shape)
    shown, wanted = (_sized(picture.astype(np.float32), shape) for picture in (rgb, wanted_rgb))
    ab, wanted_ab = (_sized(plane, shape) for plane in (chroma, wanted_chroma))
    return Scores(
        float(((ab - wanted_ab) ** 2).mean()),
        _similarity(ab, wanted_ab),
        float(((shown - wanted) ** 2).mean()),
        _similarity(shown, wanted),
    )


def score_rows(
    gate: str, title: str, contender: str, found: Sequence[Scores], patients: Sequence[str]
) -> list[Measured]:
    """Six rows: MSE, PSNR and SSIM of a*b* and of RGB; none without films."""
    if not found:
        return []
    ones = np.ones(len(found))
    rows = []
    for space in ("ab", "rgb"):
        errors = mean([getattr(one, f"mse_{space}") for one in found])
        alike = mean([getattr(one, f"ssim_{space}") for one in found])
        for name, statistic, unit in (
            ("MSE", errors, ""),
            ("PSNR", _psnr_of(errors), "dB"),
            ("SSIM", alike, ""),
        ):
            low, high = interval(patients, statistic)
            shown = "a*b*" if space == "ab" else "RGB"
            value = statistic(ones)
            note = "The pictures are the same." if math.isinf(value) else ""
            row = Measured(gate, f"{name} {shown}, {title}", contender, value, low, high, unit=unit, note=note)
            rows.append(replace(row, count=len(found)))
    return rows


def _psnr_of(errors: Statistic) -> Statistic:
    def psnr(weights: Weights) -> float:
        error = errors(weights)
        return math.inf if error == 0 else 10 * math.log10(_PEAK**2 / error)

    return psnr


def _similarity(one: Floats, other: Floats) -> float:
    """Wang et al. 2004: Gaussian windows of sigma 1.5."""
    from skimage.metrics import structural_similarity

    return float(
        structural_similarity(  # type: ignore[no-untyped-call]
            one,
            other,
            data_range=_PEAK,
            channel_axis=2,
            gaussian_weights=True,
            sigma=1.5,
            use_sample_covariance=False,
        )
    )


def _compared_shape(shape: Sequence[int]) -> tuple[int, int]:
    factor = min(1.0, _LONGEST / max(shape[:2]))
    return max(11, round(shape[0] * factor)), max(11, round(shape[1] * factor))


def _sized(planes: Floats, shape: tuple[int, int]) -> Floats:
    if planes.shape[:2] == shape:
        return planes
    how = cv2.INTER_AREA if shape[0] < planes.shape[0] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(planes), shape[::-1], interpolation=how), np.float32)
