"""Why a film looks as it does: every step from stored value to screen, what was done, and what that was taken from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.origins import Attribute, Step
from xraycolor_gui.core.overlays import lies_outside
from xraycolor_gui.core.presentation import Voi, choose_voi, describe, few_values, present
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale, SpacingSource, Window, WindowFunction
from xraycolor_gui.core.shutters import Bitmap, Circle, Polygon, Rectangle, Shape, covered

#: Pixels that shares are counted on, at most.
_COUNTED = 500_000


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its values apart, so that it can be said in another language."""

    words: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.words.format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class Explained:
    """One step. said: what was done. attributes: what it was read from. notes: the fall-backs that were taken."""

    step: Step
    said: tuple[Said, ...]
    attributes: tuple[Attribute, ...] = ()
    notes: tuple[str, ...] = ()


def explain(
    shown: Radiograph, voi: Voi | None = None, as_read: Radiograph | None = None, state: str = ""
) -> tuple[Explained, ...]:
    """Every step of how `shown` is presented, in order.

    voi: what it is shown through; by default the first usable one of the file. as_read: the film before the reader
    switched anything; what differs is told. state: name of the presentation state that was applied.
    """
    as_read = as_read or shown
    first, by_itself = choose_voi(shown)
    used, found = choose_voi(shown, voi)
    sentences = {
        Step.FILE: _file(shown, state),
        Step.PIXELS: _pixels(shown),
        Step.MODALITY: _modality(shown),
        Step.VOI: _voi(shown, used, voi is not None and not any(voi is stated for stated in shown.voi)),
        Step.POLARITY: _polarity(shown, as_read),
        Step.SHUTTER: _shutter(shown, as_read),
        Step.OVERLAYS: _overlays(shown, as_read),
        Step.GEOMETRY: _geometry(shown),
        Step.SCREEN: _screen(shown, used),
    }
    origins = {origin.step: origin for origin in shown.origins}
    notes = {step: list(origins[step].notes) if step in origins else [] for step in Step}
    notes[Step.VOI] += by_itself if used == first else found
    told = {*by_itself, shown.source.frame_note, *(note for step in Step for note in notes[step])}
    notes[Step.FILE] += [note for note in shown.notes if note not in told]
    return tuple(
        Explained(
            step,
            tuple(sentences[step]),
            origins[step].attributes if step in origins else (),
            tuple(dict.fromkeys(notes[step])),
        )
        for step in Step
    )


def _say(words: str, **values: object) -> Said:
    return Said(words, tuple((name, _text(value)) for name, value in values.items()))


def _text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _file(film: Radiograph, state: str) -> list[Said]:
    source = film.source
    said = [_say("A {format} file.", format=source.format)]
    if source.frames > 1:
        said.append(_say("Frame {frame} of {frames} is shown.", frame=source.frame + 1, frames=source.frames))
    if source.lossy:
        said.append(_say("It was compressed with loss at least once."))
    if state:
        said.append(_say("The presentation state “{state}” is applied.", state=state))
    return said


def _pixels(film: Radiograph) -> list[Said]:
    rows, columns = film.shape
    low, high = _range(film.stored)
    said = [_say("{columns} × {rows} pixels of {bits} bits.", columns=columns, rows=rows, bits=film.bits)]
    if film.rgb is not None:
        return [*said, _say("The picture has colours of its own and is shown in them; no window of the file applies.")]
    if film.luminance:
        said.append(_say("It is stored in colour; the values are its luminance."))
    said.append(_say("Stored values from {low} to {high}.", low=low, high=high))
    if film.padding is not None:
        first, last = film.padding.low, film.padding.high
        stored: NDArray[Any] = film.stored
        share = _percent(np.mean((stored >= min(first, last)) & (stored <= max(first, last))))
        said.append(
            _say(
                "Padding, values {first} to {last}, {share} % of the pixels: black, and left out of automatic windows.",
                first=first,
                last=last,
                share=share,
            )
        )
    return said


def _modality(film: Radiograph) -> list[Said]:
    modality = film.modality
    if isinstance(modality, LookupTable):
        said = _say(
            "Modality LUT of {entries} entries, the first for stored value {first}.",
            entries=modality.data.size,
            first=modality.first,
        )
    elif modality == Rescale(units=modality.units):
        said = _say("Stored values are used as they are.")
    else:
        said = _say("Stored value × {slope} + {intercept}.", slope=modality.slope, intercept=modality.intercept)
    values = few_values(film)
    low, high = _range(values[np.isfinite(values)])
    units = modality.units if isinstance(modality, Rescale) else modality.explanation
    if units:
        return [said, _say("Values from {low} to {high} {units}.", low=low, high=high, units=units)]
    return [said, _say("Values from {low} to {high}.", low=low, high=high)]


