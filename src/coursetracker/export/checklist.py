"""The report's checklist: weeks and sections, and every lesson with its state and date."""

from collections.abc import Iterator
from dataclasses import dataclass

from coursetracker.course.outline import Item, Kind, State
from coursetracker.export import labels
from coursetracker.export.deadlines import Deadlines
from coursetracker.export.wording import Wording
from coursetracker.progress.rollup import Progress

_HIGHEST, _DEEPEST = 2, 4
"""The heading levels of the checklist; what lies deeper is indented in a list."""
CHANGED = "changed"
"""The mark of a lesson that is done, but has changed since."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a lesson, or a group with its count in the place of a state.

    `mark` is a state, or `CHANGED`, and names the symbol. `tag` says "optional"
    and when it is due, as far as that is so.
    """

    depth: int
    title: str
    mark: str
    state: str
    date: str
    tag: str
    group: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A week or section with its heading, its count, and the lessons right under it.

    A leaf that stands among sections is a part too: then `mark` is set and `status` is its
    state and date.
    """

    level: int
    title: str
    status: str
    mark: str
    done: int
    counted: int
    rows: tuple[Row, ...]


def checklist(progress: Progress, due: Deadlines, wording: Wording) -> tuple[Part, ...]:
    """Return the whole course as parts in reading order."""
    return tuple(_Checklist(progress, due, wording).parts(None, _HIGHEST))


@dataclass(frozen=True, slots=True)
class _Checklist:
    progress: Progress
    due: Deadlines
    wording: Wording

    def parts(self, above: int | None, level: int) -> Iterator[Part]:
        """Yield the parts under an item; its leading lessons are rows and not among them."""
        for item in self._after_rows(above, level):
            if self.progress.outline.is_leaf(item.id):
                yield self._leaf_part(item, level)
            else:
                yield self._part(item, level)
                yield from self.parts(item.id, level + 1)

    def _after_rows(self, above: int | None, level: int) -> tuple[Item, ...]:
        below = self.progress.outline.children(above)
        return below[self._rows_first(below, level) :]

    def _rows_first(self, below: tuple[Item, ...], level: int) -> int:
        """Return how many items stand as rows before the first that has a heading.

        At the top nothing can be a row, for rows need a heading above them.
        """
        if level == _HIGHEST:
            return 0
        heads = (place for place, item in enumerate(below) if self._is_heading(item, level))
        return next(heads, len(below))

    def _is_heading(self, item: Item, level: int) -> bool:
        if level > _DEEPEST or item.kind is Kind.LESSON:
            return False
        return not self.progress.outline.is_leaf(item.id)

    def _part(self, item: Item, level: int) -> Part:
        tally = self.progress.tally(item.id)
        below = self.progress.outline.children(item.id)
        first = below[: self._rows_first(below, level + 1)]
        return Part(
            level=level,
            title=self.wording.title(item, self.progress.outline),
            status=self._joined(self.wording.count(tally.done, tally.counted), self._due(item)),
            mark="",
            done=tally.done,
            counted=tally.counted,
            rows=tuple(row for child in first for row in self._rows(child, 0)),
        )

    def _leaf_part(self, item: Item, level: int) -> Part:
        row = self._leaf_row(item, 0)
        tally = self.progress.tally(item.id)
        status = self._joined(row.state, row.tag, row.date)
        return Part(
            level,
            self.wording.title(item, self.progress.outline),
            status,
            row.mark,
            tally.done,
            tally.counted,
            (),
        )

    def _rows(self, item: Item, depth: int) -> Iterator[Row]:
        if self.progress.outline.is_leaf(item.id):
            yield self._leaf_row(item, depth)
            return
        yield self._group_row(item, depth)
        for child in self.progress.outline.children(item.id):
            yield from self._rows(child, depth + 1)

    def _leaf_row(self, item: Item, depth: int) -> Row:
        state = self.progress.state(item.id)
        done_at = self.progress.standing(item.id).done_at
        outdated = item.id in self.progress.outdated
        optional = state is not State.SKIPPED and not self.progress.tally(item.id).counted
        tag = self.wording.say(labels.OPTIONAL) if optional else ""
        return Row(
            depth=depth,
            title=item.title,
            mark=CHANGED if outdated else state.value,
            state=self.wording.say(labels.DONE_BEFORE) if outdated else self.wording.state(state),
            date=self.wording.short_date(done_at.date()) if state is State.DONE and done_at else "",
            tag=self._joined(tag, self._due(item)),
            group=False,
        )

    def _group_row(self, item: Item, depth: int) -> Row:
        tally = self.progress.tally(item.id)
        count = self.wording.count(tally.done, tally.counted)
        mark = self.progress.state(item.id).value
        return Row(depth, item.title, mark, count, "", self._due(item), group=True)

    def _due(self, item: Item) -> str:
        return self.due.get(item.id, "")

    def _joined(self, *words: str) -> str:
        return " · ".join(filter(None, words))
