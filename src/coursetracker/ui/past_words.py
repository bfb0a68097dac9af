"""What was done, as sentences of a history."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import cast

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from coursetracker.course.outline import State
from coursetracker.progress.past import Entry
from coursetracker.progress.standings import Event, EventKind, attempts_of
from coursetracker.ui import words
from coursetracker.ui.session import OPENED

NAMED = 3
"""So many of several lessons are named."""

_SCORES = (EventKind.SCORE, EventKind.ATTEMPTS, EventKind.PASS_MARK)
Named = tuple[str, str]
"""A sentence about one lesson, and the same about several."""


class PastWords(QObject):
    """Tells entries in the learner's language."""

    def told(self, entry: Entry, title: Callable[[int, str], str]) -> str:
        """Return an entry as a sentence; `title` has an item's title now, by its author's."""
        one, many = self._sentences(entry)
        if len(entry.titles) > 1:
            return many
        first, authored = entry.events[0], entry.titles[entry.item]
        own = authored if first.kind is EventKind.TITLE else title(first.item, authored)
        return one.format(title=own, **self._facts(first))

    def detailed(self, entry: Entry, title: Callable[[int, str], str]) -> str:
        """Return an entry as a sentence that names the first of several lessons."""
        told = self.told(entry, title)
        if len(entry.titles) == 1:
            return told
        first = [title(*each) for each in islice(entry.titles.items(), NAMED)]
        more = "…" if len(entry.titles) > NAMED else ""
        return f"{told}: {', '.join(first)}{more}"

    def day(self, day: date) -> str:
        """Return the heading of a day, as in "Monday, 2 March 2026"."""
        long = QLocale.FormatType.LongFormat
        text = QLocale().toString(QDate(day.year, day.month, day.day), long)
        return text[:1].upper() + text[1:]

    def time(self, entry: Entry) -> str:
        """Return when on its day something was done, by the clock of where the learner was."""
        short = QLocale.FormatType.ShortFormat
        return QLocale().toString(QTime(entry.at.hour, entry.at.minute), short)

    def moment(self, entry: Entry) -> str:
        """Return day, time and time zone of an entry."""
        zone = entry.at.strftime("%z")
        when = self.tr("{day}, {time} (UTC{zone})")
        zone = f"{zone[:3]}:{zone[3:5]}".replace("-", "\N{MINUS SIGN}")
        return when.format(day=self.day(entry.at.date()), time=self.time(entry), zone=zone)

    def taken_back(self, entry: Entry) -> str:
        """Return that an entry was taken back; empty where it holds."""
        if entry.taken_back_at is None:
            return ""
        return self.tr("undone on {day}").format(day=words.day(entry.taken_back_at))

    def _sentences(self, entry: Entry) -> Named:
        count = len(entry.titles)
        kinds = {(event.kind, *_sorts(event)) for event in entry.events}
        if len(kinds) > 1:
            sources = {str(event.value.get("from", "")) for event in entry.events}
            return self._by_source(sources.pop() if len(sources) == 1 else "", count)
        event = entry.events[0]
        if event.kind is EventKind.STATE:
            return self._of_state(event, count)
        return self._of_kind(count).get(_key(event), self._changed(count))

    def _changed(self, count: int) -> Named:
        return self.tr("Changed “{title}”"), self.tr("Changed %Ln lessons", "", count)

    def _by_source(self, source: str, count: int) -> Named:
        """Return what something else than a tick has done."""
        return {
            "file": (
                self.tr("“{title}” came marked in the course's file"),
                self.tr("%Ln lessons came marked in the course's file", "", count),
            ),
            "lost & found": (
                self.tr("Attached what was lost to “{title}”"),
                self.tr("Attached what was lost to %Ln lessons", "", count),
            ),
            OPENED: (
                self.tr("Began to read “{title}”"),
                self.tr("Began to read %Ln lessons", "", count),
            ),
        }.get(source, self._changed(count))

    def _of_state(self, event: Event, count: int) -> Named:
        source = str(event.value.get("from", ""))
        if source:
            return self._by_source(source, count)
        return {
            State.NOT_STARTED: (
                self.tr("Marked “{title}” not done"),
                self.tr("Marked %Ln lessons not done", "", count),
            ),
            State.IN_PROGRESS: (
                self.tr("Marked “{title}” in progress"),
                self.tr("Marked %Ln lessons in progress", "", count),
            ),
            State.DONE: (
                self.tr("Marked “{title}” done"),
                self.tr("Marked %Ln lessons done", "", count),
            ),
            State.SKIPPED: (
                self.tr("Skipped “{title}”"),
                self.tr("Skipped %Ln lessons", "", count),
            ),
        }[State(str(event.value["state"]))]

    def _of_kind(self, count: int) -> Mapping[tuple[EventKind, bool], Named]:
        """Return the sentences for a value that is set (True), and for one that is cleared."""
        as_written = (
            self.tr("Restored “{title}” to the author's version"),
            self.tr("Restored %Ln lessons to the author's version", "", count),
        )
        still = (
            self.tr("Confirmed that “{title}” is still done"),
            self.tr("Confirmed that %Ln lessons are still done", "", count),
        )
        changed = self._changed(count)
        return {
            (EventKind.SCORE, True): (self.tr("Scored {score} in “{title}”"), changed[1]),
            (EventKind.SCORE, False): (self.tr("Cleared the score of “{title}”"), changed[1]),
            (EventKind.ATTEMPTS, True): (self.tr("Scored {score} in “{title}”"), changed[1]),
            (EventKind.ATTEMPTS, False): (
                self.tr("Removed an attempt at “{title}”"),
                changed[1],
            ),
            (EventKind.PASS_MARK, True): (
                self.tr("Set the pass mark of “{title}” to {score}"),
                changed[1],
            ),
            (EventKind.DUE_ON, True): (
                self.tr("Set the due date of “{title}” to {due}"),
                self.tr("Set a due date for %Ln lessons", "", count),
            ),
            (EventKind.DUE_ON, False): (
                self.tr("Removed the due date of “{title}”"),
                self.tr("Removed the due dates of %Ln lessons", "", count),
            ),
            (EventKind.OPTIONAL, True): (
                self.tr("Made “{title}” optional"),
                self.tr("Made %Ln lessons optional", "", count),
            ),
            (EventKind.OPTIONAL, False): (
                self.tr("Made “{title}” no longer optional"),
                self.tr("Made %Ln lessons no longer optional", "", count),
            ),
            (EventKind.TITLE, True): (self.tr("Renamed “{title}” to “{own}”"), changed[1]),
            (EventKind.TITLE, False): as_written,
            (EventKind.KIND, True): (self.tr("Changed the kind of “{title}”"), changed[1]),
            (EventKind.KIND, False): as_written,
            (EventKind.WEEK, True): (self.tr("Moved “{title}” to another week"), changed[1]),
            (EventKind.WEEK, False): as_written,
            (EventKind.HIDDEN, True): (
                self.tr("Hid “{title}”"),
                self.tr("Hid %Ln lessons", "", count),
            ),
            (EventKind.HIDDEN, False): (self.tr("Brought “{title}” back"), changed[1]),
            (EventKind.STILL_DONE, True): still,
            (EventKind.STILL_DONE, False): still,
        }

    def _facts(self, event: Event) -> dict[str, str]:
        """Return what a sentence says besides the title."""
        value = event.value.get(event.kind.value)
        if event.kind is EventKind.ATTEMPTS:
            taken = attempts_of(cast("Sequence[Sequence[object]]", event.value["taken"]))
            value = taken[-1].score if taken else None
        if value is None:
            return {}
        if event.kind in _SCORES and isinstance(value, int | float):
            return {"score": words.percent_points(value)}
        if event.kind is EventKind.DUE_ON:
            day = date.fromisoformat(str(value))
            return {"due": words.date_words(day)}
        return {"own": str(value)} if event.kind is EventKind.TITLE else {}


def _key(event: Event) -> tuple[EventKind, bool]:
    if event.kind is EventKind.ATTEMPTS:
        return event.kind, bool(event.value["taken"])
    return event.kind, bool(event.value.get(event.kind.value) not in (None, False))


def _sorts(event: Event) -> tuple[object, object]:
    """Return what two events of an action must share to be told in one sentence."""
    said = event.value.get("state", _key(event)[1])
    return said, event.value.get("from")
