"""Links as the source writes them: enough to weigh evidence without the inline stage.

What is shown to the learner never comes from here but from the inlined element.
"""

import html
import re
from collections.abc import Iterator

ENOUGH = 1000
"""So many characters of a line are looked at: some searches take the square of odd lines."""

_LINK = re.compile(
    r"""(?<!!)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"""
    r"""(?:\(\s*<?(?P<inline>[^\s)>]*)[^)]*\)?|\[[^\]]*\])"""
    r"""|<a\s[^>]*?\bhref\s*=\s*["']?(?P<html>[^\s"'>]*)[^>]*>(?P<shown>.*?)(?:</a\s*>|$)"""
    r"""|<?(?P<bare>https?://[^\s>]+)>?""",
    re.IGNORECASE | re.DOTALL,
)
_MARKER = re.compile(r"(?::\w+:|[^\w\[<`!]|`[^`]*`)*")
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|</?[a-z][^>]*>", re.IGNORECASE | re.DOTALL)
_ALT = re.compile(r"""<img\s[^>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def links(source: str) -> Iterator[str]:
    """Yield where the links of a piece of source lead; "" where a reference says it."""
    for found in _LINK.finditer(source[:ENOUGH]):
        yield _target(found)


def leading_link(source: str) -> str | None:
    """Return where a line that begins with a link leads; a mark or emoji may stand before it."""
    marker = _MARKER.match(source[:ENOUGH])
    found = _LINK.match(source[:ENOUGH], marker.end() if marker else 0)
    return _target(found) if found else None


def sole_link(source: str) -> tuple[str, str] | None:
    """Return the text and the target of the link that a piece of source is, if it is one."""
    found = list(_LINK.finditer(source[:ENOUGH]))
    if len(found) != 1 or any(map(str.isalnum, without_links(source))):
        return None
    return html_text(found[0]["text"] or found[0]["shown"] or ""), _target(found[0])


def without_links(source: str) -> str:
    """Return the text of a piece of source without its links."""
    return html_text(_LINK.sub("", source[:ENOUGH]) + source[ENOUGH : 4 * ENOUGH])


def html_text(source: str) -> str:
    """Return the text that a reader sees of raw HTML, or else of its pictures' descriptions."""
    source = source[: 4 * ENOUGH]
    text = " ".join(html.unescape(_COMMENT_OR_TAG.sub(" ", source)).split())
    return text or " ".join((found[1] or found[2] or "") for found in _ALT.finditer(source)).strip()


def html_link(source: str) -> str | None:
    """Return where the first link in raw HTML leads."""
    return next(
        (_target(found) for found in _LINK.finditer(source[: 4 * ENOUGH]) if found["html"]), None
    )


def _target(found: re.Match[str]) -> str:
    return html.unescape(found["inline"] or found["html"] or found["bare"] or "")
