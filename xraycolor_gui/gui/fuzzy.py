"""How well typed letters fit a text: each letter in its order, best where words begin and letters stand together."""

from __future__ import annotations

import unicodedata

_TOGETHER, _BEGINS, _FIRST, _APART = 5.0, 4.0, 1.0, -0.2


def fits(typed: str, text: str) -> float | None:
    """A number that is higher the better the text fits; None if a letter is missing. Nothing typed fits all: 0.

    Words may come in any order: “size actual” finds “Actual size”. Accents and case do not count.
    """
    plain, total = _plain(text), 0.0
    for word in _plain(typed).split():
        score = _word_fits(word, plain)
        if score is None:
            return None
        total += score
    return total


def _word_fits(word: str, text: str) -> float | None:
    """The best over all places where the word's first letter stands; after it each letter is taken as it comes."""
    starts = [place for place, letter in enumerate(text) if letter == word[0]]
    scores = [score for start in starts if (score := _from(start, word, text)) is not None]
    return max(scores, default=None)


def _from(start: int, word: str, text: str) -> float | None:
    score, place = _FIRST if start == 0 else 0.0, start - 1
    for letter in word:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        score += _TOGETHER if found == place + 1 and found > start else 0.0
        score += _BEGINS if found == 0 or not text[found - 1].isalnum() else 0.0
        score += _APART * (found - place - 1)
        place = found
    return score - 0.01 * len(text)


def _plain(text: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
