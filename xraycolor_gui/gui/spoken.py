"""Texts that come from the rooms below, which know no languages: here they take the reader's, with their values.

A template such as "{}: the file is empty." finds itself in the text, gives its translation, and puts in what stood at
the braces. What fits no template stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

_SENTENCES = re.compile(r"(?<=[.!?]) (?=\S)")
_MINUS = re.compile(r"(?<![\w.)\]-])-(?=\d)")
_DECIMAL = re.compile(r"(?<![\w.])(\d+)\.(\d+)(?!\w|\.\d)")
#: A number and what it counts.
_COUNTED = re.compile(r"([-−]?\d+(?:\.\d+)?)([ \u202f])([^\d\s][^.]*)")
#: A text that every language says in its own way.
_PROBE = "{}: the file is empty."
_HOLE = re.compile(r"\{\}")


class Template(NamedTuple):
    """What texts of this kind look like, and how they are said; `{0}` is the first value, `{}` the next."""

    pattern: re.Pattern[str]
    said: str


def spoken(text: str) -> str:
    """The text in the reader's language, sentence by sentence where no template fits all of it."""
    if not text:
        return text
    whole = _said(text)
    if whole is not None:
        return whole
    sentences = _SENTENCES.split(text)
    for many in range(len(sentences) - 1, 0, -1):
        begun = _said(" ".join(sentences[:many]))
        if begun is not None:
            return f"{begun} {spoken(' '.join(sentences[many:]))}"
    return f"{numbers(sentences[0])} {spoken(' '.join(sentences[1:]))}" if len(sentences) > 1 else numbers(text)


def spoken_with(words: str, values: Iterable[tuple[str, str]]) -> str:
    """A sentence whose values, by their names in it, are still apart."""
    return QCoreApplication.translate("Spoken", words).format(**{name: _value(value) for name, value in values})


def _value(value: str) -> str:
    """As a whole, else part by part, such as a window and where it came from."""
    whole = _said(value) if value else value
    return whole if whole is not None else ", ".join(map(spoken, value.split(", ")))


def within(noun: str) -> str:
    """A name of a thing as it stands within a sentence: small, except in languages that write nouns with a capital."""
    # Translators write “keep” where nouns keep their capital.
    return noun if QCoreApplication.translate("Words", "small") == "keep" else noun[:1].lower() + noun[1:]


def _said(text: str) -> str | None:
    plain = QCoreApplication.translate("Spoken", text)
    if plain != text:
        return plain
    # Labels of tissues stand small within a sentence.
    capital = text[:1].upper() + text[1:]
    label = QCoreApplication.translate("Spoken", capital)
    if label != capital:
        return within(label)
    counted = _COUNTED.fullmatch(text)
    if counted is not None:
        return f"{numbers(counted[1])}{counted[2]}{spoken(counted[3])}"
    for template in _templates(QCoreApplication.translate("Spoken", _PROBE)):
        found = template.pattern.fullmatch(text)
        # A value is no longer than the rest of its sentence.
        if found is not None and not any(map(_SENTENCES.search, found.groups())):
            return template.said.format(*(spoken(value) for value in found.groups()))
    return None


def numbers(text: str) -> str:
    """With the reader's decimal point in what is a number, and a minus as long as a plus; a UID is no number."""
    text = _MINUS.sub("\u2212", text)
    return _DECIMAL.sub(rf"\1{QLocale().decimalPoint()}\2", text)


@lru_cache(maxsize=2)
def _templates(_probe: str) -> tuple[Template, ...]:
    """Those the language in use has words for, the most definite first. _probe: tells one language from another."""
    from xraycolor_gui.io.resources import resource

    texts = json.loads(resource("translations/templates.json").read_text(encoding="utf-8"))
    made = []
    for text in sorted(texts, key=lambda text: -len(_HOLE.sub("", text))):
        said = QCoreApplication.translate("Spoken", text)
        if said != text:
            made.append(Template(re.compile("(.+?)".join(map(re.escape, _HOLE.split(text))), re.DOTALL), said))
    return tuple(made)
