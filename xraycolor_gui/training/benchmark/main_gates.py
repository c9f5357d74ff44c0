"""The gates that one line of a table has room for: what to compare training runs by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.anatomy import TEST_BODY
from xraycolor_gui.training.benchmark import elsewhere, equal_grey, true_films
from xraycolor_gui.training.benchmark.contender import ModelContender
from xraycolor_gui.training.benchmark.films import chosen_films, read_films
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.benchmark.survey import off_centre, survey
from xraycolor_gui.training.telling import Tell

#: Films without a mask of each data set and body part.
_PER_GROUP = 12
_TEST_BODY_FILMS = 24


def main_gates(colorizer: Colorizer, data: Path, tell: Tell, palette_name: str = "anatomical") -> tuple[Measured, ...]:
    """Lung and heart among equal grey, lung and chroma where they do not belong, tissues and error on the test body.

    Each row's name tells the whole; `gate` is kept for reference.
    """
    shown = palette(palette_name)
    contender = ModelContender(colorizer, shown)
    films = chosen_films(read_films(data), _PER_GROUP)
    filmed, cropped = equal_grey.EqualGrey(), equal_grey.EqualGrey(equal_grey.OFF_CENTRE)
    lung, air = elsewhere.NoLungElsewhere(), elsewhere.NeutralAir()
    survey(contender, films, [filmed, lung, air], tell, title="as filmed")
    survey(contender, films, [cropped], tell, title="off-centre crops", cut=off_centre)
    rows = [
        *(row for gate in (filmed, cropped) for row in gate.rows(contender.name) if row.gate == equal_grey.GATE),
        *(_called(row, f"lung leads in {row.name}") for row in lung.rows(contender.name) if "whole" not in row.name),
        *(_called(row, f"air, {row.name}") for row in air.rows(contender.name) if _is_median_air(row)),
    ]
    volume = next(iter(sorted(data.rglob(f"{TEST_BODY}.npz"))), None)
    if volume is not None:
        true = true_films.true_films(volume, tell, _TEST_BODY_FILMS)
        measured = true_films.true_film_rows(contender, true, shown, tell)
        gates = (true_films.TISSUE_GATE, true_films.ERROR_GATE)
        rows += [_called(row, f"test body, {row.name}") for row in measured if row.gate in gates and row.unit == ""]
    return tuple(rows)


def _is_median_air(row: Measured) -> bool:
    return row.gate == elsewhere.AIR_GATE and row.name.endswith("median")


def _called(row: Measured, name: str) -> Measured:
    return replace(row, name=name)
