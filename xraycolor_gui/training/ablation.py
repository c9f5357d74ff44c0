"""`xraycolor ablate`: what each ingredient of training is worth, by leaving it out under one equal, reduced budget.

Every row is a training run of its own with a checkpoint, and is measured by the main gates. Rows that are done are
kept, so that a stopped table goes on where it was.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load, save
from xraycolor_gui.training.benchmark.main_gates import main_gates
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.computed_films import cached_stacks
from xraycolor_gui.training.config import SourceSettings, TrainingConfig, read_config
from xraycolor_gui.training.course import batches_of, film_maker, mixture_of
from xraycolor_gui.training.finish import card_of
from xraycolor_gui.training.finish import credits as credits_of
from xraycolor_gui.training.run import CHECKPOINT, Run, run_batches
from xraycolor_gui.training.sources import check_data, real_films, tissue_stacks, training_films, wanted_volumes
from xraycolor_gui.training.telling import Tell, to_stderr

Change = Callable[[TrainingConfig], TrainingConfig]
#: Measures a model on the data folder's films: the gates that make the table's columns.
Gates = Callable[[Colorizer, Path, Tell], Sequence[Measured]]

#: The two bodies of the smaller row: one with organ labels, one registered to it.
TWO_CHESTS = ("chest_lidc0001", "chest_cptac249")
#: Views that are projected for a row whose bodies lie straight: they differ in framing alone, so fewer will do.
_STRAIGHT_STACKS = 360


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the table: the shipped configuration, less something."""

    name: str
    title: str
    change: Change


def _all(config: TrainingConfig) -> TrainingConfig:
    return config


def _without_real_films(config: TrainingConfig) -> TrainingConfig:
    total = sum(config.as_dict()["batch"].values())
    batch = replace(config.batch, computed=total, lung_masks=0, heart_masks=0, unlabelled=0)
    return replace(config, batch=batch)


def _without_labels(config: TrainingConfig) -> TrainingConfig:
    real = config.batch.lung_masks + config.batch.heart_masks + config.batch.unlabelled
    batch = replace(config.batch, lung_masks=0, heart_masks=0, unlabelled=real)
    return replace(config, batch=batch, sources=replace(config.sources, labels=False))


def _without_poses(config: TrainingConfig) -> TrainingConfig:
    run = replace(config.run, stacks=min(config.run.stacks, _STRAIGHT_STACKS))
    return replace(config, run=run, sources=replace(config.sources, poses=False))


def _two_chests(config: TrainingConfig) -> TrainingConfig:
    return replace(config, sources=replace(config.sources, volumes=TWO_CHESTS))


def _without_teacher(config: TrainingConfig) -> TrainingConfig:
    return replace(config, losses=replace(config.losses, teacher=0.0))


