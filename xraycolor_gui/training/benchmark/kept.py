"""Rows of contenders that were measured before, so that a stopped benchmark goes on and baselines are measured once.

A contender is known again by what it does: its picture of one film. Rows made by other code of this program are kept
too; delete the folder when a gate has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from xraycolor_gui import __version__
from xraycolor_gui.training.benchmark.contender import Contender, ModelContender
from xraycolor_gui.training.benchmark.measured import Measured, NotRun, Sense
from xraycolor_gui.training.benchmark.radiographs import radiograph_of


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of rows. ground: what was measured on, as text; rows of another ground are measured anew."""

    folder: Path
    ground: str

    def rows(self, contender: Contender) -> tuple[list[Measured], list[NotRun]] | None:
        """What is known of this contender on this ground, or nothing."""
        try:
            content = json.loads(self._path(contender).read_text(encoding="utf-8"))
            if content["key"] != self._key(contender):
                return None
            return [_row(values) for values in content["rows"]], [NotRun(**values) for values in content["not_run"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, contender: Contender, rows: Sequence[Measured], not_run: Sequence[NotRun]) -> None:
        content = {
            "key": self._key(contender),
            "rows": [asdict(row) | {"sense": row.sense.value} for row in rows],
            "not_run": [asdict(one) for one in not_run],
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(contender)
        beside = path.with_name(path.name + ".new")
        beside.write_text(json.dumps(content), encoding="utf-8")  # NaN and Infinity come back as themselves
        beside.replace(path)

    def _path(self, contender: Contender) -> Path:
        return self.folder / f"{contender.name}.json"

    def _key(self, contender: Contender) -> str:
        grey = np.add.outer(np.linspace(0, 0.5, 96), np.sin(np.arange(80) / 9) / 4 + 0.25).astype(np.float32)
        sign = hashlib.sha256(contender.paint(radiograph_of(grey)).rgb.tobytes())
        weights = contender.colorizer.card.sha256 if isinstance(contender, ModelContender) else ""
        for part in (__version__, self.ground, contender.name, contender.title, weights):
            sign.update(part.encode() + b"\0")
        return sign.hexdigest()


def _row(values: dict[str, Any]) -> Measured:
    return Measured(**(values | {"sense": Sense(values["sense"])}))
