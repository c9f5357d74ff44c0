"""The sample study: a frontal and a lateral chest film computed from the test body, stored as 12-bit DICOM."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.io.dicom_objects.computed_film import ComputedView, write_computed_film
from xraycolor_gui.training.anatomy import CHANNELS, Body, TissueVolume, prepare
from xraycolor_gui.training.film import enhance, log_signal
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.projection import View, project

#: Long side of the films in pixels.
LONG_SIDE = 1600

_KVP = 120.0
_BLACK, _WHITE, _TOP = 700.0, 3700.0, 4095
#: Width of the edge that voxels of 1.5 mm take from bone, and how much of it is given back.
_BONE_EDGE_MM, _BONE_GAIN = 1.7, 0.7
_FINE_MM, _FINE_GAIN = 1.1, 0.7
#: Black point as a share of the darkest lung's signal: colour needs lungs that are not black.
_BLACK_POINT = 0.6


@dataclass(frozen=True, slots=True)
class _Plan:
    """One film of the study. width, height: of the field in the plane of the centre, millimetres."""

    file: str
    position: str
    orientation: tuple[str, str]
    view: View
    width: float
    height: float
    low: float
    high: float


def write_sample_study(volume: TissueVolume, folder: Path, long_side: int = LONG_SIDE) -> tuple[Path, ...]:
    """Compute both films of a chest volume into `folder`; the same volume gives the same files, UIDs included."""
    body = prepare(volume)
    paths = []
    for number, plan in enumerate(_plans(body), start=1):
        picture = _compute(body, plan, long_side)
        path = folder / plan.file
        write_computed_film(path, picture, volume_name=volume.name, licence=volume.licence, number=number)
        paths.append(path)
    return tuple(paths)


def _plans(body: Body) -> tuple[_Plan, ...]:
    if body.lungs_mm is None:
        raise TrainingError(f"{body.name} has no lungs to film.", "Choose a CT volume of a chest.")
    z0, z1, y0, y1, x0, x1 = body.lungs_mm
    bz0, bz1, by0, by1, bx0, bx1 = body.box_mm
    center = (
        ((z0 + z1) / 2 - bz0) / (bz1 - bz0),
        ((y0 + y1) / 2 - by0) / (by1 - by0),
        ((x0 + x1) / 2 - bx0) / (bx1 - bx0),
    )
    pa = View(direction="PA", source_mm=1800.0, object_mm=170.0, center=center, shift_mm=(0.0, -4.0))
    lateral = replace(pa, azimuth_deg=90.0, object_mm=230.0)
    height = (z1 - z0) * 1.2
    return (
        _Plan("frontal.dcm", "PA", ("L", "F"), pa, (x1 - x0) * 1.13, height, 0.5, 99.7),
        _Plan("lateral.dcm", "LL", ("P", "F"), lateral, (y1 - y0) * 1.34, height, 1.5, 99.7),
    )


def _compute(body: Body, plan: _Plan, long_side: int) -> ComputedView:
    longest = max(plan.width, plan.height)
    rows, columns = round(long_side * plan.height / longest), round(long_side * plan.width / longest)
    view = replace(plan.view, field_mm=longest)
    planes = project(body, view, (rows, columns)).data
    pixel_mm = longest / long_side
    _give_back_edges(planes, pixel_mm)
    look = Look(
        kvp=_KVP,
        scatter=0.12,
        quanta=2.5e6,
        grain_pixels=0.8,
        blur_pixels=0.28 / pixel_mm,
        equalise=0.3,
        equalise_width=0.11,
        sharpen=1.1,
        sharpen_pixels=4.0 / pixel_mm,
        fine=0.0,
    )
    signal = log_signal(planes, look, np.random.default_rng(20))
    signal, inside = enhance(signal, planes, np.ones(signal.shape, np.float32), look)
    signal = signal + _FINE_GAIN * (signal - cv2.GaussianBlur(signal, (0, 0), _FINE_MM / pixel_mm))
    low, high = np.percentile(signal[inside], (plan.low, plan.high))
    low *= _BLACK_POINT
    stored = np.clip(_BLACK + (signal - low) / (high - low) * (_WHITE - _BLACK), 0, _TOP)
    # Width by PS3.3 C.11.2.1.2: the window's ends fall half a step inside.
    window = Window((_BLACK + _WHITE + 1) / 2, _WHITE - _BLACK + 1)
    return ComputedView(
        pixels=np.rint(stored).astype(np.uint16),
        position=plan.position,
        orientation=plan.orientation,
        detector_spacing_mm=pixel_mm * view.magnification,
        source_to_detector_mm=view.source_mm,
        source_to_patient_mm=view.source_mm - view.object_mm,
        kvp=_KVP,
        window=window,
    )


def _give_back_edges(planes: NDArray[np.float32], pixel_mm: float) -> None:
    for name in ("bone", "mineral"):
        plane = planes[CHANNELS.index(name)]
        blurred = cv2.GaussianBlur(plane, (0, 0), _BONE_EDGE_MM / pixel_mm)
        np.maximum(plane + _BONE_GAIN * (plane - blurred), 0.0, out=plane)
