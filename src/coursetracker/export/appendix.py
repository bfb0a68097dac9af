"""The report's appendix: the learner's notes, as the template draws them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursetracker.course.outline import Outline
from coursetracker.export.cleaning import clean, shortened
from coursetracker.export.prose import Block, Draw, Prose
from coursetracker.progress.lost import LostItem

_TITLE_ABOVE = 60
"""The longest title that tells where a lesson stands."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note in Markdown and the lesson it is on; `above` are the titles over that."""

    title: str
    above: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One note, ready to be printed."""

    title: str
    above: tuple[str, ...]
    blocks: tuple[Block, ...]


def noted(
    outline: Outline, notes: Mapping[int, str], lost: Sequence[LostItem] = ()
) -> tuple[Noted, ...]:
    """Return the notes on a course in reading order, then those of what is lost."""
    return (*_here(outline, notes), *_lost(notes, lost))


def _here(outline: Outline, notes: Mapping[int, str]) -> Iterator[Noted]:
    for item in outline.items:
        if item.id in notes:
            above = [each.title for each in outline.ancestors(item.id)]
            yield Noted(item.title, tuple(reversed(above)), notes[item.id])


def _lost(notes: Mapping[int, str], lost: Sequence[LostItem]) -> Iterator[Noted]:
    for each in lost:
        if each.has_note and each.item.id in notes:
            yield Noted(each.item.title, each.above, notes[each.item.id])


def appendix(notes: Sequence[Noted], draw: Draw) -> tuple[NoteEntry, ...]:
    """Return notes ready to be printed; `draw` makes pictures of formulas, and may take long."""
    prose = Prose(draw)
    return tuple(
        NoteEntry(
            each.title,
            tuple(shortened(clean(title), _TITLE_ABOVE) for title in each.above if title),
            prose.blocks(each.text),
        )
        for each in notes
    )
