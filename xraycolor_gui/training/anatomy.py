"""Bodies to compute films from: CT volumes with a tissue class at every voxel, and their packed form for ray sums.

A volume file is an npz with `hu` int16 (z, y, x), `tissue` uint8 (z, y, x) and `spacing_mm`; z runs to superior,
y to posterior, x to the patient's left.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.airways import correct_air

#: What a ray sum keeps apart, in the order of a stack's channels. `mineral` is what bone attenuates beyond the water
#: equivalent that `bone` holds, in centimetres of water at 70 keV; `gas` is in centimetres of gas, all else in
#: centimetres of water equivalent at 70 keV. `known` is no material: 1 where the ray meets true slices, less where the
#: body was continued beyond them.
CHANNELS: tuple[str, ...] = ("lung", "gas", "fat", "soft-tissue", "heart", "bone", "mineral", "metal", "known")

OUTSIDE, LUNG, LUNG_VESSEL, GAS, FAT, MUSCLE, HEART, GREAT_VESSEL, LIVER = range(9)
CORTICAL, SPONGY, SKIN, METAL = 12, 13, 16, 17
CLASSES = 18

#: Group of each tissue class (index into the first channels; 0 is outside, group n is channel n − 1).
_GROUPS = np.array([0, 1, 1, 2, 3, 4, 5, 5, 4, 4, 4, 4, 6, 6, 4, 4, 4, 7], dtype=np.uint32)
_GAS_GROUP, _FAT_GROUP, _SOFT_GROUP, _BONE_GROUP = 2, 3, 4, 6

#: Water equivalent of bone without its mineral, g/cm³ of water.
_BONE_MATRIX = 1.04
_DENSITY_STEPS = 1000.0
_DENSITY_BITS = 14

_NECK_MM, _WAIST_MM = 96.0, 90.0
_NECK_HALF_WIDTH_MM, _SPINE_HALF_WIDTH_MM, _SMOOTH_MM = 54.0, 34.0, 9.0


@dataclass(frozen=True, slots=True)
class VolumeSource:
    """What is known of a volume by its name: region decides how it is filmed, open ends are continued."""

    region: str
    open_top: bool
    open_bottom: bool
    licence: str
    contrast_as_metal: bool = False


def _tcia(collection: str, version: str = "3.0") -> str:
    return f"CC BY {version}, The Cancer Imaging Archive, {collection}"


VOLUMES: dict[str, VolumeSource] = {
    "chest_lidc0001": VolumeSource("chest", True, True, _tcia("LIDC-IDRI")),
    "chest_lidc0002": VolumeSource("chest", True, True, _tcia("LIDC-IDRI")),
    "chest_lidc0003": VolumeSource("chest", True, True, _tcia("LIDC-IDRI"), contrast_as_metal=True),
    "chest_lidc0314": VolumeSource("chest", True, True, _tcia("LIDC-IDRI")),
    "chest_cptac249": VolumeSource("chest", True, True, _tcia("CPTAC-PDA")),
    "chest_cmbcrc1068": VolumeSource("chest", True, True, _tcia("CMB-CRC", "4.0")),
    "chestlow_flt013": VolumeSource("lower chest", True, True, _tcia("ACRIN-FLT-Breast")),
    "abdopelvis_flt001": VolumeSource("abdomen", True, True, _tcia("ACRIN-FLT-Breast")),
    "abdopelvis_ts": VolumeSource("abdomen", True, True, "Apache-2.0, TotalSegmentator test data"),
    "abdo_tcgaov": VolumeSource("abdomen", True, True, _tcia("TCGA-OV")),
    "headarms_flt001": VolumeSource("arms", True, True, _tcia("ACRIN-FLT-Breast")),
    "neck_tcgathca": VolumeSource("neck", True, True, _tcia("TCGA-THCA")),
    "head_lscc": VolumeSource("head", False, True, _tcia("CPTAC-LSCC")),
    "head_vhf": VolumeSource("head", False, True, "Courtesy of the U.S. National Library of Medicine"),
    "legs_vhf": VolumeSource("legs", True, False, "Courtesy of the U.S. National Library of Medicine"),
}

#: Never trained on: measures what the model makes of a body it has not seen.
TEST_BODY = "chest_lidc0002"


@dataclass(frozen=True, eq=False, slots=True)
class TissueVolume:
    """CT volume. hu int16 (z, y, x); tissue uint8 (z, y, x), classes 0 outside … 17 metal; voxels are cubes.

    arms_down, child: it was changed so (`shoulders`, `children`), which decides how it is filmed.
    """

    name: str
    tissue: NDArray[np.uint8]
    hu: NDArray[np.int16]
    spacing_mm: float
    region: str = "chest"
    open_top: bool = True
    open_bottom: bool = True
    licence: str = ""
    arms_down: bool = False
    child: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """A volume made ready for ray sums.

    frontal: uint32 (y, z, x), lateral: the same voxels as (x, z, y); each voxel packs its group (4 bits), density and
        secondary density (14 bits each, thousandths). One empty voxel is laid round x and y.
    true_z: first slice and one past the last slice that come from the CT; the others continue the body.
    lungs_mm: box of the lungs (z0, z1, y0, y1, x0, x1) in millimetres from the array's corner, or None.
    """

    name: str
    region: str
    frontal: NDArray[np.uint32]
    lateral: NDArray[np.uint32]
    spacing_mm: float
    true_z: tuple[int, int]
    open_top: bool
    open_bottom: bool
    lungs_mm: tuple[float, ...] | None
    arms_down: bool = False
    child: bool = False

    @property
    def box_mm(self) -> tuple[float, ...]:
        """Box of the true slices (z0, z1, y0, y1, x0, x1) in millimetres from the array's corner."""
        y, _, x = self.frontal.shape
        s = self.spacing_mm
        return self.true_z[0] * s, self.true_z[1] * s, s, (y - 1) * s, s, (x - 1) * s


