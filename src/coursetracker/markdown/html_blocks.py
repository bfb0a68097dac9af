"""Where blocks of raw HTML begin and end (GFM specification, section 4.6)."""

import re
from typing import NamedTuple

_ATTRIBUTE = (
    r"""[ \t\n]++[A-Za-z_:][\w.:-]*+"""
    r"""(?:[ \t\n]*+=[ \t\n]*+(?:[^ \t\n"'=<>`]++|'[^']*+'|"[^"]*+"))?"""
)
OPEN_TAG = rf"<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE}){{0,1000}}[ \t\n]*+/?>"
CLOSING_TAG = r"</[A-Za-z][A-Za-z0-9-]*+[ \t\n]*+>"

_BLOCK_TAGS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details"
    " dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6"
    " head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option"
    " p param section source summary table tbody td tfoot th thead title tr track ul"
)


class Kind(NamedTuple):
    """One of the seven kinds: how it starts, what ends it (None: a blank line)."""

    start: re.Pattern[str]
    end: re.Pattern[str] | None
    interrupts: bool = True


def _kind(start: str, end: str | None, *, interrupts: bool = True) -> Kind:
    flags = re.IGNORECASE | re.ASCII
    return Kind(re.compile(start, flags), re.compile(end, flags) if end else None, interrupts)


_KINDS = (
    _kind(r"<(?:script|pre|style)(?:[ \t>]|$)", r"</(?:script|pre|style)>"),
    _kind(r"<!--", r"-->"),
    _kind(r"<\?", r"\?>"),
    _kind(r"<!(?-i:[A-Z])", r">"),
    _kind(r"<!\[CDATA\[", r"\]\]>"),
    _kind(rf"</?(?:{'|'.join(_BLOCK_TAGS.split())})(?:[ \t]|/?>|$)", None),
    _kind(rf"(?:{OPEN_TAG}|{CLOSING_TAG})[ \t]*$", None, interrupts=False),
)


def html_block_at(line: str, start: int) -> Kind | None:
    """Return the kind of HTML block that a line begins at *start*, if it does."""
    return next((kind for kind in _KINDS if kind.start.match(line, start)), None)
