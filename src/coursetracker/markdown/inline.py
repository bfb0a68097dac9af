"""The inline stage: from a block's source text to its inline elements.

GFM specification, appendix "A parsing strategy", phase 2.
"""

import re
from collections.abc import Callable, Container, Mapping
from functools import cache
from xml.etree.ElementTree import Element

from coursetracker.markdown import spans
from coursetracker.markdown.autolinks import web_address, www_address
from coursetracker.markdown.building import Builder
from coursetracker.markdown.delimiters import pair, run_at
from coursetracker.markdown.links import close_bracket, open_bracket
from coursetracker.markdown.mathematics import dollar, set_apart
from coursetracker.markdown.scan import Scan

INLINE_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"})

_ANY = re.compile(r"[\\`*_~\[\]<&:@w$\n]")


def parse_inlines(
    root: Element,
    references: Mapping[str, tuple[str, str]],
    footnotes: Container[str] = (),
    *,
    mathematics: bool = False,
) -> None:
    """Replace the source text of a tree's leaf blocks by their inline elements."""
    for block in [element for element in root.iter() if element.tag in INLINE_BLOCKS]:
        if block.text and _ANY.search(block.text):
            has_formula = mathematics and "$" in block.text
            _parse(block, Scan(block.text, references, footnotes), has_formula=has_formula)
            if has_formula:
                set_apart(block)


def _parse(block: Element, scan: Scan, *, has_formula: bool) -> None:
    text = scan.text
    has_address = "://" in text or "www." in text
    special = _special(":w" * has_address + "$" * has_formula).search
    found = special(text)
    while found:
        start = found.start()
        found = special(text, _CONSTRUCTS[text[start]](scan, start))
    pair(scan.runs, 0)
    if scan.done < len(text):
        scan.tokens.append(text[scan.done :])
    block.text = None
    Builder(block).build(scan.tokens)


@cache
def _special(others: str) -> re.Pattern[str]:
    """Return the pattern of the characters that something may begin with."""
    return re.compile(rf"[\\`*_~\[\]<&\n{others}]")


def _delimiters(scan: Scan, start: int) -> int:
    run = run_at(scan.text, start)
    if run.can_open or run.can_close:
        scan.runs.append(run)
        scan.put(start, start + run.length, run)
    return start + run.length


_CONSTRUCTS: dict[str, Callable[[Scan, int], int]] = {
    "\\": spans.escape,
    "`": spans.code,
    "*": _delimiters,
    "_": _delimiters,
    "~": _delimiters,
    "[": open_bracket,
    "]": close_bracket,
    "<": spans.pointed,
    "&": spans.reference,
    "\n": spans.line_end,
    ":": web_address,
    "w": www_address,
    "$": dollar,
}
"""What may begin with a character: a function from its index to the index to go on from."""
