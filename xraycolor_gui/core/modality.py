"""Which way to colour suits a picture: the network, its Hounsfield units, or none.

The networks have learnt from shadows, one ray through the body for each pixel. A CT slice states by its own numbers
what each pixel is made of. For everything else no colour of ours is true, and the picture stays grey.

What a file says of itself is asked: its SOP class (PS3.4 B.5) or else its Modality (PS3.3 C.7.3.1.1.1), its Image Type
(C.7.6.1.1.2), its colours. What says nothing may be a radiograph; the model's novelty decides then.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from xraycolor_gui.core.radiograph import Radiograph, Rescale


class ColourSource(Enum):
    """What gives a picture its colours; the value is the word in exports."""

    NETWORK = "network"
    HOUNSFIELD = "Hounsfield units"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Way:
    """How a picture is coloured, or why not: a whole sentence, and a whole sentence on what to do (may be empty)."""

    kind: ColourSource
    sentence: str
    next_step: str = ""


_ROOT = "1.2.840.10008.5.1.4.1.1."
_SECONDARY_CAPTURE = "7"
#: The longest matching beginning of what follows `_ROOT` in the SOP class decides.
_CLASSES = {
    "1": "CR",
    "2": "CT",
    "3": "US",
    "4": "MR",
    "5": "NM",
    "6": "US",
    _SECONDARY_CAPTURE: "",
    "12": "XA",
    "13.1.1": "CBCT",
    "13.1.2": "CBCT",
    "13.1.3": "TOMOSYNTHESIS",
    "13.1.4": "MG",
    "13.1.5": "MG",
    "14": "OCT",
    "20": "NM",
    "30": "MAP",
    "66": "SEG",
    "68": "SEG",
    "77.1": "XC",
    "77.1.1": "ES",
    "77.1.2": "SM",
    "77.1.3": "SM",
    "77.1.5": "OP",
    "77.1.6": "SM",
    "128": "PT",
    "130": "PT",
    "481.1": "RTIMAGE",
    "481.2": "RTDOSE",
}
#: Modality → what it is called where it stays grey.
_NO_SHADOW = {
    "MR": "an MR image",
    "US": "an ultrasound image",
    "IVUS": "an ultrasound image",
    "BDUS": "an ultrasound image",
    "EPS": "an ultrasound image",
    "NM": "a nuclear medicine image",
    "PT": "a PET image",
    "OCT": "an optical tomogram",
    "IVOCT": "an optical tomogram",
    "OPT": "an optical tomogram",
    "OP": "a photograph of the eye",
    "XC": "a photograph",
    "GM": "a photograph of a specimen",
    "DMS": "a photograph of the skin",
    "ES": "an endoscopic picture",
    "SM": "a microscopic picture",
    "TG": "a thermogram",
    "DG": "a diaphanogram",
    "LS": "a laser scan",
    "BMD": "a bone density measurement",
    "SEG": "a segmentation",
    "MAP": "a map of computed values",
    "RTDOSE": "a dose distribution",
    "ECG": "a tracing",
    "HC": "a printed page",
    "DOC": "a document",
    "SR": "a document",
}
#: Pictures that X-rays made, but of many exposures.
_RECONSTRUCTED = {
    "CBCT": "a cone-beam CT slice, whose values are not Hounsfield units",
    "TOMOSYNTHESIS": "a tomosynthesis slice: it is reconstructed from many shadows",
}
#: Words of Image Type (or their beginnings) that make something else of a radiograph.
_NOT_ONE_SHADOW = {
    "SUBTRACT": "a subtraction image: bone and soft tissue were taken out of it",
    "DSA": "a subtraction image: bone and soft tissue were taken out of it",
    "TOMOSYNTHESIS": _RECONSTRUCTED["TOMOSYNTHESIS"],
}
#: Words of Image Type (or their beginnings) of CT pictures whose numbers are not the tissue's at that place.
_NOT_OF_ONE_PLACE = {
    "MAX_IP": "a maximum intensity projection",
    "MIP": "a maximum intensity projection",
    "MIN_IP": "a minimum intensity projection",
    "MINIP": "a minimum intensity projection",
    "PROJECTION IMAGE": "a projection of many slices",
    "VOLUME_RENDER": "a volume rendering",
    "VRT": "a volume rendering",
    "SSD": "a surface rendering",
    "SURFACE_RENDER": "a surface rendering",
    "SUBTRACT": "a subtraction image",
    "PERFUSION": "a perfusion map",
    "CBF": "a perfusion map",
    "CBV": "a perfusion map",
    "MTT": "a perfusion map",
    "TTP": "a perfusion map",
    "TMAX": "a perfusion map",
    "IODINE": "an iodine map",
    "EFF_ATOMIC_NUM": "a map of atomic numbers",
    "Z_EFF": "a map of atomic numbers",
    "ELECTRON_DENSITY": "a map of electron density",
    "SCREEN": "a screen copy",
    "REPORT": "a report",
    "DOSE_INFO": "a dose report",
    "PATIENT_PROTOCOL": "a dose report",
}
_RT_SHADOWS = {"DRR", "SIMULATOR", "RADIOGRAPH"}
#: Air has about −1000 HU. Numbers that cannot come near it are no Hounsfield units, whatever the file says.
_AIR_REACHES = -900.0
_RADIOGRAPH_OR_RISK = "Open a radiograph, or colour this picture anyway at your own risk."
_SLICE_OR_RISK = "Open the original CT slices, or colour this picture anyway at your own risk."

_NETWORK = Way(ColourSource.NETWORK, "Coloured by the model, which has learnt from radiographs.")
_SCOUT = Way(ColourSource.NETWORK, "A CT scout is a shadow like a radiograph, so the model colours it.")
_HOUNSFIELD = Way(ColourSource.HOUNSFIELD, "Coloured from the slice’s own Hounsfield units; no network is used.")


def way_of(radiograph: Radiograph) -> Way:
    """How this picture is coloured, by what its file says; GREY tells why and what to do."""
    modality = modality_of(radiograph)
    if modality == "CT":
        return _way_of_ct(radiograph)
    what = _no_single_shadow(modality, radiograph.source.image_type)
    if what is None and radiograph.coloured:
        what = "a picture in colour, such as a photograph or a drawing"
    if what is None and radiograph.bits == 1:
        what = "a picture of black and white alone, such as a page or a drawing"
    return _NETWORK if what is None else _grey(what)


def modality_of(radiograph: Radiograph) -> str:
    """What kind of picture it is, in the terms of Modality (PS3.3 C.7.3.1.1.1) and a few of ours; '' where unknown.

    A SOP class is bound to its kind of picture, the Modality attribute is only what somebody typed: so the class comes
    first, unless it is one that fits anything.
    """
    of_class = _CLASSES.get(_class_key(radiograph.source.sop_class_uid), "")
    return of_class or radiograph.labels.modality.strip().upper()


def _class_key(uid: str) -> str:
    """The longest key of `_CLASSES` that begins a SOP class's own part; '' if none does."""
    if not uid.startswith(_ROOT):
        return ""
    parts = uid.removeprefix(_ROOT).split(".")
    keys = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((key for key in keys if key in _CLASSES), "")


