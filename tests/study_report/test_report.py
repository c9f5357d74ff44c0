"""The report's three files."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.core.reader_study.plans import form, plan
from tests.core.reader_study.test_findings import answered, rehearsed
from xraycolor_gui.core.reader_study.findings import Findings, analyse
from xraycolor_gui.core.reader_study.plan_form import read_plan
from xraycolor_gui.core.reader_study.readings import readings_of
from xraycolor_gui.core.statistics.auc import auc
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.core.statistics.multireader import Reach
from xraycolor_gui.study_report.words import cautions, limits, p_value, summary
from xraycolor_gui.study_report.write import write_report


class Tags(HTMLParser):
    """Counts what is open and what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pictures: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.pictures.append(dict(attrs)["src"] or "")
        elif tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(folder, *rehearsed(30))
    return folder


def read_page(folder: Path) -> Tags:
    tags = Tags()
    tags.feed((folder / "report.html").read_text(encoding="utf-8"))
    assert tags.open == []
    return tags


def test_the_page_stands_alone_and_begins_with_what_must_be_known(report: Path) -> None:
    tags = read_page(report)
    assert len(tags.pictures) == 3
    assert all(source.startswith("data:image/svg+xml;base64,") for source in tags.pictures)
    order = ["A rehearsal: 180 answers", "What was found", "Area under the ROC curve", "What this cannot show"]
    places = [tags.text.index(words) for words in order]
    assert places == sorted(places)
    assert "not for primary diagnosis" in tags.text


def test_the_json_holds_the_plan_and_every_number(report: Path) -> None:
    data = json.loads((report / "report.json").read_text(encoding="utf-8"))
    study, answers = rehearsed(30)
    assert read_plan(data["plan"]) == study
    found = analyse(readings_of(study, answers))
    assert found.roc is not None
    assert data["roc"]["means"]["both"]["value"] == found.roc.means[study.conditions[1]].value
    assert len(data["roc"]["differences"]) == 9


def test_the_table_for_r_has_one_row_for_each_answer_and_gives_the_same_areas(report: Path) -> None:
    with (report / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:6] == ["reader", "case", "condition", "truth", "rating", "time"]
    assert len(rows) == 180
    found = analyse(readings_of(*rehearsed(30)))
    assert found.roc is not None
    for one in found.roc.readers:
        mine = [row for row in rows if (row["reader"], row["condition"]) == (one.reader, one.condition.value)]
        area = auc([float(row["rating"]) for row in mine], [row["truth"] == "1" for row in mine])
        assert area == pytest.approx(one.area.value)


def test_people_write_titles_and_names_of_any_kind(tmp_path: Path) -> None:
    study = read_plan({**form(8), "title": "<b>Über & unter</b>", "readers": ["<1>", 'a,\n"b"']})
    answers = [replace(answer, scripted=False, values={**answer.values, "where": (3.5, 4.0)})
               for answer in answered(study)]  # fmt: skip
    write_report(tmp_path, study, answers)
    assert "<b>Über & unter</b>" in read_page(tmp_path).text
    with (tmp_path / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["reader"] for row in rows} == set(study.readers)
    assert {(row["where_x"], row["where_y"]) for row in rows} == {("3.5", "4.0")}


def test_a_study_that_has_hardly_begun_has_a_report_that_says_so(tmp_path: Path) -> None:
    study, answers = rehearsed(30)
    write_report(tmp_path, study, [])
    assert "No reader has finished yet." in read_page(tmp_path).text
    write_report(tmp_path, study, answers[:61])
    text = read_page(tmp_path).text
    assert "R2 (films read: 1)" in text
    assert "Decide nothing before all have finished" in text
    assert "One reader can hardly stand for all readers" in text


def test_three_conditions_many_readers_and_no_rating_can_be_reported(tmp_path: Path) -> None:
    write_report(tmp_path / "a", *rehearsed(12, 4, 3))
    assert "all conditions alike?" in read_page(tmp_path / "a").text
    study = replace(plan(6, 2), rating="")
    write_report(tmp_path / "b", study, answered(study))
    assert "The plan names no rating" in read_page(tmp_path / "b").text
    single = plan(6, 2, 1)
    write_report(tmp_path / "c", single, answered(single))
    assert "one condition only" in read_page(tmp_path / "c").text


def found_difference(low: float, high: float) -> Findings:
    found = analyse(readings_of(*rehearsed(30)))
    assert found.roc is not None
    difference = Estimate((low + high) / 2, low, high)
    return replace(
        found,
        roc=replace(found.roc, differences=tuple(replace(one, difference=difference) for one in found.roc.main())),
    )


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.02, 0.1, "told positive from negative films better with grey and colour side by side"),
        (-0.1, -0.02, "told positive from negative films worse with grey and colour side by side"),
        (-0.03, 0.05, "That decides nothing: anything from 0.030 worse to 0.050 better fits these readings."),
    ],
)
def test_the_words_follow_the_interval(low: float, high: float, told: str) -> None:
    assert told in summary(found_difference(low, high))[1]


def test_readers_who_are_alike_by_chance_do_not_pass_for_certainty() -> None:
    found = analyse(readings_of(*rehearsed(60)))
    assert found.roc is not None
    errors = {one.reach: one.standard_error for one in found.roc.differences if one.covariance == "DeLong"}
    assert errors[Reach.READERS_AND_CASES] < errors[Reach.CASES]
    assert "Trust the wider of the two." in summary(found)[2]
    apart = replace(found.roc, differences=tuple(
        replace(one, standard_error=1.0) if one.reach is Reach.READERS_AND_CASES else one
        for one in found.roc.differences
    ))  # fmt: skip
    assert not any("Trust the wider" in sentence for sentence in summary(replace(found, roc=apart)))


def test_limits_are_always_told() -> None:
    study, answers = rehearsed(30)
    found = analyse(readings_of(study, answers))
    assert any("no statement about patients" in sentence for sentence in limits(study, found))
    assert any("28 days" in sentence for sentence in limits(study, found))
    assert "scripts" in cautions(found)[0]


def test_p_values_are_short() -> None:
    assert [p_value(p) for p in (1e-9, 0.00123, 0.0498, 0.32, float("nan"))] == [
        "< 0.0001",
        "0.0012",
        "0.05",
        "0.32",
        "–",
    ]
