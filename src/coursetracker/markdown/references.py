"""Link reference definitions (GFM specification, section 4.7)."""

import re
from typing import NamedTuple

from coursetracker.markdown.destinations import destination_at, title_at
from coursetracker.markdown.lines import end_of

LONGEST_LABEL = 999

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*+)\]:", re.DOTALL)
_GAP = re.compile(r"[ \t]*+(?:\n[ \t]*+)?")
_LINE_END = re.compile(r"[ \t]*+(?:\n|\Z)")
_SPACES = re.compile(r"[ \t\n\f\v]+")


class Reference(NamedTuple):
    """Where a link definition leads, and its title, "" if it has none."""

    destination: str
    title: str


def label_key(label: str) -> str:
    """Return what labels that match each other have in common; "" for one that is no label."""
    if len(label) > LONGEST_LABEL:
        return ""
    return _SPACES.sub(" ", label.strip(" \t\n\f\v")).casefold()


def take_definitions(text: str, references: dict[str, Reference]) -> int:
    """Add the definitions that a paragraph begins with; return the index after them.

    Of several definitions for a label the first counts.
    """
    start = 0
    while text.startswith("[", start):
        label = _LABEL.match(text, start)
        key = label_key(label[1]) if label else ""
        found = _definition_at(text, label.end()) if label and key else None
        if found is None:
            break
        references.setdefault(key, found[0])
        start = found[1]
    return start


def _definition_at(text: str, start: int) -> tuple[Reference, int] | None:
    """Return what a definition says after its label, and the index after its last line."""
    begin = end_of(_GAP, text, start)
    target = destination_at(text, begin)
    if target is None or target[1] == begin:
        return None
    destination, end = target
    gap = end_of(_GAP, text, end)
    title = title_at(text, gap) if gap > end else None
    line_end = _LINE_END.match(text, title[1]) if title else None
    if title and line_end:
        return Reference(destination, title[0]), line_end.end()
    line_end = _LINE_END.match(text, end)
    return (Reference(destination, ""), line_end.end()) if line_end else None
