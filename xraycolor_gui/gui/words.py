"""Dates and numbers as the reader writes them, and names that fit."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from xraycolor_gui.core.radiograph import Labels

#: From which confidence on a model is called so; below the last it guesses.
SURE, FAIRLY_SURE, UNSURE = 0.80, 0.50, 0.30


def day_text(dicom_date: str) -> str:
    """'12 Mar 2025' from a DICOM date (PS3.5 6.2, DA); what is no full date stays as the file has it."""
    day = QDate.fromString(dicom_date.replace(".", ""), "yyyyMMdd")
    pattern = QCoreApplication.translate("Words", "d MMM yyyy")
    return QLocale().toString(day, pattern) if day.isValid() else dicom_date


def examination(labels: Labels, unnamed: str = "") -> str:
    """'Hand PA, left' as far as the file tells; `unnamed` stands for what it does not name."""
    named = " ".join(word for word in (labels.body_part.capitalize(), labels.view) if word)
    sides = {
        "R": QCoreApplication.translate("Words", "right"),
        "L": QCoreApplication.translate("Words", "left"),
        "B": QCoreApplication.translate("Words", "both sides"),
    }
    return ", ".join(
        word for word in (named or labels.series_description or unnamed, sides.get(labels.laterality)) if word
    )


def strength_text(strength: float) -> str:
    """'1.0', and '1.05' where tenths do not tell it; with the reader's decimal point."""
    decimals = 1 if round(strength, 1) == round(strength, 2) else 2
    # QLocale.toString with a format letter crashes PySide.
    return f"{strength:.{decimals}f}".replace(".", QLocale().decimalPoint())


def decimal(number: float, places: int = 2) -> str:
    """'−0.30', with the reader's decimal point, and a minus as long as a plus."""
    return f"{number:.{places}f}".replace(".", QLocale().decimalPoint()).replace("-", "\u2212")


def sureness(confidence: float) -> str:
    """How sure a model is, in a word."""
    if confidence >= SURE:
        return QCoreApplication.translate("Words", "sure")
    if confidence >= FAIRLY_SURE:
        return QCoreApplication.translate("Words", "fairly sure")
    return QCoreApplication.translate("Words", "unsure" if confidence >= UNSURE else "guess")


def short(name: str, longest: int = 40) -> str:
    """The name, with its middle left out where it is longer than `longest`."""
    half = (longest - 1) // 2
    return name if len(name) <= longest else f"{name[:half]}…{name[-half:]}"


def as_tooltip(text: str) -> str:
    """The text for a tooltip, where Qt would take a name with angle brackets for markup."""
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")


def breakable(text: str) -> str:
    """The text with places where a long file name may go on in the next line."""
    return re.sub(r"(?<=[_.\-/])(?=\w)", "\u200b", text)
