"""The end of a training run: weights with their card, measurements, and one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from xraycolor_gui import __version__
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.autoencoders import INPUT_SIZE, settings_of
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load, load_network, save
from xraycolor_gui.training.anatomy import TEST_BODY, VOLUMES, find_volumes
from xraycolor_gui.training.benchmark.evaluate import measure
from xraycolor_gui.training.benchmark.run import Entered, Results
from xraycolor_gui.training.calibrate import calibrate
from xraycolor_gui.training.own.volumes import is_own, own_test_volumes
from xraycolor_gui.training.real_films import RealFilm, held_out
from xraycolor_gui.training.report import write_report
from xraycolor_gui.training.run import Run
from xraycolor_gui.training.sources import all_films, training_films
from xraycolor_gui.training.telling import Tell

_INTENDED_USE = "research and teaching: colour that names tissues on radiographs, not for primary diagnosis"
_LIMITS = (
    "Learnt from few bodies and from 8-bit films. Chests best; heads, necks, hands and feet were seen on few or "
    "computed films only. Metal, letters and collimation are meant to stay grey. It names tissues, never disease."
)
_NORMALISATION = "grey stretched by its 1st and 99th percentile to -1 … 1, -1 beyond the film"

#: What a manifest's `dataset` or `source` begins with → how the model card credits it.
_CREDITS: tuple[tuple[str, str], ...] = (
    ("NIH", "NIH ChestX-ray14: NIH Clinical Center; Wang et al., CVPR 2017; nihcc.app.box.com/v/ChestXray-NIHCC"),
    ("Kermany", "Kermany, Zhang, Goldbaum: Mendeley Data 10.17632/rscbjbr9sj.2, CC BY 4.0"),
    ("Hannover", "Winther et al., Hannover Medical School: 10.6084/m9.figshare.12275009, CC BY 3.0"),
    ("Univ. of Jordan", "Fraiwan et al.: Mendeley Data 10.17632/jf3pv98m9g.2, CC BY 4.0"),
    ("Mammogram Mastery", "Mammogram Mastery: Mendeley Data 10.17632/fvjhtskg93.1, CC BY 4.0"),
    ("ieee8023", "ieee8023 COVID chest X-ray, single films under CC BY"),
    ("ozanguldali", "V7 Labs covid-19-xray-dataset: lung masks, CC BY 4.0, on films of Kermany et al., CC BY 4.0"),
    ("s-mostafa-a", "ieee8023 COVID chest X-ray: single films under CC BY 3.0 or 4.0, lung masks V7 Labs, CC BY 4.0"),
    ("Wingspan", "Wingspan cardiothoracic ratio: Dong et al., MICCAI 2018 and 2019, MIT"),
    ("CGMH", "CGMH Pelvis X-ray Segmentation Database 1.0.0: yaufan, Chang Gung Memorial Hospital, MIT"),
    ("FracAtlas", "FracAtlas: Abedeen et al., Sci Data 2023, 10.6084/m9.figshare.22363012, CC BY 4.0"),
    ("Knee", "Chen: Mendeley Data 10.17632/56rmx5bjcr.1, CC BY 4.0, from the Osteoarthritis Initiative"),
)


def finish(
    run: Run, folder: Path, data: Path, tell: Tell, *, notes: str = "", learnt_also: tuple[str, ...] = ()
) -> Path:
    """Write weights, checksum and report into the run's folder; returns the report's path."""
    sources = (*credits(training_films(data), find_volumes(data / "ct")), *learnt_also)
    card = replace(card_of(run, sources), notes=notes)
    bare = save(run.teacher, card, folder)
    tell("fitting how sure it may be")
    gauges = calibrate(Colorizer(bare, load_network(bare)), data, tell)
    tell("measuring")
    colorizer = load(str(save(run.teacher, card, folder, gauges).path))
    result = measured_if_possible(colorizer, data, tell)
    measured = replace(card, measured=result.measured(card.name))
    saved = save(run.teacher, measured, folder, gauges)
    return write_report(folder, run, Colorizer(saved, colorizer.network, gauges), renamed(result, saved.sha256), data)


def measured_if_possible(colorizer: Colorizer, data: Path, tell: Tell) -> Results:
    """Every gate; no number at all where the data hold out neither film nor volume."""
    if held_out(all_films(data)) or any(data.rglob(f"{TEST_BODY}.npz")) or own_test_volumes(data):
        return measure(colorizer, data, tell)
    tell("nothing is held out (split val or test), so nothing can be measured")
    entered = Entered(colorizer.card.name, colorizer.card.title, colorizer.card.sha256)
    return Results((), (), (entered,), "anatomical", films=0, patients=0, seconds=0.0)


def renamed(result: Results, sha256: str) -> Results:
    """The same numbers under the hash of the file that now holds them in its card."""
    return replace(result, entered=tuple(replace(one, sha256=sha256 if one.sha256 else "") for one in result.entered))


def card_of(run: Run, trained_on: tuple[str, ...]) -> ModelCard:
    """The card of what a run has learnt, before anything is measured. trained_on: data sets with licence and credit."""
    config = run.config
    return ModelCard(
        name=config.model.name,
        title=config.model.title,
        network=settings_of(run.teacher),
        parameters=run.teacher.parameter_count(),
        tissues=TISSUES,
        input_size=INPUT_SIZE,
        normalisation=_NORMALISATION,
        trained_on=trained_on,
        intended_use=_INTENDED_USE,
        limits=_LIMITS,
        command="xraycolor train CONFIG.toml" if config.data else f"xraycolor train {config.model.name} --data FOLDER",
        seed=config.run.seed,
        config=config.as_dict(),
        date=datetime.now(UTC).strftime("%Y-%m-%d"),
        version=__version__,
    )


def credits(films: Iterable[RealFilm], volumes: Iterable[Path]) -> tuple[str, ...]:  # noqa: A001
    """One line per source that was trained on, with its licence; TrainingError for one that nobody is credited for."""
    named: set[str] = set()
    for film in films:
        line = next((credit for start, credit in _CREDITS if film.dataset.startswith(start)), "")
        named.add(line or f"{film.dataset}, {film.licence}")
    own = Counter(path.stem.split("_")[0] for path in volumes if is_own(path))
    if own:
        named.add("own CT volumes: " + ", ".join(f"{count} {region}" for region, count in sorted(own.items())))
    for path in volumes:
        known = VOLUMES.get(path.stem)
        if not is_own(path):
            named.add(f"CT volume {path.stem}" + (f": {known.licence}" if known else ""))
    if not named:
        raise TrainingError("The run has no sources to credit.", "Give --data a folder with manifests.")
    return tuple(sorted(named))
