"""A page as Qt's rich text shows it, made from the same tree as everything else.

Qt knows a part of HTML 4 and CSS 2.1 only: task items are list items with a class, quotes and
code get their bar and ground from one-row tables.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

from coursetracker.markdown.colours import coloured
from coursetracker.markdown.safe import Attributes, Picture, Writer, safe_link

WIDEST_CELL = 20
"""A cell stands over so many others at most; Qt's time grows with each."""

_SPAN = re.compile(r"[0-9]{1,4}")
NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PageLook:
    """The colours (``#rrggbb``) and fonts of a page; `size` is the text's in points."""

    text: str
    muted: str
    link: str
    ground: str
    shade: str
    rule: str
    mono: str
    size: float
    dark: bool


def page_html(
    blocks: Iterable[Element],
    look: PageLook,
    image: Picture,
    without: Container[int] = NOWHERE,
) -> str:
    """Return blocks, their inline elements in place, as rich text for Qt.

    Every heading, paragraph, list item and table row carries the anchor ``L`` and its source
    line. Blocks whose line is in `without` are left out. Raw HTML is reduced to what is safe,
    and `image` decides what pictures are loaded.
    """
    page = _Page(look, image, without)
    for block in blocks:
        page.block(block)
    return f"<html><head><style>{_style(look)}</style></head><body>{page.html()}</body></html>"


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
        "p { margin-top:0px; margin-bottom:10px; line-height:140%; }"
        "li { line-height:140%; margin-bottom:3px; }"
        f"code, kbd {{ font-family:'{look.mono}'; background-color:{look.shade}; }}"
        f"pre {{ font-family:'{look.mono}'; white-space:pre; margin:0px; line-height:130%; }}"
        f".muted, h6, blockquote {{ color:{look.muted}; }}"
        f"{headings}"
    )


class _Page:
    """Walks the tree without recursion, so that no nesting is too deep."""

    def __init__(self, look: PageLook, image: Picture, without: Container[int]) -> None:
        self._look = look
        self._without = without
        self._writer = Writer(self._tags, image)

    def html(self) -> str:
        return self._writer.html()

    def block(self, block: Element) -> None:
        """Write one block with all that is in it."""
        waiting: list[Element | str | None] = [block]  # None closes what was opened last
        while waiting:
            node = waiting.pop()
            if node is None:
                self._writer.close()
            elif isinstance(node, str):
                self._writer.text(node)
            elif not self._is_left_out(node):
                waiting.extend(self._begin(node))

    def _is_left_out(self, node: Element) -> bool:
        line = node.get("data-line")
        return line is not None and int(line) in self._without

    def _begin(self, node: Element) -> list[Element | str | None]:
        """Write a node's beginning and return what is still to come, the last first."""
        writer = self._writer
        if node.tag != "raw" and "data-line" in node.attrib:
            writer.begin_block()
        match node.tag:
            case "raw":
                writer.raw(node.text or "")
                return []
            case "pre":
                self._code_block(node)
                return []
            case "img":
                writer.image(node.attrib)
                return []
            case "br":
                writer.markup("<br>")
                return []
            case "hr":
                writer.markup("".join(self._tags("hr", {})))
                return []
        transparent = node.get("data-tight") == "1" or node.tag in ("thead", "tbody")
        rest = [] if transparent else [None]
        if not transparent:
            writer.open(node.tag, node.attrib)
            self._anchor(node)
        writer.text(node.text)
        return [*rest, *_content_backwards(node)]

    def _anchor(self, node: Element) -> None:
        line = node.get("data-line")
        if line is not None and node.tag[0] in "hpl" and node.tag != "hr":
            self._writer.markup(f'<a name="L{int(line)}"></a>')
        elif line is not None and node.tag == "tr" and len(node):
            node[0].set("data-row", line)
        if (row := node.get("data-row")) is not None:
            self._writer.markup(f'<a name="L{int(row)}"></a>')
        if (sign := {"/": "◐ ", "-": "⊘ "}.get(node.get("data-task", ""))) is not None:
            self._writer.markup(sign)

    def _code_block(self, pre: Element) -> None:
        code = pre.find("code")
        language = ""
        text = "".join(pre.itertext())
        if code is not None:
            named = [n for n in code.get("class", "").split() if n.startswith("language-")]
            language = named[0].removeprefix("language-") if named else ""
        look = self._look
        html = coloured(text.rstrip("\n"), language, look.shade, dark=look.dark)
        line = f'<a name="L{int(pre.get("data-line", "1"))}"></a>'
        self._writer.markup(
            f'<table width="100%" cellspacing="0" cellpadding="10" bgcolor="{look.shade}"'
            ' style="margin-top:8px; margin-bottom:12px;">'
            f"<tr><td>{line}<pre>{html}</pre></td></tr></table>"
        )

    def _tags(self, tag: str, attributes: Attributes) -> tuple[str, str]:
        """Return what opens and what closes an element in Qt's HTML."""
        special = _TAGS.get(tag)
        if special is not None:
            return special(attributes, self._look)
        return f"<{tag}{_alignment(attributes)}>", f"</{tag}>"


