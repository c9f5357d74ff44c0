"""`xraycolor adapter …`: fitting what counts as alike, and measuring what a reader's corrections do."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.cli.command import OK, Commands, say

if TYPE_CHECKING:
    from xraycolor_gui.training.corrections.measure import Row

#: Films of each kind on which corrections are measured.
_FILMS = 60


def add_to(commands: Commands) -> None:
    """Put `adapter` and its own commands among the commands."""
    parser = commands.add_parser("adapter", help="fit and measure how corrections spread over a film")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, run, words in (
        ("fit", _fit, "fit what counts as alike on errors of outlined train films"),
        ("measure", _measure, "what three corrections do on validation films, beside other methods"),
        ("simulate", _simulate, "put a simulated reader's feedback on validation films into a new store"),
        ("compare", _compare, "what two models get wrong on outlined test films"),
    ):
        action = actions.add_parser(name, help=words, description=words)
        action.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="holds films and masks")
        action.add_argument("--model", nargs="+", metavar="NAME", help="default: every model at hand")
        action.add_argument("-o", "--output", type=Path, required=name in ("fit", "simulate"), metavar="FILE")
        action.add_argument("--films", type=int, default=_FILMS, metavar="N", help="at most so many of each kind")
        action.set_defaults(do=run)


def _names(args: argparse.Namespace) -> list[str]:
    from xraycolor_gui.models.library import list_models

    return args.model or [card.name for card in list_models()]


def _fit(args: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import load
    from xraycolor_gui.training.corrections.fit import TRAIN_FILMS, fit, lessons
    from xraycolor_gui.training.corrections.reader import outlined, read_films
    from xraycolor_gui.training.sources import training_films

    films = outlined(training_films(args.data), "train", TRAIN_FILMS)
    taught = []
    for name in _names(args):
        taught += list(lessons(read_films(load(name), films)))
        say(f"{name}: {len(taught)} clicks on {len(films)} films")
    args.output.parent.mkdir(parents=True, exist_ok=True)
    fit(taught).save(args.output)
    return OK


def _measure(args: argparse.Namespace) -> int:
    from xraycolor_gui.io.resources import palette
    from xraycolor_gui.io.writing import writing
    from xraycolor_gui.models.alikeness import load_alikeness
    from xraycolor_gui.models.library import load
    from xraycolor_gui.training.corrections.measure import measure, methods
    from xraycolor_gui.training.corrections.reader import outlined, read_films
    from xraycolor_gui.training.sources import all_films

    films = outlined(all_films(args.data), "val", args.films)
    found = {}
    for name in _names(args):
        rows = measure(list(read_films(load(name), films)), palette("anatomical"), methods(load_alikeness()))
        found[name] = [row.as_dict() for row in rows]
        print(_table(name, rows))
    if args.output is not None:
        with writing(args.output, overwrite=True) as file:
            file.write(json.dumps(found, indent=1).encode())
    return OK


def _simulate(args: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import load
    from xraycolor_gui.training.corrections.reader import outlined
    from xraycolor_gui.training.corrections.simulate import give_feedback
    from xraycolor_gui.training.sources import all_films

    films = outlined(all_films(args.data), "val", args.films)
    print(f"{give_feedback(load(_names(args)[0]), films, args.output)} records on {len(films)} films in {args.output}")
    return OK


def _compare(args: argparse.Namespace) -> int:
    from xraycolor_gui.core.errors import ModelError
    from xraycolor_gui.models.library import load
    from xraycolor_gui.training.corrections.reader import outlined
    from xraycolor_gui.training.corrections.simulate import compare
    from xraycolor_gui.training.sources import all_films

    if len(args.model or ()) != 2:
        raise ModelError("Two models are compared.", "Name them: --model OLD NEW.")
    old, new = (load(name) for name in args.model)
    found = compare(old, new, outlined(all_films(args.data), "test", args.films))
    low, high = found.change
    print(
        f"{found.films} test films: {found.before:.4f} of the outlined pixels lead wrongly by {args.model[0]}, "
        f"{found.after:.4f} by {args.model[1]}, change {found.after - found.before:+.4f} [{low:+.4f}, {high:+.4f}]"
    )
    return OK


def _table(name: str, rows: list[Row]) -> str:
    lines = [f"{name}: {rows[0].errors if rows else 0} errors of validation films, three corrections each"]
    lines += [
        f"  {row.method:12}  error left {row.left:.3f} [{row.left_interval[0]:.3f}, {row.left_interval[1]:.3f}]"
        f"  (after each {', '.join(f'{value:.2f}' for value in row.after_each)})"
        f"  moved elsewhere {row.moved:.2f} ΔE [{row.moved_interval[0]:.2f}, {row.moved_interval[1]:.2f}]"
        f"  {row.milliseconds:.0f} ms"
        for row in rows
    ]
    return "\n".join(lines)
