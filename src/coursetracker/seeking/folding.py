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


_HAS_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN.keys() - {ord(' ')}))}]")

_MARKS = re.compile("[\u0300-\u0302\u0304-\u034e\u0350-\u036f]")
"""Combining marks of Latin letters but the tilde; there are 800 others, which are much slower."""

_OTHERS = re.compile("[\u0483-\u1dff\u20d0-\U0001efff]")


@cache
def _marks() -> "re.Pattern[str]":
    """Return what finds all combining marks but the tilde."""
    marks = (chr(c) for c in range(0x300, NO_MARKS_FROM) if combining(chr(c)))
    return re.compile(f"[{''.join(mark for mark in marks if mark != _TILDE)}]")


def fold(text: str) -> str:
    """Return a text as it is compared: each space is one, ligatures are their letters."""
    if text.isascii():
        return text.lower().translate(_SPACES)
    plain = _MARKS.sub("", normalize("NFD", text))
    if _OTHERS.search(plain):
        plain = _marks().sub("", plain)
    plain = plain.casefold()
    if _HAS_PLAIN.search(plain):  # to translate is slow
        plain = plain.translate(_PLAIN)
    return plain.replace(f"n{_TILDE}", "ñ").replace(_TILDE, "")


@cache
def _is_one(character: str) -> bool:
    """Return whether a character is one when it is folded, whatever stands beside it."""
    return len(fold(character)) == 1


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and for each of its characters, and its end, where it stood.

    Where a character becomes two or none, this is much slower than `fold`.
    """
    if text.isascii() or all(map(_is_one, set(text))):
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
