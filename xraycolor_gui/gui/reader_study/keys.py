"""Which key answers what: yes, no and cannot tell have their own, options of choices take letters that are left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.reader_study.plan import CANNOT_TELL, NO, YES, AnswerKind, Question

#: Held: grey. The film as a whole. Mark a place.
GREY, FIT, MARK = "G", "F", "M"
_LETTERS = "ABCDEHIJKLOPQRSUVWXZTNY"


def option_words(question: Question, option: str) -> str:
    """What an answer is called; the options of a choice are the plan's own words."""
    translate = QCoreApplication.translate
    if question.kind is not AnswerKind.YES_NO:
        return option
    return {
        YES: translate("ReaderStudy", "Yes"),
        NO: translate("ReaderStudy", "No"),
        CANNOT_TELL: translate("ReaderStudy", "Cannot tell"),
    }[option]


def allotted(questions: Iterable[Question]) -> dict[tuple[str, str], str]:
    """Key of the question and option → key to press. Yes-no questions share theirs; the last options may have none."""
    translate = QCoreApplication.translate
    own = {
        YES: translate("ReaderStudy", "Y"),
        NO: translate("ReaderStudy", "N"),
        CANNOT_TELL: translate("ReaderStudy", "T"),
    }
    questions = tuple(questions)
    yes_no = any(question.kind is AnswerKind.YES_NO for question in questions)
    free = iter([letter for letter in _LETTERS if not yes_no or letter not in own.values()])
    keys = {}
    for question in questions:
        for option in question.options:
            keys[question.key, option] = own[option] if question.kind is AnswerKind.YES_NO else next(free, "")
    return keys


def rating_by_digit(question: Question, digit: int) -> int:
    """1 … 9 from one end of the scale to the other; a scale with so few steps takes the digit itself."""
    if question.high <= 9 and question.low >= 0:
        return min(max(digit, question.low), question.high)
    return question.low + round((digit - 1) / 8 * (question.high - question.low))
