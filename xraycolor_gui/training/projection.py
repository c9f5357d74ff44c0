"""Ray sums through a body: how many centimetres of each tissue lie on the way from the X-ray source to every pixel.

One stack serves many films, since energy, scatter, noise and look are arithmetic on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numba
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import CHANNELS, Body, TissueVolume, prepare
from xraycolor_gui.training.arms import Arms, add_arms
from xraycolor_gui.training.rays import Rays

_GROUPS_KEPT = 8


@dataclass(frozen=True, slots=True)
class View:
    """How the body stands to source and detector.

    direction: "PA" or "AP", the way of the beam at azimuth 0. The film shows the patient's left at the viewer's right.
    azimuth_deg: patient turned about the long axis; PA with 90 is the left lateral, its front at the viewer's left.
    pitch_deg, roll_deg: beam tilted up or down; film turned in its own plane.
    source_mm: source to detector; object_mm: centre to detector.
    field_mm: longest side of the film, measured in the plane of the centre.
    center: point that the central ray meets, as fractions (z, y, x) of the body's box.
    shift_mm: film moved (right, down) in its own plane.
    scale: body stretched along (x, y, z).
    """

    direction: str = "PA"
    azimuth_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
    source_mm: float = 1800.0
    object_mm: float = 180.0
    field_mm: float = 400.0
    center: tuple[float, float, float] = (0.5, 0.5, 0.5)
    shift_mm: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float, float] = (1.0, 1.0, 1.0)
    mirrored: bool = False
    arms: Arms | None = None

    @property
    def magnification(self) -> float:
        """How much larger the plane of the centre is drawn on the detector."""
        return self.source_mm / (self.source_mm - self.object_mm)

    def axes(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Unit vectors (x, y, z) of the film's columns (right), rows (down), and of the central ray."""
        right, down = np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, -1.0])
        beam = np.array([0.0, -1.0 if self.direction == "PA" else 1.0, 0.0])
        about_z = _rotation(np.array([0.0, 0.0, 1.0]), self.azimuth_deg)
        right, beam = about_z @ right, about_z @ beam
        pitch = _rotation(right, self.pitch_deg)
        down, beam = pitch @ down, pitch @ beam
        roll = _rotation(beam, self.roll_deg)
        right, down = roll @ right, roll @ down
        return (-right if self.mirrored else right), down, beam


@dataclass(frozen=True, eq=False, slots=True)
class TissueStack:
    """Ray sums of one view: data (channels, rows, columns) float32, in the order and units of anatomy.CHANNELS."""

    data: NDArray[np.float32]
    body: str = ""
    region: str = ""
    view: View = field(default_factory=View)
    channels: tuple[str, ...] = CHANNELS


def project(body: Body | TissueVolume, view: View, size: int | tuple[int, int]) -> TissueStack:
    """Ray sums through a body. size: (rows, columns), or one number for a square film."""
    if isinstance(body, TissueVolume):
        body = prepare(body)
    rows, columns = (size, size) if isinstance(size, int) else size
    rays = _rays(view, rows, columns)
    data = np.empty((len(CHANNELS), rows, columns), dtype=np.float32)
    data[:8] = _sums(body, view, rays)
    data[8] = _known(body, view, rays)
    if view.arms is not None:
        add_arms(data, view.arms, rays)
    return TissueStack(data, body.name, body.region, view)


def _rotation(axis: NDArray[np.float64], degrees: float) -> NDArray[np.float64]:
    """Rotation matrix about a unit axis (Rodrigues)."""
    angle = math.radians(degrees)
    x, y, z = axis
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    matrix: NDArray[np.float64] = np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * (cross @ cross)
    return matrix


def _rays(view: View, rows: int, columns: int) -> Rays:
    right, down, beam = view.axes()
    step = view.field_mm * view.magnification / max(rows, columns)
    shift = (view.shift_mm[0] * right + view.shift_mm[1] * down) * view.magnification
    middle = beam * view.object_mm + shift
    first = middle + right * step * (0.5 - columns / 2) + down * step * (0.5 - rows / 2)
    return Rays(-beam * (view.source_mm - view.object_mm), first, right * step, down * step, (rows, columns))


def center_mm(body: Body, view: View) -> tuple[float, float, float]:
    """The view's centre in millimetres (x, y, z) from the array's corner."""
    z0, z1, y0, y1, x0, x1 = body.box_mm
    fz, fy, fx = view.center
    return x0 + fx * (x1 - x0), y0 + fy * (y1 - y0), z0 + fz * (z1 - z0)


