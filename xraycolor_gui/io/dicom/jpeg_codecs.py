"""JPEG-LS by CharLS, and the way into the child process that decodes large frames and what only GDCM decodes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.io.dicom.codestream import Codestream, Coding
from xraycolor_gui.io.wanted import check_wanted

CHILD_SECONDS = 60.0
#: Seconds between two questions whether the child's work is still wanted.
_ASK_EVERY = 0.1
_PACKAGE_ROOT = Path(__file__).resolve().parents[3]
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

    Ends early as `wanted` tells. Raises ChildTimeout, or RuntimeError where the decoder refused the frame, crashed, or
    met the limit on memory.
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
        # -P: a folder of films one happens to be in must not lend the child its own gdcm.py
        program = [sys.executable, "-P", "-m", "xraycolor_gui.io.dicom.decoding_child"]
        status, said = _run([*program, str(source), str(target), json.dumps(facts)], seconds)
        if status != 0 or not target.is_file():
            raise RuntimeError(f"the decoder ended with {status}: {said.decode(errors='replace')[-500:]}")
        pixels: NDArray[np.generic] = np.load(target, allow_pickle=False)
    return pixels


def _run(command: list[str], seconds: float) -> tuple[int, bytes]:
    """Exit status and error output. The child is ended when its time is up, or nobody wants its work any more."""
    until = time.monotonic() + seconds
    with subprocess.Popen(
        command, env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        try:
            while (left := until - time.monotonic()) > 0:
                check_wanted()
                with suppress(subprocess.TimeoutExpired):
                    _, said = child.communicate(timeout=min(left, _ASK_EVERY))
                    return child.returncode, said
            raise ChildTimeout(f"decoding took more than {seconds:g} seconds.")
        except BaseException:
            child.kill()
            raise


def _environment() -> dict[str, str]:
    """The child finds this very package, and starts no threads it does not need."""
    paths = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
