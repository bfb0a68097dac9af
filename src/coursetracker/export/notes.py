"""All notes on a course as one Markdown document, in reading order."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from coursetracker.course.outline import Item, Outline
from coursetracker.markdown import parse
from coursetracker.progress.lost import LostItem

Link = Callable[[Item], str | None]
"""Gives the address that the heading of an item leads to, or None."""

_DEEPEST = 6
_SPECIAL = re.compile(r"([\\`*_\[\]<>#$~!&|])")
_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})", re.MULTILINE)
_END = "\n\n# end"
_CLOSERS = ("", "-->", "</script>", "</style>", "</pre>", "</textarea>", "?>", "]]>", ">")


def notes_as_markdown(
    outline: Outline,
    notes: Mapping[int, str],
    lost: Sequence[LostItem] = (),
    lost_title: str = "Lost & found",
    link: Link | None = None,
) -> str:
    """Return all notes on a course as one document, each under the titles that it stands under.

    What is lost comes last, under a title of its own. Headings within a note are made to fit
    below its lesson's, and no note runs on into what follows it.
    """
    return "\n\n".join(parts_of_notes(outline, notes, lost, lost_title, link)) + "\n"


def parts_of_notes(
    outline: Outline,
    notes: Mapping[int, str],
    lost: Sequence[LostItem] = (),
    lost_title: str = "Lost & found",
    link: Link | None = None,
) -> Iterator[str]:
    """Yield that document heading by heading and note by note; each is Markdown by itself."""
    yield f"# {_text(outline.title)}"
    for item, level in with_notes(outline, notes):
        yield _heading(item, level, link)
        if item.id in notes:
            yield fitted(notes[item.id], level)
    waiting = [each.item for each in lost if each.item.id in notes and each.has_note]
    if waiting:
        yield f"## {_text(lost_title)}"
    for item in waiting:
        yield _heading(item, 3, None)
        yield fitted(notes[item.id], 3)


def with_notes(outline: Outline, notes: Mapping[int, str]) -> Iterator[tuple[Item, int]]:
    """Yield the items with a note and what stands above them, each with its level (2 to 6)."""
    wanted = {item for item in notes if item in outline}
    wanted |= {above.id for item in tuple(wanted) for above in outline.ancestors(item)}
    for item in outline.items:
        if item.id in wanted:
            yield item, min(2 + sum(1 for _ in outline.ancestors(item.id)), _DEEPEST)


def _heading(item: Item, level: int, link: Link | None) -> str:
    address = link(item) if link is not None else None
    title = _text(item.title)
    return f"{'#' * level} {title if address is None else f'[{title}](<{address}>)'}"


def _text(title: str) -> str:
    """Return a title as Markdown that shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(title.split()))


def fitted(note: str, below: int) -> str:
    """Return a note that can stand below a heading of a level, whatever follows it.

    Its own headings go down by as much; what it leaves open is closed.
    """
    lines = note.strip("\n").split("\n")
    document = parse("\n".join(lines))
    if document.front_matter:  # would be none below a heading
        lines = ["", *lines]
        document = parse("\n".join(lines))
    for block in reversed(list(document.root)):
        if block.tag in _HEADINGS:
            _lower(lines, int(block.get("data-line", "1")) - 1, int(block.tag[1]) + below)
    text = "\n".join(lines).strip("\n")
    return text + _closer(text)


def _lower(lines: list[str], at: int, level: int) -> None:
    """Write the heading that begins in a line with another level."""
    marks = "#" * min(level, _DEEPEST)
    found = _ATX.match(lines[at])
    if found:
        lines[at] = marks + lines[at][found.end(1) :]
        return
    after = next((n for n in range(at + 1, len(lines)) if _UNDERLINE.match(lines[n])), None)
    if after is not None:
        words = " ".join(line.strip() for line in lines[at:after])
        lines[at : after + 1] = [f"{marks} {words}"]


def _closer(text: str) -> str:
    """Return what has to follow a text so that a heading after it is one."""
    fences = [found[1] for found in _FENCE.finditer(text)]
    for closer in (*_CLOSERS, *reversed(fences)):
        ended = f"\n{closer}" if closer else ""
        blocks = list(parse(text + ended + _END).root)
        if blocks and blocks[-1].tag == "h1":
            return ended
    return ""
