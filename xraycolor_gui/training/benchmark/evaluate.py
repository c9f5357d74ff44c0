"""`xraycolor evaluate`: what models are worth, measured on films and a body that no model learnt from."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load
from xraycolor_gui.training.benchmark.contender import ModelContender
from xraycolor_gui.training.benchmark.run import Results, Sizes, run_benchmark
from xraycolor_gui.training.benchmark.survey import Tell

#: What a measurement takes unless it is told otherwise.
SIZES = Sizes()


def evaluate(
    models: Sequence[str],
    *,
    data: Path,
    output: Path | None = None,
    palette_name: str = "anatomical",
    tell: Tell | None = None,
) -> str:
    """Measure models (names or weights files) side by side; returns the table, writes OUTPUT/report.json beside it.

    Raises TrainingError when the data are missing, ModelError when a model is.
    """
    shown = palette(palette_name)
    contenders = [ModelContender(load(model), shown) for model in models]
    results = run_benchmark(contenders, data, shown, tell or to_stderr, SIZES)
    if output is not None:
        write_json(results, output)
    return results.table()


def measure(colorizer: Colorizer, data: Path, tell: Tell, palette_name: str = "anatomical") -> Results:
    """Every gate for one model through one palette."""
    shown = palette(palette_name)
    return run_benchmark([ModelContender(colorizer, shown)], data, shown, tell, SIZES)


def write_json(results: Results, folder: Path) -> Path:
    """FOLDER/report.json, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "report.json"
    beside = path.with_name(path.name + ".new")
    beside.write_text(results.to_json(), encoding="utf-8")
    beside.replace(path)
    return path


def to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
