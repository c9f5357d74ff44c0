"""`xraycolor feedback worklist`: which films would teach a model most, and why."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.cli.command import FAILED, OK, say
from xraycolor_gui.core.errors import FeedbackError, XrayColorError
from xraycolor_gui.core.feedback import FilmId, film_id, film_to_json
from xraycolor_gui.core.work_list import NOVEL_AT_LIMIT, TOLD_FROM, Reading, Sign, WorkItem, work_list

if TYPE_CHECKING:
    from xraycolor_gui.core.radiograph import Radiograph
    from xraycolor_gui.io.feedback.store import FeedbackStore
    from xraycolor_gui.models.card import ModelCard

_COLUMNS = ("place", "value", "answered", "film", "why")


def add_work_list(make: Callable[..., argparse.ArgumentParser]) -> None:
    """Put `worklist` among the commands of `feedback`. make: `feedback._action`, its parsers bound."""
    told = "which films would teach a model most, and why: doubt, disagreement, novelty, contradiction"
    listed = make("worklist", _work_list, told)
    listed.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="films to look at (default: the store's)")
    listed.add_argument("--format", choices=("json", "table"), default="table")
    listed.add_argument("--model", default="basic", metavar="NAME", help="which is to learn; see `xraycolor models`")
    whose = "whose list it is: what this reader answered comes last (default: what anybody answered)"
    listed.add_argument("--reader", default="", metavar="NAME", help=whose)


def _work_list(store: FeedbackStore, options: argparse.Namespace) -> int:
    """Read what was not read yet, and print the list; 1 where a film could not be read. Raises XrayColorError."""
    from xraycolor_gui.io.feedback import film_readings, places
    from xraycolor_gui.models.library import list_models

    cards = {card.name: card for card in list_models()}
    if options.model not in cards:
        raise FeedbackError(f"There is no model called {options.model}.", f"Choose one of: {', '.join(cards)}.")
    records = store.records()
    known = list(film_readings.kept(store.path))
    failed = 0
    if options.paths:
        found = list(_read_films(store, options.paths, list(cards.values()), known))
        files = {film: path for film, path in found if film is not None}
        failed = sum(film is None for film, _ in found)
        films: Iterable[FilmId] = files
        find: Callable[[FilmId], Path | None] = files.get
    else:
        films = (*(record.film for record in records), *(reading.film for reading in known))

        def find(film: FilmId) -> Path | None:
            return places.find(store.path, film.sha256)

    items = work_list(films, known, records, model=cards[options.model].sha256, reader=options.reader)
    rows = [(item, find(item.film)) for item in items]
    print(_as_json(rows) if options.format == "json" else _as_table(rows))
    return FAILED if failed else OK


def reasons(item: WorkItem) -> list[str]:
    """Why it would teach, the strongest first, in plain words."""
    told = [_words(sign, part) for sign, part in item.signs.items() if part >= TOLD_FROM]
    return told or ["no doubt is known" if item.signs else "no model has read it yet"]


def _words(sign: Sign, part: float) -> str:
    if sign is Sign.NOVEL and part >= NOVEL_AT_LIMIT:
        return "unlike the training, beyond the model's limit"
    return _WORDS[sign].format(round(100 * part))


_WORDS = {
    Sign.UNSURE: "the model doubts {} % of the body",
    Sign.MODELS_DIFFER: "models name different tissues in {} % of the body",
    Sign.NOVEL: "nearly unlike the training",
    Sign.READERS_DIFFER: "readers differ by {} %",
    Sign.CONTRADICTED: "readers speak against the colours ({} %)",
}


def _read_films(
    store: FeedbackStore, paths: Sequence[Path], cards: Sequence[ModelCard], known: list[Reading]
) -> Iterator[tuple[FilmId | None, Path]]:
    """Each film with its file, None where it could not be read; what is read anew joins `known` and is kept."""
    from xraycolor_gui.io.feedback import film_readings
    from xraycolor_gui.io.read import read
    from xraycolor_gui.io.study import find_films
    from xraycolor_gui.io.writing import exported_key

    there = {(reading.film.sha256, reading.film.frame, reading.model) for reading in known}
    files = [path for path in find_films(paths) if exported_key(path) is None]
    read_by = _Readers()
    for number, path in enumerate(files, start=1):
        try:
            radiograph = read(path)
            film = film_id(radiograph)
            missing = [card for card in cards if (film.sha256, film.frame, card.sha256) not in there]
            made = [reading for card in missing if (reading := read_by(card, radiograph)) is not None]
        except XrayColorError as error:
            say(f"[{number}/{len(files)}] {error}")
            yield None, path
            continue
        if made:
            say(f"[{number}/{len(files)}] {path.name}")
            film_readings.keep(store.path, made)
            known += made
        yield film, path


class _Readers:
    """The installed models, each loaded when it is first asked."""

    def __init__(self) -> None:
        from xraycolor_gui.io.palettes import palettes

        self._palette = palettes()[0]
        self._loaded: dict[str, object] = {}

    def __call__(self, card: ModelCard, radiograph: Radiograph) -> Reading | None:
        """None for what no network colours."""
        from xraycolor_gui.core.modality import ColourSource, way_of
        from xraycolor_gui.core.work_list import reading_of
        from xraycolor_gui.models.library import load

        if way_of(radiograph).kind is not ColourSource.NETWORK:
            return None
        if card.name not in self._loaded:
            self._loaded[card.name] = load(card.name)
        colorization = self._loaded[card.name].colorize(radiograph)  # type: ignore[attr-defined]
        leading = self._palette.leading(colorization.composition, colorization.tissues)
        return reading_of(film_id(radiograph), colorization, leading)


def _as_json(rows: Sequence[tuple[WorkItem, Path | None]]) -> str:
    listed = [
        {
            "place": place,
            "value": round(item.value, 4),
            "answered": item.answered,
            "signs": {sign.value: round(part, 4) for sign, part in item.signs.items()},
            "why": reasons(item),
            "film": film_to_json(item.film),
            "file": None if path is None else str(path),
        }
        for place, (item, path) in enumerate(rows, start=1)
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)


def _as_table(rows: Sequence[tuple[WorkItem, Path | None]]) -> str:
    table = [_COLUMNS]
    for place, (item, path) in enumerate(rows, start=1):
        name = path.name if path is not None else item.film.sop_instance_uid[-16:] or item.film.sha256[:16]
        answered = "yes" if item.answered else ""
        table.append((str(place), f"{item.value:.2f}", answered, name, "; ".join(reasons(item))))
    widths = [max(len(row[column]) for row in table) for column in range(len(_COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table
    )
