"""`xraycolor evaluate`: what a model is worth, measured on films and a body that no model learnt from."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import lightness
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph, Source, Window
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load
from xraycolor_gui.training.anatomy import TEST_BODY
from xraycolor_gui.training.baselines import PositionPrior, constant_chroma
from xraycolor_gui.training.film import compute_film
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.poses import cache_projections
from xraycolor_gui.training.real_films import (
    Label,
    RealFilm,
    has_heart_and_lung_mask,
    has_lung_mask,
    held_out,
    read_labels,
    read_manifest,
)
from xraycolor_gui.training.benchmark.separability import Samples, equal_grey_auc, sample

Report = Callable[[str], None]
SEED = 7
#: Films of the test body that the chroma error is taken on.
TEST_BODY_FILMS = 48
_LUNG = (Label.LUNG, Label.LUNG_OR_HEART)


@dataclass(frozen=True, slots=True)
class Separability:
    """Equal-grey AUC of one tissue on one set of films, by the model and by the position prior."""

    films: str
    tissue: str
    cut: str
    count: int
    auc: float
    prior: float


@dataclass(frozen=True, slots=True)
class ChromaError:
    """Mean ΔE (a*, b*) inside the test body's computed films: by the model, by grey, by the best single colour."""

    films: int
    model: float
    grey: float
    constant: float

    @property
    def of_constant(self) -> float:
        """Part of the single colour's error that the model still has."""
        return self.model / self.constant


@dataclass(frozen=True, slots=True)
class Evaluation:
    model: str
    sha256: str
    palette: str
    separability: tuple[Separability, ...]
    test_body: ChromaError

    def measured(self) -> dict[str, float]:
        """Numbers by name, as the model card holds them."""
        numbers = {f"equal-grey AUC, {s.films}, {s.tissue}, {s.cut}": round(s.auc, 4) for s in self.separability}
        numbers["chroma error on the test body, part of one constant colour's"] = round(self.test_body.of_constant, 3)
        return numbers

    def to_json(self) -> str:
        body = {**asdict(self.test_body), "of_constant": self.test_body.of_constant}
        return json.dumps({**asdict(self), "test_body": body}, indent=1)

    def table(self) -> str:
        """The numbers as text, for the terminal and the report."""
        rows = [f"{self.model} ({self.sha256[:12]}), palette {self.palette}", ""]
        rows.append(f"{'equal-grey AUC':34}{'films':>6}{'model':>8}{'prior':>8}{'margin':>8}")
        for s in self.separability:
            name = f"{s.films}, {s.tissue}, {s.cut}"
            rows.append(f"{name:34}{s.count:6d}{s.auc:8.3f}{s.prior:8.3f}{s.auc - s.prior:+8.3f}")
        body = self.test_body
        rows += ["", f"{'chroma error (ΔE) on the test body':34}{'films':>6}{'model':>8}{'grey':>8}{'constant':>9}"]
        rows.append(f"{TEST_BODY:34}{body.films:6d}{body.model:8.2f}{body.grey:8.2f}{body.constant:9.2f}")
        rows.append(f"{'part of the constant colour':34}{'':6}{body.of_constant:8.1%}")
        return "\n".join(rows)


def evaluate(model: str, *, data: Path, output: Path | None = None, report: Report | None = None) -> str:
    """Measure a model (a name or a weights file); returns the table, writes OUTPUT/report.json beside it.

    Raises TrainingError when the data are missing, ModelError when the model is.
    """
    tell = report or _to_stderr
    colorizer = load(model)
    result = measure(colorizer, data, tell)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        (output / "report.json").write_text(result.to_json(), encoding="utf-8")
    return result.table()


def measure(colorizer: Colorizer, data: Path, tell: Report, palette_name: str = "anatomical") -> Evaluation:
    """All measurements of one model through one palette."""
    shown = palette(palette_name)
    drawn = unweighted(shown) if predicts_shown_shares(colorizer) else shown
    sets = (
        ("masks", has_lung_mask, (("lung", _LUNG),)),
        ("films", has_heart_and_lung_mask, (("lung", _LUNG), ("heart", (Label.HEART,)))),
    )
    rows: list[Separability] = []
    for folder, wanted, tissues in sets:
        films = [film for film in held_out(read_manifest(data / folder)) if wanted(film)]
        if not films:
            raise TrainingError(f"{data / folder} has no masked film in its val and test splits.", "Check --data.")
        name = "masks" if folder == "masks" else "wingspan"
        for cut in ("as filmed", "off-centre"):
            rows += _separability(colorizer, drawn, films, name=name, cut=cut, tissues=tissues, tell=tell)
    body = chroma_error(colorizer, (shown, drawn), data / "ct" / f"{TEST_BODY}.npz", tell)
    return Evaluation(colorizer.card.name, colorizer.card.sha256, palette_name, tuple(rows), body)


