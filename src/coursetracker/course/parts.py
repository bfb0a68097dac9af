"""A course of several files as one text, from which its files can be told again."""

from collections.abc import Iterable
from dataclasses import dataclass

SEPARATOR = "\x1c"
"""ASCII's own file separator; a line that begins with it names the file that follows."""

CATEGORY = "_category_.json"
"""A file that says where its folder stands and what it is called; it is no lesson."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a course: `line` is the one before its first, 0 where there are no others.

    `path` is relative to the course's folder, with slashes; "" for a course of one file.
    """

    path: str
    line: int
    text: str

    @property
    def end(self) -> int:
        """The first line after the file."""
        return self.line + self.text.count("\n") + 2


def is_joined(text: str) -> bool:
    """Return whether a course's text is that of several files."""
    return text.startswith(SEPARATOR)


def joined(files: Iterable[tuple[str, str]]) -> str:
    """Return the one text that files, each with its path, make; none can pass for another."""
    return "\n".join(f"{SEPARATOR}{_plain(path)}\n{_harmless(text)}" for path, text in files)


def _plain(path: str) -> str:
    return " ".join(path.split()).replace(SEPARATOR, "")


def _harmless(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace(SEPARATOR, "\N{REPLACEMENT CHARACTER}")


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the files of a course's text; a text that was not joined is one file."""
    if not is_joined(text):
        return (Part("", 0, text),)
    parts: list[Part] = []
    line = 1
    for piece in text[1:].split(f"\n{SEPARATOR}"):
        path, _, body = piece.partition("\n")
        parts.append(Part(path, line, body))
        line = parts[-1].end
    return tuple(parts)
