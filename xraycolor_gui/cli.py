"""The command line. Scripts rely on its words and exit codes: 0 all done, 1 something failed, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui import __version__
from xraycolor_gui.adapter_commands import add_adapter_parser, run_adapter
from xraycolor_gui.core.colorization import DISCLAIMER, MAX_STRENGTH
from xraycolor_gui.core.confidence import GREY_BELOW
from xraycolor_gui.core.errors import ModelError, XrayColorError
from xraycolor_gui.feedback_commands import add_feedback_parser, run_feedback
from xraycolor_gui.inspect_command import add_inspect_parser, run_inspect
from xraycolor_gui.reader_study_commands import READER_STUDY_COMMANDS, add_reader_study_parsers
from xraycolor_gui.study_command import add_study_parser, run_study

if TYPE_CHECKING:
    from xraycolor_gui.core.colouring import Colouring
    from xraycolor_gui.core.palette import Palette
    from xraycolor_gui.models.colorizer import Colorizer

OK, FAILED, WRONG_USAGE = 0, 1, 2
#: What may become of a film that is to be coloured.
_OUTCOMES = _COLOURED, _GREY, _NOT_WRITTEN = "coloured", "left grey", "not written"


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit status."""
    commands = _command_parser()
    try:
        if arguments and arguments[0] in _COMMANDS:
            options = commands.parse_args(arguments)
            return _COMMANDS[options.command](options)
        return _open_window(_window_parser().parse_args(arguments))
    except XrayColorError as error:
        _say(f"xraycolor: {error}")
        return FAILED
    except KeyboardInterrupt:
        _say("xraycolor: stopped")
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # The reader of our output went away (`xraycolor models | head`): nothing is left to tell, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="xraycolor",
        description=f"Show radiographs in grey and, beside it, in tissue colours. {DISCLAIMER}.",
        epilog="Commands: " + ", ".join(_COMMANDS) + ". `xraycolor COMMAND --help` tells more.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="films or folders to open")
    parser.add_argument("--sample", action="store_true", help="open the radiographs shipped with the program")
    parser.add_argument("--version", action="version", version=f"xraycolor {__version__}")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="xraycolor", epilog=f"{DISCLAIMER}.")
    commands = parser.add_subparsers(dest="command", required=True)

    render = commands.add_parser("render", help="write the grey picture as presented: 16-bit PNG, native size")
    render.add_argument("file", type=Path, metavar="FILE")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.png")
    which = render.add_mutually_exclusive_group()
    which.add_argument("--voi", type=_positive, metavar="N", help="the file's N-th window or VOI LUT, from 1")
    which.add_argument("--window", type=float, nargs=2, metavar=("CENTER", "WIDTH"))

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

    commands.add_parser("models", help="list the models: architecture, size, training, measured, hash")

    palettes = commands.add_parser("palettes", help="list the palettes, and who can tell their colours apart")
    palettes.add_argument("files", nargs="*", type=Path, metavar="FILE.json", help="audit these instead")

    add_inspect_parser(commands)
    add_study_parser(commands)
    _add_training_parsers(commands)
    add_feedback_parser(commands)
    add_reader_study_parsers(commands)
    add_adapter_parser(commands)
    return parser


def _add_training_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    train = commands.add_parser("train", help="train a model from CT volumes and real films")
    train.add_argument("config", metavar="CONFIG", help="a shipped model or a TOML file, which may name your own data")
    train.add_argument("--data", type=Path, metavar="FOLDER", help="folder with ct, xray, masks and films")
    train.add_argument("--check", action="store_true", help="only check the data and estimate time and disk")
    train.add_argument("--run", type=Path, metavar="FOLDER", help="where checkpoints and the report go")
    train.add_argument("--minutes", type=float, metavar="N", help="wall time to train for")
    said = "go on from the model with readers' feedback in this store; kept only if it is not worse"
    train.add_argument("--feedback", type=Path, metavar="STORE", help=said)
    train.add_argument(
        "--films", type=Path, nargs="+", default=(), metavar="PATH", help="where its films were moved to"
    )
    train.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")

    ablate = commands.add_parser("ablate", help="train and measure what each ingredient of training is worth")
    ablate.add_argument("config", metavar="CONFIG", nargs="?", default="basic", help="a shipped model or a TOML file")
    ablate.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    ablate.add_argument("--stacks", type=Path, metavar="FOLDER", help="projected stacks to use; else they are made")
    ablate.add_argument("--minutes", type=float, required=True, metavar="N", help="wall time of every row")
    ablate.add_argument("--only", nargs="+", default=(), metavar="ROW", help="these rows only")
    ablate.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where rows and table go")

    rival = commands.add_parser("rival", help="train a network of others for comparison: tutorial or zhang2016")
    rival.add_argument("name", metavar="NAME")
    rival.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    rival.add_argument("--stacks", type=Path, metavar="FOLDER", help="projected stacks to use; else they are made")
    rival.add_argument("--minutes", type=float, required=True, metavar="N", help="wall time to train for")
    rival.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where weights go")

    evaluate = commands.add_parser("evaluate", help="measure models on films and bodies they never saw")
    evaluate.add_argument("--model", action="append", metavar="NAME", help="may be given several times; default: all")
    evaluate.add_argument("--palette", default="anatomical", metavar="NAME")
    evaluate.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    evaluate.add_argument("--models-only", action="store_true", help="without baselines, which take most of the time")
    evaluate.add_argument("--rivals", type=Path, metavar="FOLDER", help="weights that `xraycolor rival` made")
    evaluate.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="where the report goes; goes on from there"
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("counted from 1")
    return number


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


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _open_window(options: argparse.Namespace) -> int:
    from xraycolor_gui.gui.app import missing_display, run_window

    trouble = missing_display()
    if trouble:
        _say(trouble)
        return FAILED
    return run_window(options.paths, sample=options.sample)