def _separability(
    colorizer: Colorizer,
    shown: Palette,
    films: Sequence[RealFilm],
    *,
    name: str,
    cut: str,
    tissues: Sequence[tuple[str, tuple[Label, ...]]],
    tell: Report,
) -> list[Separability]:
    """One row per tissue."""
    started = time.monotonic()
    seen = []
    for number, film in enumerate(films):
        radiograph = read(film.path)
        labels = read_labels(film, radiograph.shape)
        if cut == "off-centre":
            radiograph, labels = off_centre(radiograph, labels, np.random.default_rng([SEED, number]))
        composition = colorizer.colorize(radiograph).composition
        size = (composition.shape[1], composition.shape[0])
        grey = cv2.resize(present(radiograph).grey, size, interpolation=cv2.INTER_AREA)
        here = cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST)
        seen.append((np.asarray(lightness(grey), np.float32), np.asarray(here, np.uint8), composition))
        if (number + 1) % 25 == 0 or number + 1 == len(films):
            left = (time.monotonic() - started) / (number + 1) * (len(films) - number - 1)
            tell(f"{name}, {cut}: {number + 1} of {len(films)} films, {left:.0f} s left")
    prior = PositionPrior([composition for _, _, composition in seen])
    rows = []
    for tissue, inside in tissues:
        by_model, by_prior = [], []
        for number, (level, here, composition) in enumerate(seen):
            blind = prior.without(number, composition.shape[:2])
            by_model.append(_samples(level, here, inside, shown.chroma(composition, TISSUES), number))
            by_prior.append(_samples(level, here, inside, shown.chroma(blind, TISSUES), number))
        rows.append(
            Separability(name, tissue, cut, len(films), equal_grey_auc(by_model, SEED), equal_grey_auc(by_prior, SEED))
        )
    return rows


def _samples(
    level: NDArray[np.float32],
    labels: NDArray[np.uint8],
    inside: Sequence[Label],
    chroma: NDArray[np.float32],
    number: int,
) -> Samples:
    known = labels != Label.UNKNOWN
    here = np.isin(labels, [int(label) for label in inside])
    return sample(level, chroma, here, known, rng=np.random.default_rng([SEED, number, 1]))


def off_centre(
    radiograph: Radiograph, labels: NDArray[np.uint8], rng: np.random.Generator
) -> tuple[Radiograph, NDArray[np.uint8]]:
    """60–80 % of the film's sides, cut anywhere but in the middle."""
    rows, columns = radiograph.shape
    height, width = (round(side * float(rng.uniform(0.6, 0.8))) for side in (rows, columns))
    top = round((rows - height) * _aside(rng))
    left = round((columns - width) * _aside(rng))
    cut = slice(top, top + height), slice(left, left + width)
    return replace(radiograph, stored=radiograph.stored[cut].copy()), labels[cut]


def _aside(rng: np.random.Generator) -> float:
    """0 … 1, but not about ½."""
    aside = float(rng.uniform(0.0, 0.35))
    return aside if rng.random() < 0.5 else 1.0 - aside


def predicts_shown_shares(colorizer: Colorizer) -> bool:
    """True for a model of a comparison run, which learnt the palette's shares in place of physical ones."""
    return bool(colorizer.card.config.get("atlas", {}).get("direct", False))


def unweighted(shown: Palette) -> Palette:
    """The same colours, mixed by the shares as they are."""
    tissues = {name: replace(swatch, salience=1.0) for name, swatch in shown.tissues.items()}
    return Palette(shown.name, shown.title, shown.description, tissues, 1.0)


def chroma_error(colorizer: Colorizer, palettes: tuple[Palette, Palette], volume: Path, tell: Report) -> ChromaError:
    """Model against truth on computed films of a body; only pixels of the body count, all at the network's own size.

    palettes: for the truth, and for what the model predicts.
    """
    if not volume.is_file():
        raise TrainingError(f"The test body {volume} is missing.", "Give the folder that holds ct with --data.")
    with tempfile.TemporaryDirectory() as folder:
        stacks = cache_projections([volume], Path(folder), TEST_BODY_FILMS, seed=SEED)
        pairs = [_compared(colorizer, palettes, stack, number) for number, stack in enumerate(stacks)]
    tell(f"test body: {len(pairs)} computed films")
    truth = [pair[0] for pair in pairs]
    constant = constant_chroma(truth)
    every = np.concatenate(truth)
    return ChromaError(
        films=len(pairs),
        model=float(np.linalg.norm(np.concatenate([pair[1] for pair in pairs]) - every, axis=1).mean()),
        grey=float(np.linalg.norm(every, axis=1).mean()),
        constant=float(np.linalg.norm(every - constant, axis=1).mean()),
    )


def _compared(
    colorizer: Colorizer, palettes: tuple[Palette, Palette], stack: Path, number: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """True and predicted a*, b* (n, 2) of the body's pixels on one computed film."""
    rng = np.random.default_rng([SEED, number])
    film = compute_film(np.load(stack), Look.random(rng), rng, colorizer.card.input_size)
    predicted = colorizer.composition(present(computed_radiograph(film.grey)).grey)
    size = (predicted.shape[1], predicted.shape[0])
    true = np.stack([cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in film.composition], axis=2)
    trusted = cv2.resize(film.weight, size, interpolation=cv2.INTER_AREA) > 0.9
    body = trusted & (true[:, :, TISSUES.index("background")] < 0.5)
    return palettes[0].chroma(true, TISSUES)[body], palettes[1].chroma(predicted, TISSUES)[body]


def computed_radiograph(grey: NDArray[np.float32]) -> Radiograph:
    """A computed film as if it had been read from a 16-bit file."""
    stored = np.round(grey * 65535).astype(np.uint16)
    return Radiograph(stored, 16, Source(Path("computed"), "PNG"), voi=(Window(32768.0, 65536.0),))


def _to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
