"""How near the pages that Qt shows are to what GitHub's parser makes of the same files.

Prints JSON. Of each course file the page's document in Qt and cmark-gfm's HTML are taken to
pieces: headings with their levels, list items with depth and marker, links, cells of tables,
and the text of all blocks. A file is the same where all pieces are. With a file's name as an
argument, what differs in it is printed.

Passages are unfolded and nothing is left out as navigation. What pages show otherwise by design
is the same on both sides: pictures stand as their descriptions, names like ``:rocket:`` as
pictures, unsafe HTML not at all, and notes and what alerts are called are left out.
"""

import difflib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options
from PySide6.QtGui import (
    QGuiApplication,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextTable,
)
from selectolax.lexbor import LexborHTMLParser, LexborNode

from coursetracker.markdown import parse
from coursetracker.markdown.alerts import SIGNS
from coursetracker.markdown.front_matter import front_matter
from coursetracker.markdown.lines import normalised, split_lines
from coursetracker.markdown.page import PageLook, page_html
from coursetracker.markdown.safe import DROPPED, safe_link
from coursetracker.markdown.shortcodes import with_pictures

COURSES = Path(__file__).resolve().parents[2].parent / "shared" / "courses"
LOOK = PageLook(
    text="#000001", muted="#000002", link="#000003", ground="#000004", shade="#000005",
    rule="#000006", mono="Mono", size=10, dark=False,
)  # fmt: skip
TAGS = """
address article aside blockquote body center dd details div dl dt figcaption figure footer h1 h2 h3
h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(TAGS.split())
LISTS = ("ul", "ol")
SPACE = re.compile(r"[\s\u00a0\u200b\ufffc]+")
DETAILS = re.compile(r"<details\b[^>]*>", re.IGNORECASE)
ALERT = re.compile(r"\A\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
TITLES = {f"{sign.sign} {LOOK.words.of(kind)}" for kind, sign in SIGNS.items()}
TASKS = {"checked": "[x]", "unchecked": "[ ]"}


@dataclass
class Pieces:
    """What is compared."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[tuple[int, str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """Return a text with its white space collapsed."""
    return SPACE.sub(" ", text).strip()


class Everything:
    """Holds whatever one asks for."""

    def __contains__(self, _name: object) -> bool:
        return True


def shown(text: str) -> Pieces:
    """Return the pieces of the page as Qt has it."""
    source = parse(text)
    document = QTextDocument()
    unfolded = Everything()
    blocks = [block for block in source.page(source.root) if block.tag != "notes"]
    document.setHtml(page_html(blocks, LOOK, lambda _: None, frozenset(), unfolded))
    pieces = Pieces()
    cells: dict[tuple[int, int, int], list[str]] = {}
    block = document.begin()
    while block.isValid():
        _take_block(block, pieces, cells)
        block = block.next()
    pieces.cells = [plain(" ".join(texts)) for texts in cells.values()]
    return pieces


def _take_block(
    block: QTextBlock, pieces: Pieces, cells: dict[tuple[int, int, int], list[str]]
) -> None:
    text = plain(block.text().lstrip("▸▾"))
    pieces.links += links_of(block)
    table = cast("QTextTable | None", QTextCursor(block).currentTable())
    if table is not None and table.format().background().color().name() == LOOK.rule:
        cell = table.cellAt(block.position())
        place = (table.firstPosition(), cell.row(), cell.column())
        cells.setdefault(place, []).append(text)
    if block.blockFormat().headingLevel() and text:
        pieces.headings.append((block.blockFormat().headingLevel(), text))
    if block.textList() is not None:
        pieces.items.append((block.textList().format().indent(), marker_of(block), text))
    if text and text not in TITLES:
        pieces.blocks.append(text)


def links_of(block: QTextBlock) -> list[str]:
    """Return the addresses of a block's links, pieces of one link once."""
    found: list[str] = []
    last = ""
    for part in block.textFormats():
        link = part.format.anchorHref()
        if link and link != last and not link.startswith(("fold:", "here:")):
            found.append(address(link))
        last = link
    return found


def address(link: str) -> str:
    """Return an address however it is encoded."""
    return unquote(link.strip()).replace("\\", "/")


def marker_of(block: QTextBlock) -> str:
    """Return what stands before a list item."""
    marker = block.blockFormat().marker()
    if marker is not marker.NoMarker:
        return TASKS[marker.name.lower()]
    listing = block.textList()
    if listing.format().style() is QTextListFormat.Style.ListDecimal:
        return f"{listing.itemNumber(block) + listing.format().start()}."
    return "-"


def described(picture: LexborNode) -> str:
    """Return what stands for a picture that is not loaded: what it shows, in a link its file."""
    alt = plain(picture.attributes.get("alt") or "")
    above = picture.parent
    while not alt and above is not None:
        if above.tag == "a":
            alt = (picture.attributes.get("src") or "").partition("?")[0].rpartition("/")[2]
        above = above.parent
    return f"▣ {alt}" if alt else ""


