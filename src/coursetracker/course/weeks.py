"""Weeks, modules, units and days: how titles name them, and which sections are whose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UNITS = {
    "week": "week", "semana": "week",
    "module": "module", "modulo": "module", "módulo": "module",
    "unit": "unit", "unidad": "unit",
    "day": "day", "dia": "day", "día": "day",
}  # fmt: skip
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
)
_NUMBERS = {word: number for words in _WORDS for number, word in enumerate(words.split())}
_ROMAN = {"I": 1, "V": 5, "X": 10}

_UNIT = rf"\b(?P<unit>{'|'.join(_UNITS)})s?"
_NUMBER = rf"(?P<number>\d{{1,3}}|(?-i:[IVX]{{1,5}})|{'|'.join(_NUMBERS)})\b"
_NAMED = re.compile(rf"{_UNIT}\s*(?:n\.?º|no\.|#)?\s*{_NUMBER}", re.IGNORECASE)
_OPENING = re.compile(
    rf"^\W*{_NAMED.pattern}(?:\s*(?:[-–—&,]|to|and|a|y)\s*\d{{1,3}}\b)?[\s:.,;|)\]–—-]*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A week as a title names it: `unit` is week, module, unit or day."""

    unit: str
    number: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """What tells the week of a section: the week it names, the learner's word, its kind."""

    named: int | None = None
    chosen: int | None = None
    is_assessment: bool = False


def opening_week(title: str) -> Named | None:
    """Return the week that a title opens ("Semana 2: Modelos"), None where it opens none."""
    found = _OPENING.match(title)
    return _named(found, found["title"].strip()) if found else None


def named_week(title: str) -> Named | None:
    """Return the week that a title names anywhere ("Lecture Notes Week 2")."""
    found = _NAMED.search(title)
    return _named(found) if found else None


def _named(found: re.Match[str], title: str = "") -> Named:
    return Named(_UNITS[found["unit"].lower()], _number(found["number"]), title)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in _NUMBERS:
        return _NUMBERS[text.lower()]
    values = [_ROMAN[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-value if value < then else value for value, then in zip(values, after, strict=True))


def dealt(weeks: Sequence[int], clues: Sequence[Clue]) -> tuple[int, ...]:
    """Return the week of each section of a course that only lists its weeks.

    A section that names a listed week belongs to it. An assessment closes its week where
    there are as many assessments as weeks, or one fewer. Without a clue a section stays in
    the week of the one before; without any clue one section for each week is taken as such.
    Returns nothing where the weeks cannot be told.
    """
    closing = len(weeks) - sum(clue.is_assessment for clue in clues) in (0, 1)
    if not closing and not any(clue.named in weeks or clue.chosen in weeks for clue in clues):
        return tuple(weeks) if len(weeks) == len(clues) else ()
    dealt_to: list[int] = []
    place = 0
    for before, clue in zip((Clue(), *clues), clues, strict=False):
        if clue.named is not None and clue.named in weeks[place:]:
            place = weeks.index(clue.named)
        elif closing and before.is_assessment:
            place = min(place + 1, len(weeks) - 1)
        wanted = weeks[place] if clue.chosen is None else clue.chosen
        dealt_to.append(wanted if wanted in weeks else weeks[place])
    return tuple(dealt_to)
