"""The report's first look: the course in one ring, its figures, and one bar for each week."""

from collections import Counter
from dataclasses import dataclass

from coursetracker.course.outline import Kind, State
from coursetracker.export import labels
from coursetracker.export.wording import Wording
from coursetracker.progress.rollup import Progress

_ALWAYS = (labels.ALL_DONE, labels.ALL_IN_PROGRESS, labels.ALL_NOT_STARTED)
_LABELS = {
    State.DONE: labels.ALL_DONE,
    State.IN_PROGRESS: labels.ALL_IN_PROGRESS,
    State.NOT_STARTED: labels.ALL_NOT_STARTED,
    State.SKIPPED: labels.ALL_SKIPPED,
}


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something is done: in numbers, for print, and (`alt`) for listening."""

    title: str
    done: int
    counted: int
    count: str
    percent: str
    alt: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its word."""

    value: str
    label: str


def ring(progress: Progress, wording: Wording) -> Share:
    """Return how much of the whole course is done."""
    return _share(progress, None, wording.say(labels.LESSONS_DONE), wording)


def current(progress: Progress, wording: Wording) -> tuple[str, ...]:
    """Return how much is done as the course is now, in sentences; none where that is all of it."""
    tally = progress.tally(None)
    if not tally.outdated:
        return ()
    done = wording.share(tally.done, tally.counted)
    now = wording.share(tally.done - tally.outdated, tally.counted)
    changed = wording.say(labels.OUTDATED).format(count=tally.outdated)
    if done == now:  # a few of thousands
        return (changed,)
    return (wording.say(labels.CURRENT).format(done=done, current=now), changed)


def bars(progress: Progress, wording: Wording) -> tuple[Share, ...]:
    """Return how much is done of each week; of each section where there are no weeks."""
    outline = progress.outline
    return tuple(
        _share(progress, item.id, wording.title(item, outline), wording)
        for item in outline.children(None)
        if item.kind is Kind.WEEK or not outline.is_leaf(item.id)
    )


def figures(progress: Progress, wording: Wording) -> tuple[Figure, ...]:
    """Return how many lessons are in each state; what is not counted only where there is any."""
    numbers = Counter(_label(progress, leaf.id) for leaf in progress.outline.leaves())
    sometimes = (labels.ALL_SKIPPED, labels.ALL_OPTIONAL)
    shown = (*_ALWAYS, *(label for label in sometimes if numbers[label]))
    return tuple(Figure(str(numbers[label]), wording.say(label)) for label in shown)


def _share(progress: Progress, item_id: int | None, title: str, wording: Wording) -> Share:
    tally = progress.tally(item_id)
    percent = wording.share(tally.done, tally.counted)
    alt = wording.say(labels.RING).format(done=tally.done, counted=tally.counted, percent=percent)
    count = wording.count(tally.done, tally.counted)
    return Share(title, tally.done, tally.counted, count, percent, alt)


def _label(progress: Progress, leaf: int) -> str:
    state = progress.state(leaf)
    if state is not State.SKIPPED and not progress.tally(leaf).counted:
        return labels.ALL_OPTIONAL
    return _LABELS[state]
