"""Writing HTML that cannot do harm, whatever raw HTML an author has put into a text.

Our own elements and the author's go through one writer. It keeps a safe list of tags and
attributes, and it keeps the page in order: raw HTML can neither close what we opened nor leave
open what we close.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape

from coursetracker.markdown.shortcodes import with_pictures

Attributes = Mapping[str, str]
Picture = Callable[[str], str | None]
"""Gives the address under which a picture may be loaded, or None where it may not."""

_SAME = (
    "a b i em strong u s sub sup p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote table "
    "tr td th pre span small code tt q cite kbd mark summary"
)
_OTHERS = (
    "del=s strike=s ins=u var=i samp=code center=div details=div figure=div section=div "
    "article=div caption=p figcaption=p"
)
_KEPT_AS = {tag: tag for tag in _SAME.split()} | dict(
    pair.split("=", 1) for pair in _OTHERS.split()
)
"""What each tag of an author is written as; other tags are left out, their content stays."""

_WITH_CONTENT = (
    "script style iframe object svg math template noscript title head textarea select "
    "video audio canvas applet frameset noembed noframes xmp"
)
DROPPED = frozenset(_WITH_CONTENT.split())
"""Tags that go with all that is in them."""

_FOREIGN = frozenset({"svg", "math"})
"""The only tags that a "/" at their end closes; in all others it means nothing."""

_WITHIN = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
"""What an author's tag must stand in; anywhere else Qt would take it for a part of ours."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEAVES = _HEADINGS | {"p", "fold"}
_BLOCKS = _LEAVES | _WITHIN.keys() | {"blockquote", "dd", "div", "dl", "dt", "ol", "pre", "summary"}
_BLOCKS |= {"table", "ul"}
_LISTS = frozenset({"ol", "ul"})
_ITEMS = frozenset({"li", "noted"})
_CODE = frozenset({"code", "pre", "samp", "tt"})
_TABLES = frozenset({"table", "blockquote"})
"""Tags that are written as tables."""

WIDEST_PICTURE = 600
"""An author's size of a picture counts up to so many pixels; a wider one fits the column."""

DEEPEST = 100
"""So many tags may be open; Qt's time grows with the square of that."""

TABLES_DEEP = 6
"""So many tables may be open; Qt's time doubles with each."""

TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)"
    r"(?P<rest>(?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?"""
)
_NAMED = re.compile(r"\b(?:name|id)\s*=", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINK_SCHEMES = ("http:", "https:", "mailto:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
_NUMBER = re.compile(r"[0-9]{1,4}")


def safe_link(address: str) -> str | None:
    """Return an address that a link may carry: web, mail, or within the course; else None."""
    seen = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(seen)
    if scheme and scheme.group().lower() not in _LINK_SCHEMES:
        return None
    if seen.startswith(("//", "\\")):
        return None
    return address.strip()


@dataclass(frozen=True, slots=True)
class _Open:
    """A tag that is open: the author's or ours, as the author wrote it and as we did.

    `seen` is how much a reader saw before it.
    """

    ours: bool
    tag: str
    written: str
    drops: bool = False
    seen: int = 0


class Writer:
    """Collects a page; text is escaped, tags are balanced.

    `open_as` says what is written for a tag of ours or of an author: what opens it and what
    closes it.
    """

    def __init__(
        self, open_as: Callable[[str, Attributes], tuple[str, str]], picture: Picture
    ) -> None:
        self._parts: list[str] = []
        self._open: list[_Open] = []
        self._dropping = 0
        self._leaves = 0
        self._tables = 0
        self._code = 0
        self._links = 0
        self._places: list[int] = []
        self._seen = 0  # how much was written that a reader sees
        self._open_as = open_as
        self._picture = picture

    def html(self) -> str:
        """Return the page, with everything closed."""
        while self._open:
            self._pop()
        return "".join(self._parts)

    def text(self, text: str | None) -> None:
        """Write text, with the pictures that it names where it is no code."""
        if text and not self._dropping:
            if not text.isspace():
                self._mark_places()
                self._seen += 1
            shown = with_pictures(text) if ":" in text and not self._code else text
            self._parts.append(escape(shown, quote=False))

    def markup(self, html: str) -> None:
        """Write markup of our own making that opens and closes itself."""
        if not self._dropping:
            self._mark_places()
            self._seen += 1
            self._parts.append(html)

    def anchor(self, name: str) -> None:
        """Write a place that links may lead to."""
        if not self._dropping:
            self._parts.append(f'<a name="{name}"></a>')

    def open(self, tag: str, attributes: Attributes) -> None:
        """Open an element of ours."""
        self._push(tag, attributes, ours=True)

    def begin_block(self) -> None:
        """End what is left out: an author's tag that never ends takes no block of ours along."""
        while self._dropping:
            self._pop()

    def close(self) -> None:
        """Close the innermost element of ours, with all that an author left open in it."""
        while not self._open[-1].ours:
            self._pop()
        self._pop()

    def image(self, attributes: Attributes) -> None:
        """Write a picture, or its description where it may not be loaded.

        One that has none and is all of a link is called by its file, or nobody could follow it.
        """
        address = self._picture(attributes.get("src", ""))
        alt = " ".join(attributes.get("alt", "").split())
        if not alt and self._links:
            alt = attributes.get("src", "").partition("?")[0].rpartition("/")[2]
        if address is None:
            described = self._open_as("img", {})
            if alt:
                self.markup(f"{described[0]}{escape(alt)}{described[1]}")
            return
        sizes = "".join(
            f' {name}="{value}"'
            for name in ("width", "height")
            if _NUMBER.fullmatch(value := attributes.get(name, "")) and int(value) <= WIDEST_PICTURE
        )
        told = " ".join(attributes.get("title", "").split()) or alt
        # Qt takes a tip with markup in it for HTML, and would read what that names.
        tip = f' title="{escape(f"<qt>{escape(told)}</qt>")}"' if told else ""
        self.markup(f'<img src="{escape(address)}" alt="{escape(alt)}"{tip}{sizes}>')

    def raw(self, html: str, line: int = 0) -> None:
        """Write what is safe of an author's HTML, which may be a part of an element only.

        Where its first line is known, what links may lead to carries the anchor of its line.
        """
        at = counted = 0
        for found in TAGS.finditer(html):
            self.text(unescape(html[at : found.start()]))
            at = found.end()
            tag = (found["tag"] or "").lower()
            if tag and found["close"]:
                self._close_raw(tag)
            elif tag:
                self._open_raw(tag, found["rest"])
                if line and (tag in _HEADINGS or _NAMED.search(found["rest"])):
                    line += html.count("\n", counted, found.start())
                    counted = found.start()
                    self._places.append(line)
        self.text(unescape(html[at:]))

    def _mark_places(self) -> None:
        """Write the anchors of places that came by, now that something follows."""
        if self._places:
            self._parts.extend(f'<a name="L{line}"></a>' for line in self._places)
            self._places.clear()

    def _open_raw(self, tag: str, rest: str) -> None:
        if tag in DROPPED:
            room = not self._dropping or len(self._open) < DEEPEST
            if room and not (tag in _FOREIGN and rest.endswith("/")):
                self._open.append(_Open(ours=False, tag=tag, written="", drops=True))
                self._dropping += 1
        elif tag == "br":
            self.markup("<br>")
        elif tag == "hr":
            self.markup("".join(self._open_as("hr", {})))
        elif tag == "img":
            self.image(attributes_of(rest))
        elif tag in _KEPT_AS and self._makes_room(tag, _KEPT_AS[tag]):
            attributes = attributes_of(rest)
            if tag == "center":
                attributes["align"] = "center"
            self._push(_KEPT_AS[tag], attributes, ours=False, author_tag=tag)

    def _makes_room(self, tag: str, written_as: str) -> bool:
        """Close what an author's tag ends by beginning; return whether it may stand here."""
        if len(self._open) >= DEEPEST or (self._leaves and written_as in _BLOCKS):
            return False
        if tag in ("a", "p"):
            self._close_raw(tag)
        if tag not in _WITHIN:
            return True
        for depth in range(len(self._open) - 1, -1, -1):
            last = self._open[depth]
            if last.tag in _WITHIN[tag] and not last.ours:
                while len(self._open) > depth + 1:
                    self._pop()
                return True
            if last.ours or (last.tag == "table" and tag != "li"):
                return False
        return False

    def _close_raw(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].ours:
                return
            if self._open[depth].tag == tag:
                while len(self._open) > depth:
                    self._pop()
                return

    def _push(self, tag: str, attributes: Attributes, *, ours: bool, author_tag: str = "") -> None:
        if tag in _LISTS:
            self._fill_item()
        before, after = self._open_as(self._fitting(tag), attributes)
        if len(self._open) >= DEEPEST or self._dropping:
            before = after = ""
        self._parts.append(before)
        opened = _Open(ours=ours, tag=author_tag or tag, written=after, seen=self._seen)
        self._open.append(opened)
        self._count(opened, 1)

    def _fitting(self, tag: str) -> str:
        """Return what is written for a tag: no table, and none of its parts, too deep in others."""
        if tag in _TABLES:
            return tag if self._tables < TABLES_DEEP else "div"
        outside = tag in ("tr", "td", "th") and self._open[-1].written in ("", "</div>")
        return "div" if outside else tag

    def _fill_item(self) -> None:
        """Write a blank in an item that has no text: Qt would leave it out, number and all."""
        last = self._open[-1] if self._open else None
        if last and last.tag in _ITEMS and last.written and last.seen == self._seen:
            self._parts.append("&nbsp;")
            self._seen += 1

    def _pop(self) -> None:
        self._fill_item()
        last = self._open.pop()
        self._parts.append(last.written)
        self._count(last, -1)

    def _count(self, tag: _Open, by: int) -> None:
        self._dropping += by * tag.drops
        self._leaves += by * (tag.ours and tag.tag in _LEAVES)
        self._tables += by * (tag.tag in _TABLES)
        self._code += by * (tag.tag in _CODE)
        self._links += by * (tag.tag == "a")


def attributes_of(rest: str) -> dict[str, str]:
    """Return the attributes of a raw tag, the first of each name, their entities resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
