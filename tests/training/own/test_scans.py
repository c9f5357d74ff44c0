"""Volumes in every form and orientation come out as the body they were made from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
import SimpleITK
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.own.scans import fits, grid_of, read_header, read_hu, read_labels


@pytest.fixture(scope="module")
def source(shared: Path) -> np.ndarray:
    """A piece of a chest, int16 (z, y, x), 1.5 mm cubes."""
    with np.load(shared / "ct" / "chest_lidc0001.npz") as data:
        return np.asarray(data["hu"][90:150, 30:150, 40:200])


def image_of(hu: np.ndarray, spacing: float = 1.5) -> SimpleITK.Image:
    image = SimpleITK.GetImageFromArray(hu)
    image.SetSpacing([spacing] * 3)
    image.SetOrigin([-120.0, -90.0, 40.0])
    return image


def read_back(path: Path) -> np.ndarray:
    header = read_header(path)
    assert header.problems == ()
    return read_hu(header, grid_of(header))


def write_series(hu: np.ndarray, folder: Path, *, modality: str = "CT", skip: int = -1, shear: float = 0.0) -> Path:
    """A DICOM series of axial slices, written in shuffled order, stored values 1024 above the HU."""
    folder.mkdir()
    series, study = generate_uid(), generate_uid()
    for number in np.random.default_rng(0).permutation(len(hu)):
        if number == skip:
            continue
        data = Dataset()
        data.file_meta = FileMetaDataset()
        data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        data.SOPClassUID, data.SOPInstanceUID = CTImageStorage, generate_uid()
        data.SeriesInstanceUID, data.StudyInstanceUID = series, study
        data.Modality, data.PatientID, data.InstanceNumber = modality, "p1", int(number)
        data.ImagePositionPatient = [-120.0, -90.0 + shear * float(number), 40.0 + 1.5 * float(number)]
        data.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        data.PixelSpacing, data.SliceThickness = [1.5, 1.5], 1.5
        data.Rows, data.Columns = hu.shape[1:]
        data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
        data.BitsAllocated = data.BitsStored = 16
        data.HighBit, data.PixelRepresentation = 15, 0
        data.RescaleSlope, data.RescaleIntercept, data.RescaleType = 1, -1024, "HU"
        data.PixelData = (hu[number] + 1024).astype(np.uint16).tobytes()
        pydicom.dcmwrite(folder / f"{generate_uid()}.dcm", data, enforce_file_format=True)
    return folder


def test_a_dicom_series_comes_back_to_the_unit(source: np.ndarray, tmp_path: Path) -> None:
    folder = write_series(source, tmp_path / "series")
    header = read_header(folder)
    assert header.patient == "p1"
    np.testing.assert_array_equal(read_back(folder), source)


@pytest.mark.parametrize("form", ["nii.gz", "nii", "nrrd", "mha"])
@pytest.mark.parametrize("axes", ["LPS", "RAS", "PIR", "SAL", "IRP"])
def test_the_axes_of_a_file_do_not_matter(source: np.ndarray, tmp_path: Path, form: str, axes: str) -> None:
    path = tmp_path / f"turned.{form}"
    SimpleITK.WriteImage(SimpleITK.DICOMOrient(image_of(source[:40]), axes), str(path))
    np.testing.assert_array_equal(read_back(path), source[:40])


@pytest.mark.parametrize("spacing", [(0.75, 0.75, 3.0), (2.0, 1.1, 1.5)])
def test_voxels_that_are_no_cubes_become_cubes(source: np.ndarray, tmp_path: Path, spacing: tuple[float, ...]) -> None:
    image = image_of(source)
    grid = SimpleITK.Image(
        [int(n * 1.5 / s) for n, s in zip(image.GetSize(), spacing, strict=True)], SimpleITK.sitkInt16
    )
    grid.SetSpacing(spacing)
    grid.SetOrigin([o - 0.75 + s / 2 for o, s in zip(image.GetOrigin(), spacing, strict=True)])
    path = tmp_path / "flat.nii.gz"
    SimpleITK.WriteImage(
        SimpleITK.Resample(image, grid, SimpleITK.Transform(), SimpleITK.sitkLinear, -1000.0), str(path)
    )
    again = read_back(path)
    _assert_alike(again, source)


def test_an_oblique_volume_is_laid_along_the_patients_axes(source: np.ndarray, tmp_path: Path) -> None:
    image = image_of(source)
    turn = SimpleITK.Euler3DTransform()
    turn.SetRotation(0.2, -0.12, 0.3)
    grid = SimpleITK.Image([180, 160, 140], SimpleITK.sitkInt16)
    grid.SetSpacing([1.5] * 3)
    grid.SetDirection(turn.GetMatrix())
    middle = np.array(image.TransformContinuousIndexToPhysicalPoint([(n - 1) / 2 for n in image.GetSize()]))
    grid.SetOrigin(list(middle - np.reshape(turn.GetMatrix(), (3, 3)) @ (np.array([179, 159, 139]) * 0.75)))
    path = tmp_path / "oblique.nrrd"
    oblique = SimpleITK.Resample(image, grid, SimpleITK.Transform(), SimpleITK.sitkLinear, -1000.0)
    SimpleITK.WriteImage(oblique, str(path))
    header = read_header(path)
    target = image_of(np.zeros_like(source))
    _assert_alike(read_hu(header, target), source)
    own = grid_of(header)
    assert own.GetDirection() == (1, 0, 0, 0, 1, 0, 0, 0, 1)
    assert all(low <= o for low, o in zip(header.low, own.GetOrigin(), strict=True))


def _assert_alike(again: np.ndarray, source: np.ndarray) -> None:
    shape = tuple(min(a, b) for a, b in zip(again.shape, source.shape, strict=True))
    assert all(abs(a - b) <= 1 for a, b in zip(again.shape, source.shape, strict=True))
    box = tuple(slice(3, n - 3) for n in shape)
    one, other = again[box].astype(float), source[box].astype(float)
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.985
    assert np.median(np.abs(one - other)) < 20


def test_a_label_map_in_other_axes_lies_on_the_scan(source: np.ndarray, tmp_path: Path) -> None:
    labels = (source > 200).astype(np.uint8) * 75
    SimpleITK.WriteImage(image_of(source), str(tmp_path / "ct.nrrd"))
    SimpleITK.WriteImage(SimpleITK.DICOMOrient(image_of(labels), "RAI"), str(tmp_path / "labels.nii.gz"))
    scan, map_header = read_header(tmp_path / "ct.nrrd"), read_header(tmp_path / "labels.nii.gz")
    assert fits(map_header, scan)
    np.testing.assert_array_equal(read_labels(map_header, grid_of(scan)), labels)
    SimpleITK.WriteImage(image_of(labels[:40]), str(tmp_path / "short.nii.gz"))
    assert not fits(read_header(tmp_path / "short.nii.gz"), scan)


def test_what_is_wrong_with_a_series_is_said(source: np.ndarray, tmp_path: Path) -> None:
    assert "missing or unevenly" in read_header(write_series(source[:30], tmp_path / "gap", skip=11)).problems[0]
    sheared = read_header(write_series(source[:30], tmp_path / "tilt", shear=0.5)).problems
    assert any("tilted gantry" in problem for problem in sheared)
    assert "MR, not CT" in read_header(write_series(source[:60], tmp_path / "mr", modality="MR")).problems[0]
    assert "too few slices" in read_header(write_series(source[:5], tmp_path / "few")).problems[0]


def test_the_longest_series_of_a_folder_is_taken(source: np.ndarray, tmp_path: Path) -> None:
    folder = write_series(source, tmp_path / "both")
    for path in write_series(source[:3], tmp_path / "scout").iterdir():
        path.rename(folder / path.name)
    header = read_header(folder)
    assert len(header.files) == 60
    assert "1 shorter series" in header.notes[0]


def test_a_header_that_does_not_say_which_way_the_patient_lies_is_a_problem(tmp_path: Path) -> None:
    hu = np.full((50, 50, 50), -1000, np.int16)
    SimpleITK.WriteImage(image_of(hu), str(tmp_path / "a.nrrd"))
    text = (tmp_path / "a.nrrd").read_bytes()
    (tmp_path / "a.nrrd").write_bytes(text.replace(b"space: left-posterior-superior\n", b"space dimension: 3\n"))
    assert any("which way" in problem for problem in read_header(tmp_path / "a.nrrd").problems)
    SimpleITK.WriteImage(image_of(hu), str(tmp_path / "b.nii"))
    raw = bytearray((tmp_path / "b.nii").read_bytes())
    raw[252:256] = bytes(4)  # qform_code, sform_code
    (tmp_path / "b.nii").write_bytes(raw)
    assert any("which way" in problem for problem in read_header(tmp_path / "b.nii").problems)


def test_a_file_that_is_no_volume_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "broken.nii").write_bytes(b"no volume")
    with pytest.raises(TrainingError, match=r"broken\.nii cannot be read"):
        read_header(tmp_path / "broken.nii")
    with pytest.raises(TrainingError, match="no DICOM series"):
        read_header(tmp_path)
