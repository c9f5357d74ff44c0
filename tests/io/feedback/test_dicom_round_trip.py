"""Whatever is said of a film comes back from SR as it was and from SEG pixel by pixel, or is listed as lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.feedback_made import feedback
from tests.core.regions_made import SHAPE
from tests.io.captures import film_dataset, write_film
from xraycolor_gui.core.feedback import Feedback, FilmId, film_id
from xraycolor_gui.core.regions import mask_of
from xraycolor_gui.io.feedback.dicom_import import records_in
from xraycolor_gui.io.feedback.segmentation import write_segmentation
from xraycolor_gui.io.feedback.structured_report import write_structured_report
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

ROWS, COLUMNS = SHAPE
RECORDS = st.lists(feedback(), min_size=1, max_size=4)
#: highdicom takes its time.
FEW = settings(max_examples=15, deadline=None)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    size = {"Rows": ROWS, "Columns": COLUMNS, "PixelData": bytes(2 * ROWS * COLUMNS)}
    return write_film(
        tmp_path_factory.mktemp("film") / "film.dcm", film_dataset(SpecificCharacterSet="ISO_IR 192", **size)
    )


@contextmanager
def written() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "object.dcm"


def of_one_reader(records: list[Feedback], film: FilmId) -> list[Feedback]:
    """Each file holds one reader's."""
    return [replace(record, reader="anna", film=film) for record in records]


@FEW
@given(RECORDS)
def test_a_report_brings_back_the_very_record_or_names_it(film: Path, records: list[Feedback]) -> None:
    known = film_id(read(film))
    given_ones = of_one_reader(records, known)
    with written() as path:
        files, losses = write_structured_report(path, film, given_ones)
        back = {
            record.id: record
            for file in files
            for record in records_in(file.read_bytes(), file, "nobody", lambda *_: None)[0]
        }
    for record in given_ones:
        assert back.get(record.id) == record or any(record.id in loss for loss in losses)


@FEW
@given(RECORDS)
def test_a_segmentation_brings_back_the_very_pixels(film: Path, records: list[Feedback]) -> None:
    known = film_id(read(film))
    given_ones = of_one_reader(records, known)
    masks = {each.id: mask_of(each.region, SHAPE) for each in given_ones if each.region is not None}
    drawn = {which: mask for which, mask in masks.items() if mask.any()}
    with written() as path:
        files, losses = write_segmentation(path, film, given_ones, palette("anatomical"))
        back = {
            record.id: record
            for file in files
            for record in records_in(file.read_bytes(), file, "nobody", lambda *_: known)[0]
        }
    assert back.keys() == drawn.keys()
    for record in given_ones:
        if record.id in drawn:
            found = back[record.id]
            assert found.region is not None
            assert (mask_of(found.region, SHAPE) == drawn[record.id]).all()
            assert (found.verdict, found.tissue) == (record.verdict, record.tissue)
        else:
            assert any(record.id in loss for loss in losses)