def _way_of_ct(radiograph: Radiograph) -> Way:
    source = radiograph.source
    if radiograph.luminance or _class_key(source.sop_class_uid) == _SECONDARY_CAPTURE:
        return _grey("a copy of a CT picture, which has lost its Hounsfield units", _SLICE_OR_RISK)
    if "LOCALIZER" in source.image_type:
        return _SCOUT
    if (other := _said(source.image_type, _NOT_OF_ONE_PLACE)) is not None:
        return _grey(f"{other}, whose values are not those of the tissue at each place", _SLICE_OR_RISK)
    if not _in_hounsfield_units(radiograph):
        return _grey("a CT picture whose values are not Hounsfield units", _SLICE_OR_RISK)
    return _HOUNSFIELD


def _in_hounsfield_units(radiograph: Radiograph) -> bool:
    """Whether modality values are Hounsfield units: stated, or meant by a rescale without type (PS3.3 C.11.1.1.2)."""
    rescale = radiograph.modality
    if not isinstance(rescale, Rescale) or not rescale.stated or rescale.units.upper() not in ("", "HU"):
        return False
    if radiograph.bits <= 8 or not rescale.slope > 0:
        return False
    return radiograph.stored.dtype.kind != "u" or rescale.intercept <= _AIR_REACHES


def _no_single_shadow(modality: str, image_type: tuple[str, ...]) -> str | None:
    """What a picture other than CT is, if it is not the shadow of one exposure; None if it may be one."""
    if modality in _NO_SHADOW:
        return f"{_NO_SHADOW[modality]}, not a radiograph"
    if modality in _RECONSTRUCTED:
        return _RECONSTRUCTED[modality]
    if modality == "RTIMAGE" and not _RT_SHADOWS.intersection(image_type):
        return "a picture taken with the treatment beam, in which tissues look unlike a radiograph’s"
    return _said(image_type, _NOT_ONE_SHADOW)


def _said(words: tuple[str, ...], known: dict[str, str]) -> str | None:
    """What the first word stands for that begins like a known one."""
    return next((known[start] for word in words for start in known if word.startswith(start)), None)


def _grey(what: str, next_step: str = _RADIOGRAPH_OR_RISK) -> Way:
    return Way(ColourSource.GREY, f"This is {what}. It stays grey.", next_step)
