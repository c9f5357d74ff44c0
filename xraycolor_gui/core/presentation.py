"""From stored values to grey: Modality LUT → VOI LUT or window → polarity, once and last → P-values → shutter.

DICOM PS3.4 N.2 (the order), PS3.3 C.11.1 (Modality LUT), C.11.2 (VOI LUT and window), C.7.6.3.1.2 (polarity), C.11.6
(Presentation LUT), C.7.6.11 (shutter).

Values of a radiograph whose pixels have at most 16 bits are presented through one table by stored value; everything
else is computed directly. Pixel padding (and NaN in float data) is NaN among the modality values, plays no part in any
automatic window, and is black whatever the polarity.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale, Window, WindowFunction
from xraycolor_gui.core.shutters import covered

Voi = Window | LookupTable
Array = NDArray[Any]
#: Numbers of some rows and some columns.
Grid = tuple[NDArray[np.intp], NDArray[np.intp]]

#: Pixels that are looked at for a percentile window: a regular grid of at most about this many.
_SAMPLE = 1_000_000
#: Rows that are looked at together where the whole film in float values would take too much memory.
_STRIP = 256
_PIECE = 1 << 15
_PERCENT = (1.0, 99.0)


@dataclass(frozen=True, eq=False, slots=True)
class Presented:
    """Grey as shown.

    grey: (rows, columns) float32, read-only, 0 black … 1 white; an sRGB value, so 8 bit is `round(255 · grey)`.
    voi: the window or VOI LUT that made it.
    notes: every fall-back taken, one plain sentence each; empty when the file was followed to the letter.
    """

    grey: NDArray[np.float32]
    voi: Voi
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.grey.setflags(write=False)


def present(radiograph: Radiograph, voi: Voi | None = None, at: Grid | None = None) -> Presented:
    """Grey of the whole film, or of the rows and columns `at`.

    Without `voi` by the first usable one of the file, else by its 1 to 99 % range.
    """
    used, notes = choose_voi(radiograph, voi)
    rows, columns = at or (np.arange(radiograph.shape[0]), np.arange(radiograph.shape[1]))
    stored = radiograph.stored[np.ix_(rows, columns)] if at else radiograph.stored
    if _has_value_table(stored.dtype):
        grey = _look_up(_p_values(_modality_of(_stored_range(stored.dtype), radiograph), used, radiograph), stored)
    else:
        grey = _p_values(_modality_of(stored, radiograph), used, radiograph)
    if radiograph.shutter is not None:
        hidden = covered(radiograph.shutter, rows + 0.5, columns + 0.5, radiograph.pixel_aspect)
        grey[hidden] = radiograph.shutter.value
    return Presented(grey, used, notes)


def grey_from_modality(values: NDArray[np.float32], radiograph: Radiograph, voi: Voi | None = None) -> Presented:
    """Grey of any array of modality values of `radiograph`, such as a resampled viewport; NaN (padding) is black.

    The shutter is the caller's: only it knows where the values lie.
    """
    used, notes = choose_voi(radiograph, voi)
    return Presented(_p_values(values, used, radiograph), used, notes)


def own_colours(radiograph: Radiograph, voi: Voi | None = None, at: Grid | None = None) -> NDArray[np.uint8]:
    """(rows, columns, 3) sRGB of a picture that has colours of its own, or its rows and columns `at`."""
    assert radiograph.rgb is not None
    rows, columns = at or (np.arange(radiograph.shape[0]), np.arange(radiograph.shape[1]))
    stored = radiograph.rgb[np.ix_(rows, columns)] if at else radiograph.rgb
    shown = colours_from_stored(stored.astype(np.float32), radiograph, voi)
    if radiograph.shutter is not None:
        hidden = covered(radiograph.shutter, rows + 0.5, columns + 0.5, radiograph.pixel_aspect)
        shown[hidden] = round(255 * radiograph.shutter.value)
    return shown


def colours_from_stored(
    values: NDArray[np.float32], radiograph: Radiograph, voi: Voi | None = None
) -> NDArray[np.uint8]:
    """(…, 3) sRGB of resampled own colours, 0 … 255, of a picture that has them.

    As they are, until the reader turns the window: then each channel goes through it (PS3.3 C.7.6.3.1.2 knows windows
    for monochrome only, so none that the file states is ever used).
    """
    window = voi if isinstance(voi, Window) else None
    if window is None or window == radiograph.voi[0] or _fault(window):
        shown = values / np.float32(255)
    else:
        scale = np.float32((2**radiograph.bits - 1) / 255)
        shown = np.clip(_windowed(values * scale, window), 0, 1)
    codes: NDArray[np.uint8] = np.rint((1 - shown if radiograph.inverse else shown) * 255).astype(np.uint8)
    return codes


def modality_values(radiograph: Radiograph) -> NDArray[np.float32]:
    """(rows, columns) float32 after the Modality LUT or rescale, the units of every window; NaN where padding is."""
    return values_of(radiograph)(radiograph.stored)


def values_of(radiograph: Radiograph) -> Callable[[Array], NDArray[np.float32]]:
    """What gives the `modality_values` of any part of the film's stored pixels: a large film is never copied whole."""
    dtype, modality = radiograph.stored.dtype, radiograph.modality
    if not _has_value_table(dtype):
        return lambda part: _modality_of(part, radiograph).astype(np.float32, copy=False)
    if modality == Rescale() and radiograph.padding is None:
        return lambda part: part.astype(np.float32)
    table = _modality_of(_stored_range(dtype), radiograph).astype(np.float32)
    return lambda part: _look_up(table, part)


