"""Where links within a file lead: GitHub's names for headings."""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coursetracker.markdown.entities import without_references

_UNSURE = re.compile(r"[^\w\- ]|[^\x00-\x7f]")
_HEADING_TAG = re.compile(r"<(/?)h([1-6])\b[^<>]*>", re.IGNORECASE)
_NAMED = re.compile(
    r"""<[a-z][a-z0-9]*+\s(?:[^<>]*?\s)?(?:name|id)\s*+=\s*+["']?([^\s"'<>]++)""", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*+>")


def slug(text: str) -> str:
    """Return GitHub's name for a heading with this text: small letters, hyphens for spaces."""
    return _UNSURE.sub(_kept, text.strip().lower()).replace(" ", "-")


class Slugs:
    """The names given so far: repeats get -1, -2 and so on."""

    __slots__ = ("_given",)

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def name(self, text: str) -> str:
        """Return the name of the next heading, which no heading before it has."""
        base = name = slug(text)
        while name in self._given:
            self._given[base] += 1
            name = f"{base}-{self._given[base]}"
        self._given[name] = 0
        return name


def raw_headings(raw: Element) -> Iterator[tuple[str, int]]:
    """Yield the text and source line of each heading in a block of raw HTML."""
    source = raw.text or ""
    first = int(raw.get("data-line", "1"))
    opened: re.Match[str] | None = None
    for tag in _HEADING_TAG.finditer(source):
        if not tag[1]:
            opened = tag
        elif opened and opened[2] == tag[2]:
            text = without_references(_TAG.sub("", source[opened.end() : tag.start()]))
            yield " ".join(text.split()), first + source.count("\n", 0, opened.start())
            opened = None


def named_places(block: Element, line: int) -> Iterator[tuple[str, int]]:
    """Yield the names that HTML in a block's source gives (``<a name="x">``), with their lines.

    Those in a text stand where the text begins, on this line.
    """
    source = block.text or ""
    if "<" in source:
        counted = 0
        for found in _NAMED.finditer(source):
            if block.tag == "raw":
                line += source.count("\n", counted, found.start())
                counted = found.start()
            yield found[1], line


def _kept(found: re.Match[str]) -> str:
    """Return a character that names may hold: letters, marks, digits and connectors."""
    character = found[0]
    category = unicodedata.category(character)
    return character if category[0] in "LM" or category in ("Nd", "Pc") else ""
