"""`xraycolor feedback …`: giving feedback, listing it, taking it elsewhere and back, and checking the store."""

from __future__ import annotations

import argparse
import getpass
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraycolor_gui import __version__
from xraycolor_gui.cli.command import FAILED, OK, Commands, counted, say
from xraycolor_gui.cli.work_list import add_work_list
from xraycolor_gui.core import regions
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import FeedbackError, XrayColorError
from xraycolor_gui.core.feedback import RATINGS, Feedback, Verdict, film_id, new_id, now, to_json

if TYPE_CHECKING:
    from xraycolor_gui.core.radiograph import Radiograph
    from xraycolor_gui.io.feedback.store import FeedbackStore

_FORMATS = ("json", "coco", "sr", "seg", "gsps", "csv")
_TABLE = ("id", "time", "reader", "film", "verdict", "tissue", "region", "rating", "comment")


def add_to(commands: Commands) -> None:
    """Put `feedback` and its own commands among the commands."""
    parser = commands.add_parser("feedback", help="give, list, take away, bring in and check readers' feedback")
    parser.set_defaults(do=_feedback)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    make = partial(_action, actions)

    add = make("add", _add, "keep one reader's word on one film; prints the record's id once it is safe")
    add.add_argument("--image", type=Path, required=True, metavar="FILE", help="the film")
    add.add_argument("--frame", type=counted, default=1, metavar="N", help="of a film with several, from 1")
    shape = 'in pixels, such as {"type":"rectangle","x":10,"y":12,"width":40,"height":30}'
    add.add_argument("--region", type=_region, metavar="JSON", help=shape)
    add.add_argument("--verdict", choices=[verdict.value for verdict in Verdict], metavar="NAME", help=_names(Verdict))
    tissues = list(TISSUES[1:])
    add.add_argument("--tissue", choices=tissues, metavar="NAME", help="the right tissue: " + ", ".join(tissues))
    add.add_argument("--label", type=_words, default="", metavar="TEXT")
    add.add_argument("--comment", type=_words, default="", metavar="TEXT")
    add.add_argument("--rating", type=int, choices=RATINGS, metavar="N", help="of the whole film, 1 to 5")
    add.add_argument("--reader", type=_words, metavar="NAME", help="who says so (default: your login name)")

    shown = make("list", _list, "show what stands in the store")
    shown.add_argument("--format", choices=("json", "table"), default="table")
    shown.add_argument("--image", type=Path, metavar="FILE", help="only of this film")
    shown.add_argument("--reader", metavar="NAME", help="only of this reader")

    export = make("export", _export, "write what stands in the store for other programs")
    export.add_argument("--format", choices=_FORMATS, required=True)
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    export.add_argument("--films", type=Path, nargs="+", default=(), metavar="PATH", help="where films were moved to")
    export.add_argument("--palette", default="anatomical", metavar="NAME", help="colours of the segments of SEG")

    bring = make("import", _import, "take in JSON, COCO, SR, SEG, recovery files and journals")
    bring.add_argument("files", type=Path, nargs="+", metavar="FILE")
    bring.add_argument("--films", type=Path, nargs="+", default=(), metavar="PATH", help="films that COCO files name")
    bring.add_argument("--reader", type=_words, metavar="NAME", help="whose it is where a file names nobody")

    add_work_list(make)

    make("check", _check, "read everything in the store and say what is wrong with it; exit 0 when sound")


def _feedback(options: argparse.Namespace) -> int:
    """Do what `feedback …` says; returns the exit status. Raises XrayColorError."""
    from xraycolor_gui.io.feedback.store import FeedbackStore

    work: Callable[[FeedbackStore, argparse.Namespace], int] = options.work
    with FeedbackStore(options.store) as store:
        status = work(store, options)
        for note in store.notes:
            say(note)
    return status


def _action(
    actions: Any, name: str, work: Callable[[FeedbackStore, argparse.Namespace], int], told: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=told, description=told)
    parser.add_argument("--store", type=Path, metavar="FILE", help="default: in your data folder")
    parser.set_defaults(work=work)
    return parser