def _content_backwards(node: Element) -> list[Element | str | None]:
    content: list[Element | str | None] = []
    for child in reversed(node):
        if child.tail:
            content.append(child.tail)
        content.append(child)
    return content


def _alignment(attributes: Attributes) -> str:
    side = attributes.get("align", "").lower()
    return f' align="{side}"' if side in ("left", "center", "right") else ""


def _link(attributes: Attributes, _look: PageLook) -> tuple[str, str]:
    address = safe_link(attributes.get("href", ""))
    return (f'<a href="{escape(address)}">', "</a>") if address else ("<span>", "</span>")


def _list_item(attributes: Attributes, _look: PageLook) -> tuple[str, str]:
    task = attributes.get("data-task")
    if task is None:
        return "<li>", "</li>"
    return f'<li class="{"checked" if task == "x" else "unchecked"}">', "</li>"


def _numbered_list(attributes: Attributes, _look: PageLook) -> tuple[str, str]:
    start = attributes.get("start", "1")
    return f'<ol start="{start if start.isdecimal() else 1}">', "</ol>"


def _head_cell(attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return f'<th{_cell_attributes(attributes)} bgcolor="{look.shade}">', "</th>"


def _cell(attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return f'<td{_cell_attributes(attributes)} bgcolor="{look.ground}">', "</td>"


def _cell_attributes(attributes: Attributes) -> str:
    spans = [
        f' {name}="{attributes[name]}"'
        for name in ("colspan", "rowspan")
        if _SPAN.fullmatch(attributes.get(name, "")) and int(attributes[name]) <= WIDEST_CELL
    ]
    return (_alignment(attributes) or ' align="left"') + "".join(spans)


def _table(_attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return (
        f'<table border="0" cellspacing="1" cellpadding="6" bgcolor="{look.rule}"'
        ' style="margin-top:8px; margin-bottom:12px;">'
    ), "</table>"


def _quote(_attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin-top:8px; margin-bottom:10px;"><tr>'
        f'<td width="4" bgcolor="{look.rule}"></td>'
        f'<td style="padding-left:14px; padding-top:4px; color:{look.muted};">'
    ), "</td></tr></table>"


def _rule(_attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return f'<hr style="background-color:{look.rule};">', ""


def _marked(_attributes: Attributes, look: PageLook) -> tuple[str, str]:
    return f'<span style="background-color:{look.rule};">', "</span>"


def _as(before: str, after: str) -> Callable[[Attributes, PageLook], tuple[str, str]]:
    def tags(_attributes: Attributes, _look: PageLook) -> tuple[str, str]:
        return before, after

    return tags


_TAGS: Mapping[str, Callable[[Attributes, PageLook], tuple[str, str]]] = {
    "a": _link,
    "blockquote": _quote,
    "del": _as("<s>", "</s>"),
    "hr": _rule,
    "img": _as('<span class="muted">▣ <i>', "</i></span>"),
    "li": _list_item,
    "mark": _marked,
    "ol": _numbered_list,
    "summary": _as("<p><b>▾ ", "</b></p>"),
    "table": _table,
    "td": _cell,
    "th": _head_cell,
}
"""The elements that Qt wants otherwise than we have them."""
