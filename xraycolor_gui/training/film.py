"""A film from a stack: beam, scatter, noise, detector, processing and borders, with the true composition beside it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import BACKGROUND, TISSUES
from xraycolor_gui.training import inserts
from xraycolor_gui.training.anatomy import CHANNELS
from xraycolor_gui.training.look import Framing, Look
from xraycolor_gui.training.projection import TissueStack
from xraycolor_gui.training.spectrum import FAT_RATIO, METAL_EXCESS, MINERAL_RATIO, WATER, transmission

#: What a centimetre of gas counts in a composition, in centimetres of water. Gas attenuates next to nothing, but the
#: eye sees what is missing: windpipe and bowel gas stand out among ten times as much tissue. Less than _GAS_RIM_CM is
#: no gas to the eye but a rim where voxels hold part of it, and so is gas amid less than _GAS_DEEP_CM of tissue.
GAS_COUNTS = 6.0
_GAS_RIM_CM = 0.5
_GAS_DEEP_CM = 6.0

#: Gas (centimetres) beyond which a ray through a continued body shows the continued air of a lung or a windpipe.
_CONTINUED_GAS = 1.0

#: How many fold metal counts in a composition. A millimetre of titanium is a twelfth of what a ray through a pelvis
#: loses, yet it stands out on the film as a body of its own. Beyond _METAL_LIMIT_CM of water no more of it shows.
METAL_COUNTS = 4.0
_METAL_LIMIT_CM = 80.0

#: Metal channel (centimetres) beyond which a ray has no say in the grey scale.
_WINDOWED_METAL = 0.4

#: Compositions are taken at one energy (60 keV), so that the same ray has the same composition whatever the beam.
_FAT_SHARE = float(FAT_RATIO[3])
_MINERAL_SHARE = float(MINERAL_RATIO[3] * WATER[4] / WATER[3])

#: Centimetres of water at which a ray counts as two thirds tissue: the skin line fades into the background.
_SKIN_CM = 0.3

#: Weight of pixels where the body was continued beyond its CT.
_CONTINUED_WEIGHT = 0.3

Plane = NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class ComputedFilm:
    """grey (rows, columns) 0…1; composition (tissues, rows, columns) in the order of TISSUES, sum 1; weight
    (rows, columns) 0…1, how far the composition may be trusted."""

    grey: Plane
    composition: Plane
    weight: Plane


def compute_film(
    stack: TissueStack | NDArray[np.generic], look: Look, rng: np.random.Generator, size: int | None = None
) -> ComputedFilm:
    """Film of a stack; `size` is the film's side in pixels (default: the stack's).

    An array of shape (channels, rows, columns), for example straight from the cache, serves as stack too. Letters,
    collimation and letterbox are background.
    """
    data = stack.data if isinstance(stack, TissueStack) else stack
    planes = cut(data, look.framing, size)
    inserts.change_tissues(planes, look.tissues, rng)
    composition = composition_of(planes)
    signal = log_signal(planes, look, rng)
    field = inserts.open_field(signal.shape, look.framing)
    grey = _tone(signal, planes, field, look)
    grey += (1.0 - field) * (look.framing.collimation_shade - grey)
    covered = np.maximum(inserts.draw_letters(grey, look.framing.letters, rng), 1.0 - field)
    covered = np.maximum(covered, _letterbox(grey, look.framing))
    grey = _damage(grey, look)
    _cover(composition, covered)
    background = composition[TISSUES.index(BACKGROUND)]
    weight = _CONTINUED_WEIGHT + (1.0 - _CONTINUED_WEIGHT) * np.maximum(planes[-1], background)
    weight[(planes[-1] < 0.5) & (planes[CHANNELS.index("gas")] > _CONTINUED_GAS)] = 0.0
    return ComputedFilm(np.clip(grey, 0.0, 1.0), composition, np.clip(weight, 0.0, 1.0))


def cut(data: NDArray[np.generic], framing: Framing, size: int | None = None) -> Plane:
    """The part of a stack that the film shows, resampled to the film's size; a fresh array."""
    channels, rows, columns = data.shape
    out_rows, out_columns = (size, size) if size else (rows, columns)
    whole = framing.width == framing.height == 1.0 and framing.turn_deg == 0.0
    if whole and (out_rows, out_columns) == (rows, columns):
        return data.astype(np.float32)
    to_x, to_y = framing.width * columns / out_columns, framing.height * rows / out_rows
    turn = np.radians(framing.turn_deg)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ np.diag([to_x, to_y])
    middle = np.array([framing.center[0] * columns - 0.5, framing.center[1] * rows - 0.5])
    offset = middle - matrix @ np.array([(out_columns - 1) / 2, (out_rows - 1) / 2])
    planes = np.empty((channels, out_rows, out_columns), np.float32)
    smooth = max(to_x, to_y) > 1.3
    for channel in range(channels):
        source = data[channel].astype(np.float32)
        if not source.any():
            planes[channel] = 0.0
            continue
        if smooth:
            source = cv2.GaussianBlur(source, (0, 0), 0.4 * max(to_x, to_y))
        planes[channel] = cv2.warpAffine(
            source,
            np.column_stack([matrix, offset]),
            (out_columns, out_rows),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
    return planes


def composition_of(planes: Plane) -> Plane:
    """Composition (tissues, rows, columns) in the order of TISSUES: share of each tissue in the ray's attenuation at
    60 keV, sum 1.

    Background is the share of rays that meet next to nothing. Gas counts as GAS_COUNTS, metal METAL_COUNTS fold.
    """
    part = dict(zip(CHANNELS, planes, strict=True))
    amount = np.zeros((len(TISSUES), *planes.shape[1:]), np.float32)
    for tissue in ("lung", "soft-tissue", "heart"):
        amount[TISSUES.index(tissue)] = part[tissue]
    amount[TISSUES.index("fat")] = part["fat"] * _FAT_SHARE
    amount[TISSUES.index("bone")] = part["bone"] + _MINERAL_SHARE * part["mineral"]
    np.maximum(amount, 0.0, out=amount)
    # Most rays meet neither gas nor metal: exponentials only where there is some.
    there = part["gas"] > 0.02
    tissue_cm = (part["fat"] + part["soft-tissue"] + part["bone"])[there]
    amount[TISSUES.index("gas")][there] = _counted_gas(part["gas"][there], tissue_cm)
    there = part["metal"] > 0.0
    metal = METAL_COUNTS * METAL_EXCESS * part["metal"][there]
    amount[TISSUES.index("metal")][there] = _METAL_LIMIT_CM * (1.0 - np.exp(-metal / _METAL_LIMIT_CM))
    total = amount.sum(axis=0)
    body = 1.0 - np.exp(-total / _SKIN_CM)
    amount *= body / np.maximum(total, 1e-6)
    amount[TISSUES.index(BACKGROUND)] = 1.0 - body
    return amount


def _counted_gas(gas: Plane, tissue_cm: Plane) -> Plane:
    """What centimetres of gas count, amid so many centimetres of tissue."""
    deep = 1.0 - np.exp(-((tissue_cm / _GAS_DEEP_CM) ** 2))
    counted: Plane = (GAS_COUNTS * gas**2 / (gas + _GAS_RIM_CM) * deep).astype(np.float32)
    return counted


def _cover(composition: Plane, covered: Plane) -> None:
    composition *= 1.0 - covered
    composition[TISSUES.index(BACKGROUND)] += covered


def _blur(plane: Plane, sigma: float) -> Plane:
    """Gaussian blur; wide ones on a reduced picture, since what they keep is coarse anyway."""
    if sigma < 0.3:
        return plane
    factor = int(sigma // 3)
    if factor < 2:
        return cv2.GaussianBlur(plane, (0, 0), sigma).astype(np.float32, copy=False)
    rows, columns = plane.shape
    small = cv2.resize(plane, (max(columns // factor, 4), max(rows // factor, 4)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / factor, borderType=cv2.BORDER_REPLICATE)
    return cv2.resize(small, (columns, rows), interpolation=cv2.INTER_CUBIC).astype(np.float32, copy=False)


def log_signal(planes: Plane, look: Look, rng: np.random.Generator) -> Plane:
    """Negative log of what the detector sees: 0 in the open beam, growing with attenuation."""
    lung, gas, fat, soft, heart, bone, mineral, metal = planes[:8]
    side = planes.shape[2]
    water = lung + soft + heart + bone + 0.001 * gas
    passed: Plane = transmission(water, fat, mineral + METAL_EXCESS * metal, look.kvp)
    if look.scatter > 0:
        # Scatter is born in the body and spreads; the grid takes the same part of it everywhere.
        born = np.where(water + fat > 0.5, passed, 0.0).astype(np.float32)
        haze: Plane = _blur(born, look.scatter_width * side) + np.float32(0.3) * _blur(born, side * 0.03)
        passed += np.float32(look.scatter) * haze
    passed = _blur(passed, look.blur_pixels)
    noise = rng.standard_normal(passed.shape, dtype=np.float32)
    if look.grain_pixels > 0.3:
        noise = _blur(noise, look.grain_pixels) * np.float32(1.0 + 2.5 * look.grain_pixels)
    passed = passed + noise * np.sqrt(np.maximum(passed, 1e-6) / np.float32(look.quanta))
    signal: Plane = -np.log(np.clip(passed, 1e-4, 1.0)).astype(np.float32)
    return signal


def enhance(signal: Plane, planes: Plane, field: Plane, look: Look) -> tuple[Plane, NDArray[np.bool_]]:
    """Log signal with its coarse picture evened out and its detail raised, and where the body is in the open field."""
    side = signal.shape[1]
    water = planes[:6].sum(axis=0)
    inside = (water > min(1.0, 0.15 * float(water.max()))) & (field > 0.5)
    if not look.metal_windowed:  # windows are often set for the body, be it as thin as a baby's hand
        inside &= planes[7] < _WINDOWED_METAL
    if not inside.any():
        inside = np.ones(signal.shape, bool)
    # A cut that holds nothing but air has no level of its own.
    level = max(float(np.median(signal[inside])), 1e-3)
    if look.equalise > 0:
        # Open beam must not drag the coarse picture down along the skin.
        filled = np.where(inside, signal, np.minimum(signal, level)).astype(np.float32)
        coarse = _blur(filled, look.equalise_width * side)
        signal = signal - look.equalise * (coarse - level) * np.minimum(signal / level, 1.0)
    if look.sharpen > 0:
        signal = signal + look.sharpen * (signal - _blur(signal, look.sharpen_pixels)) * 0.7
    if look.fine > 0:
        signal = signal + look.fine * (signal - cv2.GaussianBlur(signal, (0, 0), 0.9))
    return signal, inside


def _tone(signal: Plane, planes: Plane, field: Plane, look: Look) -> Plane:
    """Log signal to display grey as a workstation does: equalise, sharpen, window, curve."""
    signal, inside = enhance(signal, planes, field, look)
    low, high = np.percentile(signal[inside][::3], (look.low, look.high))
    low *= 1.0 - look.air
    high += look.headroom * (high - low)
    shown = (signal - low) / max(float(high - low), 0.05)
    if look.sigmoid > 0:
        curve = 1.0 / (1.0 + np.exp(-look.sigmoid * (shown - 0.5)))
        end = 1.0 / (1.0 + np.exp(look.sigmoid * 0.5))
        shown = (curve - end) / (1.0 - 2.0 * end)
    shown = np.clip(shown, 0.0, 1.0) ** look.gamma
    shown = look.floor + (look.ceiling - look.floor) * shown
    if look.vignette:
        rows, columns = shown.shape
        away = np.hypot(np.linspace(-1, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :])
        shown = shown * (1.0 - look.vignette * (away**2 - 0.5))
    grey: Plane = np.clip(shown, 0.0, 1.0).astype(np.float32)
    return grey


def _letterbox(grey: Plane, framing: Framing) -> Plane:
    """Bars of one grey at two sides, in place; returns where."""
    bars = np.zeros_like(grey)
    rows, columns = grey.shape
    if framing.letterbox > 0:
        width = round(framing.letterbox * columns)
        bars[:, :width] = bars[:, columns - width :] = 1.0
    elif framing.letterbox < 0:
        height = round(-framing.letterbox * rows)
        bars[:height] = bars[rows - height :] = 1.0
    grey += bars * (framing.letterbox_shade - grey)
    return bars


def _damage(grey: Plane, look: Look) -> Plane:
    """Resize and compression losses."""
    rows, columns = grey.shape
    if look.coarse < 1.0:
        small = cv2.resize(
            grey, (round(columns * look.coarse), round(rows * look.coarse)), interpolation=cv2.INTER_AREA
        )
        grey = cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR).astype(np.float32, copy=False)
    if look.jpeg:
        eight = np.rint(np.clip(grey, 0.0, 1.0) * 255.0).astype(np.uint8)
        _, packed = cv2.imencode(".jpg", eight, [cv2.IMWRITE_JPEG_QUALITY, look.jpeg])
        grey = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.float32) / 255.0
    return grey
