"""Inline constructs that stand for themselves: escapes, references, code, breaks, raw HTML.

GFM specification, sections 6.1 to 6.3 and 6.8 to 6.13. Each function is given the index of
the construct's first character and returns the index to go on from.
"""

import re
from xml.etree.ElementTree import Element

from coursetracker.markdown.entities import PUNCTUATION, REFERENCE, character, without_references
from coursetracker.markdown.html_blocks import CLOSING_TAG, OPEN_TAG
from coursetracker.markdown.lines import end_of
from coursetracker.markdown.scan import Scan

_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(rf"\\([{PUNCTUATION}])")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\x00-\x20\x7f<>]*+)>")
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"<([\w.!#$%&'*+/=?^`{{|}}~-]++@{_LABEL}(?:\.{_LABEL})*)>", re.ASCII)
_TAG = re.compile(f"{OPEN_TAG}|{CLOSING_TAG}", re.ASCII)
_SHORT_COMMENT = re.compile(r"<!--(?:-?|(?:---)*+--)>")
_SPANNING = tuple(
    (re.compile(opening), re.compile(closing))
    for opening, closing in (
        (r"<!--", r"(?<!-)(?:---)*+-->"),  # cmark-gfm takes hyphens by threes
        (r"<\?", r"\?>"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (r"<![A-Z]++[ \t\n]++", r">"),
    )
)


def escape(scan: Scan, start: int) -> int:
    """Take a backslash escape, or a hard line break."""
    if scan.text.startswith("\n", start + 1):
        scan.put(start, start + 1, Element("br"))
        return start + 2
    found = _ESCAPED.match(scan.text, start)
    return scan.put(start, found.end(), found[1]) if found else start + 1


def reference(scan: Scan, start: int) -> int:
    """Take an entity or a numeric character reference."""
    found = REFERENCE.match(scan.text, start)
    return scan.put(start, found.end(), character(found)) if found else start + 1


def line_end(scan: Scan, start: int) -> int:
    """Take the spaces before a line's end; two or more make a hard line break."""
    text = scan.text[scan.done : start]
    stripped = text.rstrip(" \t")
    if len(stripped) < len(text):
        is_hard = text.endswith("  ")
        scan.put(scan.done + len(stripped), start, Element("br") if is_hard else "")
    return start + 1


def code(scan: Scan, start: int) -> int:
    """Take a code span."""
    after = end_of(_TICKS, scan.text, start)
    end = scan.ticks(after - start, after)
    if end < 0:
        return after
    text = scan.text[after:end].replace("\n", " ")
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        text = text[1:-1]
    element = Element("code")
    element.text = text
    return scan.put(start, end + after - start, element)


def pointed(scan: Scan, start: int) -> int:
    """Take an autolink or raw HTML."""
    text = scan.text
    found = _ADDRESS.match(text, start)
    if found:
        address = without_references(found[1])
        return scan.put(start, found.end(), link(address, address))
    found = _MAIL.match(text, start)
    if found:
        return scan.put(start, found.end(), link(f"mailto:{found[1]}", found[1]))
    end = _html_end(scan, start)
    if end < 0:
        return start + 1
    raw = Element("raw")
    raw.text = text[start:end]
    return scan.put(start, end, raw)


def link(destination: str, text: str) -> Element:
    """Return a link whose text is plain."""
    element = Element("a", {"href": destination})
    element.text = text
    return element


def _html_end(scan: Scan, start: int) -> int:
    """Return the index after the raw HTML that begins at *start*, or -1."""
    found = _TAG.match(scan.text, start) or _SHORT_COMMENT.match(scan.text, start)
    if found:
        return found.end()
    for opening, closing in _SPANNING:
        found = opening.match(scan.text, start)
        if found:
            found = scan.search(closing, found.end())
            return found.end() if found else -1
    return -1
