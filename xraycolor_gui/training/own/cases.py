"""Which volumes the configuration means, each with its label map, and what their headers already tell is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.own.scans import Header, fits, holds_dicom, is_volume_file, name_of, read_header
from xraycolor_gui.training.own.settings import DataSettings, OwnCt
from xraycolor_gui.training.own.structures import nearest, tissues_by_name

#: TotalSegmentator's own layout.
_CT, _SEGMENTATIONS = "ct", ("segmentations", "segmentations.nii.gz", "segmentations.nii", "labels.nii.gz")


@dataclass(frozen=True, slots=True)
class Case:
    """One volume to learn from. labels: a multi-label map, or one map per structure; none for HU rules alone."""

    path: Path
    labels: tuple[Path, ...]
    settings: OwnCt

    @property
    def one_per_structure(self) -> bool:
        return len(self.labels) > 1 or (bool(self.labels) and self.labels[0].parent.name == _SEGMENTATIONS[0])

    @property
    def key(self) -> str:
        """Name of the prepared volume: no word of the patient's, another one when a file or setting changes."""
        files = [path for path in (self.path, *self.labels) if path.is_file()]
        if self.path.is_dir():
            files += sorted(path for path in self.path.iterdir() if path.is_file())
        facts = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
        facts.append(f"{self.settings.numbers} {self.settings.region}")
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:10]


def find_cases(data: DataSettings) -> tuple[Case, ...]:
    """Every volume that data.ct names; TrainingError for a path that leads to none."""
    cases: list[Case] = []
    for entry in data.ct:
        place = data.place(entry.path)
        if not place.exists():
            raise TrainingError(f"data.ct: {entry.path} is not there.", "Correct the path in the configuration.")
        aside = _label_places(data, entry)
        found = [Case(path, _labels_of(path, data, entry), entry) for path in _volumes(place, aside)]
        if not found:
            raise TrainingError(
                f"data.ct: {entry.path} holds no volume.", "Give a DICOM series, a NIfTI or an NRRD file."
            )
        cases += found
    return tuple(cases)


def _label_places(data: DataSettings, entry: OwnCt) -> tuple[Path, ...]:
    """Where label maps lie that must not be taken for CT."""
    if not entry.labels:
        return ()
    pattern = data.place(entry.labels.replace("{name}", "*"))
    return tuple(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))))


def _volumes(place: Path, aside: tuple[Path, ...]) -> Iterator[Path]:
    if place in aside or place.name.startswith("."):
        return
    if place.is_file():
        if is_volume_file(place):
            yield place
        return
    if place.name == _SEGMENTATIONS[0]:
        return
    if holds_dicom(place):
        yield place
        return
    inside = sorted(place.iterdir())
    own = [path for path in inside if is_volume_file(path) and name_of(path) == _CT]
    for path in own or inside:
        yield from _volumes(path, aside)


def _labels_of(path: Path, data: DataSettings, entry: OwnCt) -> tuple[Path, ...]:
    if entry.labels:
        name = path.parent.name if name_of(path) == _CT else name_of(path)
        return _maps(data.place(entry.labels.replace("{name}", name)))
    if path.is_file() and name_of(path) == _CT:
        for beside in _SEGMENTATIONS:
            if (path.parent / beside).exists():
                return _maps(path.parent / beside)
    return ()


def _maps(place: Path) -> tuple[Path, ...]:
    if place.is_dir():
        return tuple(path for path in sorted(place.iterdir()) if is_volume_file(path)) or (place,)
    return (place,)


def problems_of(case: Case, data: DataSettings) -> tuple[Header | None, tuple[str, ...]]:
    """The case's header and, in words, everything that can be wrong before its voxels are read."""
    try:
        header = read_header(case.path)
    except TrainingError as error:
        return None, (str(error),)
    problems = list(header.problems)
    missing = [path for path in case.labels if not is_volume_file(path)]
    if missing:
        return header, (*problems, f"its label map {missing[0].name} is not there")
    if case.one_per_structure:
        known = tissues_by_name(data.structures)
        unknown = [name_of(path) for path in case.labels if name_of(path) not in known]
        hints = ", ".join(name + nearest(name, known) for name in unknown[:5])
        if unknown:
            problems.append(f"{len(unknown)} structures are not known: {hints}; name their tissue in [data.structures]")
    for path in case.labels:
        try:
            map_header = read_header(path)
        except TrainingError as error:
            problems.append(f"label map: {error}")
            continue
        if not fits(map_header, header):
            sizes = f"{map_header.size} voxels there, {header.size} here"
            problems.append(f"its label map {path.name} does not lie where the CT lies ({sizes})")
            break
    return header, tuple(problems)