def choose_voi(radiograph: Radiograph, voi: Voi | None = None) -> tuple[Voi, tuple[str, ...]]:
    """First usable of `voi` and the file's own windows and VOI LUTs, else the percentile window, and why."""
    faults: list[str] = []
    if voi is not None:
        fault = _fault(voi)
        if not fault:
            return voi, _remarks(radiograph, voi)
        faults.append(f"The window asked for {fault}.")
    for number, candidate in enumerate(radiograph.voi, 1):
        fault = _fault(candidate)
        if not fault:
            name = describe(candidate, radiograph)
            notes = [*faults, f"Shown with {name} instead."] if faults else []
            return candidate, (*_joined(notes), *_remarks(radiograph, candidate))
        kind = "VOI LUT" if isinstance(candidate, LookupTable) else "window"
        which = f"The {kind}" if len(radiograph.voi) == 1 else f"{kind[0].upper()}{kind[1:]} {number}"
        faults.append(f"{which} in this file {fault}.")
    found = percentile_window(radiograph)
    if faults:
        notes = [*faults, "Shown with the 1 to 99 % range instead."]
    else:
        notes = ["The file states no window.", "Shown with the 1 to 99 % range."]
    return found, (*_joined(notes), *_remarks(radiograph, found))


def percentile_window(
    radiograph: Radiograph, percent: tuple[float, float] = _PERCENT, explanation: str = "1 to 99 % range"
) -> Window:
    """Window over this range of the pixels that are neither padding nor covered; the full range where it is empty."""
    sample = few_values(radiograph)
    sample = sample[np.isfinite(sample)]
    if sample.size:
        low, high = (float(value) for value in np.percentile(sample, percent))
        if high > low:
            return _spanning(low, high, explanation)
    return full_range_window(radiograph)


def few_values(radiograph: Radiograph) -> Array:
    """Modality values on a regular grid of at most about a million pixels; NaN where padding or the shutter is."""
    rows, columns = radiograph.shape
    step = max(1, int(np.ceil(np.sqrt(rows * columns / _SAMPLE))))
    values = _modality_of(radiograph.stored[::step, ::step], radiograph)
    if radiograph.shutter is not None:
        at = np.arange(rows)[::step] + 0.5, np.arange(columns)[::step] + 0.5
        values[covered(radiograph.shutter, *at, radiograph.pixel_aspect)] = np.nan
    return values


