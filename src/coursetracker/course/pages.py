"""Which part of a course's text is shown for an item."""

from dataclasses import dataclass

from coursetracker.course.outline import Item, Kind, Outline

WHOLE = 400
"""A section of up to so many source lines is one page with its lessons."""


@dataclass(frozen=True, slots=True)
class Span:
    """Source lines from `line` up to, not including, `end`; both 1-based."""

    line: int
    end: int


def page_span(outline: Outline, item_id: int) -> Span:
    """Return the source lines that make the page of an item.

    A lesson is read on the page of its section; a section is read whole while it is short,
    else up to the first section within it. A week that is only listed is read where it is
    listed, in the course's introduction.
    """
    item = outline.item(item_id)
    if outline.is_leaf(item_id):
        return _leaf_span(outline, item)
    below = outline.children(item_id)
    if not _encloses(item, below[0]):
        return introduction(outline)
    if item.end - item.line <= WHOLE:
        return Span(item.line, item.end)
    inner = next((child for child in below if not outline.is_leaf(child.id)), None)
    return Span(item.line, inner.line if inner else item.end)


def introduction(outline: Outline) -> Span:
    """Return the lines before the first item that is more than a listed week."""
    lines = (item.line for item in outline.items if not _is_listed_week(outline, item))
    return Span(1, min(lines, default=1 << 60))


def _leaf_span(outline: Outline, item: Item) -> Span:
    above = outline.item(item.parent) if item.parent is not None else None
    if above is None or above.kind is Kind.WEEK or above.end - above.line > WHOLE:
        return Span(item.line, item.end)
    return Span(above.line, above.end)


def _encloses(item: Item, child: Item) -> bool:
    return item.line <= child.line < item.end


def _is_listed_week(outline: Outline, item: Item) -> bool:
    below = outline.children(item.id)
    return item.kind is Kind.WEEK and bool(below) and not _encloses(item, below[0])
