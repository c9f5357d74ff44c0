"""The slow steps of the data's way, each imported only when it is first taken.

Nothing here is imported before the window stands: neither the readers nor torch. All but `palettes` run in a worker.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Source, Window
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.films import Searched

if TYPE_CHECKING:
    from xraycolor_gui.core.certificate import Certificate
    from xraycolor_gui.core.colorization import Colorization
    from xraycolor_gui.core.explanation import Explained
    from xraycolor_gui.core.feedback import Feedback, FilmId
    from xraycolor_gui.core.key_image import KeyImage
    from xraycolor_gui.core.measurements import Measurement
    from xraycolor_gui.core.palette import Palette
    from xraycolor_gui.core.palette_audit import PaletteAudit
    from xraycolor_gui.core.presentation_state import PresentationState
    from xraycolor_gui.core.report import Report
    from xraycolor_gui.gui.shown import Shown
    from xraycolor_gui.io.frames import Frames
    from xraycolor_gui.models.card import ModelCard
    from xraycolor_gui.models.colorizer import Colorizer

#: Longest side of the picture that is certified on screen; an export is measured whole.
CERTIFIED = 1536

_loaded: dict[str, Colorizer] = {}
_loading = threading.Lock()
#: The film whose frames were asked for last, until it is left.
_frames: dict[str, Frames] = {}
_opening = threading.Lock()


def read(path: Path) -> tuple[Radiograph, Window | LookupTable]:
    """The film, and the window or VOI LUT it is first shown with; what that choice had to assume joins its notes."""
    from xraycolor_gui.core.presentation import choose_voi
    from xraycolor_gui.io.read import read as read_film

    radiograph = read_film(path)
    voi, notes = choose_voi(radiograph)
    return dataclasses.replace(radiograph, notes=(*radiograph.notes, *notes)) if notes else radiograph, voi


def read_frame(source: Source, frame: int) -> tuple[Radiograph, Window | LookupTable]:
    """As `read`, for another frame of a film that was read; its file is kept open in memory for the next one."""
    from xraycolor_gui.core.presentation import choose_voi
    from xraycolor_gui.io.frames import Frames

    with _opening:
        kept = _frames.get("film")
        if kept is None or (kept.path, kept.sha256) != (source.path, source.sha256):
            kept = _frames["film"] = Frames(source.path)
    radiograph = kept.frame(frame)
    voi, notes = choose_voi(radiograph)
    return dataclasses.replace(radiograph, notes=(*radiograph.notes, *notes)) if notes else radiograph, voi


def frames_bytes() -> int:
    """What the file that is kept open for its frames takes."""
    return sum(kept.nbytes for kept in tuple(_frames.values()))


def close_frames() -> None:
    """Let go of that file."""
    _frames.clear()


def presentation_states(paths: tuple[Path, ...]) -> tuple[PresentationState, ...]:
    """Those of the files that are presentation states."""
    from xraycolor_gui.io.dicom.presentation_state import presentation_states as read_states

    return read_states(paths)


def explain(
    shown: Radiograph, voi: Window | LookupTable | None, as_read: Radiograph, state: str
) -> tuple[Explained, ...]:
    """Why the film looks as it does, step by step."""
    from xraycolor_gui.core.explanation import explain as explained

    return explained(shown, voi, as_read, state)


def report(path: Path) -> Report:
    """A structured report as text."""
    from xraycolor_gui.io.report_text import read_report

    return read_report(path)


def search(paths: tuple[Path, ...]) -> Searched:
    """What the headers of these files tell, and of all films in these folders, archives and on these media."""
    from xraycolor_gui.io.study_search import StudySearch

    return StudySearch(paths)


def models() -> tuple[ModelCard, ...]:
    """Cards of the models at hand."""
    from xraycolor_gui.models.library import list_models

    return list_models()


def palettes() -> tuple[Palette, ...]:
    """The shipped palettes and the reader's own, the default first."""
    from xraycolor_gui.io.palettes import palettes as at_hand

    return at_hand()


def add_palette(path: Path) -> tuple[Palette, PaletteAudit]:
    """Keep the palette in this file among the reader's own, and audit it."""
    from xraycolor_gui.core.palette_audit import audit
    from xraycolor_gui.io.palettes import add_palette as add

    palette = add(path)
    return palette, audit(palette)


def save_palette(palette: Palette) -> Palette:
    """Keep a palette among the reader's own; one without a name gets a free one after its title."""
    from xraycolor_gui.io.palettes import free_name
    from xraycolor_gui.io.palettes import save_palette as save

    named = palette if palette.name else dataclasses.replace(palette, name=free_name(palette.title))
    save(named)
    return named


def remove_palette(name: str) -> None:
    """Delete an own palette."""
    from xraycolor_gui.io.palettes import remove_palette as remove

    remove(name)


