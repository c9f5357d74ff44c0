"""`xraycolor colorize`: films in, colour pictures out; what goes wrong with one film costs no other."""

from __future__ import annotations

import argparse
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.cli.command import FAILED, OK, WRONG_USAGE, Commands, say
from xraycolor_gui.core.colorization import MAX_STRENGTH
from xraycolor_gui.core.confidence import GREY_BELOW
from xraycolor_gui.core.errors import ModelError, XrayColorError

if TYPE_CHECKING:
    from xraycolor_gui.core.annotation import Annotation
    from xraycolor_gui.core.colouring import Colouring
    from xraycolor_gui.core.palette import Palette
    from xraycolor_gui.core.radiograph import Radiograph
    from xraycolor_gui.models.colorizer import Colorizer

#: What may become of a film that is to be coloured.
_OUTCOMES = _COLOURED, _GREY, _NOT_WRITTEN = "coloured", "left grey", "not written"


def add_to(commands: Commands) -> None:
    """Put `colorize` among the commands."""
    colorize = commands.add_parser("colorize", help="colour films; folders are searched below")
    colorize.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    colorize.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    colorize.add_argument("--format", choices=("png", "dicom"), default="png")
    colorize.add_argument("--model", default="basic", metavar="NAME", help="see `xraycolor models`")
    palette = "see `xraycolor palettes`; or a palette's FILE.json"
    colorize.add_argument("--palette", default="anatomical", metavar="NAME", help=palette)
    colorize.add_argument("--strength", type=_strength, default=1.0, metavar="S", help=f"0 to {MAX_STRENGTH}")
    fades = f"colour fades below this confidence; 0: nowhere (default {GREY_BELOW})"
    colorize.add_argument("--grey-below", type=_fraction, default=GREY_BELOW, metavar="X", help=fades)
    risk = "colour also what is no radiograph, or unlike all the model knows; every file says so"
    colorize.add_argument("--at-own-risk", action="store_true", help=risk)
    over = "draw what readers outlined over the pictures, with their verdicts; every file says so"
    colorize.add_argument("--annotations", action="store_true", help=over)
    where = "feedback store with the annotations (default: in your data folder)"
    colorize.add_argument("--store", type=Path, metavar="FILE", help=where)
    colorize.set_defaults(do=_colorize)


def _colorize(options: argparse.Namespace) -> int:
    from xraycolor_gui.io.palettes import SUFFIX, load_palette, palettes
    from xraycolor_gui.io.study import find_films
    from xraycolor_gui.io.writing import exported_key
    from xraycolor_gui.models.library import damaged_models, list_models, load

    known_models = [card.name for card in list_models()]
    if options.model not in known_models:
        if (damage := damaged_models().get(options.model)) is not None:
            raise damage
        return _unknown("model", options.model, known_models)
    known_palettes = {palette.name: palette for palette in palettes()}
    if options.palette.endswith(SUFFIX):
        palette = load_palette(Path(options.palette))
    elif options.palette in known_palettes:
        palette = known_palettes[options.palette]
    else:
        return _unknown("palette", options.palette, list(known_palettes))
    # An output folder inside the searched one must not have its own pictures coloured again.
    found = list(find_films(options.paths))
    files = [file for file in found if exported_key(file) is None]
    if len(files) < len(found):
        say(f"{len(found) - len(files)} of {len(found)} files are exports of XrayColor and are left out.")
    if not files:
        say("xraycolor: no files there. Give radiographs, or a folder that holds some.")
        return FAILED
    model = cache(lambda: load(options.model))  # not loaded for CT slices and what stays grey
    made = Counter[str]()
    for number, file in enumerate(files, start=1):
        line, outcome = _colorize_one(file, model, palette, options)
        made[outcome] += 1
        say(f"[{number}/{len(files)}] {line}")
    if made.keys() - {_COLOURED}:
        counts = ", ".join(f"{made[word]} {word}" for word in _OUTCOMES if made[word])
        risk = " With --at-own-risk these are coloured, too." if made[_GREY] else ""
        say(f"Of {len(files)} films: {counts}.{risk}")
    return FAILED if made[_NOT_WRITTEN] else OK


def _unknown(kind: str, name: str, known: list[str]) -> int:
    say(f"xraycolor: there is no {kind} called {name}. Choose one of: {', '.join(known) or 'none is installed'}.")
    return WRONG_USAGE


def _colorize_one(
    file: Path, model: Callable[[], Colorizer], palette: Palette, options: argparse.Namespace
) -> tuple[str, str]:
    """Colour one film; one line for the reader, and what became of it (one of `_OUTCOMES`)."""
    from xraycolor_gui.core.presentation import choose_voi
    from xraycolor_gui.io.export import Format, export_colouring
    from xraycolor_gui.io.read import read
    from xraycolor_gui.models.colouring import colour

    try:
        radiograph = read(file)
        colouring = colour(radiograph, model, at_own_risk=options.at_own_risk)
        written = export_colouring(
            radiograph,
            colouring,
            palette,
            strength=options.strength,
            grey_below=options.grey_below,
            annotations=_annotations(radiograph, options.store) if options.annotations else (),
            format=Format(options.format),
            folder=options.output,
        )
    except ModelError:  # it would cost every other film as well
        raise
    except XrayColorError as error:
        return f"{file}: {error}" if file.name not in str(error) else str(error), _NOT_WRITTEN
    except MemoryError:
        line = f"{file.name}: there is not enough memory for this film. Close other programs, or take a smaller copy."
        return line, _NOT_WRITTEN
    except Exception as error:  # a fault of ours must not cost the other films
        return f"{file.name}: {_fault(error)} Please report it.", _NOT_WRITTEN
    notes = " ".join((*radiograph.notes, *choose_voi(radiograph)[1]))
    line = f"{file.name} → {written.name}{_told(colouring)}" + (f" ({notes})" if notes else "")
    return line, _GREY if colouring.shown is None else _COLOURED


def _annotations(radiograph: Radiograph, path: Path | None) -> tuple[Annotation, ...]:
    """What readers outlined on this film, as the store has it. Raises FeedbackError."""
    from xraycolor_gui.core.annotation import annotations_of
    from xraycolor_gui.core.feedback import film_id
    from xraycolor_gui.io.feedback.store import FeedbackStore

    with FeedbackStore(path) as store:
        return annotations_of(store.records(film_id(radiograph)))


def _told(colouring: Colouring) -> str:
    """What the reader must know of these colours, or why there are none."""
    if colouring.at_own_risk:
        return f": coloured at your own risk, against this: {colouring.reason}"
    if colouring.shown is None:
        return f": {colouring.reason} {colouring.next_step}"
    return f": {colouring.reason}" if colouring.reason else ""


def _fault(error: Exception) -> str:
    """Where the program failed, and never with what: an error's own words may quote the file, and so the patient."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"XrayColor has a fault here ({type(error).__name__} in {Path(place.filename).name}, line {place.lineno})."


def _fraction(text: str) -> float:
    fraction = float(text)
    if not 0 <= fraction <= 1:
        raise argparse.ArgumentTypeError("must lie between 0 and 1")
    return fraction


def _strength(text: str) -> float:
    strength = float(text)
    if not 0 <= strength <= MAX_STRENGTH:
        raise argparse.ArgumentTypeError(f"must lie between 0 and {MAX_STRENGTH}")
    return strength
