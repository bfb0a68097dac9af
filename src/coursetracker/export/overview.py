"""The report's first look: the course in one ring, its figures, and one bar for each week."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from coursetracker.course.outline import Kind, State
from coursetracker.export import labels
from coursetracker.export.wording import Wording
from coursetracker.progress.rollup import Progress


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


def bars(progress: Progress, wording: Wording) -> tuple[Share, ...]:
    """Return how much is done of each week; of each section where there are no weeks."""
    outline = progress.outline
    return tuple(
        _share(progress, item.id, wording.title(item), wording)
        for item in outline.children(None)
        if item.kind is Kind.WEEK or not outline.is_leaf(item.id)
    )


def figures(progress: Progress, wording: Wording) -> tuple[Figure, ...]:
    """Return how many lessons are in each state; what is not counted only where there is any."""
    numbers = Counter(_standing_words(progress))
    always = (labels.DONE, labels.IN_PROGRESS, labels.NOT_STARTED)
    sometimes = (labels.SKIPPED_LEFT_OUT, labels.OPTIONAL_LEFT_OUT)
    shown = always + tuple(word for word in sometimes if numbers[word])
    return tuple(Figure(str(numbers[word]), wording.say(word)) for word in shown)


def _share(progress: Progress, item_id: int | None, title: str, wording: Wording) -> Share:
    tally = progress.tally(item_id)
    percent = wording.share(tally.done, tally.counted)
    alt = wording.say(labels.RING).format(done=tally.done, counted=tally.counted, percent=percent)
    count = wording.count(tally.done, tally.counted)
    return Share(title, tally.done, tally.counted, count, percent, alt)


def _standing_words(progress: Progress) -> Iterator[str]:
    words = {
        State.NOT_STARTED: labels.NOT_STARTED,
        State.IN_PROGRESS: labels.IN_PROGRESS,
        State.DONE: labels.DONE,
        State.SKIPPED: labels.SKIPPED_LEFT_OUT,
    }
    for leaf in progress.outline.leaves():
        state = progress.state(leaf.id)
        optional = state is not State.SKIPPED and not progress.tally(leaf.id).counted
        yield labels.OPTIONAL_LEFT_OUT if optional else words[state]
