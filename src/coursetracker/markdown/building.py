"""From the tokens of a text to elements."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from coursetracker.markdown.autolinks import with_mail_links
from coursetracker.markdown.delimiters import Run
from coursetracker.markdown.scan import Bracket, Token

DEEPEST = 100
"""So many inline elements may stand in one another; what would stand deeper is its text."""


class Builder:
    """Appends text and elements to a block, at the place where its inline elements stand.

    An image has a description instead of content: while one is open, only text is gathered.
    """

    def __init__(self, block: Element) -> None:
        self._path = [block]
        self._last: Element | None = None
        self._text: list[str] = []
        self._is_kept: list[bool] = []  # for each open element whether it stands in the tree
        self._links = 0

    def build(self, tokens: Iterable[Token]) -> None:
        """Append what the tokens stand for."""
        for token in tokens:
            if isinstance(token, str):
                self._text.append(token)
            elif isinstance(token, Element):
                self._append(token)
            elif isinstance(token, Run):
                self._pass(token)
            elif not isinstance(token, Bracket):
                self._leave()
            elif token.element is None:
                self._text.append("![" if token.is_image else "[")
            else:
                self._enter(token.element)
        self._write()

    @property
    def _in_image(self) -> bool:
        return self._path[-1].tag == "img"

    def _pass(self, run: Run) -> None:
        for _ in range(run.closed):
            self._leave()
        if run.count:
            self._text.append(run.mark * run.count)
        for tag in reversed(run.opening):
            self._enter(Element(tag))

    def _enter(self, element: Element) -> None:
        above = self._path[-1].tag
        is_kept = above != "img" and len(self._path) <= DEEPEST
        is_kept = is_kept and not element.tag == above == "strong"  # cmark-gfm merges the two
        self._is_kept.append(is_kept)
        if not is_kept:
            return
        self._append(element)
        self._path.append(element)
        self._last = None
        self._links += element.tag == "a"

    def _leave(self) -> None:
        if not self._is_kept.pop():
            return
        if self._in_image:
            self._path[-1].set("alt", "".join(self._text).replace("\n", " "))
            self._text.clear()
        self._write()
        element = self._last = self._path.pop()
        self._links -= element.tag == "a"

    def _append(self, element: Element) -> None:
        if self._in_image:
            self._text.append(element.text or "")
            return
        self._write()
        self._path[-1].append(element)
        self._last = element

    def _write(self) -> None:
        """Put the text gathered since the last element into the tree."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if "@" not in text or self._links:
            self._put(text)
            return
        for piece in with_mail_links(text):
            if isinstance(piece, str):
                self._put(piece)
            else:
                self._path[-1].append(piece)
                self._last = piece

    def _put(self, text: str) -> None:
        if self._last is None:
            self._path[-1].text = text
        else:
            self._last.tail = (self._last.tail or "") + text
