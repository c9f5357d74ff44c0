"""What a run learns from: stacks through the CT volumes, and real films of the train split by what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import find_volumes
from xraycolor_gui.training.computed_films import cached_stacks
from xraycolor_gui.training.config import TrainingConfig
from xraycolor_gui.training.dataset import RealFilms
from xraycolor_gui.training.poses import cache_projections, random_view, straight_view
from xraycolor_gui.training.real_films import (
    Label,
    LoadedFilm,
    RealFilm,
    has_heart_and_lung_mask,
    has_lung_mask,
    load_all,
    read_manifest,
    trainable,
)
from xraycolor_gui.training.telling import Tell

#: Folders with a manifest: lung masks, other masks, films without any, and the user's own.
FILM_FOLDERS = ("masks", "films", "xray", "own")
#: Body parts, as manifests name them, that count as limbs although the word is not in them.
_LIMBS = ("knee", "shoulder/upper arm", "several: hand+shoulder", "several: hand+leg", "several: leg+hip")


def check_data(data: Path | None) -> Path:
    """The data folder, if it holds what no run can do without; TrainingError names what is missing."""
    if data is None:
        raise TrainingError(
            "No training data given.", "Say --data FOLDER (ct, masks, films, xray), or write a table [data]."
        )
    if not find_volumes(data / "ct"):
        raise TrainingError(
            f"{data} has no CT volume to train on (ct/*.npz).",
            "Computed films come from CT; without any, no share of a tissue is known. Name some in data.ct.",
        )
    return data


def fitted(config: TrainingConfig, data: Path) -> tuple[TrainingConfig, tuple[str, ...]]:
    """The configuration with a batch that the data can fill, and what follows from what they lack, in sentences."""
    films, batch, notes = training_films(data), config.batch, []
    lacking = 0
    if batch.lung_masks and not any(map(has_lung_mask, films)):
        notes.append("No film has a lung mask: outlines of lungs are learnt from computed films alone.")
        lacking, batch = lacking + batch.lung_masks, replace(batch, lung_masks=0)
    if batch.heart_masks and not any(map(has_heart_and_lung_mask, films)):
        notes.append("No film has a mask of heart and lungs: hearts are learnt from computed films alone.")
        lacking, batch = lacking + batch.heart_masks, replace(batch, heart_masks=0)
    groups = {group_of(film) for film in films if not has_lung_mask(film)}
    odds = config.unlabelled or dict.fromkeys(sorted(groups), 1.0)
    if batch.unlabelled and not groups & set(odds):
        notes.append("There is no film without labels: what real films look like is not learnt, so do not rely on it.")
        lacking, batch = lacking + batch.unlabelled, replace(batch, unlabelled=0)
    if lacking:
        notes.append(f"{lacking} more computed films take their places in each batch.")
    batch = replace(batch, computed=batch.computed + lacking)
    return replace(config, batch=batch, unlabelled=odds), tuple(notes)


def tissue_stacks(volumes: Path, folder: Path, config: TrainingConfig, tell: Tell) -> tuple[Path, ...]:
    """Stacks in the run's folder; those that are missing are projected first."""
    wanted = config.run.stacks
    if len(cached_stacks(folder)) < wanted:
        found = wanted_volumes(volumes, config)
        tell(f"projecting {wanted} stacks from {len(found)} volumes")
        draw = random_view if config.sources.poses else straight_view
        cache_projections(
            found, folder, wanted, seed=config.run.stack_seed, draw=draw, limbs=True, varied=config.sources.poses
        )
    return cached_stacks(folder)[:wanted]


def wanted_volumes(volumes: Path, config: TrainingConfig) -> tuple[Path, ...]:
    """The volumes in the folder that the configuration names; TrainingError when there is none, or one is missing."""
    names = config.sources.volumes
    found = tuple(path for path in find_volumes(volumes) if not names or path.stem in names)
    missing = set(names) - {path.stem for path in found}
    if missing:
        raise TrainingError(f"{volumes} lacks {', '.join(sorted(missing))}.", "Correct sources.volumes.")
    if not found:
        raise TrainingError(f"{volumes} holds no CT volume.", "Put *.npz volumes there; its README says how.")
    return found


def training_films(data: Path) -> tuple[RealFilm, ...]:
    """All real films that may be trained on."""
    return trainable(all_films(data))


def all_films(data: Path) -> tuple[RealFilm, ...]:
    """Every film of the data folder, whatever its split."""
    folders = [data / name for name in FILM_FOLDERS if (data / name).is_dir()]
    return tuple(film for folder in folders for film in read_manifest(folder))


def group_of(film: RealFilm) -> str:
    """Which group of unlabelled films a film belongs to, as in the configuration's table."""
    if film.dataset.startswith("Kermany") or "kermany" in film.path.as_posix():
        return "children"
    if film.body_part == "chest":
        return "adult_chests"
    if "pelvis" in film.body_part or "hip" in film.body_part:
        return "pelves"
    return "limbs" if "limb" in film.body_part or film.body_part in _LIMBS else "others"


def real_films(data: Path, config: TrainingConfig) -> RealFilms:
    """Every film in memory once; TrainingError when a kind that the batch wants is missing."""
    films = training_films(data)
    groups: dict[str, list[RealFilm]] = {name: [] for name in config.unlabelled}
    for film in films:
        labelled = has_lung_mask(film) and config.sources.labels
        if not labelled and group_of(film) in groups:
            groups[group_of(film)].append(film)
    lung_masks = _wanted(films, has_lung_mask, config.batch.lung_masks, "with lung masks")
    heart_masks = _wanted(films, has_heart_and_lung_mask, config.batch.heart_masks, "with heart and lung masks")
    wanted = groups if config.batch.unlabelled else {}
    filled = {name: _known(load_all(members), config) for name, members in wanted.items() if members}
    if config.batch.unlabelled and not filled:
        raise TrainingError("There are no unlabelled films of the train split.", "Set batch.unlabelled to 0.")
    return RealFilms(lung_masks, heart_masks, tuple(filled.values()), [config.unlabelled[name] for name in filled])


def _known(films: Sequence[LoadedFilm], config: TrainingConfig) -> tuple[LoadedFilm, ...]:
    """The films, without what is known of them where the configuration says so."""
    if config.sources.labels:
        return tuple(films)
    unknown = Label.UNKNOWN
    return tuple(
        replace(film, film=replace(film.film, metalless=False), labels=np.full_like(film.labels, unknown))
        for film in films
    )


def _wanted(
    films: Sequence[RealFilm], kind: Callable[[RealFilm], bool], wanted: int, words: str
) -> tuple[LoadedFilm, ...]:
    chosen = [film for film in films if kind(film)]
    if wanted and not chosen:
        raise TrainingError(f"There is no film {words} in the train split.", "Add some, or set their number to 0.")
    return load_all(chosen) if wanted else ()
