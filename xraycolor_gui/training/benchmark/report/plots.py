"""The report's plots, each one figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from xraycolor_gui.report.figures import panels, point
from xraycolor_gui.training.benchmark import as_papers, equal_grey, speed, true_films
from xraycolor_gui.training.benchmark.measured import GateResult, Measured
from xraycolor_gui.training.benchmark.report.numbers import side_by_side

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Okabe and Ito's colours for our models, grey for everybody else.
_MODELS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
_OTHERS = "#7a7a7a"

Titles = Mapping[str, str]


def separability(rows: Sequence[Measured], models: Sequence[str]) -> Figure | None:
    """Equal-grey AUC of every contender, one panel per set of films and tissue, with the limit and the blind prior."""
    table = {key: found for key, found in side_by_side(rows).items() if key[0] == equal_grey.GATE}
    if not table:
        return None
    priors = {(row.name, row.contender): row.value for row in rows if row.gate == "position prior"}
    names = _in_order({name for found in table.values() for name in found}, models, rows)
    columns = 2
    height = 0.22 * len(names) + 0.7
    figure, every = panels(len(table), columns, height)
    for axes, ((_, name), found) in zip(every, table.items(), strict=False):
        _dots(axes, found, names, models)
        limit = next((row.limit for row in found.values() if np.isfinite(row.limit)), None)
        if limit is not None:
            axes.axvline(limit, color="black", linewidth=0.8, linestyle="--")
        blind = [priors[name, model] for model in models if (name, model) in priors]
        if blind:
            axes.axvline(float(np.mean(blind)), color="black", linewidth=0.8, linestyle=":")
        axes.axvline(0.5, color="0.8", linewidth=0.8)
        axes.set_title(name, fontsize=9)
        axes.set_xlim(0.4, 1.005)
    figure.supxlabel("AUC among pixels of equal grey (dashed: limit, dotted: position prior of the models)", fontsize=9)
    return figure


def tissues(rows: Sequence[Measured], models: Sequence[str]) -> Figure | None:
    """Tissues on computed films of the test body, the models in one panel."""
    table = {key[1]: found for key, found in side_by_side(rows).items() if key[0] == true_films.TISSUE_GATE}
    table = {name: found for name, found in table.items() if any(model in found for model in models)}
    if not table:
        return None
    figure, (axes,) = panels(1, 1, 0.34 * len(table) + 0.9)
    for number, model in enumerate(models):
        places = np.arange(len(table)) + 0.16 * (number - (len(models) - 1) / 2)
        shown = [(place, found[model]) for place, found in zip(places, table.values(), strict=True) if model in found]
        _points(axes, [place for place, _ in shown], [row for _, row in shown], _MODELS[number % len(_MODELS)], model)
    axes.axvline(0.97, color="black", linewidth=0.8, linestyle="--")
    axes.set_yticks(range(len(table)), list(table), fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel("AUC against the rest among pixels of equal grey (dashed: limit)", fontsize=9)
    axes.legend(fontsize=8, loc="lower left")
    return figure


def worth_of_psnr(rows: Sequence[Measured], models: Sequence[str]) -> Figure | None:
    """PSNR against the grey film beside what the colour tells: the number papers report rewards doing nothing."""
    psnr = {row.contender: row.value for row in rows if _is_psnr(row)}
    told: dict[str, list[float]] = {}
    for row in rows:
        if row.gate == equal_grey.GATE and equal_grey.OFF_CENTRE in row.name and np.isfinite(row.value):
            told.setdefault(row.contender, []).append(row.value)
    names = [name for name in psnr if name in told]
    if not names:
        return None
    highest = max((value for value in psnr.values() if np.isfinite(value)), default=40.0) + 4
    figure, (axes,) = panels(1, 1, 4.2)
    for name in names:
        x, y = min(psnr[name], highest), float(np.mean(told[name]))
        axes.plot(x, y, "o", color=_colour(name, models), markersize=6)
        axes.annotate(name + ("" if np.isfinite(psnr[name]) else " (∞)"), (x, y), (4, 3), fontsize=7,
                      textcoords="offset points")  # fmt: skip
    axes.set_xlabel("PSNR of RGB against the grey film, dB", fontsize=9)
    axes.set_ylabel("mean equal-grey AUC, off-centre crops", fontsize=9)
    axes.margins(x=0.12, y=0.12)
    return figure


def seconds(rows: Sequence[Measured], models: Sequence[str]) -> Figure | None:
    """Inference time of models and rivals, with the models' limits."""
    found = {row.contender: row for row in rows if row.gate == speed.GATE}
    if not found:
        return None
    figure, (axes,) = panels(1, 1, 0.35 * len(found) + 0.9)
    for place, (name, row) in enumerate(found.items()):
        axes.barh(place, row.value, color=_colour(name, models), height=0.6)
        if np.isfinite(row.limit):
            axes.plot([row.limit] * 2, [place - 0.4, place + 0.4], color="black", linewidth=1.2)
    axes.set_yticks(range(len(found)), list(found), fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, None)
    axes.set_xlabel("ms per 256 × 256 film, median (bar: limit)", fontsize=9)
    return figure


def losses(log: Sequence[Mapping[str, float]]) -> Figure | None:
    """One curve per loss over the minutes of a training run."""
    if not log:
        return None
    figure, (axes,) = panels(1, 1, 3.6)
    minutes = [row["seconds"] / 60 for row in log]
    for name in (key for key in log[0] if key not in ("step", "seconds")):
        axes.plot(minutes, [row[name] for row in log], label=name)
    axes.set(xlabel="minutes", ylabel="loss", yscale="log")
    axes.legend(fontsize=8)
    return figure


def _dots(axes: Axes, found: Mapping[str, Measured], names: Sequence[str], models: Sequence[str]) -> None:
    for place, name in enumerate(names):
        if name in found:
            _points(axes, [place], [found[name]], _colour(name, models))
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(axis="y", color="0.92")


def _points(axes: Axes, places: Sequence[float], rows: Sequence[Measured], colour: str, label: str = "") -> None:
    for number, (place, row) in enumerate(zip(places, rows, strict=True)):
        missed = row.result is GateResult.FAIL
        point(axes, row.value, (row.low, row.high), place, colour, hollow=missed, label="" if number else label)


def _colour(name: str, models: Sequence[str]) -> str:
    return _MODELS[list(models).index(name) % len(_MODELS)] if name in models else _OTHERS


def _in_order(names: set[str], models: Sequence[str], rows: Sequence[Measured]) -> list[str]:
    """Models first, then the others as they were measured."""
    others = [name for name in dict.fromkeys(row.contender for row in rows) if name in names and name not in models]
    return [*(model for model in models if model in names), *others]


def _is_psnr(row: Measured) -> bool:
    return row.gate == as_papers.AGAINST_GREY and row.name.startswith("PSNR RGB") and as_papers.CHILDREN not in row.name
