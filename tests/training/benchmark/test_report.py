"""The report: what fails first, models beside baselines, pictures inside, and nothing that has to be fetched."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.report.figures import as_png
from xraycolor_gui.training.benchmark import as_papers, equal_grey, speed, true_films
from xraycolor_gui.training.benchmark.measured import Measured, NotRun, Sense
from xraycolor_gui.training.benchmark.report import plots
from xraycolor_gui.training.benchmark.report.numbers import markdown, short
from xraycolor_gui.training.benchmark.report.page import Story, page
from xraycolor_gui.training.benchmark.run import Entered, Results

NAMES = ("basic", "vgg16", "grey", "turbo")


def made_rows() -> tuple[Measured, ...]:
    rng = np.random.default_rng(0)
    rows = []
    for name in NAMES:
        ours = name in NAMES[:2]
        for tissue, films in (("lung", "masks"), ("lung", "films"), ("heart", "films")):
            for cut in ("as filmed", "off-centre"):
                value = float(rng.uniform(0.97, 0.999)) if ours else 0.5
                rows.append(
                    Measured(equal_grey.GATE, f"{tissue}, {films}, {cut}", name, value, value - 0.01, value + 0.003,
                             limit=0.99, sense=Sense.AT_LEAST, count=55)
                )  # fmt: skip
                rows.append(Measured("position prior", f"{tissue}, {films}, {cut}", name, 0.9))
        for tissue in ("lung", "bone"):
            value = float(rng.uniform(0.9, 0.99)) if ours else 0.5
            rows.append(
                Measured(true_films.TISSUE_GATE, tissue, name, value, limit=0.97, sense=Sense.AT_LEAST, count=48)
            )
        for films in ("all films", as_papers.CHILDREN):
            for number in ("MSE RGB", "PSNR RGB", "SSIM RGB"):
                value = math.inf if name == "grey" and "PSNR" in number else float(rng.uniform(1, 30))
                rows.append(Measured(as_papers.AGAINST_GREY, f"{number}, {films}", name, value, count=90))
        if ours:
            rows.append(Measured(speed.GATE, "grey to prediction, 2 threads", name, 31.0, 29.0, 35.0, limit=40.0,
                                 sense=Sense.AT_MOST, unit="ms"))  # fmt: skip
    return tuple(rows)


def made_results() -> Results:
    return Results(
        rows=made_rows(),
        not_run=(NotRun("novelty AUROC", "basic has <nothing> to measure."),),
        entered=tuple(Entered(name, f"The {name}", "ab12" * 16 if name == "basic" else "") for name in NAMES),
        palette="anatomical",
        films=300,
        patients=212,
        seconds=1234.0,
        date="2026-01-01",
    )


class _Balanced(HTMLParser):
    """Fails where a tag is closed that is not the last one opened."""

    VOID = ("meta", "img", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def text() -> str:
    sheet = np.full((40, 60, 3), 90, np.uint8)
    story = Story(
        "Benchmark", NAMES[:2], "xraycolor evaluate --data FOLDER", {"basic": sheet}, cards={"basic": "a & b"}
    )
    return page(made_results(), story)


def test_the_page_stands_alone_and_its_tags_are_balanced(text: str) -> None:
    reader = _Balanced()
    reader.feed(text)
    assert reader.open == []
    assert all(source.startswith("data:image/") for source in re.findall(r'src="([^"]+)"', text))
    assert "http" not in re.sub(r"data:image/[^\"]+", "", text)
    assert "&lt;nothing&gt;" in text
    assert "a &amp; b" in text


def test_what_fails_is_said_before_anything_else(text: str) -> None:
    places = [text.index(f"<h2>{title}") for title in ("What fails", "Models side by side", "Beside baselines")]
    assert places == sorted(places)
    assert text.index("limits kept") < places[1]


def test_the_row_that_does_nothing_has_endless_psnr(text: str) -> None:
    assert "∞" in text
    assert as_papers.CHILDREN in text.replace("&#x27;", "'")


def test_every_number_of_every_contender_is_on_the_page(text: str) -> None:
    for row in made_rows():
        assert short(row.value) in text


def test_the_markdown_table_has_a_column_for_every_contender() -> None:
    lines = markdown(made_rows(), NAMES).splitlines()
    assert lines[0] == "| | limit | basic | vgg16 | grey | turbo |"
    assert {line.count("|") for line in lines} == {7}


@pytest.mark.parametrize("draw", [plots.separability, plots.tissues, plots.worth_of_psnr, plots.seconds])
def test_every_plot_is_drawn_and_left_out_without_rows(draw: object, tmp_path: Path) -> None:
    figure = draw(made_rows(), NAMES[:2])  # type: ignore[operator]
    as_png(figure, tmp_path / "plot.png")
    assert (tmp_path / "plot.png").stat().st_size > 3000
    assert draw((), NAMES[:2]) is None  # type: ignore[operator]