def colour(model: str, radiograph: Radiograph, at_own_risk: bool, report: Callable[[float], None]) -> Colouring:
    """Colour the film by this model, a CT slice by its own numbers; or say why it stays grey."""
    from xraycolor_gui.core import color
    from xraycolor_gui.models.colouring import colour as coloured

    report(0.0)
    color.warm_up()
    # Also the place to end before torch is imported, if the film was left or the window closed meanwhile.
    report(0.1)
    return coloured(
        radiograph,
        lambda: _colorizer(model),
        at_own_risk=at_own_risk,
        report=lambda fraction: report(0.2 + 0.8 * fraction),
    )


def _colorizer(model: str) -> Colorizer:
    """The model, loaded if need be; the first time imports torch."""
    from xraycolor_gui.models.library import load

    with _loading:
        if model not in _loaded:
            _loaded[model] = load(model)
        return _loaded[model]


def adapt(colorization: Colorization, records: Sequence[Feedback]) -> tuple[Colorization, int]:
    """The colorization as a film's feedback changes it, and how many corrections that were."""
    from xraycolor_gui.core.feedback import Verdict
    from xraycolor_gui.models.adapter import corrections_of

    corrections = corrections_of(records)
    # "Right" changes nothing by itself; it keeps the other corrections away.
    changing = sum(correction.verdict is not Verdict.RIGHT for correction in corrections)
    if not changing or colorization.traits is None:
        return colorization, 0
    return _colorizer(colorization.model.name).adapt(colorization, corrections), changing


def measurements_of(film: FilmId) -> tuple[Measurement, ...]:
    """What was measured on this film before."""
    from xraycolor_gui.io.measurements import measurements_of as kept

    return kept(film)


def keep_measurements(changes: Mapping[FilmId, Mapping[str, Measurement | None]]) -> None:
    """Keep what changed on these films; None was deleted."""
    from xraycolor_gui.io.measurements import keep

    keep(changes)


def key_images() -> tuple[KeyImage, ...]:
    """The films that are marked as key images."""
    from xraycolor_gui.io.key_images import key_images as kept

    return kept()


def named_keys(paths: tuple[Path, ...]) -> tuple[KeyImage, ...]:
    """The films that documents of a study name as key images."""
    from xraycolor_gui.io.key_images import named_in

    return named_in(paths)


def mark_key(key: KeyImage, marked: bool) -> None:
    """Keep that a film is a key image, or no longer."""
    from xraycolor_gui.io.key_images import mark

    mark(key, marked)


def certify(shown: Shown) -> Certificate:
    """Measure the picture as it is drawn, on so many of its pixels that their lightness tells for all."""
    from xraycolor_gui.core.certificate import certify as certified
    from xraycolor_gui.gui.shown import drawn

    grey, rgb = drawn(shown, CERTIFIED)
    return certified(
        grey,
        rgb,
        shown.colouring,
        shown.palette,
        strength=shown.strength,
        grey_below=shown.grey_below,
        hidden=shown.hidden,
        solo=shown.solo,
    )


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps a session takes."""

    read: Callable[[Path], tuple[Radiograph, Window | LookupTable]] = read
    read_frame: Callable[[Source, int], tuple[Radiograph, Window | LookupTable]] = read_frame
    frames_bytes: Callable[[], int] = frames_bytes
    close_frames: Callable[[], None] = close_frames
    presentation_states: Callable[[tuple[Path, ...]], tuple[PresentationState, ...]] = presentation_states
    explain: Callable[[Radiograph, Window | LookupTable | None, Radiograph, str], tuple[Explained, ...]] = explain
    report: Callable[[Path], Report] = report
    search: Callable[[tuple[Path, ...]], Searched] = search
    models: Callable[[], tuple[ModelCard, ...]] = models
    palettes: Callable[[], tuple[Palette, ...]] = palettes
    add_palette: Callable[[Path], tuple[Palette, PaletteAudit]] = add_palette
    save_palette: Callable[[Palette], Palette] = save_palette
    remove_palette: Callable[[str], None] = remove_palette
    measurements_of: Callable[[FilmId], tuple[Measurement, ...]] = measurements_of
    keep_measurements: Callable[[Mapping[FilmId, Mapping[str, Measurement | None]]], None] = keep_measurements
    key_images: Callable[[], tuple[KeyImage, ...]] = key_images
    named_keys: Callable[[tuple[Path, ...]], tuple[KeyImage, ...]] = named_keys
    mark_key: Callable[[KeyImage, bool], None] = mark_key
    feedback: FeedbackFiles = field(default_factory=FeedbackFiles)
    adapt: Callable[[Colorization, Sequence[Feedback]], tuple[Colorization, int]] = adapt
    certify: Callable[[Shown], Certificate] = certify
    colour: Callable[[str, Radiograph, bool, Callable[[float], None]], Colouring] = colour
