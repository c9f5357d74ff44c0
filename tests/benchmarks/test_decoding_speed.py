"""From file to grey at nine megapixels, beside DCMTK and GDCM on the same files in the same run.

Processor time of all processes is counted, user's and system's, so that other work on the machine changes little. The
tools are commands, and we are called as the window calls us: of their time that for a film of 8 × 8 pixels is taken
off, which is their start and end. Our own decoding process is counted with its start. DCMTK reads, windows and writes
8-bit grey, so it is compared with our way to grey; it has no JPEG 2000. GDCM knows no windows: it reads and writes
stored values, and is compared with our reading, of JPEG 2000 even with our way to grey.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from openjpeg.utils import encode_array
from pydicom.encaps import encapsulate
from pydicom.uid import JPEG2000Lossless
from pytest_benchmark.fixture import BenchmarkFixture

from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read

SIDE = 3000
RUNS = 5
#: Against the faster of the others.
LIMIT = 1.3
WINDOW = {"WindowCenter": "2048", "WindowWidth": "4096"}


class Films(NamedTuple):
    """The same nine megapixels of a mammogram twice, and a film that costs a command nothing but its start."""

    uncompressed: Path
    jpeg_2000: Path
    tiny: Path


@pytest.fixture(scope="module")
def films(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Films:
    folder = tmp_path_factory.mktemp("films")
    whole = read(shared / "dicom" / "radiographs" / "dicom-test-files__MG1_J2KI.dcm").stored
    pixels = np.ascontiguousarray(whole[800 : 800 + SIDE, 32 : 32 + SIDE]).astype(np.uint16)
    made = Films(folder / "uncompressed.dcm", folder / "jpeg-2000.dcm", folder / "tiny.dcm")
    made.uncompressed.write_bytes(file_of(film(pixels, **WINDOW)))
    made.tiny.write_bytes(file_of(film(pixels[:8, :8].copy(), **WINDOW)))
    compressed = film(pixels, **WINDOW)
    compressed.file_meta.TransferSyntaxUID = JPEG2000Lossless
    frame = bytes(encode_array(pixels, bits_stored=12, photometric_interpretation=2, use_mct=False))
    compressed.PixelData = encapsulate([frame])
    compressed["PixelData"].is_undefined_length = True
    made.jpeg_2000.write_bytes(file_of(compressed))
    return made


def processor_seconds(work: Callable[[], object]) -> float:
    """Least of some runs, of this process and those it starts."""

    def used() -> float:
        each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(usage.ru_utime + usage.ru_stime for usage in each)

    times = []
    for _ in range(RUNS):
        before = used()
        work()
        times.append(used() - before)
    return min(times)


def command_seconds(command: list[str], path: Path, tiny: Path, out: Path) -> float:
    """What a command takes for a film beyond what it takes for hardly any."""

    def run(film: Path) -> None:
        subprocess.run([*command, str(film), str(out)], check=True, capture_output=True)

    return processor_seconds(lambda: run(path)) - processor_seconds(lambda: run(tiny))


def dcmtk(path: Path, films: Films, out: Path) -> float:
    return command_seconds(["dcm2pnm", "+Wi", "1"], path, films.tiny, out)


def gdcm(path: Path, films: Films, out: Path) -> float:
    return command_seconds(["gdcmconv", "--raw"], path, films.tiny, out)


def to_grey(path: Path) -> None:
    assert present(read(path)).grey.shape == (SIDE, SIDE)


def hold(benchmark: BenchmarkFixture, ours: float, theirs: float) -> None:
    """Note both, and hold the limit."""
    benchmark.extra_info.update({"ours": ours, "theirs": theirs, "ratio": ours / theirs})
    assert ours <= LIMIT * theirs


@pytest.mark.skipif(not shutil.which("dcm2pnm"), reason="DCMTK (dcm2pnm) is not installed")
def test_an_uncompressed_film_is_grey_as_soon_as_in_dcmtk(
    films: Films, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = films.uncompressed
    benchmark.pedantic(to_grey, args=(path,), rounds=3)
    hold(benchmark, processor_seconds(lambda: to_grey(path)), dcmtk(path, films, tmp_path / "out"))


@pytest.mark.skipif(not shutil.which("gdcmconv"), reason="GDCM (gdcmconv) is not installed")
def test_an_uncompressed_film_is_read_as_soon_as_in_gdcm(
    films: Films, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = films.uncompressed
    benchmark.pedantic(read, args=(path,), rounds=3)
    hold(benchmark, processor_seconds(lambda: read(path)), gdcm(path, films, tmp_path / "out"))


@pytest.mark.skipif(not shutil.which("gdcmconv"), reason="GDCM (gdcmconv) is not installed")
def test_a_jpeg_2000_film_is_grey_as_soon_as_it_is_decoded_in_gdcm(
    films: Films, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = films.jpeg_2000
    benchmark.pedantic(to_grey, args=(path,), rounds=1)
    hold(benchmark, processor_seconds(lambda: to_grey(path)), gdcm(path, films, tmp_path / "out"))
