"""The whole benchmark on drawn films: a model that knows how these were drawn, and one that knows nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.models.made_models import radiograph, tiny_card, tiny_network
from tests.training import small_data
from tests.training.benchmark.test_films import write_manifest
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.gauges import Seen
from xraycolor_gui.training.benchmark import bootstrap, equal_grey, lesion, robustness, true_films
from xraycolor_gui.training.benchmark.changes import CHANGES
from xraycolor_gui.training.benchmark.contender import ModelContender
from xraycolor_gui.training.benchmark.films import chosen_films, read_films
from xraycolor_gui.training.benchmark.measured import GateResult, Measured
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.run import Results, Sizes, run_benchmark
from xraycolor_gui.training.benchmark.survey import look_at, off_centre, survey

FEW = Sizes(per_group=1, test_body=3, robustness=1, lesions=1)


class ByGrey(Colorizer):
    """Knows how the films of `small_data` were drawn: dark is lung, light is heart."""

    def look(self, grey: np.ndarray, pixel_aspect: float = 1.0) -> Seen:
        seen = super().look(grey, pixel_aspect)
        return replace(seen, shares=self._by_grey(grey, *seen.shares.shape[:2]))

    def _by_grey(self, grey: np.ndarray, rows: int, columns: int) -> np.ndarray:
        small = cv2.GaussianBlur(cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA), (0, 0), 1.5)
        shares = np.full((*small.shape, len(TISSUES)), 1e-3, np.float32)
        kind = np.where(small < 0.42, TISSUES.index("lung"), TISSUES.index("soft-tissue"))
        kind[small > 0.74] = TISSUES.index("heart")
        np.put_along_axis(shares, kind[..., None], 1.0, axis=2)
        return shares / shares.sum(axis=2, keepdims=True)


@pytest.fixture(scope="module", autouse=True)
def few_rounds() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "ROUNDS", 30)
        yield


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_data.make(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def contender() -> ModelContender:
    network = tiny_network()
    return ModelContender(ByGrey(tiny_card(network), network), palette("anatomical"))


@pytest.fixture(scope="module")
def results(data: Path, contender: ModelContender) -> Results:
    return run_benchmark([contender], data, palette("anatomical"), _silent, FEW)


def _silent(_line: str) -> None:
    """Nobody listens."""


def _rows(results: Results, gate: str) -> dict[str, Measured]:
    return {row.name: row for row in results.rows if row.gate == gate}


def test_every_gate_that_has_films_has_rows(results: Results) -> None:
    gates = {row.gate for row in results.rows}
    assert {equal_grey.GATE, robustness.GATE, lesion.GATE, true_films.TISSUE_GATE, true_films.ERROR_GATE} <= gates
    told = {row.name for row in results.rows if row.gate == equal_grey.GATE}
    assert {"lung, masks, drawn, as filmed", "heart, films, drawn, off-centre"} <= told
    assert {change.name for change in CHANGES} == {name.rsplit(", ", 1)[0] for name in _rows(results, robustness.GATE)}


def test_gates_without_films_are_named_as_not_run(results: Results) -> None:
    not_run = {gate.gate: gate.why for gate in results.not_run}
    assert "There is no child" in not_run["children's hearts are heart"]
    assert "tiny could be asked" in not_run["radiographs refused"]
    assert not set(not_run) & {row.gate for row in results.rows}


def test_what_leads_where_it_is_drawn_is_found(results: Results) -> None:
    leads = _rows(results, "the drawn tissue leads")
    assert leads["heart (heart), films, drawn"].value > 0.75
    assert leads["lung (left lung, right lung), films, drawn"].value > 0.9


def test_a_model_that_only_reads_grey_is_not_robust_to_what_changes_it(results: Results) -> None:
    robust = _rows(results, robustness.GATE)
    assert robust["JPEG quality 90, 95th percentile"].value < 5
    assert robust["flipped, 95th percentile"].result is GateResult.PASS


def test_the_json_holds_every_number(results: Results) -> None:
    written = json.loads(results.to_json())
    assert len(written["rows"]) == len(results.rows)
    assert written["entered"][0]["name"] == "tiny"
    assert {"value", "low", "high", "limit", "sense", "verdict", "count", "unit"} <= written["rows"][0].keys()


def test_the_card_gets_what_is_held_to_a_limit_with_its_interval(results: Results) -> None:
    measured = results.measured("tiny")
    line = measured["equal-grey AUC: heart, films, drawn, as filmed"]
    assert "at least 0.990" in line
    assert "[" in line
    assert not any(name.startswith("position prior") for name in measured)


def test_the_table_tells_every_row_and_how_many_limits_are_kept(results: Results) -> None:
    table = results.table()
    assert all(row.name in table for row in results.rows)
    assert "limits kept" in table


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four films with outlines of somebody's own, and nothing else."""
    folder = tmp_path_factory.mktemp("mine")
    rng = np.random.default_rng(0)
    rows = []
    for number in range(4):
        grey, mask = small_data.drawn_chest(rng)
        cv2.imwrite(str(folder / f"f{number}.png"), grey)
        cv2.imwrite(str(folder / f"m{number}.png"), mask)
        outlined = {"mask": f"m{number}.png", "structures": "1 aorta=heart, 2 left lung, 4 right lung"}
        rows.append({"file": f"f{number}.png", "split": "test", "body_part": "chest", **outlined})
    write_manifest(folder, rows)
    return folder


