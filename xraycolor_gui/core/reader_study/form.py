"""A table of settings that is asked for its values one by one and remembers every mistake found on the way."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from xraycolor_gui.core.errors import StudyError


class _Required:
    """Stands for “there is no default”, since None is one."""


_REQUIRED: Final = _Required()


class Form:
    """Each question gives a value of the right kind, also where the form has none; `raise_mistakes` ends the reading.

    place: where in the whole form this table stands, as messages name it.
    """

    def __init__(self, data: Mapping[str, Any], place: str = "", root: Form | None = None) -> None:
        self._data = data
        self._place = place
        self._asked: list[str] = []
        self._inner: list[Form] = []
        self._mistakes: list[str] = root._mistakes if root else []

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def mistake(self, key: str, what: str, then: str) -> None:
        """Remember one. key: of the value at fault. what: lower case, no full stop. then: what to do, a sentence."""
        self._mistakes.append(f"{self._place}{key}: {what}. {then}")

    def raise_mistakes(self) -> None:
        """Raises StudyError with everything that was wrong, one line each."""
        if self._mistakes:
            count = len(self._mistakes)
            head = "1 mistake" if count == 1 else f"{count} mistakes"
            raise StudyError("\n  ".join([f"{head} in the plan:", *self._mistakes]))

    def no_others(self) -> None:
        """Keys that nobody asked for are mistakes, here and in inner tables."""
        for key in self._data:
            if key not in self._asked:
                near = difflib.get_close_matches(key, self._asked, 1)
                known = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(sorted(self._asked))}."
                self.mistake(key, "nothing of this name is known", known)
        for inner in self._inner:
            inner.no_others()

    def text(self, key: str, default: str | _Required = _REQUIRED) -> str:
        """A text; empty only where that is the default. What is wrong is remembered as a mistake, here and below."""
        value = self._get(key, default, "a text in quotes")
        if isinstance(value, str) and (value.strip() or not isinstance(default, _Required)):
            return value
        if value is not None:
            self.mistake(key, f"{value!r} is no text", "Write a text in quotes.")
        return ""

    def matching(self, key: str, pattern: re.Pattern[str], told: str) -> str:
        """A text made as the pattern says. told: the pattern in words."""
        value = self.text(key)
        if value and not pattern.fullmatch(value):
            self.mistake(key, f"“{value}” is not made of {told}", "Choose another.")
        return value

    def one_of(self, key: str, known: Sequence[str]) -> str:
        value = self._get(key, _REQUIRED, f"one of: {', '.join(known)}")
        if value in known:
            return str(value)
        if value is not None:
            self.mistake(key, f"{value!r} is not known", f"Choose one of: {', '.join(known)}.")
        return known[0]

    def several(
        self,
        key: str,
        known: Sequence[str] = (),
        *,
        default: tuple[str, ...] | _Required = _REQUIRED,
        least: int = 1,
    ) -> tuple[str, ...]:
        """Different texts. known: all there are, where not every text will do. least: how many there must be."""
        example = ", ".join(f'"{word}"' for word in (known or ("A", "B"))[:2])
        value = self._get(key, default, f"a list such as [{example}]")
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) and item.strip() for item in value):
            self.mistake(key, "this is no list of texts", f"Write it as [{example}].")
            return ()
        if len(set(value)) < len(value):
            self.mistake(key, "something is there twice", "Name each once.")
        if isinstance(default, _Required) and len(value) < least:
            self.mistake(key, f"{len(value)} are too few", f"Name {least} at least.")
        if wrong := [item for item in value if known and item not in known]:
            self.mistake(key, f"“{wrong[0]}” is not known", f"Choose from: {', '.join(known)}.")
        return tuple(item for item in value if not known or item in known)

    def whole(self, key: str, default: int, *, low: int | None = None) -> int:
        value = self._get(key, default, "a whole number")
        if isinstance(value, bool) or not isinstance(value, int):
            self.mistake(key, f"{value!r} is no whole number", "Write one, without quotes.")
            return default
        if low is not None and value < low:
            self.mistake(key, f"{value} is too small", f"Give {low} or more.")
        return value

    def number(self, key: str, default: float | _Required = _REQUIRED, *, low: float, high: float) -> float:
        value = self._get(key, default, f"a number from {low:g} to {high:g}")
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            self.mistake(key, f"{value!r} is no number", "Write one, without quotes.")
            return low
        if not low <= value <= high:
            self.mistake(key, f"{value:g} is out of range", f"Give a number from {low:g} to {high:g}.")
        return float(value)

    def flag(self, key: str, default: bool | None) -> Any:
        """True or False, or the default."""
        value = self._get(key, default, "true or false")
        if value is default or isinstance(value, bool):
            return value
        self.mistake(key, f"{value!r} is neither true nor false", "Write true or false, without quotes.")
        return default

    def inner(self, key: str) -> Form:
        """A table of its own, empty where there is none."""
        value = self._get(key, {}, "a table")
        if not isinstance(value, Mapping):
            self.mistake(key, "this is no table", f"Begin it with [{key}].")
            value = {}
        return self._form(value, f"{self._place}{key}: ")

    def tables(self, key: str) -> list[Form]:
        """One form for each table of a list, one at least."""
        value = self._get(key, _REQUIRED, f"one or more, each begun with [[{key}]]")
        if value is None:
            return []
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, Mapping) for item in value) or not value:
            self.mistake(key, "this is no list of tables", f"Begin each with [[{key}]].")
            return []
        return [self._form(item, f"{key} {number}: ") for number, item in enumerate(value, start=1)]

    def _form(self, data: Mapping[str, Any], place: str) -> Form:
        form = Form(data, place, self)
        self._inner.append(form)
        return form

    def _get(self, key: str, default: Any, told: str) -> Any:
        self._asked.append(key)
        value = self._data.get(key)
        if value is not None:
            return value
        if isinstance(default, _Required):
            self.mistake(key, "missing", f"Give {told}.")
            return None
        return default
