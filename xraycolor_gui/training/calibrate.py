"""How sure a trained model may be: its gauges, fitted on films that it did not learn its weights from.

Confidence is fitted on the validation split's masks and on computed films of bodies in views that no run draws. Novelty
is fitted on radiographs of the train split against pictures that are none (`non_radiographs`); its limit is fixed on
the validation split. The test split and `films/novelty` are never looked at.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.card import ModelCard, read_card
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.gauges import RADIOGRAPH, Gauges, Seen, Weighing, features_of
from xraycolor_gui.models.library import load_network, save
from xraycolor_gui.training import confidence, novelty
from xraycolor_gui.training.anatomy import find_volumes, load_volume
from xraycolor_gui.training.film import ComputedFilm, compute_film
from xraycolor_gui.training.hints import air_round_limb, is_limb
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.non_radiographs import CUT, DRAWN, inverted
from xraycolor_gui.training.poses import cache_projections, load_region
from xraycolor_gui.training.real_films import Label, RealFilm, read_labels, trainable
from xraycolor_gui.training.sources import all_films
from xraycolor_gui.training.telling import Tell
from xraycolor_gui.training.unusual_views import unusual, whole_spine

Grey = NDArray[np.float32]

SEED = 2027
#: Films of one data set and body part: of the train split, of the validation split.
_TRAIN_FILMS, _VAL_FILMS = 24, 40
#: Pictures drawn of one kind; slices of one volume and kind; computed films; every how-manieth film is also inverted.
_DRAWN, _SLICES, _COMPUTED, _INVERTED = 40, 4, 120, 3
#: Films in unusual views; whole spines stitched from several.
_UNUSUAL, _SPINES = 240, 120
#: What lies below a chest: words in the body part of a film, regions of volumes.
_BELOW = ("pelvis", "abdomen", "lower chest")


def calibrate(colorizer: Colorizer, data: Path, tell: Tell, volumes: Sequence[Path] | None = None) -> Gauges:
    """Gauges of a model, from the films of a data folder and from CT volumes (those of DATA/ct unless given).

    About 1,600 pictures go through the network. TrainingError when there are no volumes; without films, computed ones
    must do.
    """
    bodies = find_volumes(data / "ct") if volumes is None else tuple(volumes)
    films = all_films(data)
    if not bodies:
        raise TrainingError(f"{data} has no CT volume to compute films from.", "Check --data.")
    weighing = shown_weighing(colorizer.card)
    seen = _Collected(colorizer, weighing)
    seen.training(trainable(films))
    tell(f"gauges: {len(seen.kinds)} radiographs seen")
    seen.others(bodies)
    seen.computed(bodies)
    seen.spines()
    tell(f"gauges: {len(seen.kinds)} pictures seen")
    seen.validation([film for film in films if film.split == "val"])
    gauge = novelty.fit(np.array(seen.features), seen.kinds)
    known = seen.validated or [row for row, kind in zip(seen.features, seen.kinds, strict=True) if kind == RADIOGRAPH]
    limit = novelty.limit_of(gauge, np.array(known), seen.parts)
    tell(f"gauges: novelty limit {limit:.2f} on {len(known)} validation films")
    chance = confidence.fit(seen.judged, weighing)
    return Gauges(chance, replace(gauge, limit=np.array([limit], np.float32)))


def refit(path: Path, data: Path, tell: Tell) -> ModelCard:
    """Fit the gauges of a weights file anew and write it with them in its place; everything else in it stays."""
    card = read_card(path)
    network = load_network(card)
    return save(network, card, path.parent, gauges=calibrate(Colorizer(card, network), data, tell))


def shown_weighing(card: ModelCard) -> Weighing:
    """The weighing of tissues that the model was taught for; plain shares where it names none."""
    atlas = card.config.get("atlas", {})
    if atlas.get("direct", False):
        return Weighing(np.ones(len(card.tissues), np.float32), 1.0)
    salience = [atlas.get("salience", {}).get(name, 1.0) for name in card.tissues]
    return Weighing(np.array(salience, np.float32), float(atlas.get("power", 1.0)))


class _Collected:
    """What the network saw, as far as the gauges need it.

    features, kinds: of the pictures that novelty is learnt from. validated, parts: of the radiographs that fix its
    limit. judged: pixels that confidence is learnt from.
    """

    def __init__(self, colorizer: Colorizer, weighing: Weighing) -> None:
        self.colorizer = colorizer
        self.weighing = weighing
        self.rng = np.random.default_rng(SEED)
        self.features: list[Grey] = []
        self.kinds: list[str] = []
        self.validated: list[Grey] = []
        self.parts: list[str] = []
        self.judged: list[confidence.Judged] = []
        self.chests: list[Grey] = []
        self.below: list[Grey] = []

    def training(self, films: Iterable[RealFilm]) -> None:
        """Radiographs as they are, in unusual views, and inverted."""
        chosen = _some_of_each(films, _TRAIN_FILMS, self.rng)
        greys = [read_grey(film) for film in chosen]
        for number, (film, grey) in enumerate(zip(chosen, greys, strict=True)):
            self._keep(film.body_part, grey)
            self._learn(grey, RADIOGRAPH)
            if number % _INVERTED == 0:
                self._learn(inverted(grey), "inverted")
        if not greys:
            return
        for one, other in self.rng.integers(len(greys), size=(_UNUSUAL, 2)):
            self._learn(unusual(greys[one], greys[other], self.rng), RADIOGRAPH)

    def others(self, volumes: Iterable[Path]) -> None:
        for kind, draw in DRAWN.items():
            for _ in range(_DRAWN):
                self._learn(draw(self.rng), kind)
        for path in volumes:
            volume = load_volume(path)
            for kind, cut in CUT.items():
                for _ in range(_SLICES):
                    self._learn(cut(volume, self.rng), kind)

    def computed(self, volumes: Sequence[Path]) -> None:
        """Half of them teach what a radiograph is, all of them when a colour is right."""
        with tempfile.TemporaryDirectory() as folder:
            # Ray sums set the number of threads for everything after them, networks included.
            threads = torch.get_num_threads()
            stacks = cache_projections(volumes, Path(folder), _COMPUTED, seed=SEED)
            torch.set_num_threads(threads)
            films = computed_films(stacks, self.colorizer.card.input_size, self.rng)
            for number, (region, film) in enumerate(films):
                self._keep(region, film.grey)
                seen = self.colorizer.look(film.grey)
                if number % 2 == 0:
                    self.features.append(features_of(seen))
                    self.kinds.append(RADIOGRAPH)
                self.judged.append(judged_by_truth(seen, film, self.colorizer.card.tissues, self.weighing))

    def spines(self) -> None:
        if not self.chests or not self.below:
            return
        for number in self.rng.integers(len(self.chests), size=_SPINES):
            self._learn(whole_spine(self.chests[number], self.below, self.rng), RADIOGRAPH)

    def validation(self, films: Iterable[RealFilm]) -> None:
        for film in _some_of_each(films, _VAL_FILMS, self.rng):
            grey = read_grey(film)
            seen = self.colorizer.look(grey)
            self.validated.append(features_of(seen))
            self.parts.append(film.body_part)
            known = judged_by_labels(seen, film, grey, self.colorizer.card.tissues, self.weighing)
            if known is not None:
                self.judged.append(known)

    def _keep(self, part: str, grey: Grey) -> None:
        """For the whole spines."""
        if part == "chest":
            self.chests.append(grey)
        elif any(word in part for word in _BELOW):
            self.below.append(grey)

    def _learn(self, grey: Grey, kind: str) -> None:
        self.features.append(features_of(self.colorizer.look(grey)))
        self.kinds.append(kind)


def computed_films(stacks: Iterable[Path], size: int, rng: Generator) -> Iterator[tuple[str, ComputedFilm]]:
    """Region and one film of each stack; cuts that hold nothing but air are passed over."""
    for path in stacks:
        with np.errstate(divide="ignore", invalid="ignore"):
            film = compute_film(np.load(path), Look.random(rng), rng, size)
        if np.isfinite(film.grey).all():
            yield load_region(Path(path.stem.partition("_")[2])), film


def judged_by_truth(seen: Seen, film: ComputedFilm, tissues: Sequence[str], weighing: Weighing) -> confidence.Judged:
    """Where a computed film's leading tissue is right."""
    rows, columns, _ = seen.shares.shape
    planes = [
        cv2.resize(plane, (columns, rows), interpolation=cv2.INTER_AREA) for plane in (*film.composition, film.weight)
    ]
    truth = confidence.folded(np.stack(planes[:-1], axis=2), TISSUES, tissues)
    leading = weighing.leading(seen.shares)
    verdict = confidence.verdicts_by_truth(truth, np.asarray(planes[-1], np.float32), leading, weighing)
    return confidence.judged(seen.shares, verdict, weighing, confidence.COMPUTED)