def load_volume(path: Path) -> TissueVolume:
    """Read a volume file; raises TrainingError when it is absent or not of the expected form."""
    try:
        with np.load(path) as data:
            hu, tissue = np.asarray(data["hu"]), np.asarray(data["tissue"])
            spacing = np.unique(np.asarray(data["spacing_mm"], dtype=float))
            ends = [bool(data[end]) if end in data else True for end in ("open_bottom", "open_top")]
    except (OSError, KeyError, ValueError) as error:
        raise TrainingError(
            f"{path.name}: not a CT volume with tissue classes.", "See ARCHITECTURE.", str(error)
        ) from error
    if hu.ndim != 3 or hu.shape != tissue.shape or spacing.size != 1 or int(tissue.max()) >= CLASSES:
        raise TrainingError(f"{path.name}: hu {hu.shape}, tissue {tissue.shape} do not fit.", "Resample to cubes.")
    source = VOLUMES.get(path.stem, VolumeSource(path.stem.split("_")[0], ends[1], ends[0], ""))
    tissue, hu = tissue.astype(np.uint8), hu.astype(np.int16)
    if source.contrast_as_metal:
        _take_out_contrast(tissue, hu, float(spacing[0]))
    correct_air(tissue, hu, float(spacing[0]))
    return TissueVolume(
        path.stem,
        tissue,
        hu,
        float(spacing[0]),
        source.region,
        source.open_top,
        source.open_bottom,
        source.licence,
    )


def _take_out_contrast(tissue: NDArray[np.uint8], hu: NDArray[np.int16], spacing_mm: float) -> None:
    """Shoulder veins full of contrast medium are labelled metal inside and bone round it: make them blood, in place."""
    places = np.argwhere(tissue == METAL)
    if places.size == 0:
        return
    margin = max(round(4.5 / spacing_mm), 1)
    box = tuple(
        slice(max(int(a) - margin, 0), int(b) + margin + 1) for a, b in zip(places.min(0), places.max(0), strict=True)
    )
    near = ndimage.binary_dilation(tissue[box] == METAL, iterations=margin)
    near &= np.isin(tissue[box], (METAL, CORTICAL, SPONGY))
    tissue[box][near] = GREAT_VESSEL
    hu[box][near] = 56


def find_volumes(folder: Path) -> tuple[Path, ...]:
    """Volume files of a folder, by name, the test body left out."""
    return tuple(path for path in sorted(folder.glob("*.npz")) if path.stem != TEST_BODY)


def prepare(volume: TissueVolume) -> Body:
    """Pack a volume; a chest is continued upward into a neck and downward into a waist, so that no cut end shows."""
    packed = _packed(volume)
    below = above = 0
    if volume.region == "chest":
        below, above = round(_WAIST_MM / volume.spacing_mm), round(_NECK_MM / volume.spacing_mm)
        packed = np.concatenate([_waist(packed, volume, below), packed, _neck(packed, volume, above)])
    padded = np.pad(packed, ((0, 0), (1, 1), (1, 1)))
    return Body(
        volume.name,
        volume.region,
        np.ascontiguousarray(padded.transpose(1, 0, 2)),
        np.ascontiguousarray(padded.transpose(2, 0, 1)),
        volume.spacing_mm,
        (below, below + volume.tissue.shape[0]),
        volume.open_top,
        volume.open_bottom,
        _lung_box(volume.tissue, volume.spacing_mm, below),
        volume.arms_down,
        volume.child,
    )


