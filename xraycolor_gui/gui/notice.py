"""What the window tells the reader: what, why, what next."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from xraycolor_gui.core.errors import XrayColorError


class Severity(Enum):
    """Told by shape and word, never by hue."""

    NOTICE = "notice"
    CAUTION = "caution"
    ERROR = "error"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. `folder_of` offers “Show in folder” for that file."""

    severity: Severity
    title: str
    text: str = ""
    folder_of: Path | None = None


def as_told(error: Exception, path: Path | None) -> XrayColorError:
    """The error in words for the reader; a bug of ours becomes an honest sentence with the traceback as detail."""
    if isinstance(error, XrayColorError):
        return error
    where = f"{path.stem}: " if path is not None else ""
    detail = "".join(traceback.format_exception(error))
    return XrayColorError(f"{where}XrayColor has a fault here.", "Please report it with the details.", detail)
