"""Link destinations and titles, as links and definitions share them.

GFM specification, section 6.6 "Links".
"""

import re

from coursetracker.markdown.entities import unescaped
from coursetracker.markdown.lines import end_of

DEEPEST_PARENTHESES = 32

_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_BARE = re.compile(r"(?:[^\x00-\x20\x7f()\\]|\\[()\\]|\\)*+")
_TITLE = re.compile(
    r""" "((?:[^"\\]|\\.)*+)" | '((?:[^'\\]|\\.)*+)' | \(((?:[^()\\]|\\.)*+)\) """,
    re.DOTALL | re.VERBOSE,
)


def destination_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the link destination that begins at *start*, maybe "", and the index after it."""
    if text.startswith("<", start):
        pointed = _POINTED.match(text, start)
        return (unescaped(pointed[1]), pointed.end()) if pointed else None
    end = _bare_end(text, start)
    return None if end is None else (unescaped(text[start:end]), end)


def title_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the link title that begins at *start* and the index after it."""
    found = _TITLE.match(text, start)
    return (unescaped(found[found.lastindex or 0]), found.end()) if found else None


def _bare_end(text: str, start: int) -> int | None:
    """Return where a destination without pointed brackets ends: its parentheses balance."""
    end, depth = start, 0
    while True:
        end = end_of(_BARE, text, end)
        character = text[end : end + 1]
        if character == "(" and depth < DEEPEST_PARENTHESES:
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        else:
            return end if not depth and character != "(" else None
        end += 1
