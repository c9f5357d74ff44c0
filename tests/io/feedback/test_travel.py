"""Feedback goes out and comes back: JSON exactly, other formats with what they cannot carry listed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.feedback_made import FILM, feedback, given_feedback
from tests.core.regions_made import SHAPE
from tests.io.captures import film_dataset, plain_film, write_film
from xraycolor_gui.core import regions as r
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, Verdict, film_id
from xraycolor_gui.core.feedback_history import given as given_event
from xraycolor_gui.io.feedback import coco, csv_table, json_file, places
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.feedback.travel import Format, export_feedback, import_feedback
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

RECORDS = st.lists(feedback(), min_size=1, max_size=5)
QUICKLY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stored(path: Path, records: Sequence[Feedback]) -> FeedbackStore:
    store = FeedbackStore(path)
    for record in records:
        store.put(record)
    return store


@QUICKLY
@given(RECORDS)
def test_json_brings_back_every_record_and_every_step(records: list[Feedback]) -> None:
    events = tuple(map(given_event, records))
    content = json_file.encoded(events)
    back = json_file.events_in(json.loads(content), Path("x.json"))
    assert back == events
    assert json_file.encoded(back) == content


def test_a_store_that_took_in_json_exports_the_same_bytes_again(tmp_path: Path) -> None:
    records = [given_feedback(), given_feedback(region=r.Point(1.5, 2), verdict=Verdict.ARTEFACT)]
    with stored(tmp_path / "a.sqlite", records) as first:
        first.put(replace(records[0], comment="changed"))
        first.take_back(records[1])
        export_feedback(first, Format.JSON, tmp_path / "out", palette("safe"))
    exported = tmp_path / "out" / "feedback.json"
    with FeedbackStore(tmp_path / "b.sqlite") as second:
        assert import_feedback(second, exported, "nobody").came == 4
        assert import_feedback(second, exported, "nobody").came == 0
        export_feedback(second, Format.JSON, tmp_path / "again", palette("safe"))
        assert second.check() == []
    assert (tmp_path / "again" / "feedback.json").read_bytes() == exported.read_bytes()


@QUICKLY
@given(RECORDS)
def test_coco_brings_back_every_record_of_a_region_and_names_the_others(records: list[Feedback]) -> None:
    content, losses = coco.encoded(records)
    back, left = coco.records_in(json.loads(content), Path("x.json"), "nobody", lambda _: None)
    assert back == tuple(record for record in records if record.region is not None)
    assert left == ()
    assert [record.id for record in records if record.region is None] == [loss.split()[1] for loss in losses[1:]]


@QUICKLY
@given(feedback().filter(lambda record: record.region is not None))
def test_coco_of_another_program_gives_the_same_pixels(record: Feedback) -> None:
    """Without our record beside it, the outline or mask alone still means the same pixels."""
    assert record.region is not None
    mask = r.mask_of(record.region, SHAPE)
    data = json.loads(coco.encoded([record])[0])
    for annotation in data["annotations"]:
        del annotation["xraycolor"]
    back, left = coco.records_in(data, Path("x.json"), "somebody", lambda _: None)
    if left:
        assert not mask.any()
        return
    assert back[0].reader == "somebody"
    found = r.mask_of(back[0].region, SHAPE)  # type: ignore[arg-type]
    if isinstance(record.region, r.Ellipse):  # an ellipse travels in 64 steps
        assert (found != mask).sum() <= max(8, 0.05 * mask.sum())
    elif isinstance(record.region, r.Rectangle):
        edge = 2 * sum(SHAPE)  # a centre on the very edge may change sides
        assert (found != mask).sum() <= edge * float(record.region.x % 1 == 0.5 or record.region.y % 1 == 0.5) + edge
    else:
        assert (found == mask).all()


def test_an_outline_that_another_program_changed_counts(tmp_path: Path) -> None:
    data = json.loads(coco.encoded([given_feedback()])[0])
    data["annotations"][0]["segmentation"] = [[0, 0, 10, 0, 10, 10]]
    (back,), _ = coco.records_in(data, Path("x.json"), "nobody", lambda _: None)
    assert back.region == r.Polygon(((0, 0), (10, 0), (10, 10)))
    assert back.verdict is Verdict.WRONG_TISSUE


def test_coco_that_is_damaged_is_told_annotation_by_annotation() -> None:
    data = json.loads(coco.encoded([given_feedback(), given_feedback()])[0])
    del data["annotations"][0]["xraycolor"]
    data["annotations"][0]["segmentation"] = [[1, 2, 3]]
    back, left = coco.records_in(data, Path("x.json"), "nobody", lambda _: None)
    assert len(back) == 1
    assert "annotation 1" in left[0]


def test_csv_has_a_row_for_every_record_and_survives_commas_and_lines() -> None:
    records = [given_feedback(comment='a "quoted", two-\nline comment'), given_feedback(region=None, verdict=None)]
    rows = list(csv.DictReader(io.StringIO(csv_table.encoded(records).decode(), newline="")))
    assert [row["id"] for row in rows] == [record.id for record in records]
    assert rows[0]["comment"] == records[0].comment
    assert rows[0]["area_px"] == "1200"
    assert r.from_json(json.loads(rows[0]["region"])) == records[0].region


@pytest.mark.parametrize("content", [b"", b"nothing", b"[]", b"{}", b'{"format":"xraycolor-feedback","version":9}'])
def test_a_file_without_feedback_is_told_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with FeedbackStore(tmp_path / "s.sqlite") as store, pytest.raises(Exception, match=r"x\.json.*\.") as told:
        import_feedback(store, tmp_path / "x.json", "nobody")
    assert told.type.__mro__[1].__name__ in ("XrayColorError", "FeedbackError")


def test_a_film_is_found_again_by_content_after_it_was_renamed(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "Doe^Jane.png")
    source = read(film).source
    places.remember(tmp_path / "s.sqlite", source)
    film.rename(tmp_path / "elsewhere.png")
    assert places.find(tmp_path / "s.sqlite", source.sha256) == tmp_path / "elsewhere.png"
    (tmp_path / "moved").mkdir()
    (tmp_path / "elsewhere.png").rename(tmp_path / "moved" / "x.png")
    assert places.find(tmp_path / "s.sqlite", source.sha256) is None
    assert places.find(tmp_path / "s.sqlite", source.sha256, [tmp_path / "moved"]) == tmp_path / "moved" / "x.png"
    assert "Doe" not in "".join(path.read_text() for path in tmp_path.glob("s.sqlite*"))


@pytest.mark.parametrize("word", [Format.SR, Format.SEG, Format.GSPS])
def test_a_film_that_is_no_dicom_or_not_there_is_named_and_the_others_are_written(tmp_path: Path, word: Format) -> None:
    png = film_id(read(plain_film(tmp_path / "plain.png")))
    dicom = film_id(read(write_film(tmp_path / "film.dcm", film_dataset())))
    records = [given_feedback(film=film, region=r.Rectangle(1, 1, 3, 2)) for film in (png, FILM, dicom)]
    with stored(tmp_path / "s.sqlite", records) as store:
        made = export_feedback(store, word, tmp_path / "out", palette("anatomical"), films=[tmp_path])
    assert len(made.files) == 1
    assert any("no DICOM file" in failure for failure in made.failures)
    assert any("was not found" in failure for failure in made.failures)


def test_another_film_of_the_same_study_keeps_several_readers_apart_in_segments(tmp_path: Path) -> None:
    film = film_id(read(write_film(tmp_path / "film.dcm", film_dataset())))
    records = [given_feedback(film=film, reader=name, region=r.Rectangle(1, 1, 3, 2)) for name in ("anna", "bela")]
    with stored(tmp_path / "s.sqlite", records) as store:
        made = export_feedback(store, Format.SEG, tmp_path / "out", palette("anatomical"), films=[tmp_path])
    with FeedbackStore(tmp_path / "t.sqlite") as store:
        for path in made.files:
            import_feedback(store, path, "nobody")
        back = {record.id: record for record in store.records()}
    for record in records:
        assert back[record.id].reader == record.reader
        assert (r.mask_of(back[record.id].region, (5, 7)) == r.mask_of(record.region, (5, 7))).all()  # type: ignore[arg-type]
        assert np.array_equal(back[record.id].film.sop_instance_uid, film.sop_instance_uid)


def test_a_report_of_a_film_that_is_not_here_asks_for_it(tmp_path: Path) -> None:
    assert issubclass(FeedbackError, Exception)
    film = film_id(read(write_film(tmp_path / "film.dcm", film_dataset())))
    with stored(tmp_path / "s.sqlite", [given_feedback(film=film, region=r.Rectangle(1, 1, 3, 2))]) as store:
        (made,) = export_feedback(store, Format.SR, tmp_path / "out", palette("safe"), films=[tmp_path]).files
    from pydicom import dcmread

    report = dcmread(made)
    for item in report.ContentSequence[-1].ContentSequence[0].ContentSequence:
        if item.ConceptNameCodeSequence[0].CodeValue == "RECORD":
            item.TextValue = "gone"
    report.save_as(made)
    with FeedbackStore(tmp_path / "t.sqlite") as store:
        assert "--films" in import_feedback(store, made, "nobody").left[0]
        assert import_feedback(store, made, "nobody", [tmp_path]).came == 1
        assert store.records()[0].region == r.Polygon(((1, 1), (4, 1), (4, 3), (1, 3)))
