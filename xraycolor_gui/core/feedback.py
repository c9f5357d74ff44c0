"""What a reader says of a film: regions, verdicts, comments, and what exactly was on the screen.

Identifiers only: an image is known by the hash of its file and its DICOM UIDs, never by a patient's name or birth date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from xraycolor_gui.core import regions
from xraycolor_gui.core.colorization import BACKGROUND, TISSUES, Appearance, ModelId
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.regions import Region

#: Overall ratings of a film's colours, worst to best.
RATINGS = range(1, 6)
LONGEST_COMMENT = 10_000
_AGAIN = "Check the file, or export the feedback again."


class Verdict(Enum):
    """What is said of a region; the value is the word on the command line and in files."""

    RIGHT = "right"
    WRONG_TISSUE = "wrong-tissue"
    BLEEDS = "bleeds"
    SHOULD_BE_GREY = "should-be-grey"
    HIDES_FINDING = "hides-finding"
    ARTEFACT = "artefact"


@dataclass(frozen=True, slots=True)
class FilmId:
    """Which image is meant: hash of the file's content, its DICOM UIDs (empty outside DICOM), frame from 0, size.

    The hash is empty for what came in from a segmentation whose film was not at hand.
    """

    sha256: str
    rows: int
    columns: int
    frame: int = 0
    sop_instance_uid: str = ""
    sop_class_uid: str = ""
    series_uid: str = ""
    study_uid: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """Exactly what was on the screen.

    appearance: model and hash of its weights, palette, strength, grey below, window.
    zoom: screen pixels per pixel of the film. turns: quarter turns clockwise. mirrored: flipped left to right, before
        turning.
    """

    appearance: Appearance
    zoom: float
    turns: int = 0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """One thing that one reader said of one film.

    id: 32 hexadecimal digits, the same through every change of the record.
    time: when it was given, ISO 8601 in UTC. software: name and version it was given with.
    screen: None where nothing was on a screen, as on the command line.
    region: None where the whole film is meant. verdict: None for a draft, or where only a rating or comment was given.
    tissue: the right one where the verdict is WRONG_TISSUE, else what the region was said to be; empty where the reader
        did not say.
    rating: of the whole film, 1 (misleading) to 5 (helpful).
    """

    id: str
    reader: str
    time: str
    software: str
    film: FilmId
    screen: Screen | None = None
    region: Region | None = None
    verdict: Verdict | None = None
    tissue: str = ""
    label: str = ""
    comment: str = ""
    rating: int | None = None

    def __post_init__(self) -> None:
        if self.verdict is not None and self.region is None:
            raise FeedbackError("A verdict needs a region.", "Outline what you mean, or rate the whole film.")
        if self.tissue == BACKGROUND:
            raise FeedbackError("Background is no tissue.", "Choose the verdict “should-be-grey” instead.")
        if self.rating is not None and self.rating not in RATINGS:
            raise FeedbackError(f"There is no rating {self.rating}.", "Choose 1 to 5.")
        if len(self.comment) > LONGEST_COMMENT:
            raise FeedbackError(f"The comment is longer than {LONGEST_COMMENT:,} characters.", "Shorten it.")
        words = f"{self.reader}{self.tissue}{self.label}{self.comment}{self.software}{self.time}"
        if any("\ud800" <= character <= "\udfff" or character == "\0" for character in words):
            raise FeedbackError("This feedback holds characters that are no text.", "Write it again.")
        if not self.reader.strip():
            raise FeedbackError("This feedback has no reader.", "Name the reader.")


def film_id(radiograph: Radiograph) -> FilmId:
    """The identity of a film that was read from a file."""
    source = radiograph.source
    return FilmId(
        sha256=source.sha256,
        rows=radiograph.shape[0],
        columns=radiograph.shape[1],
        frame=source.frame,
        sop_instance_uid=source.sop_instance_uid,
        sop_class_uid=source.sop_class_uid,
        series_uid=source.series_uid,
        study_uid=source.study_uid,
    )


def new_id() -> str:
    """A name for a new record that nobody else has."""
    return uuid4().hex


def now() -> str:
    """This moment, as records state it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def to_json(feedback: Feedback) -> dict[str, Any]:
    """Everything in a record, for JSON; `from_json` gives back an equal one."""
    screen = feedback.screen
    return {
        "id": feedback.id,
        "reader": feedback.reader,
        "time": feedback.time,
        "software": feedback.software,
        "film": film_to_json(feedback.film),
        "screen": None if screen is None else _screen_to_json(screen),
        "region": None if feedback.region is None else regions.to_json(feedback.region),
        "verdict": None if feedback.verdict is None else feedback.verdict.value,
        "tissue": feedback.tissue,
        "label": feedback.label,
        "comment": feedback.comment,
        "rating": feedback.rating,
    }


