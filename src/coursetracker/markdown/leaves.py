"""The leaf blocks that take more than one line (GFM specification, chapter 4)."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import SubElement

from coursetracker.markdown.containers import OpenBlocks
from coursetracker.markdown.html_blocks import Kind
from coursetracker.markdown.lines import Cursor, end_of
from coursetracker.markdown.references import take_definitions

CODE_INDENT = 4
_BLANK = " \t"
_FIRST_WORD = re.compile(r"[^ \t]*+")


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines of text without their indentation; the first is number `line`."""

    line: int
    lines: list[str]

    def takes(self, cursor: Cursor) -> bool:
        """Return False: a line of a paragraph may open another block."""
        del cursor
        return False

    def close(self, opened: OpenBlocks) -> None:
        """Append the paragraph unless it holds nothing but definitions."""
        text = self.text_without_definitions(opened)
        if text:
            paragraph = SubElement(opened.stack[-1].element, "p", {"data-line": str(self.line)})
            paragraph.text = text

    def text_without_definitions(self, opened: OpenBlocks) -> str:
        """Take the definitions off the paragraph's beginning, and return what is left of it."""
        text = "\n".join(self.lines)
        if text.startswith("["):
            end = take_definitions(text, opened.references)
            self.line += text.count("\n", 0, end)
            text = text[end:]
            self.lines = text.split("\n") if text else []
        return text.rstrip(_BLANK)


@dataclass(slots=True, eq=False)
class IndentedCode:
    """An indented code block."""

    line: int
    lines: list[str]

    def takes(self, cursor: Cursor) -> bool:
        """Add a line that is indented, or blank."""
        if cursor.indent < CODE_INDENT and not cursor.is_blank:
            return False
        cursor.skip_columns(CODE_INDENT)
        self.lines.append(cursor.rest)
        return True

    def close(self, opened: OpenBlocks) -> None:
        """Append the code without the blank lines at its end."""
        while not self.lines[-1].strip(_BLANK):
            self.lines.pop()
        _append_code(opened, self.line, self.lines)


@dataclass(slots=True, eq=False)
class FencedCode:
    """A code block between fences; `indent` is the opening fence's, `info` what stands after it."""

    line: int
    fence: str
    indent: int
    info: str
    lines: list[str]
    is_closed: bool = False

    def takes(self, cursor: Cursor) -> bool:
        """Add a line of code, or find the closing fence."""
        if self.is_closed:
            return False
        self.is_closed = self._is_closing(cursor)
        if not self.is_closed:
            cursor.skip_columns(self.indent)
            self.lines.append(cursor.rest)
        return True

    def close(self, opened: OpenBlocks) -> None:
        """Append the code with its language as a class."""
        language = self.info[: end_of(_FIRST_WORD, self.info, 0)]
        _append_code(opened, self.line, self.lines, language)

    def _is_closing(self, cursor: Cursor) -> bool:
        if cursor.indent >= CODE_INDENT or not cursor.line.startswith(self.fence, cursor.next):
            return False
        return not cursor.text.rstrip(_BLANK).strip(self.fence[0])


@dataclass(slots=True, eq=False)
class RawHtml:
    """A block of raw HTML."""

    line: int
    kind: Kind
    lines: list[str]
    is_closed: bool = False

    def takes(self, cursor: Cursor) -> bool:
        """Add a line unless the block has ended."""
        if self.is_closed or (self.kind.end is None and cursor.is_blank):
            return False
        self.add(cursor)
        return True

    def add(self, cursor: Cursor) -> None:
        """Add a line, and see whether it ends the block."""
        self.lines.append(cursor.rest)
        self.is_closed = bool(self.kind.end and self.kind.end.search(cursor.line, cursor.start))

    def close(self, opened: OpenBlocks) -> None:
        """Append the HTML verbatim."""
        raw = SubElement(opened.stack[-1].element, "raw", {"data-line": str(self.line)})
        raw.text = "\n".join(self.lines)


def _append_code(opened: OpenBlocks, line: int, lines: list[str], language: str = "") -> None:
    pre = SubElement(opened.stack[-1].element, "pre", {"data-line": str(line)})
    code = SubElement(pre, "code", {"class": f"language-{language}"} if language else {})
    code.text = "".join(f"{text}\n" for text in lines)
