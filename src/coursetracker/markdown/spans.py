"""Inline constructs that stand for themselves: escapes, references, code, breaks, raw HTML.

GFM specification, sections 6.1 to 6.3 and 6.8 to 6.13. Each function is given the index of
the construct's first character and returns the index to go on from.
"""

import re
from xml.etree.ElementTree import Element

from coursetracker.markdown.entities import PUNCTUATION, REFERENCE, character
from coursetracker.markdown.html_blocks import CLOSING_TAG, OPEN_TAG
from coursetracker.markdown.scan import Scan

_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(rf"\\([{PUNCTUATION}])")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\x00-\x20\x7f<>]*+)>")
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"<([\w.!#$%&'*+/=?^`{{|}}~-]++@{_LABEL}(?:\.{_LABEL})*)>", re.ASCII)
_TAG = re.compile(f"{OPEN_TAG}|{CLOSING_TAG}", re.ASCII)
_DECLARATION = re.compile(r"<![A-Z]++[ \t\n]++")
_SPANNING = (("<?", "?>"), ("<![CDATA[", "]]>"))


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
    stripped = text.rstrip(" ")
    if len(stripped) < len(text):
        end = scan.done + len(stripped)
        if len(text) - len(stripped) > 1:
            scan.put(end, start, Element("br"))
        else:
            scan.put(end, start, "")
    return start + 1


def code(scan: Scan, start: int) -> int:
    """Take a code span."""
    found = _TICKS.match(scan.text, start)
    after = found.end() if found else start + 1
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
        return scan.put(start, found.end(), link(found[1], found[1]))
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
    text = scan.text
    found = _TAG.match(text, start)
    if found:
        return found.end()
    if text.startswith("<!--", start):
        return _comment_end(scan, start)
    for mark, last in _SPANNING:
        if text.startswith(mark, start):
            end = scan.find(last, start + len(mark))
            return end + len(last) if end >= 0 else -1
    found = _DECLARATION.match(text, start)
    end = scan.find(">", found.end()) if found else -1
    return end + 1 if end >= 0 else -1


def _comment_end(scan: Scan, start: int) -> int:
    """Return the index after a comment, which holds no two hyphens, or -1."""
    for short in ("<!-->", "<!--->"):
        if scan.text.startswith(short, start):
            return start + len(short)
    end = scan.find("--", start + 4)
    return end + 3 if end >= 0 and scan.text.startswith(">", end + 2) else -1
