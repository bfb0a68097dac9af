"""Due dates for calendars: iCalendar by RFC 5545, an event of a whole day for each.

An event keeps its name for ever, so that a calendar that takes in a newer file moves what it has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from unicodedata import category

from coursetracker.course.outline import Item
from coursetracker.export import labels
from coursetracker.export.wording import Wording
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem, Say
from coursetracker.progress.grades import USUAL, Rules
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import is_waiting, watched

_LONGEST = 75
"""How many octets a line may have (RFC 5545, 3.1)."""
_NO_DATES = QT_TRANSLATE_NOOP(
    "Problem",
    "“{course}” has no due dates, so there is nothing for a calendar. Choose Course > Study plan… "
    "to make a plan first.",
)
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What a calendar says beside the progress; `due` and `uids` are by item.

    `at` is the moment at which it is made, in any time zone.
    """

    course: str
    at: datetime
    due: Mapping[int, date]
    uids: Mapping[int, str]
    rules: Rules = USUAL


def calendar(progress: Progress, facts: CalendarFacts, say: Say) -> bytes:
    """Return when weeks, assessments and what has a date by hand are due, the first due first.

    What is done has a tick before its title. Raises Problem where nothing has a date.
    """
    course, due = facts.course, facts.due
    items = [progress.outline.item(each) for each in watched(progress, due)]
    if not items:
        raise Problem(_NO_DATES, course=course)
    stamp = f"{facts.at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CourseTracker//CourseTracker//EN",
        f"NAME:{_text(course)}",
        f"X-WR-CALNAME:{_text(course)}",
    ]
    for item in sorted(items, key=lambda item: due[item.id]):
        done = not is_waiting(progress, item.id, facts.rules.counting)
        title = Wording(say).title(item, progress.outline) or say(labels.UNTITLED)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{facts.uids[item.id]}@coursetracker",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{due[item.id]:%Y%m%d}",
            f"SUMMARY:{_text(f'✓ {title}' if done else title)}",
            f"DESCRIPTION:{_text(_place(progress, item, course))}",
            f"CATEGORIES:{_text(course)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _place(progress: Progress, item: Item, course: str) -> str:
    """Return where an item stands: the course, and the titles above it."""
    above = [each.title for each in progress.outline.ancestors(item.id)]
    return "\n".join((course, *reversed(above)))


def _text(text: str) -> str:
    """Return a text as a value of a property, without what no value may hold."""
    kept = "".join(c for c in text if c == "\n" or category(c) not in ("Cc", "Cs"))
    return kept.translate(_ESCAPED)


def _folded(line: str) -> Iterator[bytes]:
    """Yield the lines that a long one is broken into; no character is torn apart."""
    part = b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > _LONGEST:
            yield part
            part = b" "
        part += octets
    yield part