def _voi(film: Radiograph, used: Voi, by_hand: bool) -> list[Said]:
    said = [_say("{voi}.", voi=named(used, film))]
    if isinstance(used, Window):
        low, high = used.center - used.width / 2, used.center + used.width / 2
        if used.function is WindowFunction.SIGMOID:
            said.append(_say("Sigmoid: half way at {center}, steepest there.", center=used.center))
        else:
            said.append(_say("Values up to {low} are at one end, from {high} at the other.", low=low, high=high))
    table = used if isinstance(used, LookupTable) else used.after
    if table is not None:
        entries, first, bits = table.data.size, table.first, table.bits
        words = "Its table has {entries} entries of {bits} bits, the first for value {first}."
        said.append(_say(words, entries=entries, bits=bits, first=first))
    if by_hand:
        said.append(_say("Chosen by the reader."))
    if len(film.voi) > 1:
        said.append(_say("The file offers: {all}.", all="; ".join(named(each, film) for each in film.voi)))
    return said


def named(voi: Voi, film: Radiograph) -> str:
    """'VOI LUT 2 of 3, HARDER' or 'W 900 L 2653, NORMAL'."""
    words = describe(voi, film)
    return f"{words}, {voi.explanation}" if voi.explanation else words


def _polarity(film: Radiograph, as_read: Radiograph) -> list[Said]:
    said = [_say("Low values are white.") if film.inverse else _say("Low values are dark.")]
    if film.presentation_lut is not None:
        said = [_say("Through a Presentation LUT of {entries} entries.", entries=film.presentation_lut.data.size)]
    if film.inverse is not as_read.inverse:
        said.append(_say("Turned round by the reader."))
    return said


def _shutter(film: Radiograph, as_read: Radiograph) -> list[Said]:
    if film.shutter is None:
        off = as_read.shutter is not None
        return [_say("The shutter is switched off.") if off else _say("No shutter.")]
    shutter, step = film.shutter, _step(film)
    at = [np.arange(0, length, step) + 0.5 for length in film.shape]
    share = _percent(covered(shutter, at[0], at[1], film.pixel_aspect).mean())
    shapes = [_shape(shape) for shape in shutter.shapes]
    words = "{share} % of the film are covered with grey {value} of 1."
    return [*shapes, _say(words, share=share, value=round(shutter.value, 3))]


def _shape(shape: Shape) -> Said:
    match shape:
        case Rectangle(upper, lower, left, right):
            words = "Rectangle: rows {upper} to {lower}, columns {left} to {right} are shown."
            return _say(words, upper=upper, lower=lower, left=left, right=right)
        case Circle(row, column, radius):
            words = "Circle: {radius} pixels round row {row}, column {column} are shown."
            return _say(words, radius=radius, row=row, column=column)
        case Polygon(corners):
            return _say("Polygon: the inside of {corners} corners is shown.", corners=len(corners))
        case Bitmap():
            return _say("Bitmap: what its plane marks is covered.")


def _overlays(film: Radiograph, as_read: Radiograph) -> list[Said]:
    said = []
    if not film.overlays:
        off = bool(as_read.overlays)
        said.append(_say("Overlays are switched off.") if off else _say("No overlays."))
    for overlay in film.overlays:
        values = {"group": f"{overlay.group:04X}", "pixels": int(overlay.plane.sum()), "label": overlay.label or "–"}
        said.append(_say("Overlay {group}, {pixels} pixels marked, label {label}.", **values))
        if overlay.embedded:
            said.append(_say("It lies in unused bits of the pixels."))
        if lies_outside(overlay, film.shape):
            said.append(_say("It lies partly outside the film."))
    if film.burned_in:
        said.append(_say("The file says that text is part of the pixels."))
    return said


def _geometry(film: Radiograph) -> list[Said]:
    said = []
    spacing = film.spacing
    if spacing is None or spacing.source is SpacingSource.UNKNOWN:
        said.append(_say("The file tells no spacing: lengths are in pixels."))
    else:
        words = "Pixels of {row} mm × {column} mm, {meaning}."
        said.append(_say(words, row=spacing.row_mm, column=spacing.column_mm, meaning=spacing.source.value))
    if film.pixel_aspect != 1:
        said.append(_say("A pixel is {aspect} times as high as wide.", aspect=film.pixel_aspect))
    if film.orientation is None:
        said.append(_say("The file tells no orientation: no letters are shown."))
    else:
        right, bottom = film.orientation
        said.append(_say("Towards {right} at the right edge, towards {bottom} below.", right=right, bottom=bottom))
    return said


def _screen(film: Radiograph, used: Voi) -> list[Said]:
    said = [_say("Grey from 0 black to 1 white is an sRGB value: 255 × grey, rounded, on an 8-bit screen.")]
    if film.rgb is not None:
        return said
    step = _step(film)
    at = np.arange(0, film.shape[0], step), np.arange(0, film.shape[1], step)
    grey = present(film, used, at).grey
    black, white = _percent((grey <= 0).mean()), _percent((grey >= 1).mean())
    return [*said, _say("{black} % of the film are fully black, {white} % fully white.", black=black, white=white)]


def _step(film: Radiograph) -> int:
    return max(1, int(np.ceil(np.sqrt(film.stored.size / _COUNTED))))


def _range(values: NDArray[Any]) -> tuple[str, str]:
    """Least and greatest finite value; dashes where there is none."""
    finite = values[np.isfinite(values)] if values.dtype.kind == "f" else values
    return (_text(float(finite.min())), _text(float(finite.max()))) if finite.size else ("–", "–")


def _percent(share: Any) -> str:
    percent = 100 * float(share)
    return "0" if percent == 0 else f"{percent:.1f}" if percent >= 0.05 else "<0.1"
