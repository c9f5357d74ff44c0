"""From a case to the volume file that training reads: one grid, tissue classes, no contrast, the body alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import CORTICAL, GAS, HEART, LUNG, LUNG_VESSEL, OUTSIDE, SPONGY
from xraycolor_gui.training.own.cases import Case
from xraycolor_gui.training.own.scans import SPACING_MM, Grid, grid_of, name_of, read_header, read_hu, read_labels
from xraycolor_gui.training.own.settings import GUESS, DataSettings
from xraycolor_gui.training.own.structures import (
    implausible,
    nearest,
    refine,
    structures_by_number,
    tissues_by_name,
    without_contrast,
)
from xraycolor_gui.training.own.tissue_rules import classify

#: Stands in a prepared volume's file name after its region.
OWN = "own"
#: Folder, beside `ct`, of volumes that are only measured on.
TEST_CT = "ct_test"
_LITRE = 1e6 / SPACING_MM**3
_LEAST_BODY_LITRES = 0.15
_MARGIN = 2

Classes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, slots=True)
class PreparedVolume:
    """hu int16 and tissue uint8 (z, y, x) as in `anatomy.TissueVolume`; notes: what its training will lack."""

    hu: NDArray[np.int16]
    tissue: Classes
    region: str
    open_top: bool
    open_bottom: bool
    notes: tuple[str, ...]


def prepare_case(case: Case, data: DataSettings) -> PreparedVolume:
    """Read, check and classify one volume; TrainingError says what its voxels show to be wrong."""
    header = read_header(case.path)
    grid = grid_of(header)
    hu = read_hu(header, grid)
    _check_hounsfield(hu)
    named = _named(case, data, grid)
    if named is not None:
        faults = implausible(hu, named, _LITRE)
        if faults:
            raise TrainingError("; ".join(faults), "Check `numbers`, or the label map itself.")
        hu = without_contrast(hu, named)
    tissue = classify(hu, SPACING_MM)
    if named is not None:
        tissue = refine(tissue, hu, named)
    if int((tissue != OUTSIDE).sum()) < _LEAST_BODY_LITRES * _LITRE:
        raise TrainingError("it shows no body.", "Take it out of data.ct.")
    hu, tissue = _cropped(hu, tissue)
    region = case.settings.region if case.settings.region != GUESS else guess_region(tissue)
    notes = [*header.notes]
    if region in ("chest", "lower chest") and not (tissue == HEART).any():
        notes.append("no label map names its heart, which therefore counts as soft tissue")
    ends = (tissue[-1] != OUTSIDE).any(), (tissue[0] != OUTSIDE).any()
    return PreparedVolume(hu, tissue, region, bool(ends[0]), bool(ends[1]), tuple(notes))


def _check_hounsfield(hu: NDArray[np.int16]) -> None:
    low, middle = float(np.percentile(hu, 2)), float(np.percentile(hu, 98))
    if low > -700:
        step = "Subtract 1024 first." if -50 <= low <= 50 and middle > 900 else "Give CT in Hounsfield units."
        raise TrainingError(f"its values are no Hounsfield units: air should be −1000 and is {low:.0f}.", step)
    if middle < -400:
        raise TrainingError("it holds hardly anything but air.", "Take it out of data.ct.")


def _named(case: Case, data: DataSettings, grid: Grid) -> Classes | None:
    """Classes that the label map names, on the grid; 0 where it names nothing."""
    if not case.labels:
        return None
    if case.one_per_structure:
        return _from_files(case.labels, data, grid)
    numbers = read_labels(read_header(case.labels[0]), grid)
    known = structures_by_number(case.settings.numbers)
    by_name = tissues_by_name(data.structures)
    present = np.unique(numbers)
    unknown = [int(n) for n in present if n and int(n) not in known]
    if unknown:
        hint = f"{case.settings.numbers} has 1 to {max(known)}"
        raise TrainingError(f"its label map holds unknown numbers {unknown[:5]} ({hint}).", "Set `numbers`.")
    table = np.zeros(max(int(present.max()), 0) + 1, np.uint8)
    for number in present[present > 0]:
        structure = known[int(number)]
        table[int(number)] = by_name.get(structure.name, structure.tissue)
    return np.asarray(table[np.maximum(numbers, 0)], np.uint8)


def _from_files(files: tuple[Path, ...], data: DataSettings, grid: Grid) -> Classes:
    tissues = tissues_by_name(data.structures)
    named: Classes | None = None
    for path in files:
        name = name_of(path)
        if name not in tissues:
            raise TrainingError(f"structure {name} is not known{nearest(name, tissues)}.", "See [data.structures].")
        if tissues[name] == OUTSIDE:
            continue
        here = read_labels(read_header(path), grid) > 0
        named = np.zeros(here.shape, np.uint8) if named is None else named
        named[here] = tissues[name]
    if named is None:
        raise TrainingError("its label maps name no tissue.", "Leave `labels` out.")
    return named


def _cropped(hu: NDArray[np.int16], tissue: Classes) -> tuple[NDArray[np.int16], Classes]:
    """The box of the body, all round it air."""
    places = ndimage.find_objects((tissue != OUTSIDE).astype(np.uint8))[0]
    box = tuple(
        slice(max(place.start - _MARGIN, 0), place.stop + _MARGIN) if axis else place
        for axis, place in enumerate(places)
    )
    return np.where(tissue[box] == OUTSIDE, np.int16(-1000), hu[box]), np.ascontiguousarray(tissue[box])


def guess_region(tissue: Classes) -> str:
    """Which part of the body a volume shows, by what is in it; a guess, which the configuration can overrule."""
    lung = np.isin(tissue, (LUNG, LUNG_VESSEL)).sum(axis=(1, 2))
    body = (tissue != OUTSIDE).sum(axis=(1, 2))
    bone = np.isin(tissue, (CORTICAL, SPONGY)).sum(axis=(1, 2))
    area = float(np.median(body[body > 0])) * SPACING_MM**2 / 100
    if lung.sum() > 0.35 * _LITRE:
        rows = np.flatnonzero(lung > 0.1 * lung.max())
        height = (rows[-1] - rows[0] + 1) * SPACING_MM
        if height < 0.35 * len(lung) * SPACING_MM and rows[0] > len(lung) / 2:
            return "abdomen"
        if lung[0] > 0.3 * lung.max() and height < 0.5 * len(lung) * SPACING_MM:
            return "neck"
        # Lungs that are cut where they are still wide: the apices lie beyond the volume.
        return "lower chest" if lung[-1] > 0.4 * lung.max() or height < 130 else "chest"
    skull = float(bone.sum()) > 0.17 * float(body.sum()) and _is_wide_shell(tissue)
    return "head" if skull else _guess_without_lungs(tissue, body, area, float(bone.sum()) / float(body.sum()))


def _guess_without_lungs(tissue: Classes, body: NDArray[np.int64], area: float, bony: float) -> str:
    """area: of the median slice, cm²; bony: bone's part of the body."""
    if area > 330:
        return "abdomen"
    if area < 260 and float((tissue == GAS).sum()) > 0.01 * _LITRE:
        return "neck" if bony < 0.17 else "head"
    return "legs" if float(body.sum()) > 2.0 * _LITRE else "arms"


