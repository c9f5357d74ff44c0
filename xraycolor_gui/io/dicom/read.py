"""A DICOM file's bytes to a Radiograph."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path
from threading import Lock

from pydicom.config import IGNORE
from pydicom.uid import UID

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.origins import Attribute, Step
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale, Window
from xraycolor_gui.io.dicom import facts as dicom_facts
from xraycolor_gui.io.dicom import frames as dicom_frames
from xraycolor_gui.io.dicom import look as dicom_look
from xraycolor_gui.io.dicom import overlays as dicom_overlays
from xraycolor_gui.io.dicom import shutter as dicom_shutter
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.look import functional_group
from xraycolor_gui.io.dicom.native_pixels import PixelLayout, layout
from xraycolor_gui.io.dicom.parse import Parsed, parse
from xraycolor_gui.io.dicom.pixels import GreyPixels, grey_pixels
from xraycolor_gui.io.dicom.trail import Trail
from xraycolor_gui.io.luminance import full_range
from xraycolor_gui.io.refusals import AGAIN

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
    return DicomFilm(data, path, sha256).frame(frame)


class DicomFilm:
    """A DICOM file whose header is read once, for as many of its frames as are wanted."""

    def __init__(self, data: bytes, path: Path, sha256: str) -> None:
        """Raises UnreadableFile or UnsupportedImage."""
        self._path, self._sha256 = path, sha256
        self._parsed = parse(data, path.name)
        header = self._parsed.header
        if self._parsed.pixels is None:
            raise _no_pixels(self._parsed, path.name)
        self._element = self._parsed.pixels
        self._trail = Trail(header)
        with self._trail.step(Step.PIXELS):
            self._layout = layout(header, self._element.keyword, path.name)
        self._parse_notes = tuple(header.notes)
        self._one_at_a_time = Lock()

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return self._layout.frames

    @property
    def nbytes(self) -> int:
        """What the file takes in memory."""
        return len(self._parsed.data)

    def frame(self, frame: int) -> Radiograph:
        """One frame, counted from 0. Raises UnreadableFile or UnsupportedImage; odd tags only add notes."""
        if not 0 <= frame < self.frames:
            what = f"{self._path.name}: there is no frame {frame + 1}."
            raise UnsupportedImage(what, f"Choose one of its {self.frames}.")
        with self._one_at_a_time:
            self._parsed.header.notes[:] = self._parse_notes
            return self._read(frame, copy(self._trail))

    def _read(self, frame: int, trail: Trail) -> Radiograph:
        header, facts, name = self._parsed.header, self._layout, self._path.name
        with trail.step(Step.PIXELS):
            pixels = grey_pixels(self._parsed, self._element, facts, frame, name)
            padding = None if pixels.colour or facts.floating else dicom_look.padding(header, facts)
        modality: Rescale | LookupTable = Rescale()
        voi: tuple[Window | LookupTable, ...] = ()
        inverse = False
        if not pixels.colour:
            signed = facts.signed or facts.floating
            with trail.step(Step.MODALITY):
                modality = dicom_look.modality(header, frame, signed)
            with trail.step(Step.VOI):
                voi = dicom_look.voi(header, frame, signed or _goes_negative(modality))
            with trail.step(Step.POLARITY):
                inverse = dicom_look.inverse(header)
        with trail.step(Step.OVERLAYS):
            overlays = dicom_overlays.overlays(header, pixels.values.shape[:2], frame, pixels.words)
            burned_in = _burned_in(header)
        with trail.step(Step.SHUTTER):
            covering = functional_group(header, frame, "FrameDisplayShutterSequence") or header
            shutter = dicom_shutter.shutter(covering, overlays)
        with trail.step(Step.GEOMETRY):
            spacing, aspect = dicom_facts.spacing(header, frame), dicom_facts.pixel_aspect(header, frame)
            orientation = dicom_facts.orientation(header)
        with trail.step(Step.FILE):
            _tell_file(header, self._parsed.transfer_syntax)
        source = dicom_facts.source(header, self._path, self._parsed.transfer_syntax, frame)
        if source.frame_note:
            header.notes.insert(0, source.frame_note)
        return Radiograph(
            stored=pixels.values,
            bits=pixels.bits,
            source=replace(source, sha256=self._sha256, lossy=source.lossy or pixels.lossy),
            modality=modality,
            voi=voi or _as_displayed(pixels, facts, modality),
            inverse=inverse,
            padding=padding,
            spacing=spacing,
            orientation=orientation,
            pixel_aspect=aspect,
            luminance=pixels.colour,
            coloured=pixels.coloured,
            rgb=pixels.rgb,
            shutter=shutter,
            overlays=tuple(plane for plane in overlays if plane.group != dicom_shutter.shutter_group(covering)),
            burned_in=burned_in,
            playback=dicom_frames.playback(header) if facts.frames > 1 else None,
            origins=trail.origins(),
            labels=dicom_facts.labels(header),
            notes=tuple(dict.fromkeys(header.notes)),
        )


def _tell_file(header: Header, syntax: str) -> None:
    """What kind of file it is, and none of what tells whose."""
    for keyword in ("SOPClassUID", "ImageType", "LossyImageCompression"):
        header.text(keyword)
    assert header.met is not None
    header.met.append(Attribute("Transfer Syntax UID", "(0002,0010)", UID(syntax, IGNORE).name if syntax else ""))


def _burned_in(header: Header) -> bool | None:
    """Burned In Annotation (PS3.3 C.7.6.1); what it says of the pixels is for the reader to know."""
    said = {"YES": True, "NO": False}.get(header.text("BurnedInAnnotation").upper())
    if said:
        header.notes.append("The file says that text, such as a name, is part of its pixels.")
    return said


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
