"""Colour against OpenCV's float Lab → RGB, as ratios within one run.

Run with `pytest tests/benchmarks/test_colour_speed.py --benchmark-only`. Both sides get the same arrays and two threads
at most; OpenCV's lightness is computed beforehand, which favours it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.core.films import film
from xraycolor_gui.core import color
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.core.upsample import enlarge, refine

Floats = NDArray[np.float32]
FULL_HD, NINE_MEGAPIXELS = (1080, 1920), (3000, 3000)


def picture(shape: tuple[int, int]) -> tuple[Floats, Floats]:
    """Grey and chroma with the smoothness and the noise of a film."""
    rng = np.random.default_rng(0)
    size = shape[::-1]
    grey = cv2.resize(rng.random((40, 40), np.float32), size) + rng.normal(0, 0.02, shape)
    chroma = cv2.resize(rng.normal(4, 10, (24, 24, 2)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    return np.clip(grey, 0, 1).astype(np.float32), np.ascontiguousarray(chroma)


def by_opencv(lab: Floats) -> Any:
    return cv2.convertScaleAbs(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB), alpha=255)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


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


def test_the_table_is_there_in_about_a_second(benchmark: Any) -> None:
    benchmark.pedantic(color._build_table, rounds=3)
    assert benchmark.stats.stats.min < 2


def test_nine_megapixels_are_presented_in_a_fifth_of_a_second(benchmark: Any) -> None:
    stored = np.random.default_rng(0).integers(0, 4096, NINE_MEGAPIXELS)
    radiograph = film(stored, inverse=True)
    benchmark(lambda: present(radiograph, Window(2048, 3000)))
    assert benchmark.stats.stats.min < 0.2


def test_a_composition_is_refined_in_150_milliseconds(benchmark: Any) -> None:
    composition = np.random.default_rng(0).dirichlet(np.ones(7), (128, 128)).astype(np.float32)
    grey, _ = picture((1024, 1024))
    benchmark(lambda: refine(composition, grey))
    assert benchmark.stats.stats.min < 0.15


def test_chroma_is_enlarged_to_a_viewport_faster_than_it_is_drawn(benchmark: Any) -> None:
    _, chroma = picture((512, 512))
    region = (700.5, 300.25, 1780.5, 2220.25)
    benchmark(lambda: enlarge(chroma, NINE_MEGAPIXELS, region, FULL_HD))
    assert benchmark.stats.stats.min < 0.05
