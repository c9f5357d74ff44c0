"""Report files: report.html to read, report.json to compute with, answers.csv for R."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from xraycolor_gui import __version__
from xraycolor_gui.core.colorization import DISCLAIMER
from xraycolor_gui.core.reader_study import findings as found
from xraycolor_gui.core.reader_study import plan_form
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.findings import Findings, analyse
from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.core.reader_study.readings import readings_of
from xraycolor_gui.io.writing import cannot_write, writing
from xraycolor_gui.study_report import csv_table
from xraycolor_gui.study_report.page import page


def write_report(folder: Path, plan: Plan, answers: Sequence[Answer]) -> Findings:
    """Analyse the answers and write the three files, each whole or not at all, replacing an earlier report.

    Raises ExportError.
    """
    readings = readings_of(plan, answers)
    findings = analyse(readings)
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    numbers = {
        "title": plan.title,
        "note": f"{DISCLAIMER}.",
        "version": __version__,
        "date": date,
        "plan_sha256": plan_form.digest(plan),
        "plan": plan_form.plain(plan),
        **found.plain(findings),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    _write(folder / "answers.csv", csv_table.encoded(plan, answers, findings.readers))
    _write(folder / "report.json", (json.dumps(numbers, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode())
    _write(folder / "report.html", page(readings, findings, version=__version__, date=date).encode())
    return findings


def _write(path: Path, content: bytes) -> None:
    with writing(path, overwrite=True) as file:
        file.write(content)
