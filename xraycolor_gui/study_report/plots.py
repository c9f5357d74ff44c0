"""The report's plots, each one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from xraycolor_gui.core.reader_study.areas import Roc
from xraycolor_gui.core.reader_study.findings import Findings
from xraycolor_gui.core.reader_study.plan import Condition
from xraycolor_gui.core.reader_study.readings import Readings
from xraycolor_gui.core.statistics.auc import auc, roc_points
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.report.figures import panels, point
from xraycolor_gui.study_report.words import CONDITIONS, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Okabe and Ito's colours; line and marker say the same again.
_COLOURS = {Condition.GREY: "#5a5a5a", Condition.COLOUR: "#D55E00", Condition.BOTH: "#0072B2"}
_LINES = {Condition.GREY: "--", Condition.COLOUR: ":", Condition.BOTH: "-"}
_MARKERS = {Condition.GREY: "s", Condition.COLOUR: "^", Condition.BOTH: "o"}
#: Curves of more readers are not drawn.
_MOST_CURVES = 12


def curves(readings: Readings, roc: Roc) -> Figure:
    """Each reader's empirical ROC curve, one panel per reader."""
    complete = np.array([case not in roc.left_out for case in readings.cases])
    truth = readings.truth[complete] == 1
    readers = readings.readers[:_MOST_CURVES]
    figure, squares = panels(len(readers), min(len(readers), 3), 3.2)
    for place, (axes, reader) in enumerate(zip(squares, readers, strict=True)):
        axes.plot([0, 1], [0, 1], color="0.85", linewidth=0.8)
        for condition in readings.plan.conditions:
            ratings = readings.suspicion[readings.place(condition), place, complete]
            false, true = roc_points(ratings, truth)
            label = f"{CONDITIONS[condition]}, {number(auc(ratings, truth))}"
            axes.plot(
                false, true, _LINES[condition], color=_COLOURS[condition], linewidth=1.6, label=label, clip_on=False
            )
        axes.set_title(reader, fontsize=9)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.set_aspect("equal")
        axes.legend(fontsize=7, loc="lower right", title="area", title_fontsize=7, frameon=False)
    figure.supxlabel("negative films called positive (1 − specificity)", fontsize=9)
    figure.supylabel("positive films called positive (sensitivity)", fontsize=9)
    return figure


def areas(readings: Readings, roc: Roc) -> Figure:
    """Areas with their intervals by reader and over all; beside them the differences."""
    rows = [*readings.readers, "mean"]
    figure, (left, right) = panels(2, 2, 0.42 * len(rows) + 0.9)
    found = {(one.reader, one.condition): one.area for one in roc.readers}
    found.update({("mean", condition): mean for condition, mean in roc.means.items()})
    conditions = readings.plan.conditions
    for number_, condition in enumerate(conditions):
        shown = [(place + _aside(number_, len(conditions)), found[row, condition]) for place, row in enumerate(rows)]
        _points(left, shown, condition, CONDITIONS[condition])
    left.set_xlabel("area under the ROC curve, 95 % interval", fontsize=9)
    left.legend(fontsize=7, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=len(conditions), frameon=False)
    differences = {(one.reader, one.versus): one.difference for one in roc.reader_differences}
    differences.update({("mean", one.versus): one.difference for one in roc.main()})
    versus = list(dict.fromkeys(one.versus for one in roc.main()))
    for number_, pair in enumerate(versus):
        label = f"{pair.first.value} less {pair.second.value}"
        shown = [(place + _aside(number_, len(versus)), differences[row, pair]) for place, row in enumerate(rows)]
        _points(right, shown, pair.first, label, hollow=number_ > 0 and pair.first is versus[number_ - 1].first)
    right.axvline(0, color="black", linewidth=0.8)
    right.set_xlabel("difference of areas, 95 % interval", fontsize=9)
    right.legend(fontsize=7, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=len(versus), frameon=False)
    for axes in (left, right):
        axes.set_yticks(range(len(rows)), rows, fontsize=8)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.axhline(len(rows) - 1.5, color="0.85", linewidth=0.8)
    return figure


def times(readings: Readings, findings: Findings) -> Figure | None:
    """Every reading's time as a dot, with the median, by reader and condition."""
    if not findings.times:
        return None
    conditions = readings.plan.conditions
    figure, (axes,) = panels(1, 1, 3.4)
    rng = np.random.default_rng(0)
    for number_, condition in enumerate(conditions):
        for place in range(len(readings.readers)):
            seconds = readings.seconds[readings.place(condition), place]
            seconds = seconds[np.isfinite(seconds)]
            middle = place + 1.4 * _aside(number_, len(conditions))
            spread = rng.uniform(-0.07, 0.07, len(seconds))
            axes.plot(middle + spread, seconds, _MARKERS[condition], color=_COLOURS[condition], markersize=2, alpha=0.5)
            if len(seconds):
                label = CONDITIONS[condition] if place == 0 else ""
                reach = [middle - 0.1, middle + 0.1]
                axes.plot(
                    reach,
                    [np.median(seconds)] * 2,
                    _LINES[condition],
                    color=_COLOURS[condition],
                    linewidth=2.4,
                    label=label,
                )
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.yaxis.set_minor_formatter("{x:g}")
    axes.tick_params(which="minor", labelsize=7)
    axes.set_xticks(range(len(readings.readers)), readings.readers, fontsize=8)
    axes.set_ylabel("seconds per film", fontsize=9)
    axes.legend(fontsize=7, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=len(conditions), frameon=False)
    return figure


def _points(
    axes: Axes, shown: list[tuple[float, Estimate]], condition: Condition, label: str, *, hollow: bool = False
) -> None:
    for place_in_list, (place, estimate) in enumerate(shown):
        point(
            axes,
            estimate.value,
            (estimate.low, estimate.high),
            place,
            _COLOURS[condition],
            marker=_MARKERS[condition],
            hollow=hollow,
            label="" if place_in_list else label,
        )


def _aside(number_: int, of: int) -> float:
    return 0.18 * (number_ - (of - 1) / 2)
