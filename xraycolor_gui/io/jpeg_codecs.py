"""JPEG-LS by CharLS, and the way into the child process that decodes large frames and what only GDCM decodes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.io.codestream import Codestream, Coding

CHILD_SECONDS = 60.0
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]
_JPEG_EXTENDED, _JPEG_LOSSLESS = "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57"


class ChildTimeout(Exception):
    """The child process took too long; the message is the end of a sentence without the file's name."""


def decode_jpeg_ls(frame: bytes, stream: Codestream) -> NDArray[np.generic]:
    """One JPEG-LS frame by CharLS: (rows, columns) or (rows, columns, samples)."""
    import jpeg_ls  # only the child decodes: nobody else loads it

    buffer, info = jpeg_ls.decode_pixel_data(frame)
    values = np.frombuffer(buffer, np.uint8 if stream.bits <= 8 else np.dtype("<u2"))
    if stream.samples == 1:
        return values.reshape(stream.rows, stream.columns)
    if info["interleave_mode"] == 0:
        return np.moveaxis(values.reshape(stream.samples, stream.rows, stream.columns), 0, 2)
    return values.reshape(stream.rows, stream.columns, stream.samples)


def decode_in_child(frame: bytes, stream: Codestream, seconds: float | None = None) -> NDArray[np.generic]:
    """One frame through `decoding_child`, which may take `seconds` (default CHILD_SECONDS).

    Raises ChildTimeout, or RuntimeError where the decoder refused the frame, crashed, or met the limit on memory.
    """
    seconds = CHILD_SECONDS if seconds is None else seconds
    facts = {
        "coding": stream.coding.value,
        "rows": stream.rows,
        "columns": stream.columns,
        "samples": stream.samples,
        "bits": stream.bits,
        "syntax": _JPEG_LOSSLESS if stream.coding is Coding.JPEG_LOSSLESS else _JPEG_EXTENDED,
    }
    with tempfile.TemporaryDirectory(prefix="xraycolor-") as folder:
        source, target = Path(folder) / "frame", Path(folder) / "pixels.npy"
        source.write_bytes(frame)
        try:
            # -P: a folder of films one happens to be in must not lend the child its own gdcm.py
            program = [sys.executable, "-P", "-m", "xraycolor_gui.io.decoding_child"]
            ended = subprocess.run(
                [*program, str(source), str(target), json.dumps(facts)],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ChildTimeout(f"decoding took more than {seconds:g} seconds.") from error
        if ended.returncode != 0 or not target.is_file():
            detail = ended.stderr.decode(errors="replace")[-500:]
            raise RuntimeError(f"the decoder ended with {ended.returncode}: {detail}")
        pixels: NDArray[np.generic] = np.load(target, allow_pickle=False)
    return pixels


def _environment() -> dict[str, str]:
    """The child finds this very package, and starts no threads it does not need."""
    paths = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
