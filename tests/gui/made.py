"""Films, compositions and sessions made in code, for tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pytestqt.qtbot import QtBot

from xraycolor_gui.core import color
from xraycolor_gui.core.colorization import TISSUES, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.errors import UnreadableFile, XrayColorError
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, LookupTable, Radiograph, Source, Spacing, SpacingSource, Window
from xraycolor_gui.core.study import Instance
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.io import resources
from xraycolor_gui.io.study_walk import Unshown
from xraycolor_gui.io.wanted import check_wanted
from xraycolor_gui.models import colouring
from xraycolor_gui.models.card import ModelCard

if TYPE_CHECKING:
    from xraycolor_gui.gui.window import MainWindow

#: Long enough for the colour table on a machine that does five other things; a passing test never waits so long.
WAIT_MS = 30_000

Read = tuple[Radiograph, Window | LookupTable]
#: What the fixtures `make_session` and `make_window` are; arguments take the place of single steps.
MakeSession = Callable[..., Session]
MakeWindow = Callable[..., "MainWindow"]


def film(rows: int = 400, columns: int = 500, **changes: object) -> Radiograph:
    """A 12-bit film: a slope with a bright disc, window stated, spacing and orientation known."""
    y, x = np.mgrid[:rows, :columns].astype(np.float32)
    disc = np.hypot(y - rows / 2, x - columns / 2) < min(rows, columns) / 5
    stored = np.clip(3000 * x / columns + 800 * y / rows + 800 * disc, 0, 4095).astype(np.uint16)
    facts: dict[str, object] = {
        "stored": stored,
        "bits": 12,
        "source": Source(Path("film.dcm"), "DICOM"),
        "voi": (Window(2048, 4096, explanation="NORMAL"),),
        "spacing": Spacing(0.5, 0.5, SpacingSource.DETECTOR),
        "orientation": ("L", "F"),
        "labels": Labels(patient_id="P1", sex="F", age="054Y", study_date="20250312", body_part="CHEST", view="PA"),
    }
    return Radiograph(**(facts | changes))  # type: ignore[arg-type]


def colorization(
    lung: float = 0.6,
    rows: int = 64,
    columns: int = 80,
    confidence: tuple[float, float] | None = None,
    novelty: Novelty | None = None,
) -> Colorization:
    """Lung on the left half, bone on the right, a little soft tissue everywhere; confidence of both halves."""
    composition = np.zeros((rows, columns, len(TISSUES)), np.float32)
    composition[:, : columns // 2, TISSUES.index("lung")] = lung
    composition[:, columns // 2 :, TISSUES.index("bone")] = lung
    composition[..., TISSUES.index("soft-tissue")] = 1 - lung
    sure = None
    if confidence is not None:
        sure = np.full((rows, columns), confidence[0], np.float32)
        sure[:, columns // 2 :] = confidence[1]
    return Colorization(composition, TISSUES, ModelId("basic", "0" * 64, "Basic"), sure, novelty)


def card(name: str = "basic") -> ModelCard:
    """The card of a model that is not there."""
    return ModelCard(name, name.capitalize(), {}, 0, TISSUES, 256)


class MadeSearch:
    """A search through files that need not be there."""

    namesakes = 0

    def __init__(
        self,
        paths: tuple[Path, ...],
        find: Callable[[tuple[Path, ...]], Iterable[Path]],
        labels: Callable[[Path], tuple[Labels, Source]],
    ) -> None:
        self._paths, self._find, self._labels = paths, find, labels
        self.found = 0

    def __iter__(self) -> Iterator[Instance | Unshown]:
        for path in self._find(self._paths):
            self.found += 1
            check_wanted()
            try:
                yield Instance(*self._labels(path))
            except XrayColorError as error:
                yield Unshown(path, error)
            except Exception as error:
                yield Unshown(path, UnreadableFile(f"{path.name}: a fault ({type(error).__name__})."))


def nothing(paths: tuple[Path, ...]) -> Iterable[Path]:
    """No file at all."""
    return ()


def made_labels(path: Path) -> tuple[Labels, Source]:
    """A file of which nothing is told."""
    return Labels(), Source(path, "DICOM")


def steps(radiograph: Radiograph, coloured: Colorization | None = None, **others: Callable[..., object]) -> Steps:
    """Steps that read this film whatever the path, and colour it at once.

    colorize: in the place of a network, (model, radiograph, report) → Colorization. find, labels: in the place of a
    search, what files there are and what their headers tell.
    """

    def read(path: Path) -> Read:
        return radiograph, choose_voi(radiograph)[0]

    def colorize_(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        color.warm_up()
        report(0.5)
        return coloured or colorization()

    colorize_ = others.pop("colorize", colorize_)

    def colour(model: str, radiograph: Radiograph, at_own_risk: bool, report: Callable[[float], None]) -> Colouring:
        class Made:
            def colorize(self, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
                return colorize_(model, radiograph, report)

        return colouring.colour(radiograph, Made, at_own_risk=at_own_risk, report=report)  # type: ignore[arg-type]

    chosen: dict[str, object] = {
        "read": read,
        "colour": colour,
        "models": lambda: (card(),),
        "search": partial(MadeSearch, find=others.pop("find", nothing), labels=others.pop("labels", made_labels)),
        # Not those of whoever runs the tests.
        "palettes": resources.palettes,
        "measurements_of": lambda film: (),
        "keep_measurements": lambda changes: None,
        "key_images": tuple,
        "mark_key": lambda key, marked: None,
        "feedback": FeedbackFiles(Path("nowhere") / "feedback.sqlite"),
    }
    return Steps(**(chosen | others))  # type: ignore[arg-type]


def open_film(session: Session, qtbot: QtBot, path: str = "film.dcm") -> None:
    """Show a film, and wait until its grey is there."""
    with qtbot.waitSignal(
        session.radiographChanged, timeout=WAIT_MS, check_params_cb=lambda: session.radiograph is not None
    ):
        session.open_paths([Path(path)])


def colour_film(session: Session, qtbot: QtBot, path: str = "film.dcm") -> None:
    """Show a film, and wait until its colour is there."""
    with qtbot.waitSignal(
        session.colorizationChanged, timeout=WAIT_MS, check_params_cb=lambda: session.colorization is not None
    ):
        session.open_paths([Path(path)])


def at_once(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
    """A network that needs no time; the shipped step warms up the colour table before."""
    report(0.5)
    return colorization()


def labelled(path: Path) -> tuple[Labels, Source]:
    """Labels and source of a film that is its own patient and study."""
    return Labels(patient_id=path.stem), Source(path, "DICOM", study_uid=path.stem)


def colour_in(window: MainWindow, qtbot: QtBot, *names: str) -> None:
    """Open films in a window, and wait until the first has its colour and all are in the list."""
    session = window.session
    with qtbot.waitSignal(
        session.colorizationChanged, timeout=WAIT_MS, check_params_cb=lambda: session.colorization is not None
    ):
        window.open_paths([Path(name) for name in names or ("a.dcm",)])
    qtbot.waitUntil(lambda: session.search is not None and not session.search.running, timeout=WAIT_MS)
