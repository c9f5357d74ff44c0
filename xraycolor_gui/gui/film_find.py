"""Finding films among many by words, and ordering their groups."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from xraycolor_gui.core.study import natural_key
from xraycolor_gui.gui.film_words import sought_of
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.words import day_text

_DAY_FIRST, _YEAR_FIRST = "{2}.{1}.{0}", "{0}-{1}-{2}"


class Sort(Enum):
    """What the groups are ordered by."""

    FOUND = "found"
    NUMBER = "number"
    NAME = "name"
    NEWEST = "newest"
    BODY_PART = "body part"
    MODALITY = "modality"


def words_of(film: Film) -> str:
    """Everything that is told of a film and may be searched for, in lower case; not its state, which changes."""
    labels = film.labels
    words = [film.path.name, film.path.parent.name]
    if labels is not None:
        words += [
            labels.patient_name.replace("^", " "),
            labels.patient_id,
            labels.modality,
            labels.body_part,
            labels.view,
            labels.study_description,
            labels.series_description,
            film.place.accession_number,
            _days(labels.study_date),
        ]
    return "\n".join(words).casefold()


def found_by(text: str, words: str, film: Film) -> bool:
    """Whether every word of the text is told of the film; its state and its mark count, too."""
    return all(word in words or word in sought_of(film).casefold() for word in text.casefold().split())


def sort_key(sort: Sort, film: Film) -> tuple[object, ...]:
    """Key of a group whose first film this is; groups that do not tell come last."""
    labels = film.labels
    if labels is None:
        return True, ()
    if sort is Sort.NEWEST:
        day = "".join(filter(str.isdecimal, labels.study_date))[:8]
        return not day, -int(day or 0)
    told = {
        Sort.NUMBER: labels.patient_id,
        Sort.NAME: labels.patient_name,
        Sort.BODY_PART: labels.body_part,
        Sort.MODALITY: labels.modality,
    }.get(sort, "")
    return not told, natural_key(told)


@lru_cache(maxsize=4096)
def _days(dicom_date: str) -> str:
    """The day in the ways in which people write it."""
    if len(dicom_date) != 8:
        return dicom_date
    parts = dicom_date[:4], dicom_date[4:6], dicom_date[6:]
    return "\n".join((dicom_date, _YEAR_FIRST.format(*parts), _DAY_FIRST.format(*parts), day_text(dicom_date)))
