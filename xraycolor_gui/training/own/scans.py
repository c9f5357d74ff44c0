"""CT volumes and label maps as hospitals and segmentation programs keep them, brought onto one grid.

SimpleITK reads DICOM series, NIfTI and NRRD and knows where each voxel lies. Its physical axes are DICOM's: x to the
patient's left, y to posterior, z to superior (PS3.3 C.7.6.2.1.1), which are the axes of `anatomy`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError

#: Edge of a voxel after reading, as in the shared volumes.
SPACING_MM = 1.5
#: File endings of volumes.
ENDINGS = (".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".mhd")
#: Beyond these, values say nothing more about tissue.
LOWEST_HU, HIGHEST_HU = -1024, 8000

FEWEST_SLICES, THICKEST_MM, SHORTEST_MM = 12, 6.0, 60.0
_UNEVEN_MM, _TILT_DEG = 0.25, 1.0
_CT_STORAGE = "CT"

Corners = NDArray[np.float64]
#: An empty SimpleITK image that says where voxels lie.
Grid: TypeAlias = Any


@dataclass(frozen=True, eq=False, slots=True)
class Header:
    """What a volume says of itself before its voxels are read.

    files: the slices of a DICOM series in order, else the one file. size, spacing_mm: (x, y, z) in the file's own
    axes. low, high: corners of the box (x, y, z) that it fills, in the patient's axes, millimetres.
    """

    path: Path
    files: tuple[str, ...]
    size: tuple[int, int, int]
    spacing_mm: tuple[float, float, float]
    low: Corners
    high: Corners
    patient: str = ""
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def voxels(self) -> int:
        return math.prod(self.size)


def name_of(path: Path) -> str:
    """A volume file's name without its ending, which may be double."""
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if path.name.lower().endswith(ending):
            return path.name[: -len(ending)]
    return path.name


def is_volume_file(path: Path) -> bool:
    return path.is_file() and path.name.lower().endswith(ENDINGS)


