"""The whole benchmark: every gate for every contender, on whatever of the data is there."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from xraycolor_gui import __version__
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.training.anatomy import TEST_BODY
from xraycolor_gui.training.benchmark import (
    as_papers,
    calibration,
    childrens_hearts,
    chroma_edges,
    drawn_tissue,
    elsewhere,
    equal_grey,
    lesion,
    lightness_kept,
    refusal,
    robustness,
    true_films,
    what_grey_explains,
    within_tissue,
)
from xraycolor_gui.training.benchmark.contender import Contender, ModelContender
from xraycolor_gui.training.benchmark.films import FILMS_PER_GROUP, MANIFEST, Film, chosen_films, read_films
from xraycolor_gui.training.benchmark.kept import Kept
from xraycolor_gui.training.benchmark.measured import GateResult, Measured, NotRun, Sense
from xraycolor_gui.training.benchmark.survey import FilmGate, off_centre, survey
from xraycolor_gui.training.own.volumes import own_test_volumes
from xraycolor_gui.training.telling import Tell

#: Of the gates that paint a film many times, contenders that are no models of ours see one film in so many.
_FEWER = 4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many films go into the gates that need no more."""

    per_group: int = FILMS_PER_GROUP
    test_body: int = 48
    robustness: int = 24
    lesions: int = 24


@dataclass(frozen=True, slots=True)
class Entered:
    """Who took part. sha256: of a model's weights file, else empty."""

    name: str
    title: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """rows: every number of every contender. not_run: gates without data, or that a contender cannot be asked."""

    rows: tuple[Measured, ...]
    not_run: tuple[NotRun, ...]
    entered: tuple[Entered, ...]
    palette: str
    films: int
    patients: int
    seconds: float
    date: str = ""
    version: str = __version__

    def of(self, contender: str) -> tuple[Measured, ...]:
        return tuple(row for row in self.rows if row.contender == contender)

    def plain(self) -> dict[str, Any]:
        """As JSON holds it."""
        facts = {name: getattr(self, name) for name in ("palette", "films", "patients", "seconds", "date", "version")}
        not_run = [{"gate": gate.gate, "why": gate.why} for gate in self.not_run]
        facts["entered"] = [asdict(one) for one in self.entered]
        return {**facts, "rows": [row.plain() for row in self.rows], "not_run": not_run}

    def to_json(self) -> str:
        return json.dumps(self.plain(), indent=1, ensure_ascii=False)

    def measured(self, contender: str) -> dict[str, str]:
        """What goes into the model card: every number that is held to a limit, with its interval and result."""
        held = [row for row in self.of(contender) if row.sense is not Sense.REPORTED]
        return {f"{row.gate}: {row.name}": in_words(row) for row in held}

    def table(self) -> str:
        """All numbers as text, for the terminal."""
        lines = []
        for name in (one.name for one in self.entered):
            lines += [f"{name}, palette {self.palette}", ""]
            for gate in dict.fromkeys(row.gate for row in self.of(name)):
                lines.append(gate)
                lines += [f"  {row.name:74} {in_words(row)}" for row in self.of(name) if row.gate == gate]
            held = [row for row in self.of(name) if row.result is not GateResult.NOT_APPLICABLE]
            passed = sum(row.result is GateResult.PASS for row in held)
            lines += ["", f"{passed} of {len(held)} limits kept", ""]
        lines += [f"not run: {gate.gate}: {gate.why}" for gate in self.not_run]
        return "\n".join(lines)


def in_words(row: Measured) -> str:
    """'0.991 [0.988, 0.994], at least 0.99: pass'."""
    unit = f" {row.unit}" if row.unit else ""
    text = f"{_short(row.value)}{unit}"
    if row.low == row.low:  # no NaN
        text += f" [{_short(row.low)}, {_short(row.high)}]"
    if row.sense is not Sense.REPORTED:
        text += f", {row.sense.value} {_short(row.limit)}: {row.result.value}"
    return text


