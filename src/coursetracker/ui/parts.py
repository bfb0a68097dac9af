"""What on a page can be used: links, task boxes, code and pictures, in reading order."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
)

Marker = QTextBlockFormat.MarkerType
PADDING = 10
"""How far the ground of code reaches beyond its text, in pixels."""

CODE_LEADING = 0.3
"""How much more than its own height a line of code takes."""

PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Use(Enum):
    """What a part of a page is used for."""

    LINK = auto()
    TASK = auto()
    CODE = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page from one place in its document to another.

    `value` is a link's address, a task's source line, the text of code or a picture's name.
    """

    use: Use
    start: int
    end: int
    value: str


def parts(document: QTextDocument) -> list[Part]:
    """Return all parts of a page that can be used."""
    found: list[Part] = []
    for block in blocks(document):
        if is_code(block):
            before = found[-1] if found else None
            if before and before.use is Use.CODE and before.end + 1 == block.position():
                end, text = block.position() + block.length() - 1, f"{before.value}\n{block.text()}"
                found[-1] = replace(before, end=end, value=text)
            else:
                found.append(_whole(Use.CODE, block, block.text()))
            continue
        if is_task(block):
            found.append(_whole(Use.TASK, block, str(line_of(block) or "")))
        for part in _within(block):
            before = found[-1] if found else None
            if before and before.use is Use.LINK and _goes_on(before, part):
                found[-1] = replace(before, end=part.end)
            else:
                found.append(part)
    return found


def _goes_on(link: Part, part: Part) -> bool:
    return part.use is Use.LINK and (part.start, part.value) == (link.end, link.value)


def _whole(use: Use, block: QTextBlock, value: str) -> Part:
    return Part(use, block.position(), block.position() + block.length() - 1, value)


def _within(block: QTextBlock) -> Iterator[Part]:
    for start, end, look in fragments(block):
        if look.anchorHref():  # isAnchor() is false but for its first letter
            yield Part(Use.LINK, start, end, look.anchorHref())
        elif look.isImageFormat():
            yield Part(Use.PICTURE, start, end, look.toImageFormat().name())


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document: its paragraphs, items and lines of code."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the pieces of a block that look the same: beginning, end and look."""
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        start = piece.position()
        yield start, start + piece.length(), piece.charFormat()
        pieces += 1


def is_task(block: QTextBlock) -> bool:
    """Return whether a block has a box to tick."""
    return block.blockFormat().marker() is not Marker.NoMarker


def is_code(block: QTextBlock) -> bool:
    """Return whether a block is a line of code."""
    return block.blockFormat().nonBreakableLines()


def line_of(block: QTextBlock) -> int | None:
    """Return the source line whose anchor stands in a block; None where none does."""
    for _, _, look in fragments(block):
        for name in look.anchorNames():
            if name[:1] == "L" and name[1:].isdecimal():
                return int(name[1:])
    return None


def block_at_line(document: QTextDocument, line: int) -> QTextBlock | None:
    """Return the block whose anchor is that of a source line; None where none has it.

    The anchors stand in the order of their lines, so it need not be looked for block by block.
    """
    at = bisect_right(range(document.blockCount()), line, key=partial(_line_above, document)) - 1
    block = document.findBlockByNumber(at)
    while block.isValid() and line_of(block) is None:
        block = block.previous()
    return block if block.isValid() and line_of(block) == line else None


def _line_above(document: QTextDocument, number: int) -> int:
    """Return the source line of a block, or else of the nearest one before it; 0 at the top."""
    block = document.findBlockByNumber(number)
    while block.isValid():
        line = line_of(block)
        if line is not None:
            return line
        block = block.previous()
    return 0


def task_blocks(document: QTextDocument) -> dict[int, QTextBlock]:
    """Return the blocks with a box to tick by their source lines."""
    tasks = ((line_of(block), block) for block in blocks(document) if is_task(block))
    return {line: block for line, block in tasks if line is not None}


def rectangle(document: QTextDocument, part: Part) -> QRectF:
    """Return where in a document a part stands that is a block, or more: code with its ground."""
    layout = document.documentLayout()
    first = layout.blockBoundingRect(document.findBlock(part.start))
    whole = first.united(layout.blockBoundingRect(document.findBlock(part.end)))
    if part.use is not Use.CODE:
        return whole
    below = PADDING + CODE_LEADING * first.height()  # Qt leaves out what is below the last line
    return whole.adjusted(-PADDING, -PADDING, PADDING, below)


def code_at(block: QTextBlock) -> Part | None:
    """Return the code that a block is a line of, if it is one."""
    if not is_code(block):
        return None
    cell = QTextCursor(block).currentFrame()
    lines = [block]
    while _is_of(cell, lines[0].previous()):
        lines.insert(0, lines[0].previous())
    while _is_of(cell, lines[-1].next()):
        lines.append(lines[-1].next())
    end = lines[-1].position() + lines[-1].length() - 1
    return Part(Use.CODE, lines[0].position(), end, "\n".join(line.text() for line in lines))


def _is_of(frame: QTextFrame, block: QTextBlock) -> bool:
    return block.isValid() and is_code(block) and QTextCursor(block).currentFrame() == frame


@contextmanager
def changing(document: QTextDocument) -> Iterator[QTextCursor]:
    """Change a page that is shown, with the cursor that this yields, in one go.

    Qt lays out what is seen of a long page and leaves the rest for later. Where the page is changed
    meanwhile, it forgets the rest: it has no lines then, and cannot be scrolled to.
    """
    lay_out(document)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield cursor
    cursor.endEditBlock()
    lay_out(document)


def lay_out(document: QTextDocument) -> None:
    """Have all of a page laid out, so that its height is known."""
    document.documentLayout().blockBoundingRect(document.lastBlock())


def resize_pictures(document: QTextDocument, zoom: float, widest: int) -> None:
    """Show the pictures whose size the author says so many times as large, but not too wide."""
    with changing(document):
        _resize_pictures(document, zoom, widest)


def _resize_pictures(document: QTextDocument, zoom: float, widest: int) -> None:
    cursor = document.find(PICTURE)
    while not cursor.isNull():
        look = cursor.charFormat().toImageFormat()
        if look.isValid() and look.width() > 0:
            scale = min(zoom, widest / look.width())
            look.setWidth(look.width() * scale)
            if look.height() > 0:
                look.setHeight(look.height() * scale)
            cursor.setCharFormat(look)
        cursor = document.find(PICTURE, cursor)


def selected_lines(cursor: QTextCursor) -> tuple[int | None, int | None]:
    """Return the source lines where what is selected begins, and where its last block begins.

    None stands for what has no line on the page.
    """
    first, last = None, None
    for block in blocks(cursor.document()):
        if block.position() >= cursor.selectionEnd():
            break
        line = line_of(block)
        if line is not None and block.position() <= cursor.selectionStart():
            first = line
        last = line or last
    return first, last
