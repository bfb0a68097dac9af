"""Which lessons a choice of items stands for, and which of them are to be marked."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from coursetracker.course.outline import Item, Outline, State
from coursetracker.progress.rollup import Check, Progress

SPARED: Mapping[State, Collection[State]] = {
    State.NOT_STARTED: (),
    State.IN_PROGRESS: (State.DONE, State.SKIPPED),
    State.DONE: (State.SKIPPED,),
    State.SKIPPED: (State.DONE,),
}
"""The lessons that keep their state where all that hangs under an item is marked."""

_NEXT = {
    State.NOT_STARTED: State.IN_PROGRESS,
    State.IN_PROGRESS: State.DONE,
    State.DONE: State.SKIPPED,
    State.SKIPPED: State.NOT_STARTED,
}


def above(outline: Outline, items: Iterable[int]) -> set[int]:
    """Return the ids of all that stands above any of some items."""
    found: set[int] = set()
    for item in items:
        parent = outline.item(item).parent
        while parent is not None and parent not in found:
            found.add(parent)
            parent = outline.item(parent).parent
    return found


def meant(outline: Outline, chosen: Iterable[int]) -> list[int]:
    """Return the items that are meant by a choice, none of which stands above another.

    An item stands for all that hangs under it, but not where some of that is chosen with it.
    """
    chosen = dict.fromkeys(chosen)
    over = above(outline, chosen)
    return [item for item in chosen if item not in over]


def to_mark(
    progress: Progress,
    chosen: Iterable[int],
    state: State,
    spared: Collection[State] | None = None,
) -> list[Item]:
    """Return the leaves that a choice of items means and that are in another state than this.

    A leaf that is chosen itself is always among them. What hangs under an item is spared where
    its state is one of `spared`, or else of SPARED; but an item whose leaves are all in one
    state means all of them.
    """
    spared = SPARED[state] if spared is None else spared
    outline = progress.outline
    found: list[Item] = []
    for item in meant(outline, chosen):
        leaves = list(outline.leaves(item))
        if len({progress.standing(leaf.id).state for leaf in leaves}) > 1:
            leaves = [leaf for leaf in leaves if progress.standing(leaf.id).state not in spared]
        found += [leaf for leaf in leaves if progress.standing(leaf.id).state is not state]
    return found


def ticked(progress: Progress, chosen: Iterable[int]) -> State:
    """Return what a tick makes of a choice: done, or not where all that counts is done."""
    items = meant(progress.outline, chosen)
    done = all(progress.check(item) is Check.ALL for item in items)
    return State.NOT_STARTED if done else State.DONE


def common_state(progress: Progress, chosen: Sequence[int]) -> State | None:
    """Return the state that all leaves of a choice are in, None where they differ."""
    outline = progress.outline
    states = {
        progress.standing(leaf.id).state
        for item in meant(outline, chosen)
        for leaf in outline.leaves(item)
    }
    return states.pop() if len(states) == 1 else None


def next_state(progress: Progress, chosen: Sequence[int]) -> State:
    """Return the state that comes after that of a choice; differing ones begin in progress."""
    state = common_state(progress, chosen)
    return State.IN_PROGRESS if state is None else _NEXT[state]
