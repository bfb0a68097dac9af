"""Passages that fold, ``<details>``: what stands between its tags, however it is cut up.

The tags are raw HTML, in blocks of their own or with other HTML; between them stand blocks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from coursetracker.markdown.safe import TAGS, attributes_of

DEEPEST = 50
"""So many passages may stand in one another; deeper ones do not fold."""

ENDLESS = 1 << 60
_WORDS = ("details", "summary")


@dataclass(slots=True, eq=False)
class Fold:
    """A passage that folds; `name` tells it apart by its source line.

    `end` is the line of its end tag; `is_open` what its author wants.
    """

    name: str
    line: int
    is_open: bool
    end: int = ENDLESS
    summary: list["Node"] | None = None
    content: list["Node"] = field(default_factory=list)


Node: TypeAlias = Element | str | Fold


class Folds:
    """Finds the passages of a page that fold, and names them."""

    def __init__(self) -> None:
        self._names: Counter[int] = Counter()

    def gather(self, nodes: Iterable[Element | str], line: int = 0) -> list[Node]:
        """Return nodes that follow each other, with those of each passage in its fold.

        Nodes without a source line of their own stand in `line`.
        """
        gathering = _Gathering()
        for node in nodes:
            if isinstance(node, str) or node.tag != "raw" or not _may_fold(node):
                gathering.add(node)
            else:
                self._take(gathering, node, int(node.get("data-line", line)))
        return gathering.nodes

    def _take(self, gathering: "_Gathering", raw: Element, line: int) -> None:
        """Cut raw HTML at the tags that matter."""
        html = raw.text or ""
        done, line_done = 0, line
        for tag in TAGS.finditer(html):
            name = (tag["tag"] or "").lower()
            if name not in _WORDS:
                continue
            line = line_done + html.count("\n", done, tag.start())
            gathering.add(_cut(raw, html[done : tag.start()], line_done))
            done, line_done = tag.start(), line
            if tag["close"]:
                is_taken = gathering.end(name, line)
            elif name == "summary":
                is_taken = gathering.begin_summary()
            else:
                is_taken = gathering.begin(self._fold(line, tag["rest"]))
            if is_taken:
                done, line_done = tag.end(), line + tag[0].count("\n")
        gathering.add(_cut(raw, html[done:], line_done))

    def _fold(self, line: int, rest: str) -> Fold:
        self._names[line] += 1
        again = f".{self._names[line]}" if self._names[line] > 1 else ""
        return Fold(f"{line}{again}", line, "open" in attributes_of(rest))


class _Gathering:
    """The nodes found so far, and the passages that are open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._open: list[Fold] = []
        self._too_deep = 0
        self._in_summary = False

    def add(self, node: Node) -> None:
        if not self._open:
            self.nodes.append(node)
        elif self._in_summary and self._open[-1].summary is not None:
            self._open[-1].summary.append(node)
        else:
            self._open[-1].content.append(node)

    def begin(self, fold: Fold) -> bool:
        self._in_summary = False
        if len(self._open) >= DEEPEST:
            self._too_deep += 1
            return True
        self.add(fold)
        self._open.append(fold)
        return True

    def begin_summary(self) -> bool:
        if not self._open or self._too_deep or self._open[-1].summary is not None:
            return False
        self._open[-1].summary = []
        self._in_summary = True
        return True

    def end(self, tag: str, line: int) -> bool:
        if tag == "summary":
            ends, self._in_summary = self._in_summary, False
            return ends
        self._in_summary = False
        if self._too_deep:
            self._too_deep -= 1
        elif self._open:
            self._open.pop().end = line
        return True


def _cut(raw: Element, html: str, line: int) -> Element | str:
    """Return a part of raw HTML."""
    if not html.strip():
        return html
    part = Element("raw", {"data-line": str(line)} if "data-line" in raw.attrib else {})
    part.text = html
    return part


def _may_fold(raw: Element) -> bool:
    html = (raw.text or "").lower()
    return any(word in html for word in _WORDS)


def folds_over(blocks: Sequence[Element], line: int) -> Iterator[Fold]:
    """Yield the folds that a source line stands in, the outermost first."""
    folds = Folds()
    nodes = folds.gather(blocks)
    while nodes:
        above: Node | None = None
        for node in nodes:
            if isinstance(node, Fold) and node.line < line < node.end:
                yield node
                above = node
            elif isinstance(node, Element) and 0 < int(node.get("data-line", "0")) <= line:
                above = node
        if isinstance(above, Fold):
            nodes = above.content
        else:
            nodes = folds.gather(above) if isinstance(above, Element) else []