VARIANTS = (
    Variant("all", "everything", _all),
    Variant("no-real-films", "without real films (computed films in their place)", _without_real_films),
    Variant("no-partial-labels", "without partial labels (the same real films, unlabelled)", _without_labels),
    Variant("no-poses", "without pose and habitus (every body straight and of its own size)", _without_poses),
    Variant("two-chests", "two chest volumes instead of all volumes", _two_chests),
    Variant("no-teacher", "without the teacher (no consistency between views)", _without_teacher),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one variant."""

    name: str
    title: str
    steps: int
    films: int
    minutes: float
    measured: tuple[Measured, ...]

    def plain(self) -> dict[str, Any]:
        numbers = [number.plain() for number in self.measured]
        return {f: getattr(self, f) for f in ("name", "title", "steps", "films", "minutes")} | {"measured": numbers}


def ablate(
    config: str,
    *,
    data: Path | None,
    output: Path,
    minutes: float | None = None,
    gates: Gates = main_gates,
    stacks: Path | None = None,
    only: Sequence[str] = (),
    tell: Tell = to_stderr,
) -> Path:
    """Train and measure every variant that is not done yet; returns OUTPUT/ablation.md, beside it ablation.json.

    config: a shipped model's name or a TOML file. minutes: of each row, in place of the file's. stacks: a folder of
    projected stacks to use, else they are projected into OUTPUT. only: names of variants, all when empty. Raises
    TrainingError for what is wrong with the inputs.
    """
    sources = check_data(data)
    chosen = _chosen(only)
    base = read_config(config, minutes)
    output.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    for number, variant in enumerate(chosen, start=1):
        tell(f"[{number}/{len(chosen)}] {variant.title}")
        changed = variant.change(base)
        settings = replace(changed, model=replace(base.model, name=variant.name, title=variant.title))
        folder = output / variant.name
        row = _done(folder, settings)
        if row is None:
            views = stacks or output / "stacks"
            made = _row(variant, settings, data=sources, folder=folder, stacks=views, gates=gates, tell=tell)
            row = made.plain()
            _write(folder / "row.json", json.dumps({"config": settings.as_dict(), "row": row}, indent=1))
        rows.append(row)
        _write(output / "ablation.json", json.dumps({"config": config, "rows": rows}, indent=1))
        _write(output / "ablation.md", table(rows))
    return output / "ablation.md"


def _chosen(only: Sequence[str]) -> tuple[Variant, ...]:
    known = {variant.name: variant for variant in VARIANTS}
    unknown = [name for name in only if name not in known]
    if unknown:
        raise TrainingError(f"There is no row {', '.join(unknown)}.", f"Choose among {', '.join(known)}.")
    return tuple(known[name] for name in only) or VARIANTS


def _done(folder: Path, settings: TrainingConfig) -> dict[str, Any] | None:
    """The row that lies there, if it was made under the same settings."""
    try:
        content = json.loads((folder / "row.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if content["config"] != json.loads(json.dumps(settings.as_dict())):
        raise TrainingError(
            f"{folder} holds a row of other settings.", "Choose another folder, or delete the row to make it again."
        )
    row: dict[str, Any] = content["row"]
    return row


def _row(
    variant: Variant,
    settings: TrainingConfig,
    *,
    data: Path,
    folder: Path,
    stacks: Path,
    gates: Gates,
    tell: Tell,
) -> Row:
    folder.mkdir(parents=True, exist_ok=True)
    views = variant_stacks(settings, data, folder, stacks, tell)
    run = Run(settings, data)
    if (folder / CHECKPOINT).exists():
        run.resume(folder)
        tell(f"resumed at step {run.progress.step}")
    if run.done < 1:
        batches = batches_of(settings, film_maker(views, settings), real_films(data, settings))
        run_batches(run, batches, folder, tell)
    trained_on = credits_of(training_films(data), wanted_volumes(data / "ct", settings))
    save(run.teacher, card_of(run, trained_on), folder)
    tell("measuring")
    colorizer = load(str(folder / f"{settings.model.name}.safetensors"))
    films = run.progress.step * mixture_of(settings).total
    measured = tuple(gates(colorizer, data, tell))
    return Row(variant.name, variant.title, run.progress.step, films, run.progress.seconds / 60, measured)


def variant_stacks(settings: TrainingConfig, data: Path, folder: Path, shared: Path, tell: Tell) -> tuple[Path, ...]:
    """The shared stacks that the settings allow; straight ones are projected for their row alone."""
    if not settings.sources.poses:
        return tissue_stacks(data / "ct", folder / "stacks", settings, tell)
    every = replace(settings, sources=SourceSettings())
    found = cached_stacks(shared) or tissue_stacks(data / "ct", shared, every, tell)
    names = settings.sources.volumes
    return tuple(path for path in found if not names or path.stem.partition("_")[2] in names)


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Markdown: one line per variant, one column per number."""
    names = list(dict.fromkeys(_column(number) for row in rows for number in row["measured"]))
    lines = [
        "| | minutes | films seen | " + " | ".join(names) + " |",
        "|---|---|---|" + "---|" * len(names),
    ]
    for row in rows:
        values = {_column(number): number["value"] for number in row["measured"]}
        cells = [_cell(values.get(name)) for name in names]
        lines.append(f"| {row['title']} | {row['minutes']:.1f} | {row['films']:,} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _column(number: dict[str, Any]) -> str:
    unit = f" ({number['unit']})" if number["unit"] else ""
    return f"{number['name']}{unit}"


def _cell(value: float | None) -> str:
    if value is None or math.isnan(value):
        return "–"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}"


def _write(path: Path, text: str) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
