"""Where the learner has been, for Back and Forward."""


class Trail:
    """A list of visited items with a place in it; going somewhere new cuts off what lay ahead.

    None stands for the course's introduction.
    """

    def __init__(self) -> None:
        self._visited: list[int | None] = []
        self._at = -1

    def visit(self, item_id: int | None) -> None:
        """Add a visit, unless that is where we are."""
        if self._at >= 0 and self._visited[self._at] == item_id:
            return
        del self._visited[self._at + 1 :]
        self._visited.append(item_id)
        self._at += 1

    def can_step(self, by: int) -> bool:
        """Return whether there is anything `by` steps ahead (or, below 0, behind)."""
        return 0 <= self._at + by < len(self._visited)

    def step(self, by: int) -> int | None:
        """Go some steps ahead or back and return the item there."""
        self._at += by
        return self._visited[self._at]
