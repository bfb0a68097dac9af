"""Which part of a text shows best that it was found, and what in it is marked."""

import re
from dataclasses import dataclass
from functools import lru_cache

from coursetracker.seeking.folding import fold, fold_with_places
from coursetracker.seeking.query import Terms

Spans = tuple[tuple[int, int], ...]
"""Parts of a text: where each begins, and where it ends."""

LENGTH = 200
"""So many characters are shown of a text."""

_BEFORE = 48
_SHOWN = LENGTH - _BEFORE
_CHUNK = 4000


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the parts of it that were looked for."""

    text: str
    spans: Spans = ()


@lru_cache(maxsize=4)
def pattern(terms: Terms) -> "re.Pattern[str]":
    """Return what finds any of the terms in a folded text; the group tells which one."""
    longest_first = sorted(terms, key=lambda term: -len("".join(term.words)))
    return re.compile("|".join(f"({term.pattern})" for term in longest_first) or r"(?!)")


def marked(text: str, terms: Terms) -> Marked:
    """Return a text with all that was looked for marked."""
    folded, places = fold_with_places(text)
    found = pattern(terms).finditer(folded)
    return Marked(text, tuple((places[m.start()], places[m.end()]) for m in found))


def terms_in(text: str, terms: Terms) -> int:
    """Return how many of the terms a text has."""
    return len({match.lastindex for match in pattern(terms).finditer(fold(text))})


def excerpt(text: str, terms: Terms) -> Marked:
    """Return about LENGTH characters of a text: those with most terms, or how it begins."""
    if len(text) > LENGTH:
        text = _cut(text, _best(text, pattern(terms)))
    return marked(text, terms)


def _best(text: str, wanted: "re.Pattern[str]") -> int:
    """Return where the first part begins that shows most of what was looked for."""
    best, place = 0, 0
    for start in range(0, len(text), _CHUNK):
        chunk = text[start : start + _CHUNK + LENGTH]
        if wanted.search(fold(chunk)):
            folded, places = fold_with_places(chunk)
            found = [(places[m.start()], m.lastindex) for m in wanted.finditer(folded)]
            for number, (at, _) in enumerate(found):
                near = found[number : number + _SHOWN]
                shown = len({term for other, term in near if other < at + _SHOWN})
                if shown > best:
                    best, place = shown, start + at
                if best == wanted.groups:
                    return place
    return place


def _cut(text: str, place: int) -> str:
    """Return the part of a text around a place, between whole words."""
    start = max(0, min(place - _BEFORE, len(text) - LENGTH))
    end = start + LENGTH
    if start:
        start = text.find(" ", start, place) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", place + 1, end), 0) or end
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