def from_json(data: Any) -> Feedback:
    """The record that `to_json` described. Raises FeedbackError, which says what is wrong with it."""
    if not isinstance(data, Mapping):
        raise FeedbackError("A record of feedback is no JSON object.", _AGAIN)
    screen, region, rating = data.get("screen"), data.get("region"), data.get("rating")
    if rating is not None and type(rating) is not int:
        raise FeedbackError("A rating is no whole number.", "Choose 1 to 5.")
    return Feedback(
        id=_id(data),
        reader=_text(data, "reader"),
        time=_time(data),
        software=_text(data, "software"),
        film=film_from_json(data.get("film")),
        screen=None if screen is None else _screen(screen),
        region=None if region is None else regions.from_json(region),
        verdict=None if data.get("verdict") is None else verdict_of(_text(data, "verdict")),
        tissue=_text(data, "tissue", ""),
        label=_text(data, "label", ""),
        comment=_text(data, "comment", ""),
        rating=rating,
    )


def verdict_of(word: str) -> Verdict:
    """The verdict of that name. Raises FeedbackError, which lists the names there are."""
    try:
        return Verdict(word)
    except ValueError as error:
        names = ", ".join(verdict.value for verdict in Verdict)
        raise FeedbackError(f"There is no verdict “{word}”.", f"Choose one of: {names}.") from error


def tissue_said(record: Feedback) -> str:
    """The tissue that a record says its region is; empty where it says none."""
    if record.region is None:
        return ""
    if record.verdict is Verdict.SHOULD_BE_GREY:
        return BACKGROUND
    if record.verdict in (Verdict.WRONG_TISSUE, Verdict.RIGHT) and record.tissue in TISSUES:
        return record.tissue
    return ""


def _screen_to_json(screen: Screen) -> dict[str, Any]:
    shown = asdict(screen.appearance)
    shown["how"] = screen.appearance.how.value
    shown["hidden"] = list(screen.appearance.hidden)
    return {**shown, "zoom": screen.zoom, "turns": screen.turns, "mirrored": screen.mirrored}


def _screen(data: Any) -> Screen:
    if not isinstance(data, Mapping):
        raise FeedbackError("What was on screen is no JSON object.", _AGAIN)
    model, below, hidden = data.get("model"), data.get("grey_below"), data.get("hidden", [])
    if not isinstance(hidden, list) or not all(isinstance(name, str) for name in hidden):
        raise FeedbackError("The hidden tissues are no list of names.", _AGAIN)
    try:
        how = ColourSource(data.get("how", ColourSource.NETWORK.value))
    except ValueError as error:
        raise FeedbackError(f"“{data.get('how')}” is no source of colours.", _AGAIN) from error
    appearance = Appearance(
        model=None if model is None else ModelId(*(_text(model, key, "") for key in ("name", "sha256", "title"))),
        palette=_text(data, "palette"),
        strength=_number(data, "strength"),
        window=_text(data, "window"),
        hidden=tuple(hidden),
        how=how,
        reason=_text(data, "reason", ""),
        at_own_risk=data.get("at_own_risk") is True,
        grey_below=None if below is None else _number(data, "grey_below"),
        corrections=_whole(data, "corrections") if "corrections" in data else 0,
    )
    return Screen(appearance, _number(data, "zoom"), int(_number(data, "turns")), data.get("mirrored") is True)


def film_to_json(film: FilmId) -> dict[str, Any]:
    """For JSON; `film_from_json` gives back an equal one."""
    return asdict(film)


def film_from_json(data: Any) -> FilmId:
    """The film that `film_to_json` described. Raises FeedbackError."""
    if not isinstance(data, Mapping):
        raise FeedbackError("A record of feedback does not say which film it is of.", _AGAIN)
    return FilmId(
        sha256=_text(data, "sha256"),
        rows=_whole(data, "rows"),
        columns=_whole(data, "columns"),
        frame=_whole(data, "frame"),
        sop_instance_uid=_text(data, "sop_instance_uid", ""),
        sop_class_uid=_text(data, "sop_class_uid", ""),
        series_uid=_text(data, "series_uid", ""),
        study_uid=_text(data, "study_uid", ""),
    )


def _id(data: Mapping[str, Any]) -> str:
    text = _text(data, "id")
    try:
        return UUID(hex=text).hex
    except ValueError as error:
        raise FeedbackError("The id of a record is not 32 hexadecimal digits.", _AGAIN) from error


def _time(data: Mapping[str, Any]) -> str:
    text = _text(data, "time")
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise FeedbackError("The time of a record is no ISO 8601 time with its zone.", _AGAIN)
    return text


def _text(data: Any, key: str, default: str | None = None) -> str:
    value = data.get(key, default) if isinstance(data, Mapping) else None
    if not isinstance(value, str):
        raise FeedbackError(f"A record of feedback has no text for {key}.", _AGAIN)
    return value


def _whole(data: Mapping[str, Any], key: str) -> int:
    value = data.get(key)
    if type(value) is not int or value < 0:
        raise FeedbackError(f"The film's {key} is no whole number.", _AGAIN)
    return value


def _number(data: Mapping[str, Any], key: str) -> float:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 1e9:
        raise FeedbackError(f"A record of feedback has no number for {key}.", _AGAIN)
    return value
