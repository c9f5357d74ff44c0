"""Published reader studies from the shared data."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


def published(path: Path) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Ratings, treatments × readers × cases, and the truth of each case."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    places = {
        key: {name: place for place, name in enumerate(sorted({row[key] for row in rows}, key=int))}
        for key in ("treatment", "reader", "case")
    }
    ratings = np.full([len(places[key]) for key in ("treatment", "reader", "case")], np.nan)
    truth = np.zeros(len(places["case"]), np.bool_)
    for row in rows:
        treatment, reader, case = (places[key][row[key]] for key in ("treatment", "reader", "case"))
        ratings[treatment, reader, case] = float(row["rating"])
        truth[case] = row["truth"] == "1"
    assert not np.isnan(ratings).any()
    return ratings, truth
