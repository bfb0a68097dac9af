"""Tables (GFM specification, section 4.10)."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from coursetracker.markdown.containers import OpenBlocks
from coursetracker.markdown.leaves import Paragraph
from coursetracker.markdown.lines import Cursor

MOST_CELLS_FILLED = 100_000
"""So many cells that rows leave out are made up for in one table; then rows are shorter."""

_DELIMITER_ROW = re.compile(r"\|?+(?:[ \t]*+:?+-++:?+[ \t]*+(?:\||$)){1,65535}[ \t]*+$")
_PIPE = re.compile(r"(?<!\\)\|")
_ALIGNMENTS = {(True, False): "left", (False, True): "right", (True, True): "center"}


@dataclass(slots=True, eq=False)
class Table:
    """A table whose rows still may come: the attributes of its columns' cells."""

    element: Element
    columns: list[dict[str, str]]
    body: Element | None = None
    filled: int = 0

    def takes(self, cursor: Cursor) -> bool:
        """Return False: a line of a table may open another block."""
        del cursor
        return False

    def close(self, opened: OpenBlocks) -> None:
        """Leave the table as it is: it already stands in the tree."""
        del opened

    def add_row(self, cursor: Cursor, line: int) -> None:
        """Add a row to the table's body."""
        if self.body is None:
            self.body = SubElement(self.element, "tbody", {"data-line": str(line)})
        cells = split_row(cursor.text)[: len(self.columns)]
        missing = min(len(self.columns) - len(cells), MOST_CELLS_FILLED - self.filled)
        self.filled += missing
        _append_row(self.body, "td", cells + [""] * missing, self.columns, line)


def split_row(row: str) -> list[str]:
    """Return the trimmed cells of a row, its escaped pipes unescaped."""
    row = row.strip(" \t")
    cells = _PIPE.split(row) if "\\" in row else row.split("|")
    if not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    if "\\" in row:
        cells = [cell.replace("\\|", "|") for cell in cells]
    return [cell.strip(" \t") for cell in cells]


def open_table(opened: OpenBlocks, paragraph: Paragraph) -> Table | None:
    """Open a table if this line is a delimiter row that suits the paragraph's last line."""
    delimiters = opened.cursor.text
    if not paragraph.lines or not _DELIMITER_ROW.match(delimiters):
        return None
    columns = [_attributes(cell) for cell in split_row(delimiters)]
    header = split_row(paragraph.lines[-1])
    if len(header) != len(columns):
        return None
    paragraph.lines.pop()
    line = opened.line - 1
    element = opened.add("table", line)
    head = SubElement(element, "thead", {"data-line": str(line)})
    _append_row(head, "th", header, columns, line)
    return Table(element, columns)


def _attributes(delimiter: str) -> dict[str, str]:
    sides = delimiter.startswith(":"), delimiter.endswith(":")
    return {"align": _ALIGNMENTS[sides]} if any(sides) else {}


def _append_row(
    body: Element, tag: str, cells: list[str], columns: list[dict[str, str]], line: int
) -> None:
    row = SubElement(body, "tr", {"data-line": str(line)})
    for text, attributes in zip(cells, columns, strict=False):
        cell = SubElement(row, tag, attributes)
        cell.text = text
