"""GitHub's mathematics: where formulas stand in a text, and which are fit to be drawn.

A formula is written ``$…$``, ``$`…`$``, ``$$…$$`` or as a block of code in the language "math".
It binds like code: no emphasis, link or escape is looked for within it.
"""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from coursetracker.markdown.lines import end_of
from coursetracker.markdown.scan import Scan

LONGEST = 1000
"""So many characters a formula may have; the longest of real courses have half of them."""

DEEPEST = 10
"""So many groups may stand in one another; the time to draw doubles with each."""

_DOLLARS = re.compile(r"\$++")
_INLINE = re.compile(r"(?<![^\W_])\$(?!\s)((?:[^$\\`]|\\.)++)(?<!\s)\$(?![0-9$])", re.DOTALL)
_TICKED = re.compile(r"(?<![^\W_])\$`([^`]++)`\$(?![0-9])")
_DISPLAY = re.compile(r"\$\$((?:[^$\\`]|\\.|\$(?!\$))++)\$\$(?!\$)", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_GROUP = re.compile(r"\\(?:left|begin|(right|end))(?![A-Za-z])|\\.|\{|(\})", re.DOTALL)
_DEFINES = re.compile(r"\\(?:(?:re|provide)?newcommand|newenvironment|[egx]?def|let|Declare|input)")


class Formula(NamedTuple):
    """A formula in LaTeX, its white space single spaces; one for display stands by itself."""

    latex: str
    is_display: bool

    @property
    def source(self) -> str:
        """The formula as it may be written in a text."""
        mark = "$$" if self.is_display else "$"
        return f"{mark}{self.latex}{mark}"

    @property
    def is_fit(self) -> bool:
        """Whether it is worth trying to draw: not too long, not too deep, defines nothing."""
        if len(self.latex) > LONGEST or not self.latex.isprintable() or _DEFINES.search(self.latex):
            return False
        depth = 0
        for found in _GROUP.finditer(self.latex):
            if found[1] or found[2]:
                depth -= 1
            elif found[0] == "{" or len(found[0]) > 2:
                depth += 1
            if depth > DEEPEST:
                return False
        return True


def formula(latex: str, *, is_display: bool) -> Formula:
    """Return the formula that an author's LaTeX stands for, without comments."""
    return Formula(" ".join(_COMMENT.sub("", latex).split()), is_display)


def formula_of(element: Element) -> Formula:
    """Return the formula that an element of the inline stage holds."""
    is_display = "data-display" in element.attrib
    marks = 2 if is_display else 1
    return Formula((element.text or "")[marks:-marks], is_display)


def dollar(scan: Scan, start: int) -> int:
    """Take the formula that begins with a dollar sign; an amount of money stays text."""
    text = scan.text
    after = end_of(_DOLLARS, text, start)
    found: re.Match[str] | None = None
    if after - start == 2:
        found = _DISPLAY.match(text, start)
    elif after - start == 1:
        found = _TICKED.match(text, start) or _INLINE.match(text, start)
    if found is None or "](" in found[1]:  # a link is none of a formula's
        return after
    taken = formula(found[1], is_display=after - start == 2)
    if not taken.latex:
        return after
    element = Element("formula", {"data-display": "1"} if taken.is_display else {})
    element.text = taken.source
    return scan.put(start, found.end(), element)


def stands_alone(block: Element) -> bool:
    """Return whether a block holds a formula for display and nothing else."""
    if len(block) != 1 or (block.text or "").strip() or "data-display" not in block[0].attrib:
        return False
    return not (block[0].tail or "").strip()


def set_apart(block: Element) -> None:
    """Give each formula for display that stands in a text a line of its own."""
    if stands_alone(block):
        return
    for element in [child for child in block if "data-display" in child.attrib]:
        at = list(block).index(element)
        before = block[at - 1].tail if at else block.text
        if at or (before or "").strip():
            block.insert(at, Element("br"))
            at += 1
        if at + 1 < len(block) or (element.tail or "").strip():
            line_end = Element("br")
            line_end.tail = (element.tail or "").lstrip()
            element.tail = ""
            block.insert(at + 1, line_end)
