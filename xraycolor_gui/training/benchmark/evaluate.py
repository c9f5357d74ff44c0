"""`xraycolor evaluate`: what models are worth, measured on films and a body that no model learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load
from xraycolor_gui.training.benchmark.baselines import baselines
from xraycolor_gui.training.benchmark.contender import Contender, ModelContender
from xraycolor_gui.training.benchmark.films import read_films
from xraycolor_gui.training.benchmark.measured import NotRun
from xraycolor_gui.training.benchmark.report.write import write_benchmark
from xraycolor_gui.training.benchmark.run import Entered, Results, Sizes, run_benchmark
from xraycolor_gui.training.benchmark.speed import speed_rows
from xraycolor_gui.training.rivals.contender import RivalContender, untrained
from xraycolor_gui.training.telling import Tell, to_stderr

#: What a measurement takes unless it is told otherwise.
SIZES = Sizes()


def evaluate(
    models: Sequence[str],
    *,
    data: Path,
    output: Path | None = None,
    palette_name: str = "anatomical",
    beside: bool = False,
    rivals: Path | None = None,
    tell: Tell = to_stderr,
) -> str:
    """Measure models (names or weights files) side by side; returns their table.

    output: folder for report.html, report.md and report.json; contenders that were measured there before, on the same
    films, are taken from OUTPUT/contenders. beside: measure baselines as well, and rivals whose weights lie in
    `rivals`. Raises TrainingError when the data are missing, ModelError when a model or the rivals are.
    """
    shown = palette(palette_name)
    colorizers = [load(model) for model in models]
    ours = [ModelContender(colorizer, shown) for colorizer in colorizers]
    others: tuple[Contender, ...] = ()
    absent: tuple[NotRun, ...] = ()
    if beside:
        others, absent = baselines(colorizers[0], read_films(data), data, shown, rivals=rivals, tell=tell)
    kept = output / "contenders" if output is not None else None
    results = run_benchmark([*ours, *others], data, shown, tell, SIZES, kept=kept)
    results = _with_speed(replace(results, not_run=(*absent, *results.not_run)), colorizers, others)
    if output is not None:
        command = _command(models, palette_name, beside, rivals)
        write_benchmark(output, results, ours, data=data, command=command, tell=tell)
    return replace(results, entered=results.entered[: len(ours)]).table()


def _with_speed(results: Results, colorizers: Sequence[Colorizer], others: Sequence[Contender]) -> Results:
    """Times are taken in every run: they belong to the machine, and are compared within it."""
    rivals = [one for one in others if isinstance(one, RivalContender)]
    entered = results.entered
    if not rivals:
        rivals = [untrained("tutorial")]
        entered += tuple(Entered(one.name, f"{one.title}; untrained, for its speed") for one in rivals)
    return replace(results, entered=entered, rows=(*results.rows, *speed_rows(colorizers, rivals)))


def _command(models: Sequence[str], palette_name: str, beside: bool, rivals: Path | None) -> str:
    """How to run it again, without this machine's folders."""
    names = " ".join(f"--model {Path(model).stem}" for model in models)
    rest = f" --rivals {rivals.name}" if rivals is not None else "" if beside else " --models-only"
    return f"xraycolor evaluate {names} --palette {palette_name} --data FOLDER{rest} -o FOLDER"


def measure(colorizer: Colorizer, data: Path, tell: Tell, palette_name: str = "anatomical") -> Results:
    """Every gate for one model through one palette."""
    shown = palette(palette_name)
    return run_benchmark([ModelContender(colorizer, shown)], data, shown, tell, SIZES)
