"""Source lines, and a cursor that counts columns the way the specification counts tabs."""

import re

TAB_STOP = 4
_BLANKS = re.compile(r"[ \t]*+")


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return the index after what a pattern matches at *start*; *start* where it does not."""
    found = pattern.match(text, start)
    return found.end() if found else start


def normalised(text: str) -> str:
    """Return a text with line feeds only, without byte order mark and NUL characters.

    GFM specification, sections 2.1 "Characters and lines" and 2.3 "Insecure characters".
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").replace("\0", "\ufffd")


def split_lines(text: str) -> list[str]:
    """Return the lines of a normalised text; a final line feed opens no further line."""
    lines = text.split("\n")
    if not lines[-1]:
        del lines[-1]
    return lines


class Cursor:
    """A place in one line.

    `start` is the index that everything before belongs to containers, `column` its column;
    `next` is the index of the first character after it that is no space or tab, `indent` how
    many columns lie between. GFM specification, section 2.2 "Tabs".
    """

    __slots__ = ("column", "indent", "line", "next", "start", "tabbed")

    def __init__(self) -> None:
        self.read("")

    def read(self, line: str) -> None:
        """Go to the start of a line."""
        self.line = line
        self.start = self.column = self.indent = 0
        self.tabbed = "\t" in line
        self._look()

    @property
    def is_blank(self) -> bool:
        """Return whether nothing but spaces and tabs is left of the line."""
        return self.next == len(self.line)

    @property
    def rest(self) -> str:
        """Return the line from here on, indentation included."""
        return self.line[self.start :]

    @property
    def text(self) -> str:
        """Return the line from its next character on."""
        return self.line[self.next :]

    def skip_indent(self) -> None:
        """Go to the next character that is no space or tab."""
        self.column += self.indent
        self.start = self.next
        self.indent = 0

    def skip(self, characters: int) -> None:
        """Go over the indentation and so many characters after it, none of them a tab."""
        self.column += self.indent + characters
        self.start = self.next + characters
        self._look()

    def skip_columns(self, columns: int) -> None:
        """Go over so much of the indentation; a tab that is cut leaves spaces behind."""
        columns = min(columns, self.indent)
        if self.tabbed:
            self._untab(columns)
        self.start += columns
        self.column += columns
        self.indent -= columns

    def _look(self) -> None:
        self.next = end_of(_BLANKS, self.line, self.start)
        self.indent = self.next - self.start
        if self.tabbed and self.indent:
            self.indent = self._columns(self.next)

    def _columns(self, end: int) -> int:
        column = self.column
        for character in self.line[self.start : end]:
            column += TAB_STOP - column % TAB_STOP if character == "\t" else 1
        return column - self.column

    def _untab(self, columns: int) -> None:
        """Write the tabs within so many columns as spaces."""
        end, column = self.start, self.column
        while column < self.column + columns:
            column += TAB_STOP - column % TAB_STOP if self.line[end] == "\t" else 1
            end += 1
        spaces = column - self.column
        self.line = self.line[: self.start] + " " * spaces + self.line[end:]
        self.next += spaces - (end - self.start)
