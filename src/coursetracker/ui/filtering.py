"""Which items of an outline have some words in their titles."""

from collections.abc import Sequence

from coursetracker.course.outline import Item
from coursetracker.seeking.folding import fold


class TitleFilter:
    """Finds items by words in their titles; more letters narrow down what was found last."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._titles = [(item.id, fold(item.title)) for item in items]
        self._found = self._titles
        self._words = ""

    def found(self, words: str) -> list[int]:
        """Return the ids of the items whose titles hold all these words."""
        words = fold(words)
        among = self._found if words.startswith(self._words) else self._titles
        for word in words.split():
            among = [each for each in among if word in each[1]]
        self._found, self._words = among, words
        return [item for item, _ in among]
