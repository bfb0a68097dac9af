"""How blocks begin, by the first character of a line (GFM specification, chapters 4 and 5)."""

import re
from collections.abc import Callable
from enum import Enum
from xml.etree.ElementTree import Element, SubElement

from coursetracker.markdown.containers import DEEPEST, OpenBlocks
from coursetracker.markdown.entities import unescaped
from coursetracker.markdown.html_blocks import html_block_at
from coursetracker.markdown.leaves import (
    CODE_INDENT,
    FencedCode,
    Paragraph,
    RawHtml,
)
from coursetracker.markdown.references import label_key
from coursetracker.markdown.tables import open_table

_THEMATIC_BREAK = re.compile(r"(?=([*_-])[ \t]*+\1[ \t]*+\1)(?:[* \t]++|[_ \t]++|[- \t]++)$")
_ATX = re.compile(r"(#{1,6})(?:[ \t]|$)")
_SETEXT = re.compile(r"(?:=++|-++)[ \t]*+$")
_FENCE = re.compile(r"(`{3,}+|~{3,}+)(.*)$")
_MARKER = re.compile(r"(?:[*+-]|([0-9]{1,9})[.)])(?=[ \t]|$)")
_TASK = re.compile(r"\[(.)\][ \t]++")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]++)\]:")
_BLANK = " \t"


class Opened(Enum):
    """What has begun at a place in a line."""

    NOTHING = 0
    CONTAINER = 1
    LEAF = 2


def _quote(opened: OpenBlocks) -> Opened:
    if opened.matched >= DEEPEST:
        return Opened.NOTHING
    element = opened.add("blockquote")
    opened.cursor.skip(1)
    opened.cursor.skip_columns(1)
    opened.enter_quote(element)
    return Opened.CONTAINER


def _atx_heading(opened: OpenBlocks) -> Opened:
    cursor = opened.cursor
    found = _ATX.match(cursor.line, cursor.next)
    if not found:
        return Opened.NOTHING
    text = cursor.line[found.end() :].strip(_BLANK)
    unclosed = text.rstrip("#")
    if not unclosed or unclosed[-1] in _BLANK:
        text = unclosed.rstrip(_BLANK)
    opened.add(f"h{len(found[1])}").text = text
    return Opened.LEAF


def _fence(opened: OpenBlocks) -> Opened:
    cursor = opened.cursor
    found = _FENCE.match(cursor.line, cursor.next)
    if not found or (found[1][0] == "`" and "`" in found[2]):
        return Opened.NOTHING
    info = unescaped(found[2].strip(_BLANK))
    opened.open_leaf(FencedCode(opened.line, found[1], cursor.indent, info, []))
    return Opened.LEAF


def _html(opened: OpenBlocks) -> Opened:
    cursor = opened.cursor
    kind = html_block_at(cursor.line, cursor.next)
    if kind is None or (_continued_paragraph(opened) and not kind.interrupts):
        return Opened.NOTHING
    block = RawHtml(opened.line, kind, [])
    opened.open_leaf(block)
    block.add(cursor)
    return Opened.LEAF


def _setext_heading(opened: OpenBlocks) -> Opened:
    cursor = opened.cursor
    paragraph = _continued_paragraph(opened)
    if paragraph is None or not _SETEXT.match(cursor.line, cursor.next):
        return Opened.NOTHING
    text = paragraph.text_without_definitions(opened)
    if not text:
        paragraph.line = opened.line
        return Opened.NOTHING
    opened.leaf = None
    opened.add("h1" if cursor.line[cursor.next] == "=" else "h2", paragraph.line).text = text
    return Opened.LEAF


def _thematic_break(opened: OpenBlocks) -> Opened:
    if not _THEMATIC_BREAK.match(opened.cursor.line, opened.cursor.next):
        return Opened.NOTHING
    opened.add("hr")
    return Opened.LEAF


def _table(opened: OpenBlocks) -> Opened:
    paragraph = _continued_paragraph(opened)
    table = open_table(opened, paragraph) if paragraph else None
    if table is None:
        return Opened.NOTHING
    opened.leaf = table
    return Opened.LEAF


def _list_item(opened: OpenBlocks) -> Opened:
    cursor = opened.cursor
    found = _MARKER.match(cursor.line, cursor.next)
    if not found or opened.matched >= DEEPEST:
        return Opened.NOTHING
    number = found[1] or ""
    is_empty = not cursor.line[found.end() :].strip(_BLANK)
    if _continued_paragraph(opened) and (is_empty or (number and int(number) != 1)):
        return Opened.NOTHING
    marks = found[0]
    indent = cursor.indent + len(marks)
    listing = opened.list_for(marks[-1], number)
    item = SubElement(listing.element, "li", {"data-line": str(opened.line)})
    cursor.skip(len(marks))
    gap = 1 if is_empty or cursor.indent > CODE_INDENT else cursor.indent
    cursor.skip_columns(gap)
    opened.enter_item(item, indent + gap, listing)
    return Opened.LEAF if _begins_task(opened, item) else Opened.CONTAINER


def _footnote(opened: OpenBlocks) -> Opened:
    """Open the definition of a footnote, GitHub's addition; it stands outside the tree."""
    cursor = opened.cursor
    found = _FOOTNOTE.match(cursor.line, cursor.next) if opened.footnotes is not None else None
    key = label_key(found[1]) if found else ""
    if not found or not key or opened.footnotes is None or opened.matched >= DEEPEST:
        return Opened.NOTHING
    opened.make_room()
    element = Element("footnote", {"data-line": str(opened.line)})
    opened.footnotes.setdefault(key, element)
    cursor.skip(len(found[0]))
    cursor.skip_indent()
    opened.enter_footnote(element, CODE_INDENT)
    return Opened.CONTAINER


def _begins_task(opened: OpenBlocks, item: Element) -> bool:
    """Open the paragraph of a task item (section 5.3), if the item is one."""
    cursor = opened.cursor
    found = _TASK.match(cursor.line, cursor.next)
    if not found or found[1] not in opened.task_marks or cursor.indent >= CODE_INDENT:
        return False
    item.set("data-task", found[1].lower())
    opened.open_leaf(Paragraph(opened.line, [cursor.line[found.end() :]]))
    return True


def _continued_paragraph(opened: OpenBlocks) -> Paragraph | None:
    """Return the open paragraph, unless this line could only be a lazy continuation of it."""
    leaf = opened.leaf
    is_whole = opened.matched == len(opened.stack)
    return leaf if is_whole and isinstance(leaf, Paragraph) else None


STARTS: dict[str, tuple[Callable[[OpenBlocks], Opened], ...]] = {
    ">": (_quote,),
    "#": (_atx_heading,),
    "`": (_fence,),
    "~": (_fence,),
    "<": (_html,),
    "=": (_setext_heading,),
    "-": (_setext_heading, _thematic_break, _list_item, _table),
    "*": (_thematic_break, _list_item),
    "_": (_thematic_break,),
    "+": (_list_item,),
    "[": (_footnote,),
    "|": (_table,),
    ":": (_table,),
    **dict.fromkeys("0123456789", (_list_item,)),
}
"""What may begin with a character, in the order of precedence."""
