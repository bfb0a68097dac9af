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
_DISPLAY = re.compile(r"\$\$((?:[^$\\`]|\\.|\$[^$\\`]|\$\\.)++)\$\$(?!\$)", re.DOTALL)
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
    if stands_alone(block) or all("data-display" not in child.attrib for child in block):
        return
    begins_line = not (block.text or "").strip()
    children: list[Element] = []
    for child in block:
        is_display = "data-display" in child.attrib
        if is_display and not begins_line:
            children.append(Element("br"))
        children.append(child)
        begins_line = is_display or child.tag == "br"
        if is_display:
            line_end = Element("br")
            child.tail, line_end.tail = "", (child.tail or "").lstrip()
            children.append(line_end)
        begins_line = begins_line and not (children[-1].tail or "").strip()
    if not children[-1].tail and children[-1].tag == "br":
        children.pop()
    block[:] = children
