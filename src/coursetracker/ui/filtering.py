"""Which items of an outline have some words in their titles."""

import unicodedata
from collections.abc import Sequence

from coursetracker.course.outline import Item

_KEPT = "ñÑ"
"""Letters of their own, which only look like another with a mark."""


def folded(text: str) -> str:
    """Return a text as it is searched: without case and accents, but ñ stays a letter."""
    if text.isascii():
        return text.casefold()
    plain = "".join(
        char
        if char in _KEPT
        else "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
        for char in unicodedata.normalize("NFC", text)
    )
    return plain.casefold()


class TitleFilter:
    """Finds items by words in their titles; more letters narrow down what was found last."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._titles = [(item.id, folded(item.title)) for item in items]
        self._found = self._titles
        self._words = ""

    def found(self, words: str) -> list[int]:
        """Return the ids of the items whose titles hold all these words."""
        words = folded(words)
        among = self._found if words.startswith(self._words) else self._titles
        for word in words.split():
            among = [each for each in among if word in each[1]]
        self._found, self._words = among, words
        return [item for item, _ in among]
