"""What was found in a clinician's words."""

from __future__ import annotations

import math

from xraycolor_gui.core.reader_study.areas import MAIN, AreaDifference, Roc
from xraycolor_gui.core.reader_study.decisions import EVERYBODY
from xraycolor_gui.core.reader_study.findings import Findings
from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.core.reader_study.times import TimeDifference
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.core.statistics.multireader import Reach

CONDITIONS = {
    Condition.GREY: "grey alone",
    Condition.COLOUR: "colour alone",
    Condition.BOTH: "grey and colour side by side",
}
REACHES = {
    Reach.READERS_AND_CASES: "other readers and other films like these",
    Reach.CASES: "these readers, on other films like these",
    Reach.READERS: "other readers, on these very films",
}
_FEW_READERS = 5


def number(value: float, digits: int = 3) -> str:
    """`–` for what could not be computed."""
    if math.isnan(value):
        return "–"
    return "∞" if math.isinf(value) else f"{value:.{digits}f}"


def signed(value: float, digits: int = 3) -> str:
    """As `number`, with its sign."""
    if math.isnan(value):
        return "–"
    return f"{value:+.{digits}f}".replace("-", "−")


def interval(estimate: Estimate, digits: int = 3, *, sign: bool = False) -> str:
    """`0.75 … 0.89`, or nothing."""
    if not (math.isfinite(estimate.low) and math.isfinite(estimate.high)):
        return ""
    show = signed if sign else number
    return f"{show(estimate.low, digits)} … {show(estimate.high, digits)}"


def p_value(p: float) -> str:
    """As many digits as mean something."""
    if math.isnan(p):
        return "–"
    return "< 0.0001" if p < 1e-4 else f"{p:.2g}" if p < 0.1 else f"{p:.2f}"


def cautions(findings: Findings) -> list[str]:
    """What must be known before anything is believed; most important first."""
    told = []
    if findings.scripted:
        told.append(
            f"A rehearsal: {findings.scripted} answers were given by scripts with a result that was fixed beforehand. "
            "They say nothing about colours or readers."
        )
    if findings.unfinished:
        who = ", ".join(f"{reader} (films read: {done})" for reader, done in findings.unfinished.items())
        told.append(
            f"Not finished, and left out of every number: {who}. Decide nothing before all have finished: who looks at "
            "a study early, and stops when it pleases, finds effects that are not there."
        )
    if findings.unseen:
        told.append(
            f"In {findings.unseen} readings the film could not be shown, so nothing was answered. Such a film counts "
            "in no comparison that needs an answer of every reader."
        )
    if findings.other_files:
        told.append(f"Shown from files with different content: {', '.join(findings.other_files)}.")
    if 0 < len(findings.readers) < _FEW_READERS:
        many = "One reader" if len(findings.readers) == 1 else f"{len(findings.readers)} readers"
        told.append(f"{many} can hardly stand for all readers; expect wide intervals.")
    return told


def summary(findings: Findings) -> list[str]:
    """A few sentences: whether conditions differ in the area under the ROC curve, and in time."""
    if findings.roc is None:
        told = [f"There is no ROC analysis. {findings.no_roc}"]
    else:
        told = [_means(findings.roc, len(findings.readers)), *map(_area_difference, findings.roc.main())]
        told += [_alike(one) for one in findings.roc.differences if _is_wider(one, findings.roc)]
    return [*told, *(_time(one) for one in findings.time_differences if one.reader == EVERYBODY)]


def limits(plan: Plan, findings: Findings) -> list[str]:
    """What the study cannot show, however it came out."""
    told = [
        "The area under the ROC curve says how well readers order positive above negative films. It is no statement "
        "about patients who are better off, nor about any single film.",
        "Readers saw whether a film was coloured: no study can hide that. Hope and habit are part of the difference.",
        "The films were chosen. With another mix of findings, difficulty or film quality the numbers change, and "
        "sensitivity and specificity also with how common the finding is.",
        "Readers knew that they were being studied, had no patient's history, and were new to the colours or trained "
        "as the plan says. Routine may differ either way.",
        "The truth is the plan's. If it was set by looking at the same films, the readers are compared with those who "
        "set it.",
        "Every film counts as one patient. Several films of one patient make the intervals too narrow.",
        f"The washout was {plan.washout_days:g} days; what readers remembered of the first session is part of the "
        "second. Which condition came first was balanced over films and readers.",
        "It is about these colours: one model, palette and strength. Another version needs another study.",
    ]
    if len(plan.conditions) > 2:
        told.append(
            "Several conditions were compared. Each interval stands for itself; look at the overall test first."
        )
    if findings.interrupted:
        told.append(f"{findings.interrupted} readings were interrupted and have no time.")
    return told


def _means(roc: Roc, readers: int) -> str:
    means = [
        f"{number(mean.value)} with {CONDITIONS[condition]} ({interval(mean)})" for condition, mean in roc.means.items()
    ]
    many = "the reader" if readers == 1 else f"the {readers} readers"
    return (
        f"Area under the ROC curve, mean of {many} on {roc.positives} positive and {roc.negatives} negative films: "
        f"{'; '.join(means)}."
    )


def _area_difference(one: AreaDifference) -> str:
    first, second = CONDITIONS[one.versus.first], CONDITIONS[one.versus.second]
    found = one.difference
    what = (
        f"{first.capitalize()} against {second}: {signed(found.value)} "
        f"(95 % interval {interval(found, sign=True)}, p {_equals(one.p)}), for {REACHES[one.reach]}."
    )
    if not (math.isfinite(found.low) and math.isfinite(found.high)):
        return f"{what} The readings are too alike, or too few, for an interval."
    if found.low > 0:
        return f"{what} Readers told positive from negative films better with {first}; chance alone hardly does that."
    if found.high < 0:
        return f"{what} Readers told positive from negative films worse with {first}; chance alone hardly does that."
    return (
        f"{what} That decides nothing: anything from {_worse(found.low)} to {_better(found.high)} fits these readings. "
        "It does not show that both are equal."
    )


def _is_wider(one: AreaDifference, roc: Roc) -> bool:
    """Whether the main analysis has less error for all readers than this one has for those at hand alone."""
    if one.reach is not Reach.CASES or one.covariance != MAIN or roc.reach is Reach.CASES:
        return False
    return any(main.versus == one.versus and main.standard_error < one.standard_error for main in roc.main())


def _alike(one: AreaDifference) -> str:
    return (
        "These readers gained or lost much alike, perhaps by chance, so that interval may be too narrow. For these "
        f"readers alone the analysis gives {interval(one.difference, sign=True)} ({one.versus.first.value} less "
        f"{one.versus.second.value}). Trust the wider of the two."
    )


def _time(one: TimeDifference) -> str:
    first, second = CONDITIONS[one.versus.first], CONDITIONS[one.versus.second]
    part = f"{one.ratio.value:.2f} times as long ({interval(one.ratio, 2)})"
    how = "a clear difference" if not one.ratio.holds(1) else "no clear difference"
    return (
        f"Time: with {first} a film took {part} as the same reader needed for it with {second}, a median of "
        f"{signed(one.seconds.value, 1)} s ({interval(one.seconds, 1, sign=True)}): {how}."
    )


def _equals(p: float) -> str:
    shown = p_value(p)
    return shown if shown.startswith("<") else f"= {shown}"


def _worse(value: float) -> str:
    return f"{number(-value)} worse" if value < 0 else "no difference"


def _better(value: float) -> str:
    return f"{number(value)} better" if value > 0 else "no difference"
