"""What a network that predicts a*, b* can learn from our batches.

Computed films have true colours: the palette on the true composition. Real films have none; where a mask names the
tissue they get the colour that pixels led by that tissue have on computed films, where air or collimation is known they
are neutral, and nowhere else do they count. Films about which nothing is said teach such a network nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.training.dataset import Batch, FilmMaker
from xraycolor_gui.training.real_films import Label

#: Films that the tissues' typical colours are the mean of.
_FILMS = 40
#: What each label says of a pixel's tissue. A lung mask that goes on behind the heart is taken by its word.
_NAMED = {
    Label.LUNG: "lung",
    Label.LUNG_OR_HEART: "lung",
    Label.HEART: "heart",
    Label.BONE: "bone",
    Label.BACKGROUND: "background",
}

Colours = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, eq=False, slots=True)
class Lesson:
    """films: (n, 1, s, s) normalised; chroma: (n, 2, s/2, s/2) a*, b*; weight: (n, s/2, s/2), 0 where none is known."""

    films: Tensor
    chroma: Tensor
    weight: Tensor

    def part(self, number: int, parts: int) -> Lesson:
        """Every `parts`-th film, from `number` on."""
        return Lesson(self.films[number::parts], self.chroma[number::parts], self.weight[number::parts])


def lesson_of(batch: Batch, palette: Palette, typical: Colours) -> Lesson:
    """Computed films, and those real ones of which something is known."""
    chroma, weight = _named(batch.labels, typical)
    telling = weight.flatten(1).sum(dim=1) > 0
    return Lesson(
        torch.cat([batch.computed, batch.pupil[telling]]),
        torch.cat([true_chroma(batch.shares, palette), chroma[telling]]),
        torch.cat([batch.weight, weight[telling]]),
    )


def true_chroma(shares: Tensor, palette: Palette) -> Tensor:
    """Shares (n, tissues, r, c) → a*, b* (n, 2, r, c)."""
    chroma = palette.chroma(np.ascontiguousarray(shares.permute(0, 2, 3, 1).numpy(), np.float32), TISSUES)
    return torch.from_numpy(chroma).permute(0, 3, 1, 2).contiguous()


def typical_colours(make_film: FilmMaker, palette: Palette, seed: int) -> dict[str, tuple[float, float]]:
    """Mean a*, b* of the pixels where a tissue has most of the colour, on computed films."""
    rng = np.random.default_rng([seed, 3])
    sums = {tissue: np.zeros(3) for tissue in TISSUES}
    for _ in range(_FILMS):
        _, shares, _ = make_film(rng)
        composition = np.ascontiguousarray(shares.transpose(1, 2, 0))
        leading = palette.shares(composition, TISSUES).argmax(axis=2)
        chroma = palette.chroma(composition, TISSUES)
        for number, tissue in enumerate(TISSUES):
            here = chroma[leading == number]
            sums[tissue] += [*here.sum(axis=0), len(here)]
    swatches = {name: (swatch.a, swatch.b) for name, swatch in palette.tissues.items()}
    typical = {name: (total[0] / total[2], total[1] / total[2]) for name, total in sums.items() if total[2]}
    return {"background": (0.0, 0.0), **swatches, **typical}


def _named(labels: Tensor, typical: Colours) -> tuple[Tensor, Tensor]:
    chroma = torch.zeros(len(labels), 2, *labels.shape[1:])
    weight = torch.zeros(labels.shape)
    for label, tissue in _NAMED.items():
        here = labels == int(label)
        weight[here] = 1.0
        for channel, value in enumerate(typical[tissue]):
            chroma[:, channel][here] = value
    return chroma, weight
