"""One number per reading for the ROC analysis: higher is more suspicious."""

from __future__ import annotations

import math
from collections.abc import Mapping

from xraycolor_gui.core.reader_study.answers import Value
from xraycolor_gui.core.reader_study.plan import CANNOT_TELL, YES, Plan


def suspicion(plan: Plan, values: Mapping[str, Value]) -> float:
    """The rating of the plan's ROC question; NaN without one.

    Where the question asks how sure the reader is of a yes or no, both make one scale from −(range) for the surest no
    to +(range) for the surest yes; who cannot tell is at 0.
    """
    given = values.get(plan.rating)
    if not plan.rating or not isinstance(given, int):
        return math.nan
    question = plan.question(plan.rating)
    if not question.certainty_of:
        return float(given)
    decided = values.get(question.certainty_of)
    if decided is None:
        return math.nan
    sure = float(given - question.low)
    return 0.0 if decided == CANNOT_TELL else sure if decided == YES else -sure