def judged_by_labels(
    seen: Seen, film: RealFilm, grey: Grey, tissues: Sequence[str], weighing: Weighing
) -> confidence.Judged | None:
    """Where a real film's leading tissue is right, as far as its mask, or the air round a limb, tells."""
    labels = read_labels(film, (grey.shape[0], grey.shape[1]))
    source = film.structures or "air"
    if film.mask is None and is_limb(film.body_part):
        labels[air_round_limb(np.rint(grey * 255).astype(np.uint8))] = Label.BACKGROUND
    if (labels == Label.UNKNOWN).all():
        return None
    rows, columns, _ = seen.shares.shape
    small = np.asarray(cv2.resize(labels, (columns, rows), interpolation=cv2.INTER_NEAREST), np.uint8)
    verdict = confidence.verdicts(small, weighing.leading(seen.shares), tissues)
    return confidence.judged(seen.shares, verdict, weighing, source)


def read_grey(film: RealFilm) -> Grey:
    """A film's grey 0 … 1; TrainingError if its file cannot be read."""
    picture = cv2.imread(str(film.path), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise TrainingError(f"{film.path} cannot be read.", "Fetch the data again or take its row out of the manifest.")
    return np.asarray(picture, np.float32) / np.float32(255)


def _some_of_each(films: Iterable[RealFilm], most: int, rng: Generator) -> list[RealFilm]:
    """At most so many films of each data set and body part, drawn at random."""
    groups: dict[tuple[str, str, str], list[RealFilm]] = {}
    for film in films:
        groups.setdefault((film.dataset, film.body_part, film.structures), []).append(film)
    return [group[number] for group in groups.values() for number in rng.permutation(len(group))[:most]]
