"""What is to be read once and not to be ticked off: in a course of lists, what comes before them.

Where an author lists the lessons as boxes, rows or links, headings with nothing but text before
the first of those lists tell about the course. They stay in the outline, but count as optional.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from coursetracker.course.choices import Shape
from coursetracker.course.nodes import Node
from coursetracker.course.outline import Kind

FEW = 10
"""With fewer lessons in lists, a course is not one of lists."""


def mark_asides(nodes: Sequence[Node]) -> None:
    """Make optional what stands before the lists of a course whose lessons are mostly listed."""
    leaves = [node for node in nodes if not node.below and not node.is_optional]
    listed = sum(_is_listed(node) for node in leaves)
    if listed < FEW or listed * 3 < len(leaves) * 2:
        return
    tops = [node for node in nodes if not node.above]
    while len(tops) == 1 and tops[0].below:
        tops = tops[0].below
    trees = ([top, *_below(top)] for top in tops)
    for tree in takewhile(lambda tree: not any(map(_is_listed, tree)), trees):
        if tree[0].kind in (Kind.LESSON, Kind.SECTION) and not _is_numbered(tree[0]):
            for node in tree:
                node.is_optional = True


def _is_listed(node: Node) -> bool:
    return node.shape is not Shape.HEADINGS


def _is_numbered(node: Node) -> bool:
    """Return whether a title counts ("1. Start"): then it is a part of the course."""
    return any(map(str.isdigit, node.title))


def _below(node: Node) -> Iterator[Node]:
    for below in node.below:
        yield below
        yield from _below(below)
