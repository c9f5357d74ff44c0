"""A DICOM file's bytes to a Radiograph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.radiograph import Labels, LookupTable, Radiograph, Rescale, Source, Window
from xraycolor_gui.io import dicom_facts, dicom_look
from xraycolor_gui.io.dicom_header import Header
from xraycolor_gui.io.dicom_parse import Parsed, parse
from xraycolor_gui.io.dicom_pixels import GreyPixels, grey_pixels
from xraycolor_gui.io.luminance import full_range
from xraycolor_gui.io.pixels import AGAIN, PixelLayout, layout

_WITHOUT_PICTURE = {
    "SR": "a structured report",
    "PR": "a presentation state",
    "KO": "a key object selection",
    "RTPLAN": "an RT plan",
    "RTSTRUCT": "an RT structure set",
    "RTRECORD": "an RT treatment record",
    "ECG": "a waveform",
    "HD": "a waveform",
    "EPS": "a waveform",
    "DOC": "an encapsulated document",
    "REG": "a registration",
    "PLAN": "a plan",
}
_DIRECTORY_RECORDS = "DirectoryRecordSequence"


def read_dicom(data: bytes, path: Path, sha256: str, frame: int = 0) -> Radiograph:
    """One frame of a DICOM file. Raises UnreadableFile or UnsupportedImage; odd tags only add notes."""
    parsed = parse(data, path.name)
    header = parsed.header
    if parsed.pixels is None:
        raise _no_pixels(parsed, path.name)
    facts = layout(header, parsed.pixels.keyword, path.name)
    if not 0 <= frame < facts.frames:
        raise UnsupportedImage(f"{path.name}: there is no frame {frame + 1}.", f"Choose one of its {facts.frames}.")
    if facts.frames > 1:
        header.notes.append(f"Frame {frame + 1} of {facts.frames} is shown.")
    pixels = grey_pixels(parsed, parsed.pixels, facts, frame, path.name)
    modality: Rescale | LookupTable = Rescale()
    voi: tuple[Window | LookupTable, ...] = ()
    if not pixels.colour:
        signed = facts.signed or facts.floating
        modality = dicom_look.modality(header, frame, signed)
        voi = dicom_look.voi(header, frame, signed or _goes_negative(modality))
    source = dicom_facts.source(header, path, parsed.transfer_syntax, frame)
    return Radiograph(
        stored=pixels.values,
        bits=pixels.bits,
        source=replace(source, sha256=sha256, lossy=source.lossy or pixels.lossy),
        modality=modality,
        voi=voi or _as_displayed(pixels, facts, modality),
        inverse=not pixels.colour and dicom_look.inverse(header, facts.photometric),
        padding=None if pixels.colour or facts.floating else dicom_look.padding(header, facts),
        spacing=dicom_facts.spacing(header, frame),
        orientation=dicom_facts.orientation(header),
        pixel_aspect=dicom_facts.pixel_aspect(header, frame),
        luminance=pixels.colour,
        coloured=pixels.coloured,
        labels=dicom_facts.labels(header),
        notes=tuple(dict.fromkeys(header.notes)),
    )


def read_dicom_labels(head: bytes, path: Path) -> tuple[Labels, Source] | None:
    """Labels and source from the first bytes of a file, or None where these do not reach to the pixels.

    The hash stays empty, the pixels are not looked at.
    """
    parsed = parse(head, path.name)
    header = parsed.header
    if parsed.cut_off:
        return None
    return dicom_facts.labels(header), dicom_facts.source(header, path, parsed.transfer_syntax)


def _goes_negative(modality: Rescale | LookupTable) -> bool:
    return isinstance(modality, Rescale) and (modality.intercept < 0 or modality.slope < 0)


def _as_displayed(pixels: GreyPixels, facts: PixelLayout, modality: Rescale | LookupTable) -> tuple[Window, ...]:
    """Eight unsigned bits (or fewer) and colour without any window are display values already: their full range."""
    plain = pixels.colour or (pixels.bits <= 8 and not facts.signed and modality == Rescale())
    return (full_range(pixels.bits),) if plain else ()


def _no_pixels(parsed: Parsed, name: str) -> XrayColorError:
    header = parsed.header
    if _DIRECTORY_RECORDS in header:
        return UnsupportedImage(f"{name}: the directory of a DICOM medium.", "Open the folder it lies in instead.")
    what = _what_it_is(header)
    if parsed.cut_off and not what:
        return UnreadableFile(f"{name}: the file ends in the middle of its header.", AGAIN)
    if what:
        return UnsupportedImage(f"{name}: {what}; there is no picture in it.", "Open the image it belongs to.")
    return UnsupportedImage(f"{name}: a DICOM header without pixels.", "Fetch the whole image from its source.")


def _what_it_is(header: Header) -> str:
    known = _WITHOUT_PICTURE.get(header.text("Modality").upper())
    if known or "EncapsulatedDocument" not in header:
        return known or ""
    return "an encapsulated document"
