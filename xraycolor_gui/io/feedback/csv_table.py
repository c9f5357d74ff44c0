"""Feedback as a table for spreadsheets and R: one row a record as it stands, the history left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core import regions
from xraycolor_gui.core.feedback import Feedback

_FILM = ("sha256", "sop_instance_uid", "frame", "rows", "columns")
_SCREEN = ("palette", "strength", "grey_below", "window", "how", "at_own_risk", "zoom", "turns", "mirrored")
COLUMNS = (
    *("id", "reader", "time", "software", *_FILM, "verdict", "tissue", "rating", "label", "comment"),
    *("region_kind", "area_px", "region", "model", "weights_sha256", *_SCREEN, "hidden"),
)


def encoded(records: Iterable[Feedback]) -> bytes:
    """UTF-8 with a header; empty cells where nothing is known. Line ends as RFC 4180 has them."""
    buffer = io.StringIO(newline="")
    table = csv.DictWriter(buffer, COLUMNS, extrasaction="ignore")
    table.writeheader()
    table.writerows(_row(record) for record in records)
    return buffer.getvalue().encode()


def _row(record: Feedback) -> dict[str, Any]:
    data = values.to_json(record)
    screen = data["screen"] or {}
    model = screen.get("model") or {}
    region = record.region
    row = {**screen, **data["film"], **data, "model": model.get("name"), "weights_sha256": model.get("sha256")}
    row["hidden"] = " ".join(screen.get("hidden", ()))
    row["region_kind"] = None if region is None else regions.kind(region)
    row["region"] = None if region is None else json.dumps(data["region"], separators=(",", ":"))
    if region is not None:
        row["area_px"] = int(regions.mask_of(region, (record.film.rows, record.film.columns)).sum())
    return row
