#!/usr/bin/env python3
"""Kills programs that are keeping feedback, at random moments, and then looks whether anything acknowledged is gone.

    scripts/kill_feedback.py --kills 300

A third of them are `xraycolor feedback add`, which acknowledges by printing the record's id; a third keep a store open
and put one record after another into it; a third are the window itself, without a screen, in which regions are drawn,
judged, taken back and done again, and which acknowledges as its status bar does. Several run at a time on one store.
A record counts as acknowledged as soon as its id stood whole in a pipe. Exit status 0: every acknowledged record is
there, and `xraycolor feedback check` finds the store sound, during the run and after it.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np

XRAYCOLOR = [sys.executable, "-m", "xraycolor_gui"]
REGION = '{"type":"ellipse","x":10,"y":12,"width":20,"height":15}'
KEEPS_ON = """
import sys
from pathlib import Path
from xraycolor_gui.core.feedback import Feedback, Verdict, film_id, new_id, now
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.read import read
film = film_id(read(Path(sys.argv[2])))
with FeedbackStore(Path(sys.argv[1]), timeout=60) as store:
    while True:
        region = Rectangle(1, 2, 3, 4)
        record = Feedback(new_id(), "keeps on", now(), "kill_feedback", film, None, region, Verdict.RIGHT)
        store.put(record)
        print(record.id, flush=True)
"""
WINDOW = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.style import dress
from xraycolor_gui.gui.window import MainWindow
application = QApplication([])
dress(application)
store = Path(sys.argv[1])
session = Session(Steps(feedback=FeedbackFiles(store, timeout=60)))
window = MainWindow(session, Settings(store.with_name(f"window-{os.getpid()}.ini")))
session.feedback.set_reader(f"window {os.getpid()}")
def tell(ids):
    for which in ids:
        print(which, flush=True)
session.feedback.keeping.acknowledged.connect(tell)
window.show()
window.open_paths([Path(sys.argv[2])])
layer, done = window.panes.linked.regions, 0
def go_on():
    global done
    if session.radiograph is None:
        return
    layer.add(Rectangle(1 + done % 40, 2, 3, 4))
    window.feedback.asking.close()
    layer.judge(layer.chosen, list(Verdict)[done % 6], "bone" if done % 6 == 1 else "")
    session.undo.undo()
    session.undo.redo()
    done += 1
timer = QTimer()
timer.timeout.connect(go_on)
timer.start(5)
application.exec()
"""
PROGRAMS = {"keeps on": KEEPS_ON, "window": WINDOW}
_ID_LENGTH = 32


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        store, film = Path(folder) / "feedback.sqlite", Path(folder) / "film.png"
        cv2.imwrite(str(film), np.tile(np.arange(64, dtype=np.uint8), (64, 1)))
        usual = {kind: _time_to_first_record(kind, store, film) for kind in ("add", *PROGRAMS)}
        timing = Timing(usual, options.seed)
        acknowledged: set[str] = set()
        killed = 0
        with ThreadPoolExecutor(options.at_a_time) as hands:
            while killed < options.kills:
                left = min(25, options.kills - killed)
                for ids, was_killed in hands.map(lambda _: _start_and_kill(timing, store, film), range(left)):
                    acknowledged.update(ids)
                    killed += was_killed
                if not _sound(store, acknowledged, killed):
                    return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--at-a-time", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


class Timing:
    """About when each kind of program acknowledges its first record; learns, since other work slows machines down."""

    def __init__(self, usual: dict[str, float], seed: int) -> None:
        self.usual = usual
        self._chance = random.Random(seed)

    def plan(self) -> tuple[str, float]:
        """Which program, and seconds until it is killed: about when it writes first, or while it goes on writing."""
        kind = self._chance.choice(("add", *PROGRAMS))
        low, high = self._chance.choice(((0.0, 1.2), (0.7, 1.2), (0.9, 1.4)))
        later = 0.0 if kind == "add" else self._chance.uniform(0, 2)
        return kind, self._chance.uniform(low, high) * self.usual[kind] + later

    def learn(self, kind: str, seconds: float, acknowledged: int) -> None:
        """seconds: until it was killed or had ended."""
        early = acknowledged == 0
        if early == (seconds > 0.9 * self.usual[kind]):
            self.usual[kind] *= 1.5 if early else 0.85


def _started(kind: str, store: Path, film: Path) -> subprocess.Popen[str]:
    if kind == "add":
        said = ["--region", REGION, "--verdict", "wrong-tissue", "--tissue", "bone", "--store", str(store)]
        command = [*XRAYCOLOR, "feedback", "add", "--image", str(film), *said]
    else:
        command = [sys.executable, "-c", PROGRAMS[kind], str(store), str(film)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _time_to_first_record(kind: str, store: Path, film: Path) -> float:
    began = time.monotonic()
    with _started(kind, store, film) as process:
        assert process.stdout is not None
        if len(process.stdout.readline().strip()) != _ID_LENGTH:
            raise SystemExit(f"{kind}: no record was acknowledged even without a kill.")
        took = time.monotonic() - began
        process.kill()
    return took


def _start_and_kill(timing: Timing, store: Path, film: Path) -> tuple[list[str], bool]:
    """Ids that were acknowledged before the end, and whether the end was a kill."""
    kind, seconds = timing.plan()
    began = time.monotonic()
    with _started(kind, store, film) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
            killed = False
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            killed = True
    ids = [line for line in said.split("\n")[:-1] if len(line) == _ID_LENGTH]
    timing.learn(kind, time.monotonic() - began, len(ids))
    return ids, killed


def _sound(store: Path, acknowledged: set[str], killed: int) -> bool:
    check = _run("check", "--store", str(store))
    listed = _run("list", "--format", "json", "--store", str(store))
    there = {record["id"] for record in json.loads(listed.stdout or "[]")}
    missing = acknowledged - there
    print(
        f"{killed} kills: {len(acknowledged)} acknowledged, {len(there)} there, {len(missing)} missing, "
        f"check {'clean' if check.returncode == 0 else 'NOT clean: ' + check.stderr.strip()}",
        flush=True,
    )
    return not missing and check.returncode == 0


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*XRAYCOLOR, "feedback", *arguments], capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
