"""Gates of novelty: what is no radiograph stays grey, and radiographs of every body part do not.

Strange pictures: those that a manifest marks as no radiographs, radiographs turned black for white, and noise. A
picture stays grey when its file says that it is something else, or when the model refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read
from xraycolor_gui.training.benchmark.bootstrap import Weights, mean, with_interval
from xraycolor_gui.training.benchmark.contender import Contender, Painted
from xraycolor_gui.training.benchmark.films import SEED, Film
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.separability import auc_of
from xraycolor_gui.training.benchmark.survey import Seen

GREY_GATE, REFUSED_GATE, AUROC_GATE = "what is no radiograph stays grey", "radiographs refused", "novelty AUROC"
_LEAST_GREY, _MOST_REFUSED, _LEAST_AUROC = 40 / 42, 0.05, 0.95
_INVERTED, _NOISE = 30, 10


@dataclass(frozen=True, slots=True)
class _Judged:
    """kind: the body part, or what a strange picture is. grey: it stays grey."""

    patient: str
    kind: str
    strange: bool
    score: float
    grey: bool


@dataclass(eq=False, slots=True)
class Refusals:
    """Wants every picture; contenders without novelty have no rows."""

    _judged: list[_Judged] = field(default_factory=list)

    def wants(self, film: Film) -> bool:  # noqa: ARG002 - all are judged
        return True

    def see(self, seen: Seen) -> None:
        kind = seen.film.body_part if seen.film.radiograph else "no radiograph"
        self.judge(seen.radiograph, seen.painted, seen.film.patient, kind, strange=not seen.film.radiograph)

    def judge(self, radiograph: Radiograph, painted: Painted, patient: str, kind: str, *, strange: bool) -> None:
        novelty = painted.novelty
        if novelty is not None:
            grey = novelty.refused or way_of(radiograph).kind is ColourSource.GREY
            self._judged.append(_Judged(patient, kind, strange, novelty.score, grey))

    def rows(self, contender: str) -> list[Measured]:
        true = [one for one in self._judged if not one.strange]
        strange = [one for one in self._judged if one.strange]
        rows = []
        if true and strange:
            rows.append(_auroc(contender, self._judged))
        for kind in sorted({one.kind for one in strange}):
            some = [one for one in strange if one.kind == kind]
            row = _share(GREY_GATE, kind, contender, some)
            held = replace(row, limit=_LEAST_GREY, sense=Sense.AT_LEAST)
            rows.append(held if kind == "no radiograph" else row)
        if true:
            row = _share(REFUSED_GATE, "all body parts", contender, true)
            rows.append(replace(row, limit=_MOST_REFUSED, sense=Sense.AT_MOST))
        for kind in sorted({one.kind for one in true}):
            rows.append(_share(REFUSED_GATE, kind, contender, [one for one in true if one.kind == kind]))
        return rows


def judge_made_pictures(contender: Contender, films: Sequence[Film], refusals: Refusals) -> None:
    """Show the contender inverted radiographs and noise; a contender without novelty is not asked."""
    for kind, name, radiograph in _made(films):
        painted = contender.paint(radiograph)
        if painted.novelty is None:
            return
        refusals.judge(radiograph, painted, name, kind, strange=True)


def _made(films: Sequence[Film]) -> Iterator[tuple[str, str, Radiograph]]:
    for film in [film for film in films if film.radiograph][:_INVERTED]:
        try:
            radiograph = read(film.path)
        except XrayColorError:
            continue  # the survey has told it
        yield "inverted", f"inverted {film.patient}", replace(radiograph, inverse=not radiograph.inverse)
    rng = np.random.default_rng(SEED)
    for number in range(_NOISE):
        noise = cv2.GaussianBlur(rng.standard_normal((256, 256)), (0, 0), 0.3 + 2 * number)
        spread = np.clip((noise - noise.mean()) / (4 * noise.std()) + 0.5, 0, 1)
        yield "noise", f"noise {number}", radiograph_of(spread)


def _share(gate: str, kind: str, contender: str, some: Sequence[_Judged]) -> Measured:
    grey = sum(one.grey for one in some)
    row = Measured(gate, kind, contender, 0.0, counted="pictures", note=f"{grey} of {len(some)} stay grey.")
    return with_interval(row, [one.patient for one in some], mean([float(one.grey) for one in some]))


def _auroc(contender: str, judged: Sequence[_Judged]) -> Measured:
    score = np.array([one.score for one in judged])
    strange = np.array([one.strange for one in judged])

    def auc(weights: Weights) -> float:
        times = weights.astype(np.int64)
        drawn, truth = np.repeat(score, times), np.repeat(strange, times)
        return auc_of(drawn, truth) if truth.any() and not truth.all() else float("nan")

    row = Measured(AUROC_GATE, "strange pictures against radiographs", contender, 0.0, counted="pictures")
    row = replace(row, limit=_LEAST_AUROC, sense=Sense.AT_LEAST)
    return with_interval(row, [one.patient for one in judged], auc)
