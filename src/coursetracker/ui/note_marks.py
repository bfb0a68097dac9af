"""What the keys of the note's editor do to Markdown: marks around words and in front of lines."""

import re
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

_ITEM = re.compile(r"(\s*(?:>\s?)*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(\s*(?:>\s?)+)")
_LEADING = re.compile(r"\s*(?:>\s?)*")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
_STEP = 4
"""So many columns Tab goes on where there is no list."""

PART = 1600
"""So many characters of a long note its preview shows while it is typed: more than has room."""


class Edit(NamedTuple):
    """A text that replaces another, and what of it is selected then."""

    text: str
    start: int
    end: int


def wrapped(text: str, start: int, end: int, mark: str) -> Edit:
    """Put a mark around what is selected of a text, or take it away where it is there.

    With nothing selected it is the word at that place, and with no word the marks alone.
    """
    if start == end:
        start, end = _word(text, start)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    size = len(mark)
    if _is_marked(text[:start][::-1], mark) and _is_marked(text[end:], mark):
        whole = text[: start - size] + text[start:end] + text[end + size :]
        return Edit(whole, start - size, end - size)
    whole = text[:start] + mark + text[start:end] + mark + text[end:]
    return Edit(whole, start + size, end + size)


def _is_marked(beside: str, mark: str) -> bool:
    """Return whether a text begins with a mark: one star of two is no mark for italics."""
    stars = len(beside) - len(beside.lstrip(mark[0]))
    return stars in (len(mark), 3)


def _word(text: str, at: int) -> tuple[int, int]:
    start = end = at
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def linked(text: str, start: int, end: int, address: str = "") -> Edit:
    """Make a link of what is selected of a text; what is to be typed next is selected then.

    `address` is where it leads if that is known.
    """
    chosen = text[start:end]
    address = address.strip() if _ADDRESS.fullmatch(address.strip()) else ""
    if _ADDRESS.fullmatch(chosen):
        return Edit(f"{text[:start]}[]({chosen}){text[end:]}", start + 1, start + 1)
    whole = f"{text[:start]}[{chosen}]({address}){text[end:]}"
    if not chosen:
        return Edit(whole, start + 1, start + 1)
    place = start + len(chosen) + 3
    return Edit(whole, place, place + len(address))


@dataclass(frozen=True, slots=True)
class Continuation:
    """What Enter makes of a line: the beginning of the next, or the end of its list."""

    begin: str
    ends_list: bool = False


def continued(line: str, at: int) -> Continuation | None:
    """Return how a list or a quote goes on after a line that is cut at a place; None for neither.

    An item that says nothing ends its list.
    """
    item = _ITEM.match(line)
    if item is None:
        quote = _QUOTE.match(line)
        if quote is None or at < quote.end():
            return None
        if not line[quote.end() :].strip():
            return Continuation("", ends_list=True)
        return Continuation(quote[1])
    if at < item.end():
        return None
    if not line[item.end() :].strip():
        return Continuation(item[1] if ">" in item[1] else "", ends_list=True)
    marker = item[2] or f"{int(item[3]) + 1}{item[4]}"
    task = "[ ] " if item[6] else ""
    return Continuation(f"{item[1]}{marker}{item[5]}{task}")


def listed(lines: list[str], *, numbered: bool = False) -> list[str]:
    """Make lines the items of a list, or plain lines where all of them are."""
    wanted = 3 if numbered else 2
    found = [_ITEM.match(line) for line in lines]
    if all(item is not None and item[wanted] for item in found):
        return [line[: item.end(1)] + line[item.end() :] for line, item in _both(lines, found)]
    numbers = count(1)
    made = []
    for line, item in zip(lines, found, strict=True):
        if not line.strip() and len(lines) > 1:
            made.append(line)
            continue
        leading = _LEADING.match(line)
        begin = leading.end() if leading is not None else 0
        rest = line[item.end() :] if item is not None else line[begin:]
        marker = f"{next(numbers)}." if numbered else "-"
        made.append(f"{line[:begin]}{marker} {rest}")
    return made


def _both(lines: list[str], found: list[re.Match[str] | None]) -> list[tuple[str, re.Match[str]]]:
    return [(line, item) for line, item in zip(lines, found, strict=True) if item is not None]


def ticked(lines: list[str]) -> list[str]:
    """Make lines tasks; tasks are ticked, and unticked where all of them are."""
    found = [_ITEM.match(line) for line in lines]
    if all(item is not None and item[6] for item in found):
        done = all(item[6][1] in "xX" for _, item in _both(lines, found))
        box = "[ ]" if done else "[x]"
        return [
            line[: item.start(6)] + box + line[item.start(6) + 3 :]
            for line, item in _both(lines, found)
        ]
    alone = len(lines) == 1
    return [_task(line) if line.strip() or alone else line for line in lines]


def _task(line: str) -> str:
    item = _ITEM.match(line)
    if item is None:
        (line,) = listed([line])
        item = _ITEM.match(line)
    if item is None or item[6]:
        return line
    return f"{line[: item.end()]}[ ] {line[item.end() :]}"


def indented(line: str, at: int) -> tuple[str, int]:
    """Return a line that Tab was pressed in and where the cursor is: an item goes in whole."""
    item = _ITEM.match(line)
    if item is None:
        gap = " " * (_STEP - at % _STEP)
        return line[:at] + gap + line[at:], at + len(gap)
    gap = " " * _deep(item)
    return gap + line, at + len(gap)


def outdented(line: str, at: int) -> tuple[str, int]:
    """Return a line that Shift+Tab was pressed in and where the cursor is."""
    item = _ITEM.match(line)
    most = _STEP if item is None else _deep(item)
    gap = min(most, len(line) - len(line.lstrip(" ")))
    return line[gap:], max(0, at - gap)


def _deep(item: re.Match[str]) -> int:
    """Return how far what belongs to an item stands in: as wide as its marker."""
    return len(item[2] or item[3] + item[4]) + 1


def part_around(text: str, line: int) -> tuple[str, int]:
    """Return what of a long text stands around a line (0-based), and its own first line.

    It begins and ends between blocks, never within fenced code, and has what links refer to.
    """
    if len(text) <= 2 * PART:
        return text, 0
    lines = text.split("\n")
    breaks = _breaks(lines)
    before = after = line
    room = PART // 2
    while before > 0 and (room > 0 or before not in breaks):
        before -= 1
        room -= len(lines[before]) + 1
        if room < -PART:
            break
    room = PART // 2
    while after < len(lines) and (room > 0 or after not in breaks):
        room -= len(lines[after]) + 1
        after += 1
        if room < -PART:
            break
    shown = lines[before:after]
    return "\n".join([*shown, "", *_DEFINITION.findall(text)]), before


def _breaks(lines: list[str]) -> set[int]:
    """Return the lines before which a text may be cut: blank ones outside fenced code."""
    breaks: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        if not line.strip():
            if not fence:
                breaks.add(number)
        elif "``" in line or "~~" in line:
            found = _FENCE.match(line)
            if found and not fence:
                fence = found[1]
            elif found and found[1].startswith(fence):
                fence = ""
    return breaks
