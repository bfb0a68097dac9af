"""Editions of a course and their pairs, in a form that is easy to compare."""

from collections.abc import Callable, Sequence
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


def paired(old: str, new: str) -> dict[str, str]:
    """Return the lines, as written, of what is paired for sure; none may stand there twice."""
    return _shown(old, new, lambda pair: pair.confidence >= SURE)


def proposed(old: str, new: str) -> dict[str, str]:
    """Return the lines, as written, of what is not sure."""
    return _shown(old, new, lambda pair: pair.confidence < SURE)


def lines_paired(old: str, new: str) -> dict[int, int]:
    """Return the numbers of the lines, from 1, of what is paired for sure."""
    ours, theirs = cut(old), cut(new)
    return {
        ours[pair.old].line: theirs[pair.new].line
        for pair in match(ours, theirs)
        if pair.confidence >= SURE
    }


def _shown(old: str, new: str, is_wanted: Callable[[Pair], bool]) -> dict[str, str]:
    ours, theirs = edition(old), edition(new)
    found = match(ours.passages, theirs.passages)
    wanted = [pair for pair in found if is_wanted(pair)]
    shown = {_line(ours, pair.old): _line(theirs, pair.new) for pair in wanted}
    assert len(shown) == len(wanted)
    return shown


def _line(edition: Edition, index: int) -> str:
    return edition.lines[edition.passages[index].line - 1].strip()
