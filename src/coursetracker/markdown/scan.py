"""What the inline stage knows while it goes through one text."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from coursetracker.markdown.delimiters import Run

_TICKS = re.compile(r"`+")


@dataclass(slots=True, eq=False)
class Bracket:
    """An opening bracket; what it opens is its `element` once the closing one is found.

    `after` is the index after it, `runs` how many delimiter runs stood before it.
    """

    after: int
    runs: int
    is_image: bool
    has_bracket_after: bool = False
    element: Element | None = None


class End:
    """Stands where the element that a bracket opened ends."""


END: Final = End()
Token = str | Element | Run | Bracket | End


class Scan:
    """The text, the tokens found so far, and the stacks of the appendix's phase 2.

    Brackets below place `inactive` of their stack can open no link any more, since one was
    found within them.
    """

    __slots__ = (
        "_absent",
        "_ticks",
        "brackets",
        "done",
        "footnotes",
        "inactive",
        "references",
        "runs",
        "text",
        "tokens",
    )

    def __init__(
        self,
        text: str,
        references: Mapping[str, tuple[str, str]],
        footnotes: Container[str] = (),
    ) -> None:
        self.text = text
        self.references = references
        self.footnotes = footnotes
        self.tokens: list[Token] = []
        self.runs: list[Run] = []
        self.brackets: list[Bracket] = []
        self.inactive = 0
        self.done = 0
        self._ticks: dict[int, list[int]] | None = None
        self._absent: set[re.Pattern[str]] = set()

    def put(self, start: int, end: int, token: Token) -> int:
        """Add a token for text[start:end], after the plain text before it; return *end*."""
        if start > self.done:
            self.tokens.append(self.text[self.done : start])
        self.tokens.append(token)
        self.done = end
        return end

    def search(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return where a pattern is found next; nothing is searched for in vain twice."""
        if pattern in self._absent:
            return None
        found = pattern.search(self.text, start)
        if found is None:
            self._absent.add(pattern)
        return found

    def ticks(self, length: int, start: int) -> int:
        """Return where the next run of exactly so many backticks begins, or -1."""
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(_TICKS.finditer(self.text, start))):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        places = self._ticks.get(length, [])
        while places and places[-1] < start:
            places.pop()
        return places[-1] if places else -1