def _is_wide_shell(tissue: Classes) -> bool:
    """A skull: in some slice bone reaches nearly from side to side of the body, front to back too."""
    for plane in tissue[:: max(1, len(tissue) // 30)]:
        bone, body = plane == CORTICAL, plane != OUTSIDE
        if not bone.any():
            continue
        spans = [
            np.ptp(np.flatnonzero(bone.any(axis=axis))) / np.ptp(np.flatnonzero(body.any(axis=axis))) for axis in (0, 1)
        ]
        inner = (body & ~bone).sum() / body.sum()
        if min(spans) > 0.85 and 0.5 < inner < 0.92 and body.sum() * SPACING_MM**2 > 14_000:
            return True
    return False


def write_volume(volume: PreparedVolume, case: Case, folder: Path) -> Path:
    """FOLDER/REGION_ownKEY.npz in the form of the shared volumes, written beside its place and moved in."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{volume.region}_{OWN}{case.key}.npz"
    beside = path.with_name(path.name + ".part")
    with beside.open("wb") as stream:
        np.savez_compressed(
            stream,
            hu=volume.hu,
            tissue=volume.tissue,
            spacing_mm=np.full(3, SPACING_MM),
            open_top=volume.open_top,
            open_bottom=volume.open_bottom,
        )
    beside.replace(path)
    return path


def prepared_before(case: Case, folder: Path) -> Path | None:
    """The case's volume from an earlier start of the run."""
    return next(iter(folder.glob(f"*_{OWN}{case.key}.npz")), None)


def is_own(path: Path) -> bool:
    """Whether a volume file was prepared from the user's CT."""
    return path.stem.partition("_")[2].startswith(OWN)


def own_test_volumes(data: Path) -> tuple[Path, ...]:
    """The user's volumes that nothing is learnt from."""
    return tuple(sorted((data / TEST_CT).glob("*.npz")))