def _short(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 0.1 else f"{value:.3f}"


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """What contenders are measured on. children: films of the seed paper's data set. true: computed films."""

    films: tuple[Film, ...]
    children: tuple[Film, ...]
    true: tuple[true_films.TrueFilm, ...]
    palette: Palette
    sizes: Sizes

    def __str__(self) -> str:
        """The same text for the same ground."""
        names = [film.path.as_posix() for film in (*self.films, *self.children)]
        return json.dumps([self.palette.name, len(self.true), asdict(self.sizes), names])


def run_benchmark(
    contenders: Sequence[Contender],
    data: Path,
    palette: Palette,
    tell: Tell,
    sizes: Sizes | None = None,
    *,
    kept: Path | None = None,
) -> Results:
    """Every gate for every contender. palette: what the truth of computed films is shown through.

    data: folder with films and their manifests (`films.py`); the test body's volume may lie anywhere below. Gates whose
    data are not there are named as not run; TrainingError when there is neither. kept: folder of rows by contender, by
    which a stopped benchmark goes on.
    """
    started = time.monotonic()
    ground = ground_of(data, palette, tell, sizes or Sizes())
    known = Kept(kept, str(ground)) if kept is not None else None
    rows: list[Measured] = []
    not_run: list[NotRun] = []
    if not ground.true:
        missing = f"The volume {TEST_BODY}.npz is not below the data folder."
        not_run += [NotRun(gate, missing) for gate in (true_films.TISSUE_GATE, true_films.ERROR_GATE)]
    for contender in contenders:
        found = known.rows(contender) if known else None
        if found is None:
            found = rows_of(contender, ground, tell)
            if known:
                known.keep(contender, *found)
        rows += found[0]
        not_run += found[1]
    entered = [_entered(contender) for contender in contenders]
    if ground.true:
        rows += true_films.ceiling_rows(ground.true, palette)
        entered.append(Entered(true_films.CEILING, "The truth itself: what the palette lets be told apart"))
    return Results(
        rows=tuple(rows),
        not_run=tuple(dict.fromkeys(not_run)),
        entered=tuple(entered),
        palette=palette.name,
        films=len(ground.films),
        patients=len({film.patient for film in ground.films}),
        seconds=time.monotonic() - started,
        date=datetime.now(UTC).strftime("%Y-%m-%d"),
    )


def ground_of(data: Path, palette: Palette, tell: Tell, sizes: Sizes) -> Ground:
    """Films of val and test, and computed films of the test body; TrainingError when there is neither."""
    volume = next(iter((*sorted(data.rglob(f"{TEST_BODY}.npz")), *own_test_volumes(data))), None)
    every = read_films(data)
    films = chosen_films(every, sizes.per_group)
    if not films and volume is None:
        fault = f"{data} holds nothing to measure on: no {MANIFEST} lists a film of the split val or test."
        raise TrainingError(fault, "Give --data a folder with films and their manifest.")
    true = true_films.true_films(volume, tell, sizes.test_body) if volume is not None else ()
    return Ground(films, tuple(film for film in every if as_papers.kermany_test(film)), true, palette, sizes)


def rows_of(contender: Contender, ground: Ground, tell: Tell) -> tuple[list[Measured], list[NotRun]]:
    """Every gate for one contender."""
    rows, not_run = _of_films(contender, ground.films, tell)
    if ground.true:
        rows += true_films.true_film_rows(contender, ground.true, ground.palette, tell)
    few = 1 if isinstance(contender, ModelContender) else _FEWER
    shown = [film for film in ground.films if film.radiograph]
    rows += robustness.robustness_rows(contender, shown[: ground.sizes.robustness // few], tell)
    rows += lesion.lesion_rows(contender, ground.films, tell, ground.sizes.lesions // few)
    if not as_papers.can_be_run():
        return rows, [*not_run, NotRun("as papers report", "Install scikit-image, or xraycolor[training].")]
    children = as_papers.AsPapers(as_papers.CHILDREN, as_papers.kermany_test)
    survey(contender, ground.children, [children], tell, title="children")
    rows += children.rows(contender.name)
    if ground.true:
        rows += as_papers.against_truth(contender, ground.true, ground.palette, tell)
    return rows, not_run


def _entered(contender: Contender) -> Entered:
    sha256 = contender.colorizer.card.sha256 if isinstance(contender, ModelContender) else ""
    return Entered(contender.name, contender.title, sha256)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A gate, what it is called, and the films it needs, as the end of a sentence."""

    gate: FilmGate
    title: str
    needs: str


def _of_films(contender: Contender, films: Sequence[Film], tell: Tell) -> tuple[list[Measured], list[NotRun]]:
    """All gates that look at one film after the other."""
    refusals = refusal.Refusals()
    cropped = equal_grey.EqualGrey(equal_grey.OFF_CENTRE)
    outlined = "film of val or test with a tissue wholly outlined"
    asked = [
        _Asked(equal_grey.EqualGrey(), equal_grey.GATE, outlined),
        _Asked(drawn_tissue.DrawnTissueLeads(), drawn_tissue.GATE, "film of val or test with an outlined tissue"),
        _Asked(childrens_hearts.ChildrensHearts(), childrens_hearts.GATE, "child's film with both lungs outlined"),
        _Asked(elsewhere.NoLungElsewhere(), elsewhere.LUNG_GATE, "film of another body part than the chest"),
        _Asked(elsewhere.NeutralAir(), elsewhere.AIR_GATE, "film whose body part is known"),
        _Asked(what_grey_explains.ExplainedByGrey(), what_grey_explains.GATE, "radiograph"),
        _Asked(chroma_edges.ChromaEdges(), chroma_edges.GATE, "radiograph"),
        _Asked(within_tissue.WithinTissue(), within_tissue.GATE, "film with an outlined lung or heart"),
        _Asked(lightness_kept.LightnessKept(), lightness_kept.GATE, "radiograph"),
        _Asked(calibration.CalibrationOnFilms(), calibration.GATE, "test film with heart and lungs outlined"),
        _Asked(refusals, refusal.REFUSED_GATE, "film"),
    ]
    if as_papers.can_be_run():
        asked.append(_Asked(as_papers.AsPapers(), as_papers.AGAINST_GREY, "radiograph"))
    survey(contender, films, [one.gate for one in asked], tell, title="as filmed")
    survey(contender, films, [cropped], tell, title="off-centre crops", cut=off_centre)
    refusal.judge_made_pictures(contender, films, refusals)
    rows, missed = [], []
    for one in asked:
        found = one.gate.rows(contender.name)
        rows += found
        if one.title == equal_grey.GATE:
            rows += cropped.rows(contender.name)
        if not found:
            missed.append(NotRun(one.title, f"There is no {one.needs} that {contender.name} could be asked about."))
    return rows, missed
