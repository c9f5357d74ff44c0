"""The plan of a reader study as values: which films, shown how, asked what, to whom, in what order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from xraycolor_gui.core.confidence import GREY_BELOW


class Condition(Enum):
    """How a film is shown; the value is the word in plans and tables."""

    GREY = "grey"
    COLOUR = "colour"
    BOTH = "both"


class AnswerKind(Enum):
    """What a question is answered with; the value is the word in plans.

    RATING: a whole number from low to high. YES_NO: one of `Question.options`. CHOICE: one of `Question.options`.
    PLACE: a point on the film in image pixels, x to the right, y down.
    """

    RATING = "rating"
    YES_NO = "yes-no"
    CHOICE = "choice"
    PLACE = "place"


YES, NO, CANNOT_TELL = "yes", "no", "cannot tell"


@dataclass(frozen=True, slots=True)
class Question:
    """One question asked of every film.

    key: its name in tables. labels: words under a rating's slider, spread evenly from low to high.
    options: the answers there are. ordered: options go from less to more, so that near misses count less.
    certainty_of: key of the yes-no question that this rating says how sure the reader is of; together they make one
        scale from a sure no to a sure yes.
    """

    key: str
    kind: AnswerKind
    words: str
    low: int = 0
    high: int = 100
    labels: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    ordered: bool = False
    certainty_of: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class StudyFilm:
    """case: what tables call it; readers never see it. file: as the plan writes it, relative to the plan.

    truth: whether the case is positive; None where nobody knows, and then it counts for no ROC.
    """

    case: str
    file: str
    truth: bool | None = None


@dataclass(frozen=True, slots=True)
class Colours:
    """How films are coloured; the same for every reader, who cannot change it."""

    model: str = "basic"
    palette: str = "anatomical"
    strength: float = 1.0
    grey_below: float = GREY_BELOW


@dataclass(frozen=True, slots=True)
class Blinding:
    """What is kept from readers. The truth, cases' names and other readers' answers always are.

    identity: file names, and what a file tells of patient, date and place. condition: the words “with colour”.
    """

    identity: bool = True
    condition: bool = False


@dataclass(frozen=True, slots=True)
class Viewing:
    """What readers may do with a film. window: change its window. zoom: zoom and move it.

    hold_grey: see the grey beneath the colour while a key is held. progress: be told which of how many films it is.
    """

    window: bool = True
    zoom: bool = True
    hold_grey: bool = True
    progress: bool = False


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What scripted readers are told to find, so that the result of a rehearsed study is known in advance.

    auc: .5 … 1, by condition. seconds: median time per film, by condition. shared: 0 … 1, the part of the noise that
    belongs to the case and so is the same for every reader and condition.
    """

    auc: Mapping[Condition, float]
    seconds: Mapping[Condition, float] = field(default_factory=dict)
    shared: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """name: letters, digits and hyphens; names the store of answers. readers: pseudonyms, in the order of the square.

    rating: key of the question whose answer goes into the ROC analysis; empty for none.
    washout_days: from a reader's last film of one session to the first of the next.
    """

    name: str
    title: str
    films: tuple[StudyFilm, ...]
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    readers: tuple[str, ...]
    seed: int = 0
    rating: str = ""
    washout_days: float = 28.0
    instructions: str = ""
    colours: Colours = Colours()
    blinding: Blinding = Blinding()
    viewing: Viewing = Viewing()
    rehearsal: Rehearsal | None = None

    def question(self, key: str) -> Question:
        """Raises KeyError."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def film(self, case: str) -> StudyFilm:
        """Raises KeyError."""
        for film in self.films:
            if film.case == case:
                return film
        raise KeyError(case)