def _render(options: argparse.Namespace) -> int:
    from xraycolor_gui.core.radiograph import Window
    from xraycolor_gui.io.export import write_grey_png
    from xraycolor_gui.io.read import read

    radiograph = read(options.file)
    voi = None
    if options.window:
        voi = Window(*options.window)
    elif options.voi:
        if options.voi > len(radiograph.voi):
            states = f"{options.file.name} states {len(radiograph.voi)} windows and VOI LUTs"
            _say(f"xraycolor: --voi {options.voi}: {states}. Choose another number, or --window CENTER WIDTH.")
            return WRONG_USAGE
        voi = radiograph.voi[options.voi - 1]
    for note in (*radiograph.notes, *write_grey_png(radiograph, options.output, voi)):
        _say(f"{options.file.name}: {note}")
    return OK


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
        _say(f"{len(found) - len(files)} of {len(found)} files are exports of XrayColor and are left out.")
    if not files:
        _say("xraycolor: no files there. Give radiographs, or a folder that holds some.")
        return FAILED
    model = cache(lambda: load(options.model))  # not loaded for CT slices and what stays grey
    made = Counter[str]()
    for number, file in enumerate(files, start=1):
        line, outcome = _colorize_one(file, model, palette, options)
        made[outcome] += 1
        _say(f"[{number}/{len(files)}] {line}")
    if made.keys() - {_COLOURED}:
        counts = ", ".join(f"{made[word]} {word}" for word in _OUTCOMES if made[word])
        risk = " With --at-own-risk these are coloured, too." if made[_GREY] else ""
        _say(f"Of {len(files)} films: {counts}.{risk}")
    return FAILED if made[_NOT_WRITTEN] else OK


def _unknown(kind: str, name: str, known: list[str]) -> int:
    _say(f"xraycolor: there is no {kind} called {name}. Choose one of: {', '.join(known) or 'none is installed'}.")
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


def _models(_options: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import damaged_models, list_models

    for card in list_models():
        print(card.describe())
    damages = damaged_models()
    for name, damage in damages.items():
        _say(f"{name}: {damage}")
    return FAILED if damages else OK


def _palettes(options: argparse.Namespace) -> int:
    from xraycolor_gui.core.palette_audit import audit
    from xraycolor_gui.io.palettes import damaged_palettes, load_palette, palettes

    for palette in [load_palette(file) for file in options.files] or palettes():
        print("\n".join(audit(palette).lines()))
    damages = {} if options.files else damaged_palettes()
    for damage in damages.values():
        _say(str(damage))
    return FAILED if damages else OK


def _train(options: argparse.Namespace) -> int:
    if options.feedback is not None:
        from xraycolor_gui.training.feedback.teach import teach

        where = {"data": options.data, "run": options.run, "films": options.films}
        teach(options.config, options.feedback, minutes=options.minutes, resume=options.resume, **where)
        return OK
    from xraycolor_gui.training.train import train

    train(
        options.config,
        data=options.data,
        run=options.run,
        minutes=options.minutes,
        resume=options.resume,
        check=options.check,
    )
    return OK


def _ablate(options: argparse.Namespace) -> int:
    from xraycolor_gui.training.ablation import ablate

    path = ablate(
        options.config,
        data=options.data,
        output=options.output,
        minutes=options.minutes,
        stacks=options.stacks,
        only=options.only,
    )
    print(path.read_text(encoding="utf-8"), end="")
    return OK


def _rival(options: argparse.Namespace) -> int:
    from xraycolor_gui.training.rivals.train import train_rival
    from xraycolor_gui.training.telling import to_stderr

    print(
        train_rival(
            options.name,
            options.stacks,
            options.data,
            minutes=options.minutes,
            folder=options.output,
            tell=to_stderr,
        )
    )
    return OK


def _evaluate(options: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import list_models
    from xraycolor_gui.training.benchmark.evaluate import evaluate

    table = evaluate(
        options.model or [card.name for card in list_models()],
        data=options.data,
        output=options.output,
        palette_name=options.palette,
        beside=options.output is not None and not options.models_only,
        rivals=options.rivals,
    )
    print(table)
    return OK


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "render": _render,
    "colorize": _colorize,
    "models": _models,
    "palettes": _palettes,
    "train": _train,
    "ablate": _ablate,
    "rival": _rival,
    "evaluate": _evaluate,
    "inspect": run_inspect,
    "study": run_study,
    "feedback": run_feedback,
    **READER_STUDY_COMMANDS,
    "adapter": run_adapter,
}
