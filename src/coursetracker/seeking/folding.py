"""The one way in which texts are compared: without case and accents, but ñ stays a letter."""

import re
from collections.abc import Sequence
from functools import cache
from unicodedata import combining, normalize

_TILDE = "\N{COMBINING TILDE}"
_SPACES = {ord(c): " " for c in map(chr, range(0x3001)) if c.isspace()}
_LETTERS = {ord(a): b for a, b in zip("æœøłđı", ("ae", "oe", "o", "l", "d", "i"), strict=True)}
_PLAIN = _SPACES | _LETTERS
"""Letters that Unicode does not take apart, but whoever has another keyboard does."""

NO_MARKS_FROM = 0x1F000
"""No character from here on is a combining mark."""


@cache
def _marks() -> "re.Pattern[str]":
    """Return what finds all combining marks but the tilde."""
    marks = (chr(c) for c in range(0x300, NO_MARKS_FROM) if combining(chr(c)))
    return re.compile(f"[{''.join(mark for mark in marks if mark != _TILDE)}]")


def fold(text: str) -> str:
    """Return a text as it is compared: each space is one, ligatures are their letters."""
    if text.isascii():
        return text.lower().translate(_SPACES)
    plain = _marks().sub("", normalize("NFD", text)).casefold().translate(_PLAIN)
    return plain.replace(f"n{_TILDE}", "ñ").replace(_TILDE, "")


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and for each of its characters, and its end, where it stood.

    This is much slower than `fold`, and the text is the same.
    """
    if text.isascii():
        return fold(text), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in normalize("NFD", character):
            if part == _TILDE and letters and letters[-1] == "n":
                letters[-1] = "ñ"
            elif not combining(part):
                plain = part.casefold().translate(_PLAIN)
                letters.extend(plain)
                places.extend([place] * len(plain))
    places.append(len(text))
    return "".join(letters), places
