"""What the window tells the reader: what, why, what next."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.errors import XrayColorError


class Severity(Enum):
    """Told by shape and word, never by hue."""

    NOTICE = "notice"
    CAUTION = "caution"
    ERROR = "error"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. `folder_of` offers “Show in folder” for that file. topic: a later one of it takes its place."""

    severity: Severity
    title: str
    text: str = ""
    folder_of: Path | None = None
    topic: str = ""


def as_told(error: Exception, path: Path | None) -> XrayColorError:
    """The error in words for the reader; a bug of ours becomes an honest sentence with the traceback as detail."""
    if isinstance(error, XrayColorError):
        return error
    translate = QCoreApplication.translate
    where = f"{path.stem}: " if path is not None else ""
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, MemoryError):
        what = translate("Notice", "there is not enough memory for this film.")
        return XrayColorError(
            where + (what if where else what[:1].upper() + what[1:]),
            translate("Notice", "Close other programs, or take a smaller copy."),
            detail,
        )
    what = translate("Notice", "XrayColor has a fault here.")
    return XrayColorError(where + what, translate("Notice", "Please report it with the details."), detail)
