"""A page as Qt's rich text shows it, made from the same tree as everything else.

Qt knows a part of HTML 4 and CSS 2.1 only: task items are list items with a class, quotes and
code get their bar and ground from one-row tables.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Protocol, TypeAlias
from xml.etree.ElementTree import Element

from coursetracker.markdown.colours import coloured
from coursetracker.markdown.folds import Fold, Folds, Node
from coursetracker.markdown.mathematics import Formula, formula, formula_of, stands_alone
from coursetracker.markdown.safe import Picture, Writer
from coursetracker.markdown.tags import HERE, MORE, tags
from coursetracker.markdown.words import ENGLISH, Words

FORMULA = "formula:"
"""The scheme of pictures of formulas, whose LaTeX is their description; the source follows."""

MOST_FORMULAS = 500
"""So many formulas of a page are drawn; the others stay as their source."""

NOWHERE: frozenset[int] = frozenset()
NONE: frozenset[str] = frozenset()
_FLAT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_HOLDS_FOLDS = frozenset({"blockquote", "li", "noted", "td", "th"})


@dataclass(frozen=True, slots=True)
class PageLook:
    """The colours (``#rrggbb``), fonts and words of a page; `size` is the text's in points."""

    text: str
    muted: str
    link: str
    ground: str
    shade: str
    rule: str
    mono: str
    size: float
    dark: bool
    words: Words = ENGLISH


class Colour(Protocol):
    """Returns code as HTML, coloured as its language wants it on a ground (``#rrggbb``)."""

    def __call__(self, code: str, language: str, ground: str, *, dark: bool) -> str:
        """Return the HTML, with the text of the code and nothing else."""
        ...


def page_html(  # noqa: PLR0913  what a page looks like, and what is shown of it
    blocks: Iterable[Element],
    look: PageLook,
    image: Picture,
    without: Container[int] = NOWHERE,
    toggled: Container[str] = NONE,
    *,
    colour: Colour = coloured,
) -> str:
    """Return blocks, their inline elements in place, as rich text for Qt.

    Every heading, paragraph, list item and table row carries the anchor ``L`` and its source
    line. Blocks whose line is in `without` are left out. Raw HTML is reduced to what is safe,
    and `image` decides what pictures are loaded. Passages that fold are as their author wants
    them; those named in `toggled` are the other way. `colour` is asked to colour code.
    """
    page = _Page(look, image, without, toggled, colour)
    page.write(blocks)
    return f"<html><head><style>{_style(look)}</style></head><body>{page.html()}</body></html>"


LEADING = 0.5
"""Pixels between lines for each point of the text's size: not a share of a line's height, which
would leave as much room again under a line with a picture in it."""


def _style(look: PageLook) -> str:
    sizes = {"h1": 1.7, "h2": 1.4, "h3": 1.2, "h4": 1.05, "h5": 1.0, "h6": 1.0}
    headings = "".join(
        f"{tag} {{ font-size:{look.size * scale:.1f}pt; font-weight:600;"
        f" margin-top:{18 if tag > 'h1' else 8}px; margin-bottom:8px; }}"
        for tag, scale in sizes.items()
    )
    return (
        f"body {{ color:{look.text}; font-size:{look.size:.1f}pt; }}"
        f"a {{ color:{look.link}; }}"
        f"p, li {{ line-height:{round(look.size * LEADING)}px; }}"
        f"td, th {{ line-height:{round(look.size * LEADING / 3)}px; }}"
        "p, li, td, th { -qt-line-height-type:line-distance; }"
        "p { margin-top:0px; margin-bottom:10px; }"
        "li { margin-bottom:4px; }"
        f"code, kbd {{ font-family:'{look.mono}'; background-color:{look.shade}; }}"
        f"pre {{ font-family:'{look.mono}'; white-space:pre; margin:0px; line-height:130%; }}"
        f".muted, h6, blockquote {{ color:{look.muted}; }}"
        f"{headings}"
    )


_Step: TypeAlias = Node | None
"""What a page still has to write; None closes what was opened last."""


class _Page:
    """Walks the tree without recursion, so that no nesting is too deep."""

    def __init__(
        self,
        look: PageLook,
        image: Picture,
        without: Container[int],
        toggled: Container[str],
        colour: Colour,
    ) -> None:
        self._colour = colour
        self._look = look
        self._without = without
        self._toggled = toggled
        self._folds = Folds()
        self._formulas = 0
        self._at = 0  # the source line of what is written
        self._writer = writer = Writer(partial(tags, look=look), image)
        self._alone: dict[str, Callable[[Element], None]] = {
            "raw": lambda node: writer.raw(node.text or "", int(node.get("data-line", "0"))),
            "pre": self._code_block,
            "img": lambda node: writer.image(node.attrib),
            "formula": lambda node: writer.markup(self._formula(formula_of(node))),
            "br": lambda _: writer.markup("<br>"),
            "hr": lambda _: self._line(),
            "note": lambda node: writer.markup(_note(node)),
            "back": lambda node: writer.markup(_way_back(node, look.words.back)),
            "inside": lambda _: writer.open("inside", {}),
            "more": lambda _: writer.markup(_more(look.words)),
        }

    def html(self) -> str:
        return self._writer.html()

    def write(self, blocks: Iterable[Element]) -> None:
        """Write blocks with all that is in them; a passage left open ends before the notes."""
        shown = [block for block in blocks if not self._is_left_out(block)]
        notes = [shown.pop()] if shown and shown[-1].tag == "notes" else []
        self._walk([*notes, *reversed(self._folds.gather(shown))])

    def _walk(self, waiting: list[_Step]) -> None:
        """Do what waits, the last first."""
        while waiting:
            step = waiting.pop()
            if step is None:
                self._writer.close()
            elif isinstance(step, str):
                self._writer.text(step)
            elif isinstance(step, Fold):
                waiting.extend(self._begin_fold(step))
            elif not self._is_left_out(step):
                waiting.extend(self._begin(step))

    def _begin_fold(self, fold: Fold) -> list[_Step]:
        """Write the line that a passage folds to, and return what is still to come."""
        is_open = fold.is_open != (fold.name in self._toggled)
        summary, rest = _flattened(fold.summary)
        self._writer.begin_block()
        self._writer.open("fold", {"name": fold.name, "sign": "▾" if is_open else "▸"})
        shown = reversed(summary or [self._look.words.details])
        if not is_open:
            return [None, *shown]
        return [None, *reversed([*rest, *fold.content]), Element("inside"), None, *shown]

    def _is_left_out(self, node: Element) -> bool:
        line = node.get("data-line")
        return line is not None and int(line) in self._without

    def _begin(self, node: Element) -> list[_Step]:
        """Write a node's beginning and return what is still to come, the last first."""
        writer = self._writer
        before = self._at
        if node.tag != "raw" and "data-line" in node.attrib:
            writer.begin_block()
            self._at = int(node.attrib["data-line"])
        if node.tag in self._alone:
            self._alone[node.tag](node)
            return []
        if node.tag == "notes":
            writer.begin_block()
            self._line()
        transparent = node.get("data-tight") == "1" or node.tag in ("thead", "tbody")
        rest: list[_Step] = [] if transparent else [None]
        if not transparent:
            if stands_alone(node):
                node.set("align", "center")
            writer.open(node.tag, node.attrib)
        if not transparent or (node.tag == "p" and self._at != before):
            self._anchor(node)
        writer.text(node.text)
        content = _content(node)
        if node.tag in _HOLDS_FOLDS and node.find("raw") is not None:
            return [*rest, *reversed(self._folds.gather(content, self._at))]
        return [*rest, *reversed(content)]

    def _anchor(self, node: Element) -> None:
        line = node.get("data-line")
        if line is not None and node.tag[0] in "hpl" and node.tag != "hr":
            self._writer.anchor(f"L{int(line)}")
        elif line is not None and node.tag == "tr" and len(node):
            node[0].set("data-row", line)
        if (row := node.get("data-row")) is not None:
            self._writer.anchor(f"L{int(row)}")
        if node.tag == "noted":
            self._writer.anchor(f"note-{node.attrib['data-number']}")
        if (sign := {"/": "◐ ", "-": "⊘ "}.get(node.get("data-task", ""))) is not None:
            self._writer.markup(sign)

    def _line(self) -> None:
        self._writer.markup("".join(tags("hr", {}, self._look)))

    def _code_block(self, pre: Element) -> None:
        code = pre.find("code")
        language = ""
        text = "".join(pre.itertext())
        if code is not None:
            named = [n for n in code.get("class", "").split() if n.startswith("language-")]
            language = named[0].removeprefix("language-") if named else ""
        if language == "math":
            self._display(formula(text, is_display=True), int(pre.get("data-line", "1")))
            return
        look = self._look
        html = self._colour(text.rstrip("\n"), language, look.shade, dark=look.dark)
        line = f'<a name="L{int(pre.get("data-line", "1"))}"></a>'
        if language.lower() == "mermaid":
            told = f"<small>{escape(look.words.diagram)}</small>"
            self._writer.markup(f'<p class="muted" style="margin-bottom:0px;">{told}</p>')
        self._writer.markup(
            f'<table width="100%" cellspacing="0" cellpadding="10" bgcolor="{look.shade}"'
            ' style="margin-top:8px; margin-bottom:12px;">'
            f"<tr><td>{line}<pre>{html}</pre></td></tr></table>"
        )

    def _display(self, shown: Formula, line: int) -> None:
        picture = self._formula(shown)
        self._writer.markup(f'<p align="center"><a name="L{line}"></a>{picture}</p>')

    def _formula(self, shown: Formula) -> str:
        """Return a formula as its source, and before it the place for its picture."""
        source = f"<code>{escape(shown.source)}</code>"
        self._formulas += 1
        if self._formulas > MOST_FORMULAS or not shown.is_fit:
            return source
        kind = "display" if shown.is_display else "inline"
        return f'<img src="{FORMULA}{kind}" alt="{escape(shown.latex)}">{source}'


def _note(reference: Element) -> str:
    number, use = reference.attrib["data-number"], reference.attrib["data-use"]
    return (
        f'<a name="note-{number}-{use}"></a><sup><a href="{HERE}note-{number}">[{number}]</a></sup>'
    )


def _more(words: Words) -> str:
    link = f'<a href="{MORE}">{escape(words.more)}</a>'
    return f'<p class="muted" align="center">{escape(words.part)} {link}</p>'


def _way_back(back: Element, says: str) -> str:
    number, use = back.attrib["data-number"], back.attrib["data-use"]
    again = f"<sup>{use}</sup>" if use != "1" else ""
    return f' <a href="{HERE}note-{number}-{use}" title="{escape(says)}">↩{again}</a>'


def _content(node: Element) -> list[Element | str]:
    """Return what stands in an element after its text."""
    content: list[Element | str] = []
    for child in node:
        content.append(child)
        if child.tail:
            content.append(child.tail)
    return content


def _flattened(summary: Iterable[Node] | None) -> tuple[list[Node], list[Node]]:
    """Return what of a summary fits in one line, and what does not."""
    line: list[Node] = []
    rest: list[Node] = []
    for node in summary or ():
        if isinstance(node, str):
            line.append(node)
        elif isinstance(node, Element) and node.tag in _FLAT:
            line.extend([node.text or "", *_content(node)])
        elif isinstance(node, Element) and (node.tag == "raw" or "data-line" not in node.attrib):
            line.append(node)
        else:
            rest.append(node)
    return ([] if all(isinstance(node, str) and not node.strip() for node in line) else line), rest
