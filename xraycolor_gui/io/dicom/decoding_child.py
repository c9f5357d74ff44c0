"""Decode one compressed frame in a process of its own: `python -m xraycolor_gui.io.dicom.decoding_child IN OUT FACTS`.

GDCM aborts its whole process on some inputs, so the window never calls it; openjpeg and CharLS hold Python's global
lock for as long as they decode, so large frames would stop the window. The child is given the bare codestream, not the
DICOM file: the aborts that were seen came from GDCM's own DICOM reader.
IN: the frame's bytes. OUT: written as .npy on success. FACTS: JSON with coding, rows, columns, samples, bits, syntax.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEMORY_LIMIT = 4 * 2**30


def limit_memory(limit: int = MEMORY_LIMIT) -> None:
    """Cap this process's address space where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Exit status 0: OUT holds the frame. 3: the decoder's answer does not fit the facts."""
    limit_memory()
    frame, target, facts = Path(arguments[0]).read_bytes(), Path(arguments[1]), json.loads(arguments[2])
    import numpy as np

    decode = {"JPEG 2000": _by_openjpeg, "JPEG-LS": _by_charls}.get(facts["coding"], _by_gdcm)
    pixels = decode(frame, facts)
    if pixels is None:
        return 3
    np.save(target, pixels)
    return 0


def _by_openjpeg(frame: bytes, _facts: dict[str, Any]) -> NDArray[np.generic]:
    from openjpeg.utils import decode

    pixels: NDArray[np.generic] = decode(frame)
    return pixels


def _by_charls(frame: bytes, _facts: dict[str, Any]) -> NDArray[np.generic]:
    from xraycolor_gui.io.dicom.codestream import inspect
    from xraycolor_gui.io.dicom.jpeg_codecs import decode_jpeg_ls

    stream = inspect(frame)
    assert stream is not None  # the parent looked at the same bytes
    return decode_jpeg_ls(frame, stream)


def _by_gdcm(frame: bytes, facts: dict[str, Any]) -> NDArray[np.generic] | None:
    import gdcm
    import numpy as np

    allocated = 8 if facts["bits"] <= 8 else 16
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(frame)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((facts["columns"], facts["rows"], 1))
    image.SetDataElement(element)
    colour = "MONOCHROME2" if facts["samples"] == 1 else "RGB"
    image.SetPhotometricInterpretation(
        gdcm.PhotometricInterpretation(gdcm.PhotometricInterpretation.GetPIType(colour)),
    )
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.GetTSType(facts["syntax"])))
    image.SetPixelFormat(gdcm.PixelFormat(facts["samples"], allocated, facts["bits"], facts["bits"] - 1, 0))
    # GDCM hands char* over as str
    buffer = image.GetBuffer()
    pixels = np.frombuffer(buffer.encode("utf-8", "surrogateescape"), np.uint8 if allocated == 8 else np.dtype("<u2"))
    expected = facts["rows"] * facts["columns"] * facts["samples"]
    if pixels.size != expected:
        return None
    shaped = pixels.reshape(facts["rows"], facts["columns"], facts["samples"])
    return shaped[..., 0] if facts["samples"] == 1 else shaped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