def holds_dicom(folder: Path) -> bool:
    """True if one of the first files directly in the folder is DICOM."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return any(_is_dicom(path) for path in files[:8])


def _is_dicom(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(132)[128:] == b"DICM"


def read_header(path: Path) -> Header:
    """Header of a volume file or of the longest series of a DICOM folder; TrainingError if there is none."""
    itk = _simple_itk()
    try:
        return _series_header(itk, path) if path.is_dir() else _file_header(itk, path)
    except RuntimeError as error:
        raise _unreadable(path, error) from error


def _file_header(itk: Any, path: Path) -> Header:
    reader = itk.ImageFileReader()
    reader.SetFileName(str(path))
    reader.ReadImageInformation()
    if reader.GetDimension() != 3 or reader.GetNumberOfComponents() != 1:
        raise TrainingError(f"{path.name}: no single volume of three dimensions.", "Give one volume per file.")
    size, spacing = reader.GetSize(), reader.GetSpacing()
    box = _box(reader.GetOrigin(), reader.GetDirection(), spacing, size)
    problems = _problems_of_grid(size, spacing, box)
    keys = set(reader.GetMetaDataKeys())
    if "qform_code" in keys and _codes(reader, "qform_code") == 0 and _codes(reader, "sform_code") == 0:
        problems.append("its header does not say which way the patient lies (qform and sform are 0)")
    if path.name.lower().endswith((".nrrd", ".nhdr")) and "NRRD_space" not in keys:
        problems.append("its header does not say which way the patient lies (NRRD field `space`)")
    return Header(path, (str(path),), size, spacing, *box, problems=tuple(problems))


def _codes(reader: Any, key: str) -> int:
    return int(float(reader.GetMetaData(key))) if key in reader.GetMetaDataKeys() else 0


def _series_header(itk: Any, folder: Path) -> Header:
    series = {uid: itk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder), uid) for uid in _series(itk, folder)}
    if not series:
        raise TrainingError(f"{folder}: no DICOM series there.", "Give the folder that holds the slices.")
    files = max(series.values(), key=len)
    notes = [f"{len(series) - 1} shorter series in this folder left out"] if len(series) > 1 else []
    slices = [_slice(itk, file) for file in files]
    first = slices[0]
    problems: list[str] = []
    modality = _tag(first, "0008|0060")
    if modality != _CT_STORAGE:
        problems.append(f"its modality is {modality or 'not named'}, not CT")
    across = np.reshape(np.array(first.GetDirection()), (3, 3))
    places = np.array([part.GetOrigin() for part in slices])
    thickness, more = _steps(places, across[:, 2])
    problems += more
    size = (first.GetSize()[0], first.GetSize()[1], len(files))
    spacing = (first.GetSpacing()[0], first.GetSpacing()[1], thickness)
    box = _box(places[0], first.GetDirection(), spacing, size)
    problems += _problems_of_grid(size, spacing, box)
    return Header(folder, tuple(files), size, spacing, *box, _tag(first, "0010|0020"), tuple(notes), tuple(problems))


def _series(itk: Any, folder: Path) -> Sequence[str]:
    found: Sequence[str] = itk.ImageSeriesReader.GetGDCMSeriesIDs(str(folder))
    return found


def _slice(itk: Any, file: str) -> Any:
    reader = itk.ImageFileReader()
    reader.SetFileName(file)
    reader.SetImageIO("GDCMImageIO")
    reader.ReadImageInformation()
    return reader


def _tag(reader: Any, key: str) -> str:
    return str(reader.GetMetaData(key)).strip() if key in reader.GetMetaDataKeys() else ""


def _steps(places: Corners, normal: Corners) -> tuple[float, list[str]]:
    """Distance of neighbouring slices, and what is wrong with it."""
    if len(places) < 2:
        return 1.0, []
    steps = np.diff(places, axis=0)
    along = np.abs(steps @ normal)
    problems = []
    usual = float(np.median(along))
    odd = int((np.abs(along - usual) > max(_UNEVEN_MM, 0.05 * usual)).sum())
    if odd:
        problems.append(f"slices are missing or unevenly spaced in {odd} places (usual distance {usual:.2f} mm)")
    way = places[-1] - places[0]
    tilt = math.degrees(math.acos(min(1.0, abs(float(way @ normal)) / max(float(np.linalg.norm(way)), 1e-9))))
    if tilt > _TILT_DEG:
        problems.append(f"its slices are sheared by {tilt:.0f}° (tilted gantry); straighten it, e.g. with dcm2niix")
    return usual, problems


def _box(
    origin: Sequence[float], direction: Sequence[float], spacing: Sequence[float], size: Sequence[int]
) -> tuple[Corners, Corners]:
    """Lowest and highest corner of the voxels' outer faces."""
    matrix = np.reshape(np.array(direction), (3, 3)) * np.array(spacing)
    ends = np.array([[-0.5, n - 0.5] for n in size])
    corners = np.array([[ends[0][i], ends[1][j], ends[2][k]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    placed = corners @ matrix.T + np.array(origin)
    return placed.min(axis=0), placed.max(axis=0)


def _problems_of_grid(size: Sequence[int], spacing: Sequence[float], box: tuple[Corners, Corners]) -> list[str]:
    problems = []
    if min(size) < FEWEST_SLICES:
        problems.append(f"it has too few slices ({min(size)}; {FEWEST_SLICES} at least)")
    if not all(0.05 < step < 50 for step in spacing):
        problems.append(f"its voxel size {_mm(spacing)} cannot be true")
    elif max(spacing) > THICKEST_MM:
        problems.append(f"its voxels are too coarse ({_mm(spacing)}; {THICKEST_MM:g} mm at most)")
    elif float((box[1] - box[0]).min()) < SHORTEST_MM and min(size) >= FEWEST_SLICES:
        problems.append(f"it covers only {_mm(box[1] - box[0])}; {SHORTEST_MM:g} mm at least each way")
    return problems


def _mm(lengths: Iterable[float]) -> str:
    return " × ".join(f"{length:.3g}" for length in lengths) + " mm"


def fits(labels: Header, scan: Header) -> bool:
    """Whether a label map fills the same box as its CT, by a voxel and a half at each side."""
    slack = 1.5 * max(*labels.spacing_mm, *scan.spacing_mm)
    apart = max(float(np.abs(labels.low - scan.low).max()), float(np.abs(labels.high - scan.high).max()))
    return apart <= slack


def grid_of(header: Header) -> Grid:
    """Empty grid of cubes along the patient's axes over the header's box."""
    itk = _simple_itk()
    extent = header.high - header.low
    counts = np.maximum(np.rint(extent / SPACING_MM), 1)
    grid = itk.Image([int(n) for n in counts], itk.sitkUInt8)
    grid.SetSpacing([SPACING_MM] * 3)
    grid.SetOrigin(list(header.low + (extent - (counts - 1) * SPACING_MM) / 2))
    return grid


def read_hu(header: Header, grid: Grid) -> NDArray[np.int16]:
    """Hounsfield units int16 (z, y, x) on the grid, −1024 where the scan does not reach."""
    itk = _simple_itk()
    image = _read(itk, header)
    # Fine voxels are averaged, not skipped, or noise would be taken for tissue.
    factors = [max(1, int(SPACING_MM / step)) for step in image.GetSpacing()]
    if max(factors) > 1:
        image = itk.BinShrink(image, factors)
    image = itk.Clamp(image, itk.sitkFloat32, LOWEST_HU, HIGHEST_HU)
    on_grid = itk.Resample(image, grid, itk.Transform(), itk.sitkLinear, float(LOWEST_HU), itk.sitkFloat32)
    return np.asarray(np.rint(itk.GetArrayFromImage(on_grid)), np.int16)


def read_labels(header: Header, grid: Grid) -> NDArray[np.int32]:
    """A label map's numbers int32 (z, y, x) on the grid, 0 where it does not reach."""
    itk = _simple_itk()
    image = _read(itk, header)
    on_grid = itk.Resample(image, grid, itk.Transform(), itk.sitkNearestNeighbor, 0.0, itk.sitkInt32)
    return np.asarray(itk.GetArrayFromImage(on_grid), np.int32)


def _read(itk: Any, header: Header) -> Any:
    try:
        return itk.ReadImage(header.files[0] if len(header.files) == 1 else header.files)
    except RuntimeError as error:
        raise _unreadable(header.path, error) from error


def _unreadable(path: Path, error: RuntimeError) -> TrainingError:
    return TrainingError(
        f"{path.name} cannot be read as a CT volume.",
        "Give a folder with one DICOM series, a NIfTI or an NRRD file.",
        detail=str(error),
    )


def _simple_itk() -> Any:
    """Imported only when volumes are read: it is large."""
    import SimpleITK

    module: Any = SimpleITK
    module.ProcessObject.SetGlobalWarningDisplay(False)
    return module
