"""Compressed breasts as a mammogram shows them: fat with fibroglandular tissue, before dark air."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.training.anatomy import FAT, MUSCLE, OUTSIDE, SKIN, Body, TissueVolume
from xraycolor_gui.training.projection import View

_GLAND = 15
_SPACING_MM = 1.0

Field = NDArray[np.float32]


def build_breast(rng: Generator, coarse: float = 1.0) -> TissueVolume:
    """x runs from the chest wall to the nipple, z upward, y along the compression. coarse: factor on the voxels."""
    spacing = _SPACING_MM * coarse
    deep, half, thick = float(rng.uniform(55, 135)), float(rng.uniform(60, 115)), float(rng.uniform(25, 75))
    shape = tuple(math.ceil(length / spacing) + 4 for length in (2 * half, thick, deep))
    z = ((np.arange(shape[0], dtype=np.float32) + 0.5) * spacing - shape[0] * spacing / 2)[:, None, None]
    y = ((np.arange(shape[1], dtype=np.float32) + 0.5) * spacing - shape[1] * spacing / 2)[None, :, None]
    x = ((np.arange(shape[2], dtype=np.float32) + 0.5) * spacing)[None, None, :]
    sag = z + float(rng.uniform(-0.25, 0.25)) * x
    # Paddles flatten it: the section along y is nearly a box, its end round.
    outline = np.sqrt((x / deep) ** 2 + (sag / half) ** 2)
    inside = outline + 0.12 * np.abs(2 * y / thick) ** 4 < 1.0
    inside &= np.abs(y) < thick / 2
    texture = _texture(shape, spacing, rng)
    center = deep * float(rng.uniform(0.35, 0.55))
    behind_nipple = np.exp(
        -(((x - center) / (0.42 * deep)) ** 2) - (sag / (0.5 * half)) ** 2 - (y / (0.4 * thick)) ** 2
    )
    gland = inside & (texture + 2.2 * behind_nipple > rng.uniform(0.7, 2.8)) & (outline < 0.93)
    strands = inside & (np.abs(texture) < float(rng.uniform(0.02, 0.07)))
    muscle = inside & (x < float(rng.uniform(0.25, 0.6)) * (z + rng.uniform(-0.2, 0.5) * half)) & (rng.random() < 0.55)
    nipple = (x - deep * 0.98) ** 2 + sag**2 + y**2 < 36.0
    skin = inside & ~ndimage.binary_erosion(inside, iterations=max(round(1.5 / spacing), 1))
    skin[:, :, 0] = False
    tissue = np.where(inside, FAT, OUTSIDE).astype(np.uint8)
    for klass, where in ((_GLAND, gland | strands), (MUSCLE, muscle), (SKIN, skin | nipple)):
        tissue[where] = klass
    # Mammograms are taken with a soft beam, in which gland and fat differ more than at CT's energy.
    hu = np.choose(np.searchsorted((OUTSIDE, FAT, MUSCLE, _GLAND, SKIN), tissue), (-1000, -130, 80, 110, 30))
    return TissueVolume("limb_breast", tissue, hu.astype(np.int16), spacing, "limb", False, False)


def breast_view(body: Body, rng: Generator) -> View:
    """From above or from the side; the chest wall at the film's edge."""
    z0, z1, _, _, x0, x1 = body.box_mm
    field = max(z1 - z0, x1 - x0) * float(rng.uniform(0.8, 1.25))
    return View(
        direction="AP",
        pitch_deg=float(rng.normal(0.0, 2.0)),
        roll_deg=float(rng.normal(0.0, 4.0)),
        source_mm=650.0,
        object_mm=40.0,
        field_mm=field,
        center=(float(rng.normal(0.5, 0.04)), 0.5, (field / 2 + float(rng.uniform(0, 8))) / (x1 - x0)),
        mirrored=bool(rng.random() < 0.5),
    )


def _texture(shape: tuple[int, ...], spacing: float, rng: Generator) -> Field:
    """Noise of standard deviation 1 with lobules of some millimetres and of some centimetres."""
    total = np.zeros(shape, np.float32)
    for size_mm, weight in ((16.0, 0.7), (6.0, 0.6), (2.5, 0.4)):
        step = max(size_mm / spacing, 1.0)
        coarse = rng.normal(0.0, 1.0, tuple(int(n / step) + 3 for n in shape)).astype(np.float32)
        at = [np.linspace(0.0, coarse.shape[axis] - 2.001, n) for axis, n in enumerate(shape)]
        total += weight * _enlarged(coarse, at)
    total /= total.std()
    return total


def _enlarged(coarse: Field, at: list[NDArray[np.float64]]) -> Field:
    """Trilinear, one axis after the other."""
    grown = coarse
    for axis, places in enumerate(at):
        low = places.astype(int)
        share = (places - low).astype(np.float32).reshape([-1 if a == axis else 1 for a in range(3)])
        grown = np.take(grown, low, axis) * (1 - share) + np.take(grown, low + 1, axis) * share
    return grown
