"""Measurements of a film as a table for spreadsheets and R: a row for each number, whole and without rounding."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from xraycolor_gui.core.feedback import film_id
from xraycolor_gui.core.measurements import Measurement
from xraycolor_gui.core.quantities import amounts
from xraycolor_gui.core.radiograph import Radiograph, Spacing
from xraycolor_gui.io.writing import writing

COLUMNS = (
    *("number", "kind", "quantity", "value", "unit", "scale", "mm_per_row", "mm_per_column", "points", "id"),
    *("sop_instance_uid", "sha256", "frame", "rows", "columns"),
)


def write_measurement_table(
    target: Path, radiograph: Radiograph, spacing: Spacing, measured: Sequence[Measurement]
) -> None:
    """Write CSV. `spacing` is the scale in force. The film is told by UID and hash, never by a name.

    Raises ExportError.
    """
    data = encoded(radiograph, spacing, measured)
    with writing(target, (radiograph.source.path,), overwrite=True) as file:
        file.write(data)


def encoded(radiograph: Radiograph, spacing: Spacing, measured: Sequence[Measurement]) -> bytes:
    """UTF-8 with a header; units by their UCUM codes. Line ends as RFC 4180 has them."""
    film = film_id(radiograph)
    known = spacing.source.value, spacing.row_mm, spacing.column_mm
    whose = film.sop_instance_uid, film.sha256, film.frame, film.rows, film.columns
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(COLUMNS)
    for number, each in enumerate(measured, start=1):
        points = json.dumps(each.points, separators=(",", ":"))
        for amount in amounts(each, radiograph, spacing):
            told = amount.quantity.value, amount.number, amount.unit.value
            table.writerow((number, each.kind.value, *told, *known, points, each.id, *whose))
    return buffer.getvalue().encode()
