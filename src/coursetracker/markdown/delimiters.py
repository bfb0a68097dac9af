"""Delimiter runs and how they pair to emphasis, strong emphasis and strikethrough.

GFM specification, sections 6.4 and 6.5, and the appendix's "process emphasis".
"""

import re
from dataclasses import dataclass, field
from unicodedata import category

from coursetracker.markdown.entities import PUNCTUATION
from coursetracker.markdown.lines import end_of

_RUN = re.compile(r"\*+|_+|~+")
_ASCII_PUNCTUATION = re.compile(f"[{PUNCTUATION}]")
_SPACES = frozenset("\t\n\f\r \xa0\u1680\u202f\u205f\u3000") | {
    chr(c) for c in range(0x2000, 0x200B)
}
LONGEST_STRIKE = 2


@dataclass(slots=True, eq=False)
class Run:
    """A run of delimiters.

    `count` of its `length` characters are still text; it first closes `closed` elements, then
    opens those in `opening`, the innermost first.
    """

    mark: str
    length: int
    can_open: bool
    can_close: bool
    count: int
    serial: int = 0
    closed: int = 0
    opening: list[str] = field(default_factory=list)

    def suits(self, closer: "Run") -> bool:
        """Return whether this run may be opened for a closer (rules 9 and 10 of section 6.4)."""
        if self.mark != closer.mark:
            return False
        if not (closer.can_open or self.can_close) or not closer.length % 3:
            return True
        return bool((self.length + closer.length) % 3)


def run_at(text: str, start: int) -> Run:
    """Return the delimiter run that begins at an index (left- and right-flanking: 6.4)."""
    end = end_of(_RUN, text, start)
    mark = text[start]
    before, after = _neighbours(text, start, end)
    left = after != " " and (after == "a" or before != "a")
    right = before != " " and (before == "a" or after != "a")
    if mark == "_":
        left, right = left and (not right or before == "."), right and (not left or after == ".")
    elif mark == "~" and end - start > LONGEST_STRIKE:
        left = right = False
    return Run(mark, end - start, left, right, end - start)


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the classes of the characters beside a run; cmark-gfm looks past tildes."""
    if text[start] != "~":
        while start and text[start - 1] == "~":
            start -= 1
        while end < len(text) and text[end] == "~":
            end += 1
    before = _class(text[start - 1]) if start else " "
    return before, _class(text[end]) if end < len(text) else " "


def pair(runs: list[Run], bottom: int) -> None:
    """Pair the runs from index *bottom* on, and take them off the list."""
    openers: list[Run] = []
    searched: dict[tuple[str, bool, int], int] = {}
    for serial, closer in enumerate(runs[bottom:], 1):
        closer.serial = serial
        if closer.can_close:
            _close(closer, openers, searched)
        if closer.can_open and closer.count:
            openers.append(closer)
    del runs[bottom:]


def _close(closer: Run, openers: list[Run], searched: dict[tuple[str, bool, int], int]) -> None:
    """Pair one closer with as many openers as it has characters for.

    `searched` says up to which opener a search for such a closer was in vain.
    """
    kind = closer.mark, closer.can_open, closer.length % 3
    while closer.count:
        lowest = searched.get(kind, 0)
        place = len(openers) - 1
        while place >= 0 and openers[place].serial > lowest and not openers[place].suits(closer):
            place -= 1
        if place < 0 or openers[place].serial <= lowest:
            searched[kind] = closer.serial - 1
            return
        opener = openers[place]
        del openers[place + 1 :]
        if closer.mark == "~":
            openers.pop()
            _strike(opener, closer)
            return
        _emphasise(opener, closer)
        if not opener.count:
            openers.pop()


def _emphasise(opener: Run, closer: Run) -> None:
    used = 2 if opener.count >= 2 and closer.count >= 2 else 1
    opener.count -= used
    closer.count -= used
    opener.opening.append("strong" if used == 2 else "em")
    closer.closed += 1


def _strike(opener: Run, closer: Run) -> None:
    """Strike out what stands between runs of equal length; others are text from now on."""
    closer.can_open = False
    if opener.length == closer.length:
        opener.opening.append("del")
        opener.count = closer.count = 0
        closer.closed = 1


def _class(character: str) -> str:
    """Return " " for white space, "." for punctuation, "a" for all else."""
    if character in _SPACES:
        return " "
    if character < "\x80":
        return "." if _ASCII_PUNCTUATION.match(character) else "a"
    return "." if category(character).startswith("P") else "a"
