"""Links and images (GFM specification, sections 6.6 and 6.7; "look for link or image")."""

import re
from xml.etree.ElementTree import Element

from coursetracker.markdown.delimiters import pair
from coursetracker.markdown.destinations import destination_at, title_at
from coursetracker.markdown.lines import end_of
from coursetracker.markdown.references import LONGEST_LABEL, label_key
from coursetracker.markdown.scan import END, Bracket, Scan

_SPACE = re.compile(r"[ \t\n\v\f]*+")
_NOTE = re.compile(r"\[\^([^\[\]\s]++)\]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*+)\]", re.DOTALL)


def open_bracket(scan: Scan, start: int) -> int:
    """Take a footnote, or put an opening bracket on the stack, with the "!" of an image."""
    end = _note_end(scan, start) if scan.text.startswith("^", start + 1) else 0
    if end:
        name = label_key(scan.text[start + 2 : end - 1])
        return scan.put(start, end, Element("note", {"name": name}))
    is_image = start > scan.done and scan.text[start - 1] == "!"
    if scan.brackets:
        scan.brackets[-1].has_bracket_after = True
    bracket = Bracket(start + 1, len(scan.runs), is_image)
    scan.brackets.append(bracket)
    return scan.put(start - is_image, start + 1, bracket)


def _note_end(scan: Scan, start: int) -> int:
    """Return the index after a reference to a footnote; 0 where none is defined, or for a link."""
    found = _NOTE.match(scan.text, start)
    if not found or label_key(found[1]) not in scan.footnotes:
        return 0
    bracket = Bracket(start + 1, len(scan.runs), is_image=False)
    return 0 if _target(scan, bracket, found.end() - 1) else found.end()


def close_bracket(scan: Scan, start: int) -> int:
    """Take the link or image that a closing bracket ends, if it does."""
    if not scan.brackets:
        return start + 1
    bracket = scan.brackets.pop()
    is_active = bracket.is_image or len(scan.brackets) >= scan.inactive
    scan.inactive = min(scan.inactive, len(scan.brackets))
    found = _target(scan, bracket, start) if is_active else None
    if found is None:
        return start + 1
    destination, title, end = found
    bracket.element = _element(bracket, destination, title)
    pair(scan.runs, bracket.runs)
    if not bracket.is_image:
        scan.inactive = len(scan.brackets)
    return scan.put(start, end, END)


def _element(bracket: Bracket, destination: str, title: str) -> Element:
    titled = {"title": title} if title else {}
    if bracket.is_image:
        return Element("img", {"src": destination, "alt": "", **titled})
    return Element("a", {"href": destination, **titled})


def _target(scan: Scan, bracket: Bracket, start: int) -> tuple[str, str, int] | None:
    """Return destination, title and the index after a link whose text ends at *start*."""
    if scan.text.startswith("(", start + 1):
        inline = _inline_target(scan.text, start + 2)
        if inline:
            return inline
    label = _LABEL.match(scan.text, start + 1)
    name = label[1] if label else ""
    if not name:
        if bracket.has_bracket_after or start - bracket.after > LONGEST_LABEL:
            return None
        name = scan.text[bracket.after : start]
    found = scan.references.get(label_key(name))
    return (*found, label.end() if label else start + 1) if found else None


def _inline_target(text: str, start: int) -> tuple[str, str, int] | None:
    start = end_of(_SPACE, text, start)
    target = destination_at(text, start)
    if target is None:
        return None
    destination, end = target
    gap = end_of(_SPACE, text, end)
    title = title_at(text, gap) if gap > end else None
    if title:
        gap = end_of(_SPACE, text, title[1])
    return (destination, title[0] if title else "", gap + 1) if text.startswith(")", gap) else None
