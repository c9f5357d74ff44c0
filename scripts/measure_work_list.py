#!/usr/bin/env python3
"""Measures whether the work list puts those films first in which a model errs most.

    scripts/measure_work_list.py --data FOLDER [--films 120]

Films are held-out ones with outlines of lungs (and heart). A model's error is the part of the body, or of what was
outlined, in which another tissue leads than the outline allows. Tells how the list's value and each sign go with it
(Spearman), and the mean error in the first and the last quarter of the list; no reader has said anything yet.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.feedback import film_id
from xraycolor_gui.core.work_list import Reading, WorkItem, reading_of, signs_of
from xraycolor_gui.io.palettes import palettes
from xraycolor_gui.io.read import read
from xraycolor_gui.models.library import list_models, load
from xraycolor_gui.training.real_films import (
    Label,
    RealFilm,
    has_heart_and_lung_mask,
    has_lung_mask,
    held_out,
    read_labels,
    read_manifest,
)

_DRAWS = 2000
#: What may not lead inside an outline of lungs and heart; bone may, since ribs lie over the lung.
_NEVER_LUNG = [TISSUES.index(name) for name in ("background", "fat", "soft-tissue", "metal")]
_LUNG, _HEART = TISSUES.index("lung"), TISSUES.index("heart")


def main() -> int:
    options = _options()
    every = (*read_manifest(options.data / "masks"), *read_manifest(options.data / "films"))
    films = [film for film in held_out(every) if has_lung_mask(film) or has_heart_and_lung_mask(film)]
    random.Random(0).shuffle(films)
    models = [load(card.name) for card in list_models()]
    palette = palettes()[0]
    errors, items = [], []
    for film in films[: options.films]:
        radiograph = read(film.path)
        readings: dict[str, Reading] = {}
        for model in models:
            colorization = model.colorize(radiograph)
            leading = palette.leading(colorization.composition, colorization.tissues)
            readings[colorization.model.sha256] = reading_of(film_id(radiograph), colorization, leading)
            if model.card.name == options.model:
                learner = colorization.model.sha256
                errors.append(_error(film, leading, radiograph.shape))
        items.append(WorkItem(film_id(radiograph), signs_of(readings, (), learner), answered=False))
    _tell(np.array(errors), items)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="with masks and films")
    parser.add_argument("--films", type=int, default=120, metavar="N")
    parser.add_argument("--model", default="basic", metavar="NAME", help="whose errors are meant")
    return parser.parse_args()


def _error(film: RealFilm, leading: NDArray[np.intp], shape: tuple[int, int]) -> float:
    labels = cv2.resize(read_labels(film, shape), leading.shape[::-1], interpolation=cv2.INTER_NEAREST)
    inside = np.isin(labels, [Label.LUNG_OR_HEART, Label.LUNG, Label.HEART])
    outside = np.isin(labels, [Label.NOT_LUNG, Label.ELSE])
    wrong = inside & np.isin(leading, _NEVER_LUNG) | outside & (leading == _LUNG)
    wrong |= (labels == Label.HEART) & (leading == _LUNG) | (labels == Label.LUNG) & (leading == _HEART)
    return float(wrong[inside | (leading != 0)].mean())


def _tell(errors: NDArray[np.float64], items: list[WorkItem]) -> None:
    values = np.array([item.value for item in items])
    print(f"value: {spearmanr(values, errors).statistic:.2f} with the error, {len(items)} films")
    for sign in sorted({sign for item in items for sign in item.signs}, key=lambda each: each.value):
        parts = [item.signs.get(sign, 0.0) for item in items]
        print(f"{sign.value}: {spearmanr(parts, errors).statistic:.2f}")
    quarter, chance = max(len(items) // 4, 1), np.random.default_rng(0)
    drawn = [_quarters(errors[at], values[at], quarter) for at in chance.integers(0, len(items), (_DRAWS, len(items)))]
    for name, part, every in zip(
        ("first", "last"), _quarters(errors, values, quarter), np.transpose(drawn), strict=True
    ):
        low, high = np.percentile(every, (2.5, 97.5))
        print(f"error in the {name} quarter, part of the mean: {part:.2f} [{low:.2f}, {high:.2f}]")


def _quarters(errors: NDArray[np.float64], values: NDArray[np.float64], quarter: int) -> tuple[float, float]:
    """Mean errors of the first and the last, as parts of the mean of all."""
    order = np.argsort(-values)
    mean = errors.mean()
    return float(errors[order[:quarter]].mean() / mean), float(errors[order[-quarter:]].mean() / mean)


if __name__ == "__main__":
    sys.exit(main())
