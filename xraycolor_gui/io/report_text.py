"""Structured reports (PS3.3 C.17.3) read as text; measurements and pictures are named, not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.report import Line, Report
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.read import file_bytes

#: Deeper than any template goes; a document that refers to itself ends here.
_DEEPEST = 24
_SR = "1.2.840.10008.5.1.4.1.1.88."
#: Value Type → the attribute that holds a plain value.
_PLAIN = {"DATE": "Date", "TIME": "Time", "DATETIME": "DateTime", "UIDREF": "UID"}


def read_report(path: Path) -> Report:
    """Raises UnreadableFile, or UnsupportedImage for what is no structured report."""
    header = parse(file_bytes(path), path.name).header
    if not header.text("SOPClassUID").startswith(_SR) or "ContentSequence" not in header:
        raise UnsupportedImage(f"{path.name}: not a structured report.", "Choose a report.")
    day = header.text("ContentDate")
    states = (header.text(word).capitalize() for word in ("CompletionFlag", "VerificationFlag"))
    return Report(
        path=path,
        title=_meaning(header, "ConceptNameCodeSequence") or header.text("SeriesDescription") or "Report",
        created=f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 and day.isdecimal() else "",
        state=", ".join(state for state in states if state),
        lines=tuple(_lines(header, 1)),
    )


def _lines(header: Header, depth: int) -> Iterator[Line]:
    for item in header.items("ContentSequence") if depth <= _DEEPEST else ():
        name, value = _meaning(item, "ConceptNameCodeSequence"), _value(item)
        if name or value:
            yield Line(depth, name or item.text("ValueType").capitalize(), value)
        yield from _lines(item, depth + 1)


def _value(item: Header) -> str:
    kind = item.text("ValueType")
    match kind:
        case "TEXT":
            said = item.paragraph("TextValue")
        case "DATE" | "TIME" | "DATETIME" | "UIDREF":
            said = item.text(_PLAIN[kind])
        case "PNAME":
            said = " ".join(part for part in item.text("PersonName").replace("=", "^").split("^") if part)
        case "CODE":
            said = _meaning(item, "ConceptCodeSequence")
        case "NUM":
            said = "; ".join(_number(each) for each in item.items("MeasuredValueSequence"))
        case "IMAGE" | "COMPOSITE" | "WAVEFORM":
            said = ", ".join(each.text("ReferencedSOPInstanceUID") for each in item.items("ReferencedSOPSequence"))
        case "SCOORD" | "SCOORD3D":
            places = ", ".join(f"{each:g}" for each in item.numbers("GraphicData"))
            said = f"{item.text('GraphicType').capitalize()} {places}"
        case _:
            said = ""
    return said


def _number(measured: Header) -> str:
    unit = next(iter(measured.items("MeasurementUnitsCodeSequence")), None)
    code = unit.text("CodeValue") if unit is not None else ""
    # 1 is "no units"; braces hold words of one's own (UCUM).
    return f"{measured.text('NumericValue')} {'' if code == '1' else code.strip('{}')}".strip()


def _meaning(item: Header, keyword: str) -> str:
    code = next(iter(item.items(keyword)), None)
    return code.text("CodeMeaning") if code is not None else ""
