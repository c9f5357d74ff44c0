"""`xraycolor study-…`: from the shipped example to its report, and a study that is killed in the middle."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from xraycolor_gui.cli.main import run
from xraycolor_gui.core.reader_study.order import order
from xraycolor_gui.core.reader_study.scripted import scripted_answer
from xraycolor_gui.io.reader_study.plan_file import load_plan
from xraycolor_gui.io.reader_study.store import AnswerStore

PLAN = """
name = "short"
title = "A short study"
readers = ["A", "B"]
conditions = ["grey", "both"]
rating = "sure"
films = "films.csv"
[[question]]
key = "sure"
kind = "rating"
words = "How suspicious is it?"
[rehearsal.auc]
grey = 0.75
both = 0.85
"""


@pytest.fixture
def short_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    films = [f"{number},film.png,{number % 2}\n" for number in range(10)]
    (tmp_path / "films.csv").write_text("case,file,truth\n" + "".join(films))
    (tmp_path / "film.png").write_bytes(b"never opened by scripted readers")
    (tmp_path / "plan.toml").write_text(PLAN)
    return tmp_path / "plan.toml"


def test_the_shipped_examples_known_effect_is_in_its_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["study-example", str(tmp_path)]) == 0
    plan = capsys.readouterr().out.strip()
    assert run(["study-rehearse", plan]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3 * 120
    report = tmp_path / "report"
    assert run(["study-report", str(tmp_path / "rehearsal.answers.sqlite"), "-o", str(report)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(report / "report.html")
    data = json.loads((report / "report.json").read_text(encoding="utf-8"))
    main = data["roc"]["differences"][0]
    assert (main["versus"], main["reach"]) == ({"first": "both", "second": "grey"}, "random readers, random cases")
    assert main["difference"]["low"] < 0.85 - 0.75 < main["difference"]["high"]
    overall = data["time_differences"][-1]
    assert overall["ratio"]["low"] < 16 / 20 < overall["ratio"]["high"]


def test_a_study_killed_in_the_middle_goes_on_at_the_same_film(short_plan: Path) -> None:
    store = short_plan.with_name("answers")
    plan = load_plan(short_plan)
    planned = [showing for reader in plan.readers for showing in order(plan, reader)]
    chance = random.Random(6)
    acknowledged = 0
    for _ in range(3):
        acknowledged += _killed_after(chance.randint(2, 7), short_plan, store)
        with AnswerStore(store) as kept:
            given = kept.answers()
            # the kill may have come between the answer's commit and its acknowledgement
            assert len(given) in (acknowledged, acknowledged + 1)
            assert [answer.showing for answer in given] == planned[: len(given)]
            upcoming = planned[len(given)]
            assert kept.standing(upcoming.reader).upcoming == upcoming
            assert kept.check() == []
            acknowledged = len(given)
    assert run(["study-rehearse", str(short_plan), "--store", str(store)]) == 0
    with AnswerStore(store) as kept:
        given = kept.answers()
        assert [answer.showing for answer in given] == planned
        assert [answer.values for answer in given] == [scripted_answer(plan, one).values for one in planned]
        assert sum(answer.openings == 2 for answer in given) <= 3


def _killed_after(answers: int, plan: Path, store: Path) -> int:
    """Begin or go on, kill the program after so many acknowledged answers; returns how many there were."""
    command = [sys.executable, "-m", "xraycolor_gui", "study-rehearse", str(plan), "--store", str(store)]
    with subprocess.Popen([*command, "--pause", "0.05"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(answers):
            assert process.stdout.readline().endswith("\n")
        process.kill()
        rest = process.stdout.read()
    return answers + rest.count("\n")


def test_check_tells_the_plan_and_where_everybody_stands(short_plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["study-check", str(short_plan)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "A short study: 10 films, 5 positive, 5 negative; 2 sessions, 28 days apart.",
        "A: has not begun",
        "B: has not begun",
    ]
    plan = load_plan(short_plan)
    store = short_plan.with_name("answers")
    with AnswerStore(store) as kept:
        kept.begin(plan)
        for showing in order(plan, "A")[:10]:
            kept.keep(scripted_answer(plan, showing))
    assert run(["study-check", str(short_plan), "--store", str(store)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "A: 10 of 20 read, session 2 is next, not before 2001-01-29 00:13 UTC",
        "B: 0 of 20 read, session 1 is next",
    ]


def test_a_reader_whom_the_plan_does_not_name_is_told_who_reads(
    short_plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run(["study-read", str(short_plan), "--reader", "Nobody"]) == 1
    told = capsys.readouterr().err
    assert "Nobody is no reader of this study. Choose one of: A, B." in told


def test_a_plan_with_mistakes_is_told_line_by_line(short_plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short_plan.write_text(PLAN.replace('"both"]', '"both", "green"]').replace("title", "tilte"))
    assert run(["study-check", str(short_plan)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "xraycolor: plan.toml: 3 mistakes in the plan:"
    assert any("title: missing" in line for line in told)
    assert any("“green” is not known" in line for line in told)


def test_a_report_of_a_plan_reads_the_store_in_the_users_data(
    short_plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["study-report", str(short_plan), "-o", str(tmp_path / "report")]) == 1
    assert "there is no such store of answers" in capsys.readouterr().err
    store = tmp_path / "data" / "xraycolor" / "studies" / "short.answers.sqlite"
    assert run(["study-rehearse", str(short_plan), "--store", str(store)]) == 0
    assert run(["study-report", str(short_plan), "-o", str(tmp_path / "report")]) == 0
    assert run(["study-report", str(short_plan), str(short_plan), "-o", str(tmp_path / "report")]) == 1
    assert "More than one plan" in capsys.readouterr().err


def test_check_writes_nothing_and_names_a_changed_plan(short_plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = short_plan.with_name("answers")
    with AnswerStore(store) as kept:
        kept.begin(load_plan(short_plan))
    before = store.read_bytes()
    short_plan.write_text(PLAN.replace('["A", "B"]', '["A", "B", "C"]'))
    assert run(["study-check", str(short_plan), "--store", str(store)]) == 0
    assert "C: has not begun" in capsys.readouterr().out
    assert store.read_bytes() == before
    short_plan.write_text("seed = 4\n" + PLAN)
    assert run(["study-check", str(short_plan), "--store", str(store)]) == 1
    assert "begun with another plan" in capsys.readouterr().err
