"""A data set to the bytes of a DICOM file: Explicit VR Little Endian, in the character set it names."""

from __future__ import annotations

from io import BytesIO

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

from xraycolor_gui import __version__
from xraycolor_gui.io.dicom_objects.capture_modules import IMPLEMENTATION_CLASS_UID


def encode(dataset: Dataset) -> bytes:
    """The whole file. `dataset` comes from `source_header.verbatim_dataset`, so raw elements are written untouched."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = IMPLEMENTATION_CLASS_UID
    meta.ImplementationVersionName = f"XRAYCOLOR_{__version__}"[:16]
    buffer = BytesIO()
    file = FileDataset(buffer, dataset, file_meta=meta, preamble=b"\0" * 128)
    charset = dataset.original_character_set
    file.set_original_encoding(is_implicit_vr=False, is_little_endian=True, character_encoding=charset)
    file.save_as(buffer, enforce_file_format=True, implicit_vr=False, little_endian=True)
    return buffer.getvalue()
