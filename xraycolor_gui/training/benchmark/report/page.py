"""The report as one HTML page: what fails first, then models side by side, baselines, pictures, every number."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import cv2

from xraycolor_gui.core.colorization import DISCLAIMER
from xraycolor_gui.report.page import cell_of, document, figure_of, table_of
from xraycolor_gui.training.benchmark import as_papers, elsewhere, equal_grey, lightness_kept, speed, true_films
from xraycolor_gui.training.benchmark import what_grey_explains as grey_explains
from xraycolor_gui.training.benchmark.contact_sheet import Picture
from xraycolor_gui.training.benchmark.measured import GateResult, Measured
from xraycolor_gui.training.benchmark.report import plots
from xraycolor_gui.training.benchmark.report.numbers import (
    MARKS,
    failed,
    interval_of,
    limit_of,
    side_by_side,
    with_unit,
)
from xraycolor_gui.training.benchmark.run import Results

#: What baselines are shown beside the models on; all else they have is in the long table and the JSON.
_COMPARED = (
    equal_grey.GATE,
    true_films.ERROR_GATE,
    grey_explains.GATE,
    lightness_kept.GATE,
    elsewhere.AIR_GATE,
    speed.GATE,
)
_PAPERS = (as_papers.AGAINST_GREY, as_papers.AGAINST_TRUTH)


@dataclass(frozen=True, eq=False, slots=True)
class Story:
    """What a page tells beside the numbers. models: names of ours, in order. sheets: contact sheet by model.

    command: how to run it again. losses: of a training run, when the page is its report. cards: text by model.
    """

    title: str
    models: Sequence[str]
    command: str
    sheets: Mapping[str, Picture] = field(default_factory=dict)
    losses: Sequence[Mapping[str, float]] = ()
    cards: Mapping[str, str] = field(default_factory=dict)


def page(results: Results, story: Story) -> str:
    """The whole HTML text; it refers to nothing outside itself."""
    parts = [
        f"<h1>{escape(story.title)}</h1>",
        _facts(results),
        "<h2>What fails</h2>",
        *(_failures(results, model) for model in story.models),
        _not_run(results),
        "<h2>Models side by side</h2>",
        _models_table(results.rows, story.models),
        figure_of(plots.tissues(results.rows, story.models), "Tissues on computed films of a body no model has seen."),
        figure_of(plots.separability(results.rows, story.models), "Hollow: below the limit."),
        _beside_baselines(results, story.models),
        _papers(results, story.models),
        figure_of(plots.seconds(results.rows, story.models), "Models and rivals in one run on the same machine."),
        figure_of(plots.losses(story.losses), "Losses of the run."),
        *_sheets(story.sheets),
        *(f"<h2>Card of {escape(name)}</h2><pre>{escape(card)}</pre>" for name, card in story.cards.items()),
        _method(story.command),
        "<h2>Every number</h2>",
        *(_all_of(results, one.name, one.title) for one in results.entered),
    ]
    return document(story.title, parts)


def _facts(results: Results) -> str:
    minutes = results.seconds / 60
    entered = [f"{escape(one.name)} <code>{one.sha256[:12]}</code>" for one in results.entered if one.sha256]
    lines = [
        f"XrayColor {escape(results.version)}, {escape(results.date)}, palette {escape(results.palette)}",
        f"{results.films} films of {results.patients} patients, none of which a model was trained on.",
        f"Measured in {minutes:.0f} minutes.",
        "Weights: " + ", ".join(entered) if entered else "",
        "Ranges are 95 % bootstrap intervals by patient (by view on computed films).",
        escape(DISCLAIMER) + ".",
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _failures(results: Results, model: str) -> str:
    missed = failed(results.rows, model)
    held = [row for row in results.of(model) if row.result is not GateResult.NOT_APPLICABLE]
    head = f"<h3>{escape(model)}: {len(held) - len(missed)} of {len(held)} limits kept</h3>"
    if not missed:
        return head
    lines = [
        [
            cell_of(row.gate),
            cell_of(row.name),
            _number(row),
            cell_of(interval_of(row)),
            cell_of(limit_of(row)),
            cell_of(row.note),
        ]
        for row in missed
    ]
    return head + table_of(("gate", "what", "measured", "95 %", "limit", "note"), lines, numbers=(2, 3, 4))


def _not_run(results: Results) -> str:
    if not results.not_run:
        return ""
    lines = "".join(f"<li>{escape(one.gate)}: {escape(one.why)}</li>" for one in results.not_run)
    return f"<details><summary>Not run: {len(results.not_run)}</summary><ul>{lines}</ul></details>"


def _models_table(rows: Sequence[Measured], models: Sequence[str]) -> str:
    """Every number that is held to a limit for some model."""
    lines = []
    for (gate, name), found in side_by_side(rows).items():
        mine = [found.get(model) for model in models]
        limit = next((limit_of(row) for row in mine if row and limit_of(row)), "")
        if limit:
            lines.append([cell_of(gate), cell_of(name), cell_of(limit), *(_judged(row) for row in mine)])
    return table_of(("gate", "what", "limit", *models), lines, numbers=range(2, 3 + len(models)))


def _beside_baselines(results: Results, models: Sequence[str]) -> str:
    names = [one.name for one in results.entered]
    others = [name for name in names if name not in models]
    if not others:
        return ""
    titles = {one.name: one.title for one in results.entered}
    parts = [
        "<h2>Beside baselines</h2>",
        "<p>A colour table gives equal greys equal colour, so its equal-grey AUC is .50 whatever it looks like.</p>",
    ]
    table = {key: found for key, found in side_by_side(results.rows).items() if key[0] in _COMPARED}
    for gate in _COMPARED:
        columns = [(name, found) for (of, name), found in table.items() if of == gate]
        if not columns:
            continue
        lines = [
            [cell_of(titles[name]), *(_judged(found.get(name), judged=name in models) for _, found in columns)]
            for name in (*models, *others)
            if any(name in found for _, found in columns)
        ]
        head = (gate, *(name for name, _ in columns))
        parts.append(table_of(head, lines, numbers=range(1, len(head)), strong=len(models)))
    return "".join(parts)


def _papers(results: Results, models: Sequence[str]) -> str:
    """MSE, PSNR and SSIM, one table per kind of films."""
    table = side_by_side([row for row in results.rows if row.gate in _PAPERS])
    if not table:
        return ""
    titles = {one.name: one.title for one in results.entered}
    parts = [
        "<h2>As papers report</h2>",
        "<p>Against the grey film the best colour is none: the row that does nothing is perfect, one constant tint "
        "beats every picture that tells something. These numbers are here because papers have them.</p>",
    ]
    kinds = list(dict.fromkeys((gate, name.partition(", ")[2]) for gate, name in table))
    order = [*models, *(one.name for one in results.entered if one.name not in models)]
    for gate, films in kinds:
        columns = [
            (name, found) for (of, name), found in table.items() if (of, name.partition(", ")[2]) == (gate, films)
        ]
        head = (f"{gate}: {films}", *(name.partition(", ")[0] for name, _ in columns))
        lines = [
            [cell_of(titles[name]), *(_judged(found.get(name)) for _, found in columns)]
            for name in order
            if any(name in found for _, found in columns)
        ]
        parts.append(table_of(head, lines, numbers=range(1, len(head)), strong=len(models)))
    parts.append(
        figure_of(plots.worth_of_psnr(results.rows, models), "What papers report beside what the colour tells.")
    )
    return "".join(parts)


def _sheets(sheets: Mapping[str, Picture]) -> list[str]:
    if not sheets:
        return []
    told = "Grey and colour of films of val and test. Orange frame: the model refuses it, so it stays grey in use."
    return [
        f"<h2>Films, to be looked at</h2><p>{told}</p>",
        *(
            f'<h3>{escape(name)}</h3><img class="sheet" alt="Contact sheet of {escape(name)}" src="{_jpeg(sheet)}">'
            for name, sheet in sheets.items()
        ),
    ]


def _method(command: str) -> str:
    return (
        "<h2>How to run it again</h2>"
        f"<pre>{escape(command)}</pre>"
        "<p>The folder holds films and their <code>manifest.csv</code>, any number of them at any depth: columns "
        "<code>file</code>, <code>split</code> (only val and test are measured), <code>patient</code>, "
        "<code>mask</code>, <code>structures</code> (such as <code>1 heart, 2 left lung</code>), "
        "<code>body_part</code>. The test body's CT volume may lie anywhere below it. What is missing is named above "
        "as not run. Equal-grey AUC: how well a tissue is told by a*, b* among pixels of equal L* ± 1.</p>"
    )


def _all_of(results: Results, name: str, title: str) -> str:
    lines = [
        [
            cell_of(row.gate),
            cell_of(row.name),
            _number(row),
            cell_of(interval_of(row)),
            cell_of(limit_of(row)),
            cell_of(f"{row.count} {row.counted}"),
            cell_of(row.note),
        ]
        for row in results.of(name)
    ]
    table = table_of(("gate", "what", "measured", "95 %", "limit", "from", "note"), lines, numbers=(2, 3, 4, 5))
    return f"<details><summary>{escape(title)} ({escape(name)}): {len(lines)} numbers</summary>{table}</details>"


def _judged(row: Measured | None, judged: bool = True) -> str:
    """judged: whether the cell says if the limit was kept, as it does for our models."""
    if row is None:
        return "<td>–</td>"
    interval = interval_of(row)
    small = f"<small>{escape(interval)}</small>" if interval else ""
    result = row.result if judged else GateResult.NOT_APPLICABLE
    return f'<td class="{result.name.lower()}">{escape(with_unit(row))} {MARKS[result]}{small}</td>'


def _number(row: Measured) -> str:
    return f'<td class="{row.result.name.lower()}">{escape(with_unit(row))} {MARKS[row.result]}</td>'


def _jpeg(picture: Picture) -> str:
    _, packed = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])
    return "data:image/jpeg;base64," + base64.b64encode(packed.tobytes()).decode()
