"""DICOM files made in code, for tests."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset, Sequence
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian, generate_uid

from xraycolor_gui.core.radiograph import Radiograph

#: The fixture `reading`: a data set or a file's bytes, read as a film.
Reader = Callable[..., Radiograph]


def ramp(rows: int = 12, columns: int = 16, top: int = 4095) -> NDArray[np.uint16]:
    """A film of every grey from 0 to `top`."""
    return np.linspace(0, top, rows * columns).round().astype(np.uint16).reshape(rows, columns)


def film(pixels: NDArray[Any] | None = None, **tags: Any) -> FileDataset:
    """A DX film of made-up pixels; `tags` replace or, with None, remove elements."""
    pixels = ramp() if pixels is None else pixels
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = DigitalXRayImageStorageForPresentation
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    dataset.SOPClassUID = meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = generate_uid(), generate_uid()
    dataset.Modality, dataset.PatientID, dataset.PatientName = "DX", "MADE-1", "Made^Up"
    colour = pixels.ndim == 3 and pixels.shape[2] == 3
    dataset.Rows, dataset.Columns = pixels.shape[-2:] if not colour else pixels.shape[:2]
    dataset.SamplesPerPixel = 3 if colour else 1
    dataset.PhotometricInterpretation = "RGB" if colour else "MONOCHROME2"
    if colour:
        dataset.PlanarConfiguration = 0
    dataset.BitsAllocated = pixels.dtype.itemsize * 8
    dataset.BitsStored = 12 if pixels.dtype.itemsize == 2 else dataset.BitsAllocated
    dataset.HighBit = dataset.BitsStored - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    data = pixels.tobytes()
    dataset.PixelData = data + bytes(len(data) % 2)
    for keyword, value in tags.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)
    return dataset


def item(**tags: Any) -> Dataset:
    """One sequence item."""
    dataset = Dataset()
    for keyword, value in tags.items():
        setattr(dataset, keyword, value)
    return dataset


def sequence(*items: Dataset) -> Sequence:
    """A sequence of `items`."""
    return Sequence(items)


def file_of(dataset: FileDataset) -> bytes:
    """The bytes of a DICOM file."""
    buffer = BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def without(data: bytes, *pieces: tuple[bytes, bytes]) -> bytes:
    """The bytes with each old piece replaced by its new one, once."""
    for old, new in pieces:
        assert old in data
        data = data.replace(old, new, 1)
    return data


def table(first: int, data: list[int], bits: int = 16, **tags: Any) -> Dataset:
    """A LUT sequence item with 16-bit entries; `first` may be given as the unsigned number that stands in the file."""
    made = item(**tags)
    made.add_new("LUTDescriptor", "US", [len(data), first, bits])
    made.add_new("LUTData", "US", data)
    return made
