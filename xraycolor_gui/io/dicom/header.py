"""Reading single tags so that a bad one costs itself only."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence

from pydicom import Dataset
from pydicom.datadict import dictionary_description, tag_for_keyword

from xraycolor_gui.core.origins import Attribute
from xraycolor_gui.io.quiet import hush, silenced_warnings

# pydicom sets its logger's level when it is imported, so this must come after
hush("pydicom")


#: Longest value that is told whole.
_TOLD = 48


class Header:
    """A data set whose tags are read one by one: absent, empty and damaged values come back as nothing.

    `notes` collects one sentence for every damaged value and, where it is wanted, `met` every attribute that was found;
    both are shared with the headers of sequence items. place: the sequences this one lies in. A keyword may also be a
    tag in eight hexadecimal digits, for the repeating groups, which have no keywords.
    """

    def __init__(self, dataset: Dataset, notes: list[str], met: list[Attribute] | None = None, place: str = "") -> None:
        self.dataset = dataset
        self.notes = notes
        self.met = met
        self._place = place

    def __contains__(self, keyword: str) -> bool:
        tag = _tag(keyword)
        return tag is not None and tag in self.dataset

    def text(self, keyword: str) -> str:
        """The value as one line, empty where absent or damaged; several values are joined by a backslash."""
        return "\\".join(self.texts(keyword))

    def paragraph(self, keyword: str) -> str:
        """The value of a text tag whole, with its own line ends; empty where absent or damaged."""
        value = self._value(keyword)
        lines = str(value).replace("\0", "").splitlines() if isinstance(value, str) else ()
        return "\n".join(line.rstrip() for line in lines).strip()

    def texts(self, keyword: str) -> tuple[str, ...]:
        """All values of a string tag that are not empty, stripped."""
        return tuple(text for text in self.texts_in_place(keyword) if text)

    def texts_in_place(self, keyword: str) -> tuple[str, ...]:
        """All values of a string tag, stripped; empty ones keep their place."""
        return tuple("" if value is None else str(value).replace("\0", "").strip() for value in self._values(keyword))

    def numbers(self, keyword: str) -> tuple[float, ...]:
        """All finite values of a numeric tag; unreadable single values are left out, with a note."""
        return tuple(number for number in self.numbers_in_place(keyword) if number is not None)

    def numbers_in_place(self, keyword: str) -> tuple[float | None, ...]:
        """All values of a numeric tag; empty and unreadable ones are None, the latter with a note."""
        numbers = []
        for value in self._values(keyword):
            number = _finite(value)
            if number is None and value is not None and value != "":
                self._note(keyword)
            numbers.append(number)
        return tuple(numbers)

    def number(self, keyword: str) -> float | None:
        """First finite value."""
        numbers = self.numbers(keyword)
        return numbers[0] if numbers else None

    def integer(self, keyword: str) -> int | None:
        """First value as an integer."""
        number = self.number(keyword)
        return None if number is None else int(number)

    def words(self, keyword: str, signed: bool = False) -> tuple[int, ...]:
        """Values of a 16-bit tag, also where its VR (US, SS or OW) was not told and the bytes are raw."""
        raw = self._value(keyword)
        if isinstance(raw, (bytes, bytearray)):
            order = "<" if self.little_endian else ">"
            count = len(raw) // 2
            return struct.unpack(f"{order}{count}{'h' if signed else 'H'}", bytes(raw[: count * 2]))
        return tuple(int(number) for number in self.numbers(keyword))

    def items(self, keyword: str) -> tuple[Header, ...]:
        """Items of a sequence; none where it is absent or damaged."""
        value = self._value(keyword)
        if value is None or not isinstance(value, Sequence) or isinstance(value, (str, bytes)):
            return ()
        items = [item for item in value if isinstance(item, Dataset)]
        places = [_name(keyword) if len(items) == 1 else f"{_name(keyword)} {n}" for n in range(1, len(items) + 1)]
        return tuple(
            Header(item, self.notes, self.met, f"{self._place} › {place}" if self._place else place)
            for item, place in zip(items, places, strict=True)
        )

    def raw(self, keyword: str) -> object:
        """The value as pydicom gives it, or None."""
        return self._value(keyword)

    @property
    def little_endian(self) -> bool:
        """Byte order of the file."""
        return self.dataset.original_encoding[1] is not False

    def _values(self, keyword: str) -> tuple[object, ...]:
        value = self._value(keyword)
        if value is None or value == "":
            return ()
        if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
            return tuple(value)
        return (value,)

    def _value(self, keyword: str) -> object:
        tag = _tag(keyword)
        if tag is None or tag not in self.dataset:
            return None
        value = self._found(keyword, tag)
        if self.met is not None and value is not None and not _holds_items(value):
            number = f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
            self.met.append(Attribute(_name(keyword), number, told(value), self._place))
        return value

    def _found(self, keyword: str, tag: int) -> object:
        with silenced_warnings():
            try:
                return self.dataset[tag].value
            except Exception:  # pydicom raises whatever the broken value provokes
                pass
            try:
                raw = self.dataset.get_item(tag).value
            except Exception:
                raw = None
        if isinstance(raw, (bytes, bytearray)):
            parts = bytes(raw).decode("latin-1").split("\\")
            return [part.strip(" \0") for part in parts]
        self._note(keyword)
        return None

    def _note(self, keyword: str) -> None:
        note = f"{keyword if keyword.isalpha() else _name(keyword)} could not be read and was left out."
        if note not in self.notes:
            self.notes.append(note)


def _holds_items(value: object) -> bool:
    return isinstance(value, Sequence) and len(value) > 0 and isinstance(value[0], Dataset)


def told(value: object) -> str:
    """A value as one short line: '2048', '0.1\\0.1', '4096 values', '512 bytes'."""
    if isinstance(value, (bytes, bytearray)):
        return f"{len(value)} bytes"
    if isinstance(value, Sequence) and not isinstance(value, str):
        words = "\\".join(str(part) for part in value) if len(value) <= _TOLD else ""
        return words if words and len(words) <= _TOLD else f"{len(value)} values"
    text = " ".join(str(value).split())
    return text if len(text) <= _TOLD else f"{text[: _TOLD - 1]}…"


def _tag(keyword: str) -> int | None:
    return int(keyword, 16) if keyword[0].isdigit() else tag_for_keyword(keyword)


def _name(keyword: str) -> str:
    tag = _tag(keyword)
    assert tag is not None
    return dictionary_description(tag)


def _finite(value: object) -> float | None:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
