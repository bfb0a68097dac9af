"""Outlines in a form that is easy to compare."""

from pathlib import Path
from textwrap import dedent

from coursetracker.course.choices import Choices
from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SIGNS = {Kind.WEEK: "W", Kind.SECTION: "S", Kind.LESSON: "-", Kind.ASSESSMENT: "A"}


def read(text: str, choices: Choices | None = None) -> Outline:
    """Read a text that is indented as the test is."""
    return read_outline(parse(dedent(text)), "name", choices or Choices())


def tree(outline: Outline) -> list[str]:
    """Return one line for each item: indented by depth, with the sign of its kind."""
    return [
        f"{'  ' * depth(outline, item)}{SIGNS[item.kind]} {item.title}" for item in outline.items
    ]


def depth(outline: Outline, item: Item) -> int:
    return sum(1 for _ in outline.ancestors(item.id))


def leaf_count(outline: Outline) -> int:
    return sum(1 for _ in outline.leaves())


def lines(text: str) -> list[str]:
    """Return the lines of an expected tree, written indented in a test."""
    return dedent(text).strip("\n").split("\n")
