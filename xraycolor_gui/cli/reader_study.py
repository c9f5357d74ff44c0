"""`xraycolor study-…`: the example, a look at a plan, scripted readers who try it out, the window, the report."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.cli.command import FAILED, OK, Commands, say
from xraycolor_gui.core.errors import StudyError

if TYPE_CHECKING:
    from xraycolor_gui.core.reader_study.answers import Answer
    from xraycolor_gui.core.reader_study.plan import Plan
    from xraycolor_gui.io.reader_study.store import Standing

_PLAN_SUFFIX = ".toml"
_REHEARSED = "rehearsal.answers.sqlite"


def add_to(commands: Commands) -> None:
    """Put the commands of reader studies among the commands."""
    example = commands.add_parser("study-example", help="write a reader study that runs: plan and films")
    example.add_argument("folder", type=Path, metavar="FOLDER")
    example.set_defaults(do=_example)

    check = commands.add_parser("study-check", help="check a reader study's plan; say where its readers stand")
    check.add_argument("plan", type=Path, metavar="PLAN.toml")
    check.add_argument("--store", type=Path, metavar="FILE", help="answers; default: in your data folder")
    check.set_defaults(do=_check)

    rehearse = commands.add_parser("study-rehearse", help="let scripted readers answer a plan, as it tells them")
    rehearse.add_argument("plan", type=Path, metavar="PLAN.toml")
    rehearse.add_argument("--store", type=Path, metavar="FILE", help=f"default: {_REHEARSED} beside the plan")
    rehearse.add_argument("--pause", type=_seconds, default=0.0, metavar="S", help="seconds between two answers")
    rehearse.set_defaults(do=_rehearse)

    read = commands.add_parser("study-read", help="read a study's films in the window, as its plan shows them")
    read.add_argument("plan", type=Path, metavar="PLAN.toml")
    read.add_argument("--reader", default="", metavar="NAME", help="one of the plan's readers; else the window asks")
    read.add_argument("--store", type=Path, metavar="FILE", help="answers; default: in your data folder")
    read.set_defaults(do=_read_films)

    report = commands.add_parser("study-report", help="analyse a reader study: HTML page, JSON, table for R")
    told = "the plan, whose answers lie in your data folder, or stores of answers"
    report.add_argument("sources", type=Path, nargs="+", metavar="PLAN_OR_STORE", help=told)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    report.set_defaults(do=_report)


def _example(options: argparse.Namespace) -> int:
    from xraycolor_gui.io.reader_study.example import make_example

    print(make_example(options.folder))
    return OK


def _check(options: argparse.Namespace) -> int:
    from xraycolor_gui.io.reader_study.plan_file import load_plan
    from xraycolor_gui.io.reader_study.store import AnswerStore, default_store

    plan = load_plan(options.plan)
    truths = [film.truth for film in plan.films]
    print(
        f"{plan.title}: {len(truths)} films, {truths.count(True)} positive, {truths.count(False)} negative; "
        f"{len(plan.conditions)} sessions, {plan.washout_days:g} days apart."
    )
    with AnswerStore(options.store or default_store(plan)) as store:
        faults = store.check()
        followed = store.begun_by(plan)
        for reader in plan.readers:
            begun = followed is not None and reader in followed.readers
            print(f"{reader}: {_standing(store.standing(reader)) if begun else 'has not begun'}")
    for fault in faults:
        say(f"{store.path}: {fault}")
    return FAILED if faults else OK


def _standing(standing: Standing) -> str:
    if standing.upcoming is None:
        return f"has read all {standing.of} films"
    waits = f", not before {standing.not_before:%Y-%m-%d %H:%M} UTC" if standing.not_before else ""
    return f"{standing.done} of {standing.of} read, session {standing.upcoming.session + 1} is next{waits}"


def _rehearse(options: argparse.Namespace) -> int:
    from xraycolor_gui.core.reader_study.order import order
    from xraycolor_gui.core.reader_study.scripted import scripted_answer
    from xraycolor_gui.io.reader_study.plan_file import load_plan
    from xraycolor_gui.io.reader_study.store import AnswerStore

    plan = load_plan(options.plan)
    path = options.store or options.plan.parent / _REHEARSED
    with AnswerStore(path, timeout=60) as store:
        store.begin(plan)
        for reader in plan.readers:
            done = store.standing(reader).done
            for showing in order(plan, reader)[done:]:
                if options.pause:  # without it nobody looks at a film that could be interrupted
                    store.opened(showing)
                    time.sleep(options.pause)
                store.keep(scripted_answer(plan, showing))
                print(f"{reader}\t{showing.number + 1}\t{showing.case}\t{showing.condition.value}", flush=True)
    say(f"xraycolor: the answers are in {path}")
    return OK


def _read_films(options: argparse.Namespace) -> int:
    from xraycolor_gui.gui.app import missing_display, run_reader_study

    trouble = missing_display()
    if trouble:
        say(trouble)
        return FAILED
    return run_reader_study(options.plan, options.reader, options.store)


def _report(options: argparse.Namespace) -> int:
    from xraycolor_gui.study_report.words import cautions, summary
    from xraycolor_gui.study_report.write import write_report

    plan, answers = _read(options.sources)
    findings = write_report(options.output, plan, answers)
    for sentence in (*cautions(findings), *summary(findings)):
        print(sentence)
    print(options.output / "report.html")
    return OK


def _read(sources: list[Path]) -> tuple[Plan, tuple[Answer, ...]]:
    from xraycolor_gui.io.reader_study.plan_file import load_plan
    from xraycolor_gui.io.reader_study.store import default_store, read_together

    stores = [path for path in sources if path.suffix != _PLAN_SUFFIX]
    plans = [load_plan(path) for path in sources if path.suffix == _PLAN_SUFFIX]
    if not plans:
        return read_together(stores)
    if len(plans) > 1:
        raise StudyError("More than one plan was named.", "Name one plan, or stores of answers.")
    return read_together(stores or [default_store(plans[0])], plans[0])


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise argparse.ArgumentTypeError("must lie between 0 and 3600")
    return seconds
