"""A portion of a page that is too large to be laid out at once.

What is laid out in one go takes time for each element and each character. Blocks are therefore
weighed before their inline elements are made, and what is over the weight is cut: lists and
tables after some of their entries, code and paragraphs within their text.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

WEIGHT = 150_000
"""What is laid out in a few tenths of a second: so many letters, or far fewer elements."""

_ELEMENT = 40
_CELL = 120
_MARK = 25
_MARKS = "\n[]*_`<>&!~$:@"
"""Characters that may each make an element, or in code a line."""


def portion(blocks: Iterable[Element], weight: int) -> list[Element]:
    """Return blocks of a page up to a weight, the last one cut, with a link to more after that.

    A block that is whole is the very one that was given; the given ones are not changed.
    """
    shown: list[Element] = []
    for block in blocks:
        left = weight
        for each in _weights(block):
            left -= each
            if left < 0:
                part = _cut(block, weight)
                return [*shown, *([] if part is None else [part]), Element("more")]
        shown.append(block)
        weight = left
    return shown


def _weights(block: Element) -> Iterator[int]:
    for element in block.iter():
        yield _own(element) + _of_text(element.text) + _of_text(element.tail)


def _own(element: Element) -> int:
    return _CELL if element.tag in ("td", "th") else _ELEMENT


def _of_text(text: str | None) -> int:
    return len(text) + _MARK * sum(map(text.count, _MARKS)) if text else 0


def _cut(block: Element, weight: int) -> Element | None:
    """Return a copy of a block with only so much in it; None where nothing of it fits."""
    root = Element("div")
    open_ = [(root, iter([block]))]
    while open_ and weight > 0:
        above, coming = open_[-1]
        element = next(coming, None)
        if element is None:
            open_.pop()
            continue
        weight -= _own(element)
        copy = Element(element.tag, dict(element.attrib))
        copy.text, weight = _fitting(element.text, weight)
        copy.tail, weight = _fitting(element.tail, weight)
        above.append(copy)
        open_.append((copy, iter(element)))
    return root[0] if len(root) else None


def _fitting(text: str | None, weight: int) -> tuple[str | None, int]:
    """Return as much of a text as fits, and the weight that is left."""
    own = _of_text(text)
    if not text or own <= weight:
        return text, weight - own
    return text[: max(0, weight) * len(text) // own], 0