def full_range_window(radiograph: Radiograph) -> Window:
    """Window from the least to the greatest value that is not padding; one unit wide where all are equal."""
    of, low, high = values_of(radiograph), math.inf, -math.inf
    for row in range(0, radiograph.shape[0], _STRIP):
        values = of(radiograph.stored[row : row + _STRIP])
        low = min(low, float(np.min(values, where=np.isfinite(values), initial=np.inf)))
        high = max(high, float(np.max(values, where=np.isfinite(values), initial=-np.inf)))
    return _spanning(low, high, "full range") if low <= high else _spanning(0.0, 1.0, "full range")


def to_window(voi: Voi) -> Window:
    """A window to turn by hand that shows the same as `voi`: for a VOI LUT, its whole output (Window.after)."""
    if isinstance(voi, Window):
        return voi
    top = float(_lut_top(voi))
    return Window(top / 2, top, WindowFunction.LINEAR_EXACT, voi.explanation, after=voi)


def describe(voi: Voi, radiograph: Radiograph | None = None) -> str:
    """'W 2048 L 1024', 'VOI LUT 1 of 2' (counted among the film's VOI LUTs), or both where one follows the other."""
    if isinstance(voi, LookupTable):
        tables = [item for item in radiograph.voi if isinstance(item, LookupTable)] if radiograph else []
        place = [index for index, item in enumerate(tables, 1) if item is voi]
        return f"VOI LUT {place[0]} of {len(tables)}" if place and len(tables) > 1 else "VOI LUT"
    text = f"W {_number(voi.width)} L {_number(voi.center)}"
    return f"{describe(voi.after, radiograph)}, {text}" if voi.after is not None else text


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _joined(sentences: list[str]) -> tuple[str, ...]:
    return (" ".join(sentences),) if sentences else ()


def _spanning(low: float, high: float, explanation: str) -> Window:
    width = high - low if high > low else 1.0
    return Window((low + high) / 2, width, WindowFunction.LINEAR_EXACT, explanation)


def _fault(voi: Voi) -> str:
    """What makes `voi` unusable, as the end of a sentence; empty when it is sound (PS3.3 C.11.2.1.2.1)."""
    if isinstance(voi, LookupTable):
        if voi.data.size < 2:
            return "is empty"
        return "holds one single value" if voi.data.min() == voi.data.max() else ""
    if not np.isfinite(voi.center):
        return "has no centre"
    if not np.isfinite(voi.width):
        return "has no width"
    if voi.width <= 0:
        return f"is {_number(voi.width)} wide"
    return _fault(voi.after) if voi.after is not None else ""


def _remarks(radiograph: Radiograph, voi: Voi) -> tuple[str, ...]:
    """Sentences on what had to be read against the letter of the file although its VOI is usable."""
    remarks = []
    if isinstance(radiograph.modality, Rescale) and not _sound(radiograph.modality):
        remarks.append("The rescale slope or intercept in this file is unusable. Stored values are shown.")
    table = voi if isinstance(voi, LookupTable) else voi.after
    if table is not None and _lut_top(table) != (1 << table.bits) - 1:
        used = int(_lut_top(table)).bit_length()
        remarks.append(f"The VOI LUT claims {table.bits} bits and uses {used}. It is scaled by what it uses.")
    if isinstance(voi, Window) and voi.function is WindowFunction.LINEAR and voi.width < 1:
        remarks.append("The window is less than 1 wide. Shown as an exact linear window.")
    return tuple(remarks)


def _has_value_table(dtype: np.dtype[Any]) -> bool:
    return dtype.kind in "iu" and dtype.itemsize <= 2


def _stored_range(dtype: np.dtype[Any]) -> Array:
    """Every value of a type of at most 16 bits, in the order of its bit patterns."""
    unsigned = np.arange(1 << (8 * dtype.itemsize)).astype(f"u{dtype.itemsize}")
    return unsigned.view(f"{dtype.kind}{dtype.itemsize}")


def _look_up(table: NDArray[np.float32], stored: Array) -> NDArray[np.float32]:
    """`table` (by bit pattern) at every stored value, in pieces that stay in the processor's cache."""
    native = np.ascontiguousarray(stored, dtype=stored.dtype.newbyteorder("="))
    codes = native.view(f"u{native.dtype.itemsize}").reshape(-1)
    found = np.empty(native.shape, np.float32)
    flat = found.reshape(-1)
    for start in range(0, codes.size, _PIECE):
        piece = slice(start, start + _PIECE)
        # a table has an entry for every pattern, so that nothing is ever clipped
        np.take(table, codes[piece], out=flat[piece], mode="clip")
    return found


