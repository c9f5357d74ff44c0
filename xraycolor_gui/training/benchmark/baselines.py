"""Everybody who is measured beside a model: plain baselines, and rivals where their weights are given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.io.read import read
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark.blind import ConstantColour, PositionPrior, RandomHue, mean_composition
from xraycolor_gui.training.benchmark.colour_tables import Grey, colour_tables
from xraycolor_gui.training.benchmark.contender import Contender
from xraycolor_gui.training.benchmark.films import SEED, Film
from xraycolor_gui.training.benchmark.measured import NotRun
from xraycolor_gui.training.benchmark.references import mean_chroma, references
from xraycolor_gui.training.benchmark.transfers import Reinhard, Welsh
from xraycolor_gui.training.rivals.contender import load_rivals
from xraycolor_gui.training.telling import Tell

#: Chests of the train split that the position prior is the mean of.
_PRIOR_FILMS = 100
#: C* of the random hue: about that of a lung or a heart in the anatomical palette.
_HUE_CHROMA = 20.0


def baselines(
    colorizer: Colorizer, films: Sequence[Film], data: Path, palette: Palette, *, rivals: Path | None, tell: Tell
) -> tuple[tuple[Contender, ...], tuple[NotRun, ...]]:
    """Baselines, and who of them could not take part.

    colorizer: whose opinion on other films makes the position prior. films: all of the data folder. rivals: folder of
    rivals' weights. Raises ModelError when that folder holds none.
    """
    made: list[Contender] = [Grey(), RandomHue(_HUE_CHROMA), *colour_tables()]
    missing: list[NotRun] = []
    try:
        true = references(data / "ct", palette)
        made += [ConstantColour(mean_chroma(true)), Reinhard(true[0]), Welsh(true[0])]
    except TrainingError as error:
        missing.append(NotRun("constant colour, Reinhard and Welsh transfer", str(error)))
    chests = _prior_films(films)
    if chests:
        tell(f"position prior: {len(chests)} films")
        mean = mean_composition(colorizer, [read(film.path) for film in chests])
        made.append(PositionPrior(mean, colorizer.card.tissues, palette))
    else:
        missing.append(NotRun("position prior", "There is no chest of the train split."))
    if rivals is None:
        why = "Train them with `xraycolor rival` and give their folder with --rivals."
        missing.append(NotRun("tutorial autoencoder and Zhang et al. 2016", why))
    else:
        made += load_rivals(rivals)
    return tuple(made), tuple(missing)


def _prior_films(films: Sequence[Film]) -> tuple[Film, ...]:
    """Chests of the train split, from all data sets alike."""
    chests = [film for film in films if film.split == "train" and film.body_part == "chest"]
    groups: dict[str, list[Film]] = {}
    for place in np.random.default_rng(SEED).permutation(len(chests)):
        groups.setdefault(chests[place].dataset, []).append(chests[place])
    chosen: list[Film] = []
    while len(chosen) < _PRIOR_FILMS and any(groups.values()):
        chosen += [members.pop() for members in groups.values() if members]
    return tuple(chosen[:_PRIOR_FILMS])
