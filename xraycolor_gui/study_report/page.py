"""The report as one HTML page: what was found in words first, then tables and plots, then what it cannot show."""

from __future__ import annotations

from html import escape

from xraycolor_gui.core.colorization import DISCLAIMER
from xraycolor_gui.core.reader_study.agreement import Agreement
from xraycolor_gui.core.reader_study.areas import Roc
from xraycolor_gui.core.reader_study.findings import Findings
from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.core.reader_study.readings import Readings
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.report.page import cell_of, document, figure_of, table_of
from xraycolor_gui.study_report import plots
from xraycolor_gui.study_report.words import (
    CONDITIONS,
    REACHES,
    cautions,
    interval,
    limits,
    number,
    p_value,
    signed,
    summary,
)

_R = """library(MRMCaov)
d &lt;- subset(read.csv("answers.csv"), finished == 1)
summary(mrmc(empirical_auc(truth, rating), condition, reader, case, data = d))"""


def page(readings: Readings, findings: Findings, *, version: str, date: str) -> str:
    """The whole HTML text; it refers to nothing outside itself."""
    plan = readings.plan
    parts = [
        f"<h1>{escape(plan.title)}</h1>",
        *(f'<p class="fail"><strong>{escape(one)}</strong></p>' for one in cautions(findings)),
        "<h2>What was found</h2>",
        *(f"<p>{escape(one)}</p>" for one in summary(findings)),
        "<h2>What was done</h2>",
        *(f"<p>{escape(one)}</p>" for one in _done(plan, findings, version, date)),
        *_areas(readings, findings),
        *_decisions(findings),
        *_times(readings, findings),
        *_agreement(plan, findings),
        "<h2>What this cannot show</h2>",
        "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in limits(plan, findings)) + "</ul>",
        _method(findings),
    ]
    return document(plan.title, parts)


def _done(plan: Plan, findings: Findings, version: str, date: str) -> list[str]:
    truths = [film.truth for film in plan.films]
    unknown = f", {truths.count(None)} unknown" if None in truths else ""
    colours = plan.colours
    coloured = any(condition is not Condition.GREY for condition in plan.conditions)
    return [
        f"{len(plan.films)} films ({truths.count(True)} positive, {truths.count(False)} negative{unknown}), each read "
        f"by {len(findings.readers)} readers who finished, in every condition: "
        f"{', '.join(CONDITIONS[one] for one in plan.conditions)}.",
        f"One session per condition, {plan.washout_days:g} days apart; in each session every film once, in blocks by "
        "condition. Order and condition were balanced over readers and films (Latin square).",
        *(
            [
                f"Colour: model {colours.model}, palette {colours.palette}, strength {colours.strength:g}, grey below "
                f"a confidence of {colours.grey_below:g}."
            ]
            if coloured
            else []
        ),
        f"Asked: {' '.join(question.words for question in plan.questions)}",
        f"XrayColor {version}, {date}. {DISCLAIMER}.",
    ]


def _areas(readings: Readings, findings: Findings) -> list[str]:
    roc = findings.roc
    if roc is None:
        return []
    lines = [
        [
            cell_of(f"{CONDITIONS[one.versus.first]} less {CONDITIONS[one.versus.second]}"),
            cell_of(REACHES[one.reach]),
            cell_of(one.covariance),
            cell_of(signed(one.difference.value)),
            cell_of(interval(one.difference, sign=True)),
            cell_of(number(one.standard_error, 4)),
            cell_of(number(one.degrees_of_freedom, 1)),
            cell_of(p_value(one.p)),
        ]
        for one in sorted(roc.differences, key=lambda one: one.covariance != "DeLong")
    ]
    head = ("difference of mean areas", "holds for", "covariance", "found", "95 %", "std. error", "df", "p")
    parts = [
        "<h2>Telling positive from negative films</h2>",
        figure_of(plots.curves(readings, roc), "Each reader’s curve; the area is 1 for perfect order, .5 for chance."),
        figure_of(plots.areas(readings, roc), "Last row: mean of the readers. Right of 0: the first is better."),
        table_of(head, lines, strong=len(roc.main())),
        _overall(roc, len(readings.plan.conditions)),
        _reader_table(roc),
    ]
    if roc.left_out:
        parts.append(f"<p>Left out, without truth or a rating by everybody: {escape(', '.join(roc.left_out))}.</p>")
    return parts


def _overall(roc: Roc, conditions: int) -> str:
    if conditions < 3:
        return ""
    lines = [
        [
            cell_of(REACHES[one.reach]),
            cell_of(one.covariance),
            cell_of(number(one.f)),
            cell_of(f"{one.degrees_of_freedom[0]:g}, {number(one.degrees_of_freedom[1], 1)}"),
            cell_of(p_value(one.p)),
        ]
        for one in roc.overall
    ]
    return table_of(("all conditions alike?", "covariance", "F", "df", "p"), lines)


