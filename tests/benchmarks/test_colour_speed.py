"""Colour against OpenCV's float Lab → RGB, as ratios within one run.

Run with `pytest tests/benchmarks/test_colour_speed.py --benchmark-only`. Both sides get the same arrays and two threads
at most; OpenCV's lightness is computed beforehand, which favours it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.core.films import film
from xraycolor_gui.core import color
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.palette import from_json
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.core.upsample import enlarge, refine

PALETTES = Path(__file__).resolve().parents[2] / "resources" / "palettes"
Floats = NDArray[np.float32]
FULL_HD, NINE_MEGAPIXELS = (1080, 1920), (3000, 3000)


def composition(size: int) -> Floats:
    """Tissues in smooth fields that compete, at the size that a film's composition has."""
    fields = np.random.default_rng(0).normal(0, 2.5, (len(TISSUES), 12, 12)).astype(np.float32)
    planes = np.exp([cv2.resize(field, (size, size), interpolation=cv2.INTER_CUBIC) for field in fields])
    return np.moveaxis(planes / planes.sum(axis=0), 0, 2).astype(np.float32)


def picture(shape: tuple[int, int]) -> tuple[Floats, Floats]:
    """Grey with the smoothness and the noise of a film, and chroma by the anatomical palette."""
    rng = np.random.default_rng(0)
    grey = cv2.resize(rng.random((40, 40), np.float32), shape[::-1]) + rng.normal(0, 0.02, shape)
    palette = from_json((PALETTES / "anatomical.json").read_text(encoding="utf-8"))
    chroma = enlarge(palette.chroma(composition(512), TISSUES), shape)
    return np.clip(grey, 0, 1).astype(np.float32), chroma


def by_opencv(lab: Floats) -> Any:
    return cv2.convertScaleAbs(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB), alpha=255)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of all threads: both sides use as many as there are, and a busy machine does not disturb it."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(benchmark: Any, ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> float:
    """Least time of ours by least time of theirs, taken in turns so that both meet the same load."""
    ours()
    times = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    result = min(time for time, _ in times) / min(time for _, time in times)
    benchmark.extra_info["ratio to OpenCV"] = round(result, 3)
    benchmark.pedantic(ours, rounds=3)
    return result


@pytest.mark.parametrize(("shape", "rounds"), [(FULL_HD, 40), (NINE_MEGAPIXELS, 12)], ids=["full HD", "9 megapixels"])
def test_colour_costs_no_more_than_opencvs_lab_to_rgb(benchmark: Any, shape: tuple[int, int], rounds: int) -> None:
    grey, chroma = picture(shape)
    lab = np.dstack([color.lightness(grey), chroma]).astype(np.float32)
    steps = itertools.cycle((0.8, 0.9, 1.0, 1.1))
    assert ratio(benchmark, lambda: color.render(grey, chroma, next(steps)), lambda: by_opencv(lab), rounds) <= 1


def nine_megapixels_by_opencv() -> Callable[[], object]:
    """The yardstick for what has no counterpart in OpenCV: a 9-megapixel Lab → RGB, about 70 ms on two idle cores."""
    grey, chroma = picture(NINE_MEGAPIXELS)
    lab = np.dstack([color.lightness(grey), chroma]).astype(np.float32)
    return lambda: by_opencv(lab)


def test_the_table_costs_what_twenty_pictures_cost_opencv(benchmark: Any) -> None:
    assert ratio(benchmark, color._build_table, nine_megapixels_by_opencv(), 4) <= 20


def test_nine_megapixels_are_presented_as_fast_as_opencv_colours_them(benchmark: Any) -> None:
    radiograph = film(np.random.default_rng(0).integers(0, 4096, NINE_MEGAPIXELS), inverse=True)
    window = Window(2048, 3000)
    assert ratio(benchmark, lambda: present(radiograph, window), nine_megapixels_by_opencv(), 12) <= 1


def test_a_composition_is_refined_in_twice_that_time(benchmark: Any) -> None:
    coarse, (grey, _) = composition(128), picture((1024, 1024))
    assert ratio(benchmark, lambda: refine(coarse, grey), nine_megapixels_by_opencv(), 12) <= 2


def test_chroma_is_enlarged_to_a_viewport_in_half_that_time(benchmark: Any) -> None:
    chroma, region = composition(512)[..., :2], (700.5, 300.25, 1780.5, 2220.25)
    ours = lambda: enlarge(chroma, NINE_MEGAPIXELS, region, FULL_HD)  # noqa: E731 - as short as its neighbours
    assert ratio(benchmark, ours, nine_megapixels_by_opencv(), 12) <= 0.5