def _sums(body: Body, view: View, rays: Rays) -> NDArray[np.float32]:
    """Path lengths of all materials, (8, rows, columns), marched across the axis that the beam follows most."""
    _, _, beam = view.axes()
    frontal = abs(beam[1]) >= abs(beam[0])
    order = [1, 2, 0] if frontal else [0, 2, 1]
    voxel = np.array(view.scale)[order] * body.spacing_mm
    middle = np.array(center_mm(body, view))[order] / body.spacing_mm - 0.5
    sums: NDArray[np.float32] = _march(
        body.frontal if frontal else body.lateral,
        rays.source[order] / voxel + middle,
        rays.first[order] / voxel + middle,
        rays.per_column[order] / voxel,
        rays.per_row[order] / voxel,
        voxel,
        rays.shape,
        (body.open_bottom, body.open_top),
    )
    return sums


def _known(body: Body, view: View, rays: Rays) -> NDArray[np.float32]:
    """1 where the ray crosses the centre's plane inside the true slices, falling to 0 over 20 mm beyond them."""
    z = rays.source[2] + (rays.along(2) - rays.source[2]) / view.magnification
    z = z / view.scale[2] + center_mm(body, view)[2]
    z0, z1, *_ = body.box_mm
    beyond = np.maximum(np.maximum(z0 - z, z - z1), 0.0)
    known: NDArray[np.float32] = np.clip(1.0 - beyond / 20.0, 0.0, 1.0).astype(np.float32)
    return known


@numba.njit(parallel=True, fastmath=True, cache=True)
def _march(packed, source, first, per_column, per_row, voxel, shape, open_ends):  # type: ignore[no-untyped-def] # noqa: PLR0912, PLR0915, PLR0917
    """Joseph's method (IEEE TMI 1982): bilinear in each slice across the beam. Voxel coordinates, axes (n, z, b)."""
    n, nz, nb = packed.shape
    rows, columns = shape
    open_low, open_high = open_ends
    out = np.zeros((8, rows, columns), dtype=np.float32)
    for r in numba.prange(rows):
        main = np.empty(_GROUPS_KEPT, dtype=np.float32)
        second = np.empty(_GROUPS_KEPT, dtype=np.float32)
        for c in range(columns):
            d0 = first[0] + c * per_column[0] + r * per_row[0] - source[0]
            d1 = first[1] + c * per_column[1] + r * per_row[1] - source[1]
            d2 = first[2] + c * per_column[2] + r * per_row[2] - source[2]
            slope1, slope2 = d1 / d0, d2 / d0
            low, high = 0.0, n - 1.0
            if abs(slope2) > 1e-9:
                at_start, at_end = source[0] - source[2] / slope2, source[0] + (nb - 1.001 - source[2]) / slope2
                low, high = max(low, min(at_start, at_end)), min(high, max(at_start, at_end))
            elif source[2] < 0 or source[2] > nb - 1.001:
                continue
            if d0 > 0:
                low, high = max(low, source[0]), min(high, source[0] + d0)
            else:
                low, high = max(low, source[0] + d0), min(high, source[0])
            main[:] = 0
            second[:] = 0
            hit = False
            for i in range(math.ceil(low), math.floor(high) + 1):
                z = source[1] + (i - source[0]) * slope1
                b = source[2] + (i - source[0]) * slope2
                if z < 0:
                    if not open_low:
                        continue
                    z = 0.0
                if z > nz - 1.001:
                    if not open_high:
                        continue
                    z = nz - 1.001
                iz, ib = int(z), int(b)
                wz, wb = np.float32(z - iz), np.float32(b - ib)
                for k in range(4):
                    value = packed[i, iz + (k >> 1), ib + (k & 1)]
                    if value == 0:
                        continue
                    hit = True
                    w = (wz if k >> 1 else np.float32(1) - wz) * (wb if k & 1 else np.float32(1) - wb)
                    group = value & np.uint32(15)
                    main[group] += w * np.float32((value >> np.uint32(4)) & np.uint32(16383))
                    second[group] += w * np.float32(value >> np.uint32(18))
            if not hit:
                continue
            # Millimetres per slice, thousandths of density, centimetres: 1e-4.
            length = math.sqrt((d0 * voxel[0]) ** 2 + (d1 * voxel[1]) ** 2 + (d2 * voxel[2]) ** 2) / abs(d0) * 1e-4
            for group in range(1, 7):
                out[group - 1, r, c] = main[group] * length
            out[3, r, c] += second[2] * length
            out[6, r, c] = second[6] * length
            out[7, r, c] = main[7] * length
    return out