def _reader_table(roc: Roc) -> str:
    areas = {(one.reader, one.condition): one.area for one in roc.readers}
    conditions = list(roc.means)
    lines = []
    for one in roc.reader_differences:
        cells = [_estimate(areas[one.reader, condition]) for condition in conditions]
        words = f"{one.versus.first.value} less {one.versus.second.value}"
        lines.append(
            [cell_of(one.reader), *cells, cell_of(words), _estimate(one.difference, sign=True), cell_of(p_value(one.p))]
        )
    head = ("reader", *(CONDITIONS[one] for one in conditions), "compared", "difference", "p (DeLong)")
    return table_of(head, lines)


def _decisions(findings: Findings) -> list[str]:
    if not findings.decisions:
        return []
    lines = [
        [
            cell_of(one.reader),
            cell_of(CONDITIONS[one.condition]),
            _estimate(one.sensitivity),
            _estimate(one.specificity),
        ]
        for one in findings.decisions
    ]
    told = (
        "Sensitivity: positive films called so. Specificity: negative ones called so. “Cannot tell” counts as right in "
        "neither. A reader who calls more films positive gains the one and loses the other."
    )
    head = ("reader", "condition", "sensitivity", "specificity")
    return ["<h2>Yes and no</h2>", f"<p>{told}</p>", table_of(head, lines)]


def _times(readings: Readings, findings: Findings) -> list[str]:
    if not findings.times:
        return []
    taken = [
        [
            cell_of(one.reader),
            cell_of(CONDITIONS[one.condition]),
            cell_of(number(one.median, 1)),
            cell_of(f"{number(one.lower_quartile, 1)} … {number(one.upper_quartile, 1)}"),
            cell_of(str(one.count)),
        ]
        for one in findings.times
    ]
    compared = [
        [
            cell_of(one.reader),
            cell_of(f"{CONDITIONS[one.versus.first]} against {CONDITIONS[one.versus.second]}"),
            _estimate(one.seconds, 1, sign=True),
            _estimate(one.ratio, 2),
            cell_of(str(one.pairs)),
        ]
        for one in findings.time_differences
    ]
    return [
        "<h2>Time</h2>",
        figure_of(plots.times(readings, findings), "Every reading; the bar is the median."),
        table_of(("reader", "condition", "median s", "middle half", "films"), taken),
        table_of(("reader", "same reader, same film", "median difference, s", "median ratio", "films"), compared),
    ]


def _agreement(plan: Plan, findings: Findings) -> list[str]:
    if not findings.agreement:
        return []
    words = {question.key: question.words for question in plan.questions}
    lines = [
        [
            cell_of(words[one.question]),
            cell_of(_who(one)),
            cell_of(CONDITIONS[one.condition] if one.condition else ""),
            cell_of(one.measure),
            _estimate(one.value, 2),
            cell_of(str(one.cases)),
        ]
        for one in findings.agreement
    ]
    told = (
        "0 is what chance alone gives, 1 is full agreement. Kappa is for answers in words, intraclass correlation for "
        "ratings: ICC(2,1) minds when one reader always rates higher, ICC(3,1) does not. Readers may agree more and "
        "still be wrong together."
    )
    head = ("question", "who", "condition", "measure", "agreement", "films")
    return ["<h2>Agreement</h2>", f"<p>{told}</p>", table_of(head, lines)]


def _who(one: Agreement) -> str:
    if one.versus is not None:
        return f"{one.who[0]}: {one.versus.first.value} with {one.versus.second.value}"
    return " with ".join(one.who) or "all readers"


def _method(findings: Findings) -> str:
    left = " Interrupted readings count for all but times." if findings.interrupted else ""
    return (
        "<h2>How it was computed</h2>"
        "<p>Empirical area under the curve. Readers and films at once: analysis of variance by Obuchowski and Rockette "
        "(1995) with Hillis’ degrees of freedom (2007); covariance by DeLong (1988), and beside it by jackknife and by "
        "the unbiased estimate. One reader: DeLong’s paired test. Sensitivity, specificity: Wilson’s interval for a "
        "reader; over all readers, and for times, percentile bootstrap by reader and film (2,000 rounds, fixed seed). "
        "Kappa: Cohen with the interval of Fleiss, Cohen and Everitt (1969), Fleiss (1971) with a jackknife by film. "
        f"Intraclass correlation: Shrout and Fleiss (1979). Intervals are 95 %, p values two-sided.{left}</p>"
        "<p><code>report.json</code> has every number, <code>answers.csv</code> every answer, for R:</p>"
        f"<pre>{_R}</pre>"
    )


def _estimate(estimate: Estimate, digits: int = 3, *, sign: bool = False) -> str:
    show = signed if sign else number
    small = interval(estimate, digits, sign=sign)
    return f"<td>{show(estimate.value, digits)}{f'<small>{small}</small>' if small else ''}</td>"