def _modality_of(stored: Array, radiograph: Radiograph) -> Array:
    """Modality values, float64 for integers and in their own precision for floats; NaN at padding."""
    modality = radiograph.modality
    if isinstance(modality, LookupTable):
        values = _table_at(modality, np.asarray(stored, np.float64)).astype(np.float64)
    else:
        values = stored.astype(np.float64) if stored.dtype.kind in "iub" else stored.astype(np.float32)
        if _sound(modality) and (modality.slope, modality.intercept) != (1.0, 0.0):
            values = values * modality.slope + modality.intercept
    if stored.dtype.kind == "f":
        values[~np.isfinite(stored)] = np.nan
    if radiograph.padding is not None:
        low, high = sorted((radiograph.padding.low, radiograph.padding.high))
        values[(stored >= low) & (stored <= high)] = np.nan
    return values


def _sound(rescale: Rescale) -> bool:
    return bool(np.isfinite(rescale.slope) and np.isfinite(rescale.intercept) and rescale.slope != 0)


def _p_values(values: Array, voi: Voi, radiograph: Radiograph) -> NDArray[np.float32]:
    """P-values 0 … 1 of modality values; NaN becomes black after polarity."""
    if isinstance(voi, LookupTable):
        grey = _table_at(voi, values) / np.float32(_lut_top(voi))
    else:
        source = values if voi.after is None else _table_at(voi.after, values).astype(np.float32)
        grey = _windowed(source, voi)
    if radiograph.presentation_lut is not None:
        grey = _through_presentation_lut(grey, radiograph.presentation_lut)
    if radiograph.inverse:
        grey = 1 - grey
    grey[~np.isfinite(values)] = 0
    return np.clip(grey, 0, 1, out=grey).astype(np.float32, copy=False)


def _through_presentation_lut(grey: Array, table: LookupTable) -> Array:
    """P-values of a VOI's output by a Presentation LUT, whose entries span that output (PS3.3 C.11.6.1)."""
    index = np.rint(np.clip(np.nan_to_num(grey, nan=0.0), 0, 1) * (table.data.size - 1)).astype(np.intp)
    found: Array = table.data[index] / np.float32((1 << table.bits) - 1)
    return found


def _table_at(table: LookupTable, values: Array) -> Array:
    """LUT output at `values`, rounded to whole numbers; beyond its ends the first and last entry (PS3.3 C.11.1.1)."""
    index = np.nan_to_num(np.rint(values - table.first), nan=0.0)
    found: Array = table.data[np.clip(index, 0, table.data.size - 1).astype(np.intp)]
    return found


def _lut_top(table: LookupTable) -> int:
    """LUT output that is white: the declared depth's, or that of the bits in use where these are plainly others.

    Files are found that declare 16 bits and end at 4095: by the declared depth they would be almost black.
    """
    used = int(table.data.max()).bit_length()
    return (1 << (used if used > table.bits or used < table.bits - 1 else table.bits)) - 1


def _windowed(values: Array, window: Window) -> Array:
    """The three window functions, 0 … 1 (PS3.3 C.11.2.1.2.1, C.11.2.1.3.1, C.11.2.1.3.2); not yet clipped."""
    center, width = window.center, window.width
    if window.function is WindowFunction.SIGMOID:
        # Beyond ±80 the exponential saturates in float32 anyway; the clip keeps it from overflowing.
        return 1 / (1 + np.exp(np.clip((values - center) * (-4 / width), -80, 80)))
    if window.function is WindowFunction.LINEAR and width >= 1:
        center, width = center - 0.5, width - 1
        if width == 0:
            return np.where(values > center, 1.0, 0.0)
    # One multiplication per pixel; the ends need no test because the result is clipped to 0 … 1.
    return values * (1 / width) + (0.5 - center / width)
