"""Films as a contender painted them, made in code for the tests of single gates."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from xraycolor_gui.core.color import lightness, render
from xraycolor_gui.core.colorization import TISSUES, Novelty
from xraycolor_gui.training.benchmark.contender import Painted, lab_of
from xraycolor_gui.training.benchmark.films import Drawn, Film
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.structures import goes_behind_the_heart, parse_structures
from xraycolor_gui.training.benchmark.survey import Seen

SHAPE = (96, 80)


def film(name: str = "film.png", *, structures: str = "", part: str = "chest", **facts: object) -> Film:
    values: dict[str, object] = {
        "path": Path(name),
        "folder": "films",
        "mask": Path("mask.png") if structures else None,
        "structures": parse_structures(structures),
        "lungs_behind_heart": goes_behind_the_heart(structures),
        "dataset": "drawn",
        "body_part": part,
        "patient": name,
        "split": "test",
    }
    return Film(**{**values, **facts})  # type: ignore[arg-type]


def seen(
    of: Film,
    *,
    grey: np.ndarray | None = None,
    chroma: np.ndarray | None = None,
    leading: np.ndarray | None = None,
    drawn: dict[str, np.ndarray] | None = None,
    confidence: np.ndarray | None = None,
    novelty: Novelty | None = None,
) -> Seen:
    """leading: index into TISSUES of the one tissue that a pixel has; None for a contender without tissues."""
    if grey is None:
        grey = np.full(SHAPE, 0.5, np.float32)
    if chroma is None:
        chroma = np.zeros((*grey.shape, 2), np.float32)
    shares = None if leading is None else np.eye(len(TISSUES), dtype=np.float32)[leading]
    painted = Painted(
        lab=lab_of(grey, chroma),
        rgb=render(grey, chroma),
        seconds=0.0,
        composition=shares,
        shares=shares,
        tissues=() if leading is None else TISSUES,
        confidence=confidence,
        novelty=novelty,
    )
    outlined = Drawn(drawn or {}, np.ones(grey.shape, np.bool_))
    level = np.asarray(lightness(grey), np.float32)
    return Seen(of, radiograph_of(grey), grey, level, outlined, painted, leading)


def box(rows: slice, columns: slice) -> np.ndarray:
    where = np.zeros(SHAPE, np.bool_)
    where[rows, columns] = True
    return where
