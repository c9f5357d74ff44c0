"""All that a configuration's [data] names, checked, and laid out in the run's folder as the shared data are.

RUN/data/ct holds volumes, RUN/data/own films; folders of the shared data are linked beside them. Everything that is
wrong is said at once, before the first step.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.own import films as own_films
from xraycolor_gui.training.own.cases import Case, find_cases, problems_of
from xraycolor_gui.training.own.scans import Header
from xraycolor_gui.training.own.settings import DataSettings
from xraycolor_gui.training.own.volumes import TEST_CT, prepare_case, prepared_before, write_volume
from xraycolor_gui.training.real_films import RealFilm
from xraycolor_gui.training.telling import Tell

#: Where gathered data lie in the run's folder.
DATA = "data"
_SHARED = ("ct", "masks", "films", "xray", "weights")
#: Bytes that a prepared volume and a prepared film take, at most about.
_VOLUME_BYTES, _FILM_BYTES = 15e6, 1.5e5


def gather(data: DataSettings, run: Path, tell: Tell) -> Path:
    """Bring the user's data into RUN/data and return that folder; TrainingError lists every problem there is."""
    folder = run / DATA
    cases = find_cases(data)
    headers, problems = _look_at(cases, data)
    found = [own_films.find(entry, data) for entry in data.films]
    problems += [problem for part in found for problem in part.problems]
    if data.shared and not data.place(data.shared).is_dir():
        problems.append(f"data.shared: {data.shared} is no folder")
    _refuse(problems)
    _check_disk(run, _VOLUME_BYTES * len(cases) + _FILM_BYTES * sum(len(part.films) for part in found))
    for part in found:
        for note in part.notes:
            tell(note)
    _refuse(_bring_in_volumes(cases, headers, data, folder, tell))
    films = [film for part in found for film in part.films]
    if films:
        tell(f"reading {len(films)} films")
        _refuse(_bring_in_films(films, folder / "own", tell))
    if data.shared:
        _link(data.place(data.shared), folder)
    return folder


def _look_at(cases: Sequence[Case], data: DataSettings) -> tuple[list[Header | None], list[str]]:
    headers: list[Header | None] = []
    problems: list[str] = []
    for case in cases:
        header, faults = problems_of(case, data)
        headers.append(header)
        problems += [f"{case.path.name}: {fault}" for fault in faults]
    patients: dict[str, set[str]] = {}
    for case, header in zip(cases, headers, strict=True):
        if header is not None and header.patient:
            patients.setdefault(header.patient, set()).add(case.settings.split)
    both = sum(len(splits) > 1 for splits in patients.values())
    if both:
        problems.append(f"data.ct: {both} patients have volumes both in train and in test; each must be in one")
    return headers, problems


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        lines = "".join(f"\n  - {problem}" for problem in problems)
        raise TrainingError(f"The data have {len(problems)} problems:{lines}\n", "Correct them and start again.")


def _check_disk(run: Path, needed: float) -> None:
    place = next(parent for parent in (run.resolve(), *run.resolve().parents) if parent.exists())
    free = shutil.disk_usage(place).free
    if needed > free:
        raise TrainingError(
            f"The data need about {needed / 1e9:.1f} GB in {run}, where {free / 1e9:.1f} GB are free.",
            "Choose another --run folder.",
        )


def _bring_in_volumes(
    cases: Sequence[Case], headers: Sequence[Header | None], data: DataSettings, folder: Path, tell: Tell
) -> list[str]:
    """Prepare every volume that an earlier start has not; what is wrong with their voxels."""
    problems: list[str] = []
    sizes = [header.voxels if header else 0 for header in headers]
    kept: set[Path] = set()
    done, seconds = 0, 0.0
    for number, case in enumerate(cases):
        place = folder / (TEST_CT if case.settings.split == "test" else "ct")
        path = prepared_before(case, place)
        if path is None:
            begun = time.monotonic()
            try:
                volume = prepare_case(case, data)
                path = write_volume(volume, case, place)
            except TrainingError as error:
                problems.append(f"{case.path.name}: {error}")
                continue
            seconds, done = seconds + time.monotonic() - begun, done + sizes[number]
            left = seconds / max(done, 1) * sum(sizes[number + 1 :])
            tell(f"volume {number + 1} of {len(cases)}: {volume.region}; {left / 60:.1f} min left")
            for note in volume.notes:
                tell(f"volume {number + 1}: {note}")
        kept.add(path)
    _forget_others(folder, kept)
    return problems


def _forget_others(folder: Path, kept: set[Path]) -> None:
    """Volumes of an earlier start that the configuration no longer names."""
    for place in ("ct", TEST_CT):
        for path in (folder / place).glob("*_own*.npz"):
            if path not in kept:
                path.unlink()


def _bring_in_films(films: Sequence[RealFilm], folder: Path, tell: Tell) -> list[str]:
    refused = own_films.bring_in(films, folder)
    # A bare folder may hold other pictures as well; what a manifest lists must be right.
    listed = [reason for film, reason in refused if film.mask is not None or film.structures]
    for film, reason in refused:
        if reason not in listed:
            tell(f"left out {film.path.name}: {reason}")
    if not listed and len(refused) == len(films):
        return ["none of the films can be learnt from"]
    return listed


def _link(shared: Path, folder: Path) -> None:
    """What the shared data's folders hold, as links in folders of the same names beside the user's own."""
    for name in _SHARED:
        inside = sorted((shared / name).iterdir()) if (shared / name).is_dir() else []
        (folder / name).mkdir(parents=True, exist_ok=True)
        for path in inside:
            link = folder / name / path.name
            if not link.is_symlink():
                link.symlink_to(path.resolve())
