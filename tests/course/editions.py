"""Editions of a course and their pairs, in a form that is easy to compare."""

from collections.abc import Sequence
from textwrap import dedent

from coursetracker.course.changes import Edition
from coursetracker.course.matching import SURE, Pair, match
from coursetracker.course.passages import Passage
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse


def edition(text: str) -> Edition:
    """Read a text that is indented as the test is."""
    document = parse(dedent(text).strip("\n"))
    return Edition.of(document, read_outline(document, "name"))


def cut(text: str) -> Sequence[Passage]:
    """Return the passages of a text that is indented as the test is."""
    return edition(text).passages


def pairs(old: str, new: str, *, sure: bool = True) -> list[str]:
    """Return the pairs as "line old -> line new", both as written; only the sure ones, or not."""
    ours, theirs = edition(old), edition(new)
    return [
        f"{_shown(ours, pair.old)} -> {_shown(theirs, pair.new)}"
        for pair in match(ours.passages, theirs.passages)
        if (pair.confidence >= SURE) is sure
    ]


def same(old: str, new: str) -> set[tuple[int, int]]:
    """Return the lines, from 1, of what is paired for sure."""
    ours, theirs = edition(old), edition(new)
    return {
        (ours.passages[pair.old].line, theirs.passages[pair.new].line)
        for pair in match(ours.passages, theirs.passages)
        if pair.confidence >= SURE
    }


def _shown(edition: Edition, index: int) -> str:
    return edition.lines[edition.passages[index].line - 1].strip()


__all__ = ["Pair", "cut", "edition", "pairs", "same"]