def _add(store: FeedbackStore, options: argparse.Namespace) -> int:
    from xraycolor_gui.io.feedback import places
    from xraycolor_gui.io.read import read

    if options.region is None and options.rating is None and not options.comment:
        raise FeedbackError("Nothing was said.", "Give --region and --verdict, or --rating, or --comment.")
    radiograph = read(options.image, options.frame - 1)
    _check_place(options.region, radiograph)
    feedback = Feedback(
        id=new_id(),
        reader=options.reader or _login(),
        time=now(),
        software=f"XrayColor {__version__}",
        film=film_id(radiograph),
        region=options.region,
        verdict=Verdict(options.verdict) if options.verdict else None,
        tissue=options.tissue or "",
        label=options.label,
        comment=options.comment,
        rating=options.rating,
    )
    store.put(feedback)
    places.remember(store.path, radiograph.source)
    print(feedback.id, flush=True)
    return OK


def _list(store: FeedbackStore, options: argparse.Namespace) -> int:
    from xraycolor_gui.io.read import read

    film = film_id(read(options.image)) if options.image else None
    records = store.records(film, options.reader)
    if options.format == "json":
        print(json.dumps([to_json(record) for record in records], ensure_ascii=False, indent=1))
        return OK
    rows = [_TABLE, *map(_row, records)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_TABLE))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return OK


def _export(store: FeedbackStore, options: argparse.Namespace) -> int:
    from xraycolor_gui.io.feedback.travel import Format, export_feedback
    from xraycolor_gui.io.palettes import palettes

    known = {palette.name: palette for palette in palettes()}
    if options.palette not in known:
        raise FeedbackError(f"There is no palette called {options.palette}.", f"Choose one of: {', '.join(known)}.")
    made = export_feedback(store, Format(options.format), options.output, known[options.palette], films=options.films)
    for path in made.files:
        print(path)
    for sentence in (*made.losses, *made.failures):
        say(sentence)
    return FAILED if made.failures else OK


def _import(store: FeedbackStore, options: argparse.Namespace) -> int:
    from xraycolor_gui.io.feedback.travel import import_feedback

    status = OK
    for path in options.files:
        try:
            arrived = import_feedback(store, path, options.reader or _login(), options.films)
        except XrayColorError as error:
            say(str(error))
            status = FAILED
            continue
        for sentence in arrived.left:
            say(sentence)
        known = arrived.held - arrived.came
        say(f"{path.name}: {arrived.came} came in" + (f", {known} were there already." if known else "."))
    return status


def _check(store: FeedbackStore, _options: argparse.Namespace) -> int:
    faults = store.check()
    for fault in faults:
        say(f"{store.path}: {fault}")
    if faults:
        return FAILED
    print(f"{store.path}: sound, {len(store.history())} steps, {len(store.records())} records stand.")
    return OK


def _check_place(region: regions.Region | None, radiograph: Radiograph) -> None:
    if region is None:
        return
    rows, columns = radiograph.shape
    left, top, right, bottom = regions.bounds(region)
    if right < 0 or bottom < 0 or left >= columns or top >= rows:
        raise FeedbackError(
            f"The region lies outside the film, which is {columns} pixels wide and {rows} high.",
            "Give pixels of the image, x to the right and y down.",
        )


def _row(record: Feedback) -> tuple[str, ...]:
    film = record.film.sop_instance_uid[-16:] or record.film.sha256[:16]
    verdict = record.verdict.value if record.verdict else ""
    kind = regions.kind(record.region) if record.region else ""
    comment = " ".join(record.comment.split())
    rating = str(record.rating or "")
    return record.id, record.time[:19], record.reader, film, verdict, record.tissue, kind, rating, comment[:40]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unnamed"


def _names(kind: type[Verdict]) -> str:
    return ", ".join(item.value for item in kind)


def _words(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _region(text: str) -> regions.Region:
    try:
        return regions.from_json(json.loads(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"this is no JSON: {error}") from error
    except FeedbackError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