def _packed(volume: TissueVolume) -> NDArray[np.uint32]:
    """Group | density << 4 | second << 18. Second is the mineral in bone; in gas, the tissue sharing the voxel."""
    group = _GROUPS[volume.tissue]
    density = np.clip((volume.hu.astype(np.float32) + 1000.0) / 1000.0, 0.0, None)
    second = np.zeros_like(density)
    bone, gas = group == _BONE_GROUP, group == _GAS_GROUP
    second[bone] = np.clip(density[bone] - _BONE_MATRIX, 0.0, None)
    density[bone] = np.minimum(density[bone], _BONE_MATRIX)
    second[gas] = np.clip(density[gas] - 0.1, 0.0, 1.0)
    density[gas] = 1.0 - second[gas]
    return _pack(group, density, second)


def _pack(group: NDArray[np.uint32], density: NDArray[np.float32], second: NDArray[np.float32]) -> NDArray[np.uint32]:
    limit = (1 << _DENSITY_BITS) - 1
    first = np.clip(np.rint(density * _DENSITY_STEPS), 0, limit).astype(np.uint32)
    more = np.clip(np.rint(second * _DENSITY_STEPS), 0, limit).astype(np.uint32)
    packed: NDArray[np.uint32] = np.where(group > 0, group | first << 4 | more << (4 + _DENSITY_BITS), 0).astype(
        np.uint32
    )
    return packed


def _middle(volume: TissueVolume) -> float:
    """Column of the body's middle plane: the lungs' centre, else the body's."""
    columns = np.flatnonzero((volume.tissue == LUNG).any(axis=(0, 1)))
    if columns.size == 0:
        columns = np.flatnonzero((volume.tissue > OUTSIDE).any(axis=(0, 1)))
    return float(columns.mean()) if columns.size else volume.tissue.shape[2] / 2


def _end_slice(packed: NDArray[np.uint32], volume: TissueVolume, index: int) -> NDArray[np.uint32]:
    """End slice for continuing the body: smoothed to plain muscle and fat, since whatever is continued is drawn as a
    streak; spine, skin and windpipe stay."""
    tissue, end = volume.tissue[index], packed[index].copy()
    aside = np.abs(np.arange(tissue.shape[1]) - _middle(volume)) * volume.spacing_mm > _SPINE_HALF_WIDTH_MM
    bone = np.isin(tissue, (CORTICAL, SPONGY))
    kept = (tissue == OUTSIDE) | (tissue == SKIN) | ((bone | (tissue == GAS) & (index != 0)) & ~aside[None, :])
    fat, inside = (tissue == FAT).astype(np.float32), (tissue != OUTSIDE).astype(np.float32)
    sigma = _SMOOTH_MM / volume.spacing_mm
    share = cv2.GaussianBlur(fat, (0, 0), sigma) / np.maximum(cv2.GaussianBlur(inside, (0, 0), sigma), 1e-3)
    plain = np.where(share > 0.55, _FAT_GROUP | 920 << 4, _SOFT_GROUP | 1045 << 4)
    return np.where(kept, end, plain).astype(np.uint32)


def _waist(packed: NDArray[np.uint32], volume: TissueVolume, count: int) -> NDArray[np.uint32]:
    return np.repeat(_end_slice(packed, volume, 0)[None], count, axis=0)


def _neck(packed: NDArray[np.uint32], volume: TissueVolume, count: int) -> NDArray[np.uint32]:
    """The top slice continued upward, narrowing from the shoulders to a neck."""
    top = _end_slice(packed, volume, -1)
    columns = np.abs(np.arange(top.shape[1]) - _middle(volume)) * volume.spacing_mm
    occupied = columns[(top > 0).any(axis=0)]
    widest = float(occupied.max()) if occupied.size else 0.0
    height = np.arange(1, count + 1) * volume.spacing_mm
    half = _NECK_HALF_WIDTH_MM + max(widest - _NECK_HALF_WIDTH_MM, 0.0) * np.exp(-height / 22.0)
    inside = columns[None, :] <= half[:, None]
    return np.where(inside[:, None, :], top[None], 0).astype(np.uint32)


def _lung_box(tissue: NDArray[np.uint8], spacing_mm: float, below: int) -> tuple[float, ...] | None:
    lung = tissue == LUNG
    if int(lung.sum()) * spacing_mm**3 < 1e6:
        return None
    box: list[float] = []
    for axis, offset in ((0, below), (1, 1), (2, 1)):
        others = tuple(a for a in range(3) if a != axis)
        counts = np.cumsum(lung.sum(axis=others)) / lung.sum()
        first, last = np.searchsorted(counts, (0.003, 0.997))
        box += [(float(first) + offset) * spacing_mm, (float(last) + 1 + offset) * spacing_mm]
    return tuple(box)