class Expected:
    """Takes GitHub's HTML to pieces."""

    def __init__(self, text: str) -> None:
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        names = ["table", "autolink", "strikethrough", "tasklist"]
        html = cmarkgfm.markdown_to_html_with_extensions(text, options=options, extensions=names)
        self.pieces = Pieces()
        self._text: list[str] = []
        self._cells: list[list[str]] = []
        self._cell: list[str] | None = None
        self._lists: list[tuple[str, int]] = []
        self._item: tuple[int, str] | None = None
        self._heading = 0
        body = LexborHTMLParser(f"<!DOCTYPE html><html><body>{html}</body></html>").body
        if body is not None:
            self._walk(body, in_code=False)
        self._end_block()
        self.pieces.cells = [plain(" ".join(cell)) for cell in self._cells]

    def _walk(self, parent: LexborNode, *, in_code: bool) -> None:
        for node in parent.iter(include_text=True):
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "", in_code=in_code)
            elif tag == "br":
                self._text.append(" ")
            elif tag == "img":
                self._text.append(described(node))
            elif tag == "a":
                self._link(node, in_code=in_code)
            elif tag in BLOCKS:
                self._block(node, tag)
            elif tag not in DROPPED and not tag.startswith(("-", "_", "!")):
                self._walk(node, in_code=in_code or tag in ("code", "samp", "tt"))

    def _add(self, text: str, *, in_code: bool) -> None:
        self._text.append(text if in_code else with_pictures(text))

    def _link(self, node: LexborNode, *, in_code: bool) -> None:
        link = safe_link(node.attributes.get("href") or "")
        if link and plain(node.text() + "".join(map(described, node.css("img")))):
            self.pieces.links.append(address(link))
        self._walk(node, in_code=in_code)

    def _block(self, node: LexborNode, tag: str) -> None:
        self._end_block(ends_item=tag in (*LISTS, "li", "pre", "table", "blockquote"))
        if tag == "li":
            self._item = (len(self._lists), self._marker(node))
        elif tag in LISTS:
            start = node.attributes.get("start") or "1"
            self._lists.append((tag, int(start) if start.isdecimal() else 1))
        outer = self._cell
        if tag in ("td", "th"):
            self._cell = []
            self._cells.append(self._cell)
        self._heading = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
        if tag == "pre":
            for line in node.text().split("\n"):
                self._text.append(line)
                self._end_block()
        else:
            self._walk(node, in_code=False)
        self._end_block(ends_item=tag == "li")
        self._heading = 0
        self._cell = outer
        if tag in LISTS:
            self._lists.pop()

    def _marker(self, item: LexborNode) -> str:
        kind, number = self._lists[-1] if self._lists else ("ul", 1)
        if self._lists:
            self._lists[-1] = (kind, number + 1)
        box = item.css_first("input")
        if box is not None and box.parent is not None and box.parent.mem_id == item.mem_id:
            return "[x]" if "checked" in box.attributes else "[ ]"
        return f"{number}." if kind == "ol" else "-"

    def _end_block(self, *, ends_item: bool = False) -> None:
        text = ALERT.sub("", plain("".join(self._text)))
        self._text.clear()
        if self._item is not None and (text or ends_item):
            self.pieces.items.append((*self._item, text))
            self._item = None
        if not text:
            return
        if self._cell is not None:
            self._cell.append(text)
        if self._heading:
            self.pieces.headings.append((self._heading, text))
        self.pieces.blocks.append(text)


def compared(path: Path) -> list[tuple[Sequence[object], Sequence[object]]]:
    """Return what is shown of a file and what GitHub makes of it, kind by kind."""
    lines = split_lines(normalised(path.read_bytes().decode("utf-8", "replace")))
    text = DETAILS.sub("<details>", "\n".join(lines[front_matter(lines)[1] :]))
    ours, theirs = shown(text), Expected(text).pieces
    return [(getattr(ours, kind.name), getattr(theirs, kind.name)) for kind in fields(Pieces)]


def differences(path: Path) -> Iterator[str]:
    """Yield what differs in a file: "-" is GitHub's, "+" is shown."""
    for ours, theirs in compared(path):
        there, here = ([repr(piece) for piece in pieces] for pieces in (theirs, ours))
        yield from difflib.unified_diff(there, here, "GitHub", "shown", lineterm="", n=1)


def main() -> None:
    """Compare all course files, or print what differs in one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    if len(sys.argv) > 1:
        print("\n".join(differences(Path(sys.argv[1]))))
        return
    same: Counter[str] = Counter()
    different: list[str] = []
    files = sorted(COURSES.rglob("*.md"))
    for path in files:
        equal = [ours == theirs for ours, theirs in compared(path)]
        same.update(
            kind.name for kind, is_same in zip(fields(Pieces), equal, strict=True) if is_same
        )
        if not all(equal):
            different.append(str(path.relative_to(COURSES)))
    del application
    found: dict[str, object] = {
        "page_files": len(files),
        "page_identical": len(files) - len(different),
    }
    if files:
        found["page_percent"] = round(100 * (1 - len(different) / len(files)), 2)
        found |= {f"page_{kind}_same": count for kind, count in same.items()}
    print(json.dumps(found | {"page_different": different}))


if __name__ == "__main__":
    main()
