"""Taking feedback out of a store, and in from files: one way for the window and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import groupby
from pathlib import Path

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError, XrayColorError
from xraycolor_gui.core.feedback import Feedback, FilmId, film_id
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.io.feedback import coco, csv_table, journal, json_file, places
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.journal import SUFFIX
from xraycolor_gui.io.read import file_bytes, read
from xraycolor_gui.io.study import find_films
from xraycolor_gui.io.writing import cannot_write, writing


class Format(Enum):
    """What feedback travels as; the value is the word on the command line."""

    JSON = "json"
    COCO = "coco"
    SR = "sr"
    SEG = "seg"
    GSPS = "gsps"
    CSV = "csv"


_Writer = Callable[[Path, Path, Sequence[Feedback]], tuple[tuple[Path, ...], tuple[str, ...]]]
_IN_DICOM = (Format.SR, Format.SEG, Format.GSPS)


@dataclass(frozen=True, slots=True)
class Travelled:
    """Files that were written, what cannot travel in that format, and films that got no file; one sentence each."""

    files: tuple[Path, ...]
    losses: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def export_feedback(
    store: FeedbackStore,
    format: Format,  # noqa: A002 (the word that is used on the command line)
    folder: Path,
    palette: Palette,
    *,
    films: Sequence[Path] = (),
) -> Travelled:
    """Write what stands in the store (for JSON its whole history, too) into `folder`, replacing earlier exports.

    palette: gives segments their colours. films: where to look for films that were moved since feedback was given.
    DICOM formats need each film's own file, and write one object for each film and reader.

    Raises FeedbackError, ExportError.
    """
    history = store.history()
    records = feedback_history.current(history)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    if format in _IN_DICOM:
        return _in_dicom(store, records, format, folder, palette=palette, films=films)
    losses: tuple[str, ...] = ()
    name = f"feedback.{format.value}"
    if format is Format.JSON:
        content = json_file.encoded(history)
    elif format is Format.CSV:
        content, losses = csv_table.encoded(records), ("CSV: the history of changes does not travel.",)
    else:
        name = "feedback.coco.json"
        content, losses = coco.encoded(records)
    with writing(folder / name, overwrite=True) as file:
        file.write(content)
    return Travelled((folder / name,), losses)


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many steps a file held, how many of them were new, and what was left out, one sentence each."""

    held: int
    came: int
    left: tuple[str, ...] = ()


def import_feedback(store: FeedbackStore, path: Path, reader: str, films: Sequence[Path] = ()) -> Arrived:
    """Take in an export, a recovery file, a journal, COCO, SR or SEG; what the store has already stays as it is.

    reader: who is said to have given what names nobody. films: where to look for films that COCO names.

    Raises FeedbackError, UnreadableFile.
    """
    if path.name.endswith(SUFFIX):
        events = tuple(journal.events(path))
        if not events:
            raise FeedbackError(f"{path.name}: there are no events in it.", "Choose another file.")
        return Arrived(len(events), store.add(events))
    content = file_bytes(path)
    if content[128:132] == b"DICM":
        from xraycolor_gui.io.feedback.dicom_import import records_in

        return _arrived(store, *records_in(content, path, reader, partial(_film_of_uid, store, films)))
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FeedbackError(
            f"{path.name}: neither JSON nor DICOM.", "Give a JSON, COCO, SR or SEG file.", str(error)
        ) from error
    if json_file.is_ours(data):
        events = json_file.events_in(data, path)
        return Arrived(len(events), store.add(events))
    if coco.is_coco(data):
        return _arrived(store, *coco.records_in(data, path, reader, lambda name: _film_named(name, path, films)))
    raise FeedbackError(f"{path.name}: no feedback of ours, and no COCO.", "Give a JSON, COCO, SR or SEG file.")


def _arrived(store: FeedbackStore, records: Sequence[Feedback], left: tuple[str, ...]) -> Arrived:
    """Records come without their history: one that the store knows would only be an older copy of itself."""
    known = {event.record for event in store.history()}
    new = [feedback_history.given(record) for record in records if record.id not in known]
    return Arrived(len(records), store.add(new) if new else 0, left)


def _film_of_uid(store: FeedbackStore, films: Sequence[Path], uid: str, frame: int) -> FilmId | None:
    """The film of a SOP Instance UID, as the store or one of the folders knows it."""
    for event in store.history():
        if event.film.sop_instance_uid == uid and event.film.frame == frame and event.film.sha256:
            return event.film
    for path in find_films(films):
        try:
            film = film_id(read(path, frame))
        except XrayColorError:
            continue
        if film.sop_instance_uid == uid:
            return film
    return None


def _film_named(name: str, file: Path, films: Sequence[Path]) -> FilmId | None:
    """The film of that name beside the file, or in one of the folders."""
    for place in (file.parent, *films):
        for candidate in (place / name, place / Path(name).name, place):
            if candidate.is_file() and candidate.name == Path(name).name:
                try:
                    return film_id(read(candidate))
                except XrayColorError:
                    continue
    return None


def _in_dicom(
    store: FeedbackStore,
    records: Iterable[Feedback],
    format: Format,  # noqa: A002
    folder: Path,
    *,
    palette: Palette,
    films: Sequence[Path],
) -> Travelled:
    files: list[Path] = []
    losses = [f"{format.value.upper()}: the history of changes does not travel."]
    failures: list[str] = []
    write = _writer(format, palette)
    ordered = sorted(records, key=_film_and_reader)
    for (film, reader), group in groupby(ordered, key=lambda record: (record.film, record.reader)):
        given = tuple(group)
        path = places.find(store.path, film.sha256, films)
        if path is None:
            known = film.sop_instance_uid or f"with content {film.sha256[:12]}…"
            failures.append(f"The film {known} was not found; name its folder with --films.")
            continue
        number = 1 + sum(file.name.startswith(_stem(film)) for file in files)
        target = folder / f"{_stem(film)}{number}_{format.value}.dcm"
        try:
            written, lost = write(target, path, given)
        except XrayColorError as error:
            failures.append(str(error))
            continue
        losses += [f"{target.name} ({reader}): {sentence}" for sentence in lost]
        files += written
    return Travelled(tuple(files), tuple(losses), tuple(failures))


def _writer(format: Format, palette: Palette) -> _Writer:  # noqa: A002
    # highdicom is loaded only here: nothing else needs it
    if format is Format.SR:
        from xraycolor_gui.io.feedback.structured_report import write_structured_report

        return write_structured_report
    if format is Format.SEG:
        from xraycolor_gui.io.feedback.segmentation import write_segmentation

        return lambda target, film, records: write_segmentation(target, film, records, palette)
    from xraycolor_gui.io.feedback.presentation_state import write_presentation_state

    return write_presentation_state


def _film_and_reader(record: Feedback) -> tuple[str, int, str]:
    return record.film.sha256, record.film.frame, record.reader


def _stem(film: FilmId) -> str:
    frame = f"_frame{film.frame + 1}" if film.frame else ""
    return f"feedback_{film.sha256[:12]}{frame}_"
