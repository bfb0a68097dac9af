"""Which pairs, one to one, are worth most together."""

import math
from collections.abc import Container, Mapping, Sequence

LARGEST = 200
"""Groups with more on one side than this are dealt with pair by pair, the best first."""

Weights = Mapping[tuple[int, int], float]


def best_assignment(weights: Weights) -> dict[int, int]:
    """Return the one-to-one assignment of lefts to rights with the largest sum of weights.

    Only pairs with a weight above 0 are assigned. Lefts and rights that no chain of pairs joins
    are groups of their own. A group is solved by shortest augmenting paths (Kuhn 1955; the form
    with potentials: Jonker and Volgenant 1987), in time that grows with the cube of its size; a
    group larger than LARGEST, best pair first.
    """
    chosen: dict[int, int] = {}
    for group in _groups(weights):
        best = _favourites(group, weights)
        if len(set(best.values())) == len(best):
            chosen |= best
            continue
        lefts = sorted(best)
        rights = sorted({right for _, right in group})
        if max(len(lefts), len(rights)) > LARGEST:
            chosen |= _best_first(group, weights)
        else:
            chosen |= _optimal(lefts, rights, weights)
    return chosen


def _groups(weights: Weights) -> list[list[tuple[int, int]]]:
    """Return the pairs worth something, those that share a left or a right together."""
    leader: dict[tuple[bool, int], tuple[bool, int]] = {}

    def lead(end: tuple[bool, int]) -> tuple[bool, int]:
        leader.setdefault(end, end)
        while leader[end] != end:
            leader[end] = leader[leader[end]]
            end = leader[end]
        return end

    pairs = [pair for pair, weight in weights.items() if weight > 0]
    for left, right in pairs:
        leader[lead((False, left))] = lead((True, right))
    groups: dict[tuple[bool, int], list[tuple[int, int]]] = {}
    for pair in pairs:
        groups.setdefault(lead((False, pair[0])), []).append(pair)
    return list(groups.values())


def _favourites(group: Sequence[tuple[int, int]], weights: Weights) -> dict[int, int]:
    """Return for each left the right that is worth most with it."""
    best: dict[int, int] = {}
    for left, right in group:
        if left not in best or weights[left, right] > weights[left, best[left]]:
            best[left] = right
    return best


def _best_first(group: Sequence[tuple[int, int]], weights: Weights) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for left, right in sorted(group, key=lambda pair: (-weights[pair], pair)):
        if left not in chosen and right not in taken:
            chosen[left] = right
            taken.add(right)
    return chosen


def _optimal(lefts: Sequence[int], rights: Sequence[int], weights: Weights) -> dict[int, int]:
    """Solve one group; each left may also stay alone, by a right of its own that costs nothing."""
    alone = [0.0] * len(lefts)
    costs = [
        [-max(0.0, weights.get((left, right), 0.0)) for right in rights] + alone for left in lefts
    ]
    solving = _Solving(costs)
    for row in range(len(lefts)):
        solving.seat(row)
    return {
        lefts[row]: rights[column]
        for column, row in enumerate(solving.owner[: len(rights)])
        if row is not None and costs[row][column] < 0
    }


class _Solving:
    """The rows that have a column each so far, at the least cost of all."""

    def __init__(self, costs: Sequence[Sequence[float]]) -> None:
        self._costs = costs
        self.owner: list[int | None] = [None] * len(costs[0])
        self._of_row = [0.0] * len(costs)  # the potentials
        self._of_column = [0.0] * len(costs[0])

    def seat(self, start: int) -> None:
        """Give one more row a column, moving others along the shortest path to a free one."""
        width = len(self.owner)
        distance = [math.inf] * width
        came_from: list[int | None] = [None] * width
        waiting = set(range(width))
        row: int | None = start
        column: int | None = None
        length = 0.0
        while row is not None:
            for each in waiting:
                reduced = self._costs[row][each] - self._of_row[row] - self._of_column[each]
                if length + reduced < distance[each]:
                    distance[each], came_from[each] = length + reduced, column
            column = min(waiting, key=distance.__getitem__)
            waiting.remove(column)
            row, length = self.owner[column], distance[column]
        assert column is not None  # noqa: S101
        self._of_row[start] += length
        self._adjust([length - way for way in distance], waiting)
        self._shift(start, came_from, column)

    def _adjust(self, spare: Sequence[float], waiting: Container[int]) -> None:
        """Change the potentials so that what was found costs nothing more than they say."""
        for column, row in enumerate(self.owner):
            if column not in waiting and row is not None:
                self._of_row[row] += spare[column]
                self._of_column[column] -= spare[column]

    def _shift(self, start: int, came_from: Sequence[int | None], column: int) -> None:
        """Hand the columns along the path on, so that the first row has one too."""
        while (previous := came_from[column]) is not None:
            self.owner[column] = self.owner[previous]
            column = previous
        self.owner[column] = start
