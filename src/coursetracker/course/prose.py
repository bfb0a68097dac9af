"""What a course says, item by item, as plain words: for searching, not for reading.

Marks of Markdown are taken away by their look, without parsing: what that gets wrong is a word
too many or too few. Addresses are left out; names of pictures, code and formulas stay.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby

from coursetracker.course.outline import Outline
from coursetracker.course.parts import SEPARATOR
from coursetracker.markdown.front_matter import front_matter

_NO_WORDS = re.compile(
    r"^[ \t]*(?:```|~~~)[^\n]*$"  # a fence
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+[^\n]*$"  # where a reference leads
    r"|^[ \t|:=*_+-]+$"  # a rule, also below a title or between the rows of a table
    r"|</?[A-Za-z][^<>\n]{0,2000}>",
    re.MULTILINE,
)
_LEADS = re.compile(
    r"^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)]|\[[ xX/-]\])(?=\s))[ \t]*){0,100}(?:#{1,6}(?=\s)[ \t]*)?",
    re.MULTILINE,
)
_LINK = re.compile(
    r"!?\[([^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+){0,100})\]"
    r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]]*\])"
)
_LEADS_HERE = re.compile(r"^[^\w\[\n]*\[[^\[\]\n]*\]\(#[^()\n]*\)\W*$", re.MULTILINE)
"""A line that is only a link into its own file; it leads, and says nothing."""

_ADDRESS = re.compile(r"<?\b(?:https?|ftp|mailto):[^\s<>]+>?|\bwww\.[^\s<>]+")
_EMPHASIS = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # but what is escaped stays
    r"|\*+|~~+|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)"
)
_LONGEST_FRONT_MATTER = 200


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown as one line."""
    text = _NO_WORDS.sub(" ", _without_comments(markdown))
    text = _LEADS.sub("", _LEADS_HERE.sub("", text))
    for _ in range(2):  # a link may hold a picture
        text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(" ", text)
    text = _EMPHASIS.sub(r"\1", text).replace("|", " ")
    return " ".join((unescape(text) if "&" in text else text).split())


def _without_comments(text: str) -> str:
    pieces = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (after := text.find("-->", start)) >= 0:
        pieces.append(text[end:start])
        end = after + 3
    return "".join([*pieces, text[end:]])


def own_texts(outline: Outline, text: str) -> Iterator[tuple[int | None, str]]:
    """Yield the plain words of each item, without those of what hangs under it.

    Under None stands what belongs to no item, such as how the course begins. The title of an
    item is left out where its text begins with it.
    """
    lines = _shown_lines(text)
    own: dict[int | None, list[str]] = {item.id: [] for item in outline.items} | {None: []}
    start = 0
    for item_id, places in groupby(_owners(outline, len(lines))):
        end = start + sum(1 for _ in places)
        own[item_id] += lines[start:end]
        start = end
    titles = {item.id: " ".join(item.title.split()) for item in outline.items}
    for item_id, source in own.items():
        words = plain("\n".join(source))
        title = titles[item_id] if item_id is not None else ""
        yield item_id, words.removeprefix(title).lstrip(" :–—-") if title else words


def _owners(outline: Outline, count: int) -> Sequence[int | None]:
    """Return for each line the innermost item that it belongs to."""
    owners: list[int | None] = [None] * count
    for item in sorted(outline.items, key=lambda item: item.line):  # parents stay before others
        start, end = item.line - 1, min(item.end - 1, count)
        owners[start:end] = [item.id] * max(0, end - start)
    return owners


def _shown_lines(text: str) -> list[str]:
    """Return the lines of a course; names of files and what stands over their text are blank."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    names = [number for number, line in enumerate(lines) if line.startswith(SEPARATOR)]
    for name in names or [-1]:
        _, over = front_matter(lines[name + 1 : name + 1 + _LONGEST_FRONT_MATTER])
        for number in range(max(0, name), name + 1 + over):
            lines[number] = ""
    return lines
