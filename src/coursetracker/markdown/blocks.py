"""The block stage: from lines to the tree of blocks.

GFM specification, appendix "A parsing strategy", phase 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from coursetracker.markdown.containers import OpenBlocks
from coursetracker.markdown.leaves import CODE_INDENT, FencedCode, IndentedCode, Paragraph
from coursetracker.markdown.references import Reference
from coursetracker.markdown.starts import STARTS, Opened
from coursetracker.markdown.tables import Table

GITHUB_TASKS = " xX"
"""What stands in the brackets of a task item."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The tree of a document's blocks, and the definitions of links and footnotes found in it."""

    root: Element
    references: Mapping[str, Reference]
    footnotes: Mapping[str, Element]


def parse_blocks(
    lines: Iterable[str],
    first: int = 1,
    task_marks: str = GITHUB_TASKS,
    *,
    footnotes: bool = False,
) -> Blocks:
    """Return the blocks of a document whose first line has the number *first*.

    Definitions of footnotes, which the specification does not know, are text unless asked for.
    """
    opened = OpenBlocks(task_marks, {} if footnotes else None)
    for number, line in enumerate(lines, first):
        opened.line = number
        opened.cursor.read(line)
        _read(opened)
    opened.matched = 1
    opened.close_unmatched()
    _mark_tight(opened)
    return Blocks(opened.stack[0].element, opened.references, opened.footnotes or {})


def _read(opened: OpenBlocks) -> None:
    """Give one line to the blocks that are open, and open new ones."""
    depth = len(opened.stack)
    opened.matched = _match_containers(opened)
    leaf = opened.leaf
    if leaf is not None and opened.matched == depth and leaf.takes(opened.cursor):
        if opened.cursor.is_blank and not isinstance(leaf, FencedCode):
            opened.note_blank()
        return
    has_opened = False
    while (what := _open_block(opened)) is Opened.CONTAINER:
        has_opened = True
    if what is Opened.NOTHING:
        _read_text(opened, has_opened=has_opened)


def _match_containers(opened: OpenBlocks) -> int:
    """Return how many of the open containers a line continues, and go past their marks."""
    cursor = opened.cursor
    stack = opened.stack
    for place in range(1, len(stack)):
        container = stack[place]
        if not container.indent:
            if cursor.indent >= CODE_INDENT or not cursor.line.startswith(">", cursor.next):
                return place
            cursor.skip(1)
            cursor.skip_columns(1)
        elif cursor.indent >= container.indent:
            cursor.skip_columns(container.indent)
        elif cursor.is_blank and (len(container.element) or opened.leaf is not None):
            cursor.skip_indent()
        else:
            return place
    return len(stack)


def _open_block(opened: OpenBlocks) -> Opened:
    """Open the block that begins here, if one does."""
    cursor = opened.cursor
    if cursor.is_blank:
        return Opened.NOTHING
    if cursor.indent >= CODE_INDENT:
        if isinstance(opened.leaf, Paragraph):
            return Opened.NOTHING
        cursor.skip_columns(CODE_INDENT)
        opened.open_leaf(IndentedCode(opened.line, [cursor.rest]))
        return Opened.LEAF
    for start in STARTS.get(cursor.line[cursor.next], ()):
        what = start(opened)
        if what is not Opened.NOTHING:
            return what
    return Opened.NOTHING


def _read_text(opened: OpenBlocks, *, has_opened: bool) -> None:
    """Take what opens no block: a blank line, a row, or a line of a new or open paragraph."""
    cursor = opened.cursor
    leaf = opened.leaf
    if cursor.is_blank:
        opened.close_unmatched()
        if not has_opened:
            opened.note_blank()
    elif isinstance(leaf, Paragraph):
        leaf.lines.append(cursor.text)
    elif isinstance(leaf, Table) and opened.matched == len(opened.stack):
        leaf.add_row(cursor, opened.line)
    else:
        opened.open_leaf(Paragraph(opened.line, [cursor.text]))


def _mark_tight(opened: OpenBlocks) -> None:
    """Mark the paragraphs of tight lists (GFM specification, section 5.4)."""
    for listing in opened.listings:
        if not listing.is_loose:
            for item in listing.element:
                for block in item:
                    if block.tag == "p":
                        block.set("data-tight", "1")