def test_anybodys_films_are_measured_with_their_own_structures(mine: Path, contender: ModelContender) -> None:
    results = run_benchmark([contender], mine, palette("anatomical"), _silent, Sizes(1, 0, 0, 0))
    told = {row.name for row in results.rows}
    assert {f"heart, {mine.name}, as filmed", f"lung, {mine.name}, off-centre"} <= told
    assert true_films.TISSUE_GATE in {gate.gate for gate in results.not_run}


def test_a_folder_with_nothing_to_measure_is_refused(tmp_path: Path, contender: ModelContender) -> None:
    with pytest.raises(TrainingError, match="nothing to measure on"):
        run_benchmark([contender], tmp_path, palette("anatomical"), _silent, FEW)


def test_a_film_that_cannot_be_read_is_told_and_left_out(tmp_path: Path, contender: ModelContender) -> None:
    (tmp_path / "broken.png").write_bytes(b"no picture")
    write_manifest(tmp_path, [{"file": "broken.png", "split": "test"}])
    told: list[str] = []
    survey(contender, chosen_films(read_films(tmp_path)), [equal_grey.EqualGrey(), _Everything()], told.append)
    assert any("left out" in line and "broken.png" in line for line in told)


class _Everything(equal_grey.EqualGrey):
    def wants(self, film: object) -> bool:
        return True


def test_true_films_shown_in_their_true_colours_have_no_error(data: Path, contender: ModelContender) -> None:
    films = true_films.true_films(data / "ct" / "chest_lidc0002.npz", _silent, 4)
    shown = palette("anatomical")

    class Perfect:
        name = title = "perfect"

        def __init__(self) -> None:
            self.left = list(films)

        def paint(self, radiograph: object) -> object:
            film = self.left.pop(0)
            shares = film.composition.astype(np.float32)
            lab = np.concatenate([np.zeros((*film.grey.shape, 1), np.float32), shown.chroma(shares, TISSUES)], axis=2)
            return type("P", (), {"chroma": lab[..., 1:], "shape": lab.shape[:2], "confidence": None, "shares": None})()

    rows = {row.name: row for row in true_films.true_film_rows(Perfect(), films, shown, _silent)}  # type: ignore[arg-type]
    # Mixing chroma of fine pixels is not quite the chroma of mixed ones.
    assert rows["part of one constant colour's"].value < 0.1
    assert rows["mean chroma of background and collimation"].result is GateResult.PASS
    assert rows["lung"].value > 0.8


def test_the_truth_itself_takes_part_and_no_palette_is_asked_for_more(results: Results) -> None:
    ceiling = {row.name: row.value for row in results.of(true_films.CEILING)}
    reached = {row.name: row.value for row in results.of("tiny") if row.gate == true_films.TISSUE_GATE}
    assert set(ceiling) == set(reached)
    assert results.entered[-1].name == true_films.CEILING
    assert not results.entered[-1].sha256
    assert ceiling["lung"] > max(0.7, reached["lung"])


def test_off_centre_crops_keep_60_to_80_percent_and_are_the_same_each_time(data: Path) -> None:
    for film in read_films(data)[:20]:
        rows, columns = off_centre(film, (300, 200))
        assert 0.59 <= (rows.stop - rows.start) / 300 <= 0.81
        assert 0.59 <= (columns.stop - columns.start) / 200 <= 0.81
        assert off_centre(film, (300, 200)) == (rows, columns)


def test_a_crop_takes_the_mask_along(data: Path, contender: ModelContender) -> None:
    film = next(film for film in read_films(data) if film.draws_all_of("heart"))
    seen = look_at(contender, film, off_centre)
    assert seen.drawn.tissues["lung"].shape == seen.painted.shape
    assert seen.level[seen.drawn.tissues["lung"]].mean() < seen.level.mean()


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_every_change_of_a_film_is_undone_in_its_colours(change: object) -> None:
    grey = np.clip(cv2.GaussianBlur(np.random.default_rng(0).random((160, 120)), (0, 0), 9) * 8 - 3.5, 0, 1)
    grey = grey.astype(np.float32)
    for way in change.ways:  # type: ignore[attr-defined]
        changed, undo = way(grey, np.random.default_rng(1))
        own = np.stack([grey, grey], axis=2)
        back, where = undo(np.stack([changed, changed], axis=2), (160, 120))
        assert back.shape == own.shape
        assert where.mean() > 0.55
        # Noise and windows change the grey itself; everything else is geometry and must fall in place.
        assert np.abs(back - own)[where].mean() < 0.06


def test_a_radiograph_made_of_an_array_is_presented_as_it_is() -> None:
    grey = present(radiograph()).grey
    np.testing.assert_allclose(present(radiograph_of(grey)).grey, grey, atol=1e-3)


def test_no_number_is_invented_for_one_patient(data: Path, contender: ModelContender) -> None:
    rows = lesion.lesion_rows(contender, read_films(data)[:1], _silent, 1)
    assert all(math.isnan(row.low) for row in rows)
