"""Markdown as plain values for the report's template, from the tree that pages are made of.

Inline elements become runs that say how they look, so that they nest in nothing; blocks nest as
deep as the template can draw them, and what is deeper is told as plain text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from xml.etree.ElementTree import Element

from coursetracker.export.cleaning import Cleaned, clean_code, clean_prose
from coursetracker.markdown import parse, plain_text
from coursetracker.markdown.mathematics import Formula, formula, formula_of
from coursetracker.markdown.safe import DROPPED, TAGS

Draw = Callable[[Formula], tuple[str, float, float, float] | None]
"""Returns a formula as SVG with its width, and its height above and below the baseline, where
its letters' size counts as 1; None where it cannot be drawn."""

DEEPEST = 6
"""So many blocks may stand in one another."""

MOST_FORMULAS = 500
"""So many formulas of a report are drawn; the others stay as their source."""

_LINK = re.compile(r"(?:https?://|mailto:)\S{1,2000}", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ACROSS = re.DOTALL | re.IGNORECASE
_NO_TEXT = Cleaned()
_FIRST_LEVEL, _LAST_LEVEL = 3, 6
"""The levels of headings in a note: below that of its lesson."""

_TASKS = {"x": "☑", "X": "☑", "/": "◐", "-": "⊘"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: text that looks one way, a formula with its picture, or a line's end.

    `kind` is "text", "code", "formula", "break" or "box", a task's. A formula's text is its LaTeX;
    it is drawn by `svg`, with its measures in the size of the letters around it.
    """

    kind: str
    text: Cleaned = _NO_TEXT
    bold: bool = False
    italic: bool = False
    struck: bool = False
    link: Cleaned = _NO_TEXT
    svg: Cleaned = _NO_TEXT
    width: float = 0
    ascent: float = 0
    descent: float = 0


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text.

    `kind` is "text", "heading", "code", "formula", "quote", "bullets", "numbers", "table" or
    "rule". `level` is a heading's, and the first number of a list. The items of a list are
    tuples of blocks; the first of a table's rows is its head, and `align` says how its columns
    stand.
    """

    kind: str
    runs: Runs = ()
    level: int = 0
    text: Cleaned = _NO_TEXT
    blocks: tuple["Block", ...] = ()
    items: tuple[tuple["Block", ...], ...] = ()
    rows: tuple[tuple[Runs, ...], ...] = ()
    align: tuple[str, ...] = ()


class Prose:
    """Turns Markdown into blocks; counts formulas over all that it turns."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._formulas = 0
        self._level = _FIRST_LEVEL - 1

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of a text; its headings skip no level."""
        self._level = _FIRST_LEVEL - 1
        document = parse(text)
        return tuple(self._all(document.page(list(document.root)), 1))

    def _all(self, nodes: Iterable[Element], depth: int) -> Iterator[Block]:
        for node in nodes:
            yield from self._block(node, depth)

    def _block(self, node: Element, depth: int) -> Iterator[Block]:
        tag = node.tag
        if tag == "pre":
            yield self._code(node)
        elif tag == "hr":
            yield Block("rule")
        elif tag == "raw":
            text = clean_prose(_without_tags(node.text or "")).strip()
            if text:
                yield Block("text", (Run("text", Cleaned(text)),))
        elif tag in ("ul", "ol", "blockquote", "notes", "table") and depth > DEEPEST:
            yield Block("text", (Run("text", clean_prose(plain_text(node))),))
        elif tag in _MAKES:
            if tag == "notes":
                yield Block("rule")
            yield _MAKES[tag](self, node, depth)
        else:
            yield from self._lines(node)

    def _lines(self, node: Element) -> Iterator[Block]:
        """Yield a paragraph or a heading, where it says anything."""
        runs = tuple(self._runs(node))
        if not any(run.text.strip() or run.svg for run in runs):
            return
        if node.tag in _HEADINGS:
            wanted = _FIRST_LEVEL - 1 + int(node.tag[1])
            self._level = min(wanted, self._level + 1, _LAST_LEVEL)
            yield Block("heading", runs, self._level)
        elif len(runs) == 1 and runs[0].kind == "formula" and _is_display(node):
            yield Block("formula", runs)
        else:
            yield Block("text", runs)

    def _code(self, pre: Element) -> Block:
        code = pre.find("code")
        text = "".join(pre.itertext())
        if code is not None and "language-math" in code.get("class", "").split():
            run = self._formula(formula(text, is_display=True))
            return Block("formula" if run.svg else "text", (run,))
        return Block("code", text=clean_code(text))

    def _quote(self, node: Element, depth: int) -> Block:
        return Block("quote", blocks=tuple(self._all(node, depth + 1)))

    def _list(self, node: Element, depth: int) -> Block:
        items = tuple(self._item(item, depth + 1) for item in node)
        if node.tag == "ul":
            return Block("bullets", items=items)
        return Block("numbers", level=int(node.get("start", "1")), items=items)

    def _item(self, item: Element, depth: int) -> tuple[Block, ...]:
        """Return what an item holds; a task begins with its box."""
        blocks = tuple(self._all(item, depth))
        task = item.get("data-task")
        if task is None:
            return blocks
        box = Run("box", Cleaned(f"{_TASKS.get(task, '☐')} "))
        if blocks and blocks[0].kind == "text":
            return (replace(blocks[0], runs=(box, *blocks[0].runs)), *blocks[1:])
        return (Block("text", (box,)), *blocks)

    def _table(self, node: Element, _depth: int) -> Block:
        cells = [[cell for cell in row if cell.tag in ("th", "td")] for row in node.iter("tr")]
        rows = tuple(tuple(tuple(self._runs(cell)) for cell in row) for row in cells)
        align = tuple(cell.get("align", "left") for cell in cells[0])
        return Block("table", rows=rows, align=align)

    # Lines

    def _runs(self, block: Element) -> Iterator[Run]:
        """Yield the pieces of a block's text; without recursion, as they may stand deep."""
        look, last = Run("text"), Run("break")
        waiting: list[tuple[Element | str, Run]] = [*_within(block, look)]
        while waiting:
            node, look = waiting.pop()
            if isinstance(node, str):
                text = clean_prose(node.lstrip() if last.kind == "break" else node)
                if text:
                    last = replace(look, text=text)
                    yield last
            elif node.tag in _LOOKS:
                waiting.extend(_within(node, _LOOKS[node.tag](look)))
            elif node.tag == "a":
                found = _LINK.fullmatch(node.get("href", "").strip())
                to = clean_link(found[0]) if found else look.link
                waiting.extend(_within(node, replace(look, link=to)))
            else:
                for piece in self._piece(node, look):
                    last = piece
                    yield piece

    def _piece(self, node: Element, look: Run) -> Iterator[Run]:
        """Yield an inline element that holds no others."""
        if node.tag == "code":
            yield replace(look, kind="code", text=clean_prose("".join(node.itertext())))
        elif node.tag == "formula":
            yield replace(self._formula(formula_of(node)), link=look.link)
        elif node.tag == "img":
            yield replace(look, text=clean_prose(node.get("alt", "")), italic=True)
        elif node.tag == "br" or (node.tag == "raw" and (node.text or "").startswith("<br")):
            yield Run("break")
        elif node.tag == "note":
            yield replace(look, text=Cleaned(f"[{node.get('data-number', '')}]"))
        elif node.tag not in ("raw", "back"):
            yield replace(look, text=clean_prose(plain_text(node)))

    def _formula(self, shown: Formula) -> Run:
        """Return a formula with its picture, or its source as code where there is none."""
        source = clean_prose(shown.source)
        self._formulas += 1
        drawn = None
        if shown.is_fit and self._formulas <= MOST_FORMULAS:
            drawn = self._draw(shown)
        if drawn is None:
            return Run("code", source)
        svg, width, ascent, descent = drawn
        said = clean_prose(shown.latex)
        return Run("formula", said, svg=Cleaned(svg), width=width, ascent=ascent, descent=descent)


_MAKES: dict[str, Callable[[Prose, Element, int], Block]] = {
    "ul": Prose._list,  # noqa: SLF001  its own
    "ol": Prose._list,  # noqa: SLF001
    "notes": Prose._list,  # noqa: SLF001
    "blockquote": Prose._quote,  # noqa: SLF001
    "table": Prose._table,  # noqa: SLF001
}
_LOOKS = {
    "strong": partial(replace, bold=True),
    "em": partial(replace, italic=True),
    "del": partial(replace, struck=True),
}


def _within(node: Element, look: Run) -> list[tuple[Element | str, Run]]:
    """Return what stands in an element, the last first."""
    content: list[tuple[Element | str, Run]] = [(node.text or "", look)]
    for child in node:
        content += [(child, look), (child.tail or "", look)]
    return content[::-1]


def _is_display(block: Element) -> bool:
    return any("data-display" in child.attrib for child in block)


def _without_tags(html: str) -> str:
    """Return what a reader sees of raw HTML."""
    for tag in DROPPED:
        if f"<{tag}" in html.lower():
            html = re.sub(rf"<{tag}\b.*?(?:</{tag}\s*>|\Z)", " ", html, flags=_ACROSS)
    return unescape(TAGS.sub(" ", html))


def clean_link(address: str) -> Cleaned:
    """Return an address that a PDF may hold: ASCII without controls."""
    kept = (c if c.isascii() else "".join(f"%{byte:02X}" for byte in _bytes(c)) for c in address)
    return Cleaned("".join(kept))


def _bytes(character: str) -> bytes:
    return character.encode("utf-8", "replace")
