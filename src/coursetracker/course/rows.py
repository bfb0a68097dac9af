"""What the rows of a table are called."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from coursetracker.course.blocks import Block, Layout, shown
from coursetracker.course.links import without_links
from coursetracker.markdown import Document

Shown = tuple[str, str | None]
"""The text of a cell as a reader sees it, and its first link."""


def row_titles(document: Document, layout: Layout, rows: Sequence[int]) -> Mapping[int, Shown]:
    """Return the title and the link of table rows; a row without any text has none."""
    titles: dict[int, Shown] = {}
    for _, group in groupby(rows, key=lambda row: layout.blocks[row].above):
        table = list(group)
        cells = [_cells(document, layout, row) for row in table]
        column = _title_column(cells)
        for row, shown_cells in zip(table, cells, strict=True):
            ordered = [*shown_cells[column : column + 1], *shown_cells]
            said = (text for text, _ in ordered if any(map(str.isalnum, text)))
            title = next(said, next((text for text, _ in ordered if text), ""))
            if title:
                titles[row] = title, next((link for _, link in ordered if link), None)
    return titles


def row_text(row: Block) -> str:
    """Return what a row says besides its links."""
    return " | ".join(without_links(cell.text or "") for cell in row.element)


def _cells(document: Document, layout: Layout, row: int) -> list[Shown]:
    return [shown(document, cell.text or "") for cell in layout.blocks[row].element]


def _title_column(table: Sequence[Sequence[Shown]]) -> int:
    """Return the column whose texts tell the rows apart, one with links before any other."""
    columns = list(zip(*table, strict=False))
    telling = [number for number, column in enumerate(columns) if _tells_apart(column)]
    linked = [number for number in telling if any(link for _, link in columns[number])]
    return next(iter([*linked, *telling]), 0)


def _tells_apart(column: Sequence[Shown]) -> bool:
    texts = [text for text, _ in column if text]
    return len(set(texts)) == len(texts) and any(map(str.isalpha, "".join(texts)))
