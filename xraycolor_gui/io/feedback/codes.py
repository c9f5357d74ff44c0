"""How verdicts, tissues and ratings are coded in DICOM: SNOMED CT where it has the word, else our own scheme."""

from __future__ import annotations

from uuid import UUID

from pydicom.dataset import Dataset
from pydicom.sr.coding import Code
from pydicom.uid import UID

from xraycolor_gui.core.feedback import Feedback, Verdict
from xraycolor_gui.io.dicom_objects.capture_modules import CODING_SCHEME

VERDICT = Code("VERDICT", CODING_SCHEME, "Verdict on the colour")
RIGHT_TISSUE = Code("RIGHT_TISSUE", CODING_SCHEME, "Tissue according to the reader")
RATING = Code("RATING", CODING_SCHEME, "Overall rating of the colours")
RECORD = Code("RECORD", CODING_SCHEME, "Feedback record as JSON")
DRAFT = Code("DRAFT", CODING_SCHEME, "Region without a verdict")

VERDICTS: dict[Verdict, Code] = {
    Verdict.RIGHT: Code("RIGHT", CODING_SCHEME, "Colour is right"),
    Verdict.WRONG_TISSUE: Code("WRONG_TISSUE", CODING_SCHEME, "Wrong tissue"),
    Verdict.BLEEDS: Code("BLEEDS", CODING_SCHEME, "Colour bleeds over an edge"),
    Verdict.SHOULD_BE_GREY: Code("SHOULD_BE_GREY", CODING_SCHEME, "Should be grey"),
    Verdict.HIDES_FINDING: Code("HIDES_FINDING", CODING_SCHEME, "Colour hides a finding"),
    Verdict.ARTEFACT: Code("ARTEFACT", CODING_SCHEME, "Artefact"),
}
_TISSUES = {
    "lung": Code("39607008", "SCT", "Lung"),
    "heart": Code("80891009", "SCT", "Heart"),
    "bone": Code("272673000", "SCT", "Bone"),
    "fat": Code("55603005", "SCT", "Fat"),
    "soft-tissue": Code("87784001", "SCT", "Soft tissue"),
    "gas": Code("74947009", "SCT", "Gas"),
}
_RATINGS = {number: Code(f"RATING_{number}", CODING_SCHEME, f"{number} of 5") for number in range(1, 6)}


def tissue_code(tissue: str) -> Code:
    """The code of a tissue; one of our own for those that SNOMED CT has no plain word for, as metal."""
    return _TISSUES.get(tissue) or Code(f"T_{tissue.upper()}"[:16], CODING_SCHEME, tissue.capitalize())


def rating_code(rating: int) -> Code:
    return _RATINGS[rating]


def tissue_of(code: Code) -> str:
    """The tissue that a code names, or nothing."""
    known = next((name for name, item in _TISSUES.items() if item == code), "")
    ours = code.scheme_designator == CODING_SCHEME and code.value.startswith("T_")
    return known or (code.value.removeprefix("T_").lower() if ours else "")


def verdict_of(code: Code) -> Verdict | None:
    """The verdict that a code names, or None."""
    return next((verdict for verdict, item in VERDICTS.items() if item == code), None)


def code_of(item: Dataset) -> Code:
    """The code in an item of a code sequence."""
    return Code(
        str(item.get("CodeValue", "")), str(item.get("CodingSchemeDesignator", "")), str(item.get("CodeMeaning", ""))
    )


def tracking_uid(record: str) -> UID:
    """A record's id as a UID (PS3.5 B.2): the same record has the same one in every object."""
    return UID(f"2.25.{UUID(hex=record).int}")


def record_of(uid: str) -> str | None:
    """The record's id that `tracking_uid` turned into a UID; None for other UIDs."""
    number = uid.removeprefix("2.25.")
    if number == uid or not number.isdecimal() or int(number) >= 1 << 128:
        return None
    return UUID(int=int(number)).hex


def in_words(feedback: Feedback) -> str:
    """Verdict and tissue in a few words, for labels that a plain viewer shows."""
    words = VERDICTS[feedback.verdict].meaning if feedback.verdict is not None else "No verdict"
    return f"{words}: {feedback.tissue}" if feedback.tissue else words
