"""Reading a radiograph: a path in, a Radiograph out, by content and not by name."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.archives import MAXIMUM_BYTES, member_bytes
from xraycolor_gui.io.refusals import AGAIN
from xraycolor_gui.io.sniff import FileKind, describe_stranger, kind_of


def read(path: str | Path, frame: int = 0) -> Radiograph:
    """Read one film, or one frame (from 0) of a file that holds several.

    Raises UnreadableFile for what is absent, damaged or cut off, UnsupportedImage for sound files without a radiograph.
    """
    path = Path(path)
    data = file_bytes(path)
    kind = kind_of(data)
    if kind is FileKind.OTHER:
        raise UnsupportedImage(
            f"{path.name}: {describe_stranger(data)}, not a radiograph.", "Choose a DICOM, PNG, TIFF or JPEG file."
        )
    digest = hashlib.sha256(data).hexdigest()
    # each format's libraries are loaded with its first file: the first grey is on screen sooner
    if kind is FileKind.DICOM:
        from xraycolor_gui.io.dicom.read import read_dicom

        return read_dicom(data, path, digest, frame)
    from xraycolor_gui.io.raster import read_raster

    return read_raster(data, kind, path, digest, frame)


def file_bytes(path: Path, limit: int | None = None) -> bytes:
    """The file's bytes, at most `limit` of them; every way in which there are none becomes one clear sentence."""
    name = path.name or str(path)  # "." and "/" have none
    try:
        data = _bytes_on_disk(path, name, limit)
    except NotADirectoryError as error:  # below a file there is nothing, unless that file is an archive
        inside = member_bytes(path, limit)
        if inside is None:
            raise UnreadableFile(f"{name}: there is no such file.", "Check the name.") from error
        data = inside
    except FileNotFoundError as error:
        raise UnreadableFile(f"{name}: there is no such file.", "Check the name.") from error
    except PermissionError as error:
        raise UnreadableFile(f"{name}: you may not read this file.", "Ask for access to it.") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"{name}: the file cannot be read.", AGAIN, str(error)) from error
    if not data:
        raise UnreadableFile(f"{name}: the file is empty.", AGAIN)
    return data


def _bytes_on_disk(path: Path, name: str, limit: int | None) -> bytes:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise UnsupportedImage(f"{name}: a folder.", "Open it as a folder, or choose a file in it.")
    if not stat.S_ISREG(about.st_mode):
        raise UnsupportedImage(f"{name}: a device or a pipe, not a file.", "Choose a file.")
    if about.st_size > MAXIMUM_BYTES and limit is None:
        raise UnsupportedImage(f"{name}: larger than the 2 GB that are opened.", "Export a single film.")
    with path.open("rb") as file:
        return file.read(-1 if limit is None else limit)
