"""Finding titles by a few of their letters, the likeliest first."""

import re
from collections.abc import Iterable, Iterator, Sequence

from coursetracker.seeking.folding import fold, fold_with_places
from coursetracker.seeking.marking import Marked

_BETWEEN = re.compile(r"[^\w+#]+|_+")
_INSIDE = re.compile(r"( \S)\S*")


def key_of(title: str) -> str:
    """Return a title as it is compared here: folded words, with a space before each."""
    return f" {_BETWEEN.sub(' ', fold(title)).strip()}"


def in_order(letters: str) -> "re.Pattern[str]":
    """Return what matches texts that have all these letters, in this order.

    Nothing is tried twice, so that it takes no longer than reading the text once.
    """
    return re.compile("".join(f"[^{re.escape(c)}]*{re.escape(c)}" for c in letters), re.DOTALL)


class Titles:
    """Titles to be found among, each with what it stands for."""

    def __init__(self, titles: Iterable[tuple[int, str]]) -> None:
        self._titles = [(key_of(title), number) for number, title in titles]

    def found(self, typed: str, most: int) -> list[int]:
        """Return what the best titles stand for, the likeliest first.

        The title itself comes before what begins so, then titles in which words begin with what
        was typed, then those that have it within words, those whose words begin with its letters,
        and last those that have its letters in this order, the closest together first. A kind is
        only looked for where those before it are too few; else shorter titles come first, then
        those that stood first.
        """
        words = key_of(typed).split()
        if not words:
            return [number for _, number in self._titles[:most]]
        found: dict[int, None] = {}
        for kind in self._kinds(words):
            found |= dict.fromkeys(kind)
            if len(found) >= most:
                break
        return list(found)[:most]

    def _kinds(self, words: Sequence[str]) -> Iterator[list[int]]:
        whole = " " + " ".join(words)
        begun = self._holding([f" {word}" for word in words])
        yield self._sorted([each for each in begun if each[0].startswith(whole)])
        yield self._sorted(begun)
        yield self._sorted(self._holding(words))
        letters = "".join(words)
        matches = in_order(letters).match
        spread = [each for each in self._titles if matches(each[0])]
        initials = f" {' '.join(letters)}"
        yield self._sorted([each for each in spread if initials in _INSIDE.sub(r"\1", each[0])])
        yield [number for _, number in sorted(spread, key=lambda each: _width(each[0], letters))]

    def _holding(self, parts: Sequence[str]) -> list[tuple[str, int]]:
        found = self._titles
        for part in parts:
            found = [each for each in found if part in each[0]]
        return found

    def _sorted(self, found: Iterable[tuple[str, int]]) -> list[int]:
        return [number for _, number in sorted(found, key=lambda each: len(each[0]))]


def _closest(text: str, letters: str) -> list[int]:
    """Return where letters stand in a text, in this order and close together; none if nowhere."""
    found: list[int] = []
    start = text.find(letters[0])
    while start >= 0:
        places = [start]
        for letter in letters[1:]:
            places.append(text.find(letter, places[-1] + 1))
            if places[-1] < 0:
                return found  # nor from any later start
        if not found or places[-1] - start < found[-1] - found[0]:
            found = places
        start = text.find(letters[0], start + 1)
    return found


def _width(key: str, letters: str) -> tuple[int, int]:
    """Return how far letters stand apart in a title, not counting spaces, and its length."""
    joined = key.replace(" ", "")
    places = _closest(joined, letters)
    return places[-1] - places[0], len(key)


def marked_title(title: str, typed: str) -> Marked:
    """Return a title with the letters marked by which it was found."""
    folded, places = fold_with_places(title)
    words = key_of(typed).split()
    spans = [_where(folded, word) for word in words]
    if not all(spans):
        spans = [(place, place + 1) for place in _closest(folded, "".join(words))]
    found = sorted({(places[a], places[b]) for a, b in filter(None, spans)})
    return Marked(title, tuple(_joined(found)))


def _where(folded: str, word: str) -> tuple[int, int] | None:
    """Return where a word stands, at the beginning of another if it can be."""
    begun = re.search(rf"(?<![^\W_]){re.escape(word)}", folded)
    at = begun.start() if begun else folded.find(word)
    return None if at < 0 else (at, at + len(word))


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield parts that meet or overlap as one."""
    start = end = -1
    for first, after in spans:
        if first > end >= 0:
            yield start, end
            start = first
        start = first if start < 0 else start
        end = max(end, after)
    if end >= 0:
        yield start, end
