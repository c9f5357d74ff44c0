"""Report files: report.html to read, report.md for a README or a card, report.json to compute with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xraycolor_gui.training.benchmark.contact_sheet import Picture, contact_sheet, sheet_films
from xraycolor_gui.training.benchmark.contender import ModelContender
from xraycolor_gui.training.benchmark.report.numbers import markdown
from xraycolor_gui.training.benchmark.report.page import Story, page
from xraycolor_gui.training.benchmark.run import Results
from xraycolor_gui.training.telling import Tell


def write_benchmark(
    folder: Path, results: Results, models: Sequence[ModelContender], *, data: Path, command: str, tell: Tell
) -> Path:
    """The benchmark of some models and whoever was measured beside them; returns FOLDER/report.html."""
    names = [model.name for model in models]
    cards = {model.name: model.colorizer.card.describe() for model in models}
    title = f"XrayColor: benchmark of {', '.join(names)}"
    story = Story(title, names, command, sheets_of(models, data, tell), cards=cards)
    return write_files(folder, results, story)


def write_training(
    folder: Path, results: Results, model: ModelContender, *, data: Path, training: Mapping[str, Any]
) -> Path:
    """The end of a training run: the same page with the run's losses.

    training: steps, seconds and losses (one mapping per entry of the log); they go into report.json as `training`.
    """
    card = model.colorizer.card
    story = Story(
        title=f"{card.title} ({card.name}), {card.date}",
        models=(model.name,),
        command=card.command,
        sheets=sheets_of((model,), data, lambda _line: None),
        losses=training["losses"],
        cards={model.name: card.describe()},
    )
    return write_files(folder, results, story, {"training": training})


def sheets_of(models: Sequence[ModelContender], data: Path, tell: Tell) -> dict[str, Picture]:
    """A contact sheet of the same films for every model; none where there is no film to show."""
    films = sheet_films(data)
    if not films:
        return {}
    tell(f"contact sheets: {len(films)} films for {len(models)} models")
    return {model.name: contact_sheet(model, films) for model in models}


def write_files(folder: Path, results: Results, story: Story, more: Mapping[str, Any] | None = None) -> Path:
    """Each whole or not at all. more: goes into the JSON beside the numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    names = list(dict.fromkeys((*story.models, *(one.name for one in results.entered))))
    content = {**(more or {}), **results.plain()}
    _write(folder / "report.json", json.dumps(content, indent=1, ensure_ascii=False))
    _write(folder / "report.md", markdown(results.rows, names))
    return _write(folder / "report.html", page(results, story))


def _write(path: Path, text: str) -> Path:
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    return beside.replace(path)
