"""Words for states, kinds and counts, as the window and a screen reader say them."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from coursetracker.course.choices import Shape
from coursetracker.course.outline import Item, Kind, State
from coursetracker.problems import QT_TRANSLATE_NOOP
from coursetracker.progress.grades import Result
from coursetracker.progress.rollup import Progress, Tally

FITS_MENU = 80
"""Letters that an entry of a menu may have."""

if TYPE_CHECKING:
    from coursetracker.markdown.words import Words


def state_word(state: State) -> str:
    """Return a state in words."""
    return {
        State.NOT_STARTED: QCoreApplication.translate("Words", "not started"),
        State.IN_PROGRESS: QCoreApplication.translate("Words", "in progress"),
        State.DONE: QCoreApplication.translate("Words", "done"),
        State.SKIPPED: QCoreApplication.translate("Words", "skipped"),
    }[state]


def state_name(state: State) -> str:
    """Return a state as it stands in a menu or on a button."""
    return {
        State.NOT_STARTED: QCoreApplication.translate("Words", "Not started"),
        State.IN_PROGRESS: QCoreApplication.translate("Words", "In progress"),
        State.DONE: QCoreApplication.translate("Words", "Done"),
        State.SKIPPED: QCoreApplication.translate("Words", "Skipped"),
    }[state]


def kind_word(kind: Kind) -> str:
    """Return a kind of item in words."""
    return {
        Kind.WEEK: QCoreApplication.translate("Words", "week"),
        Kind.SECTION: QCoreApplication.translate("Words", "section"),
        Kind.LESSON: QCoreApplication.translate("Words", "lesson"),
        Kind.ASSESSMENT: QCoreApplication.translate("Words", "assessment"),
    }[kind]


def shape_word(shape: Shape) -> str:
    """Return what lessons look like, in words."""
    return {
        Shape.HEADINGS: QCoreApplication.translate("Words", "Headings"),
        Shape.TASKS: QCoreApplication.translate("Words", "Checkboxes"),
        Shape.ROWS: QCoreApplication.translate("Words", "Table rows"),
        Shape.BULLETS: QCoreApplication.translate("Words", "Bullets"),
        Shape.FILES: QCoreApplication.translate("Words", "Files"),
    }[shape]


def result_word(result: Result) -> str:
    """Return the result of an assessment in words."""
    return {
        Result.OPEN: QCoreApplication.translate("Words", "open"),
        Result.PASSED: QCoreApplication.translate("Words", "passed"),
        Result.FAILED: QCoreApplication.translate("Words", "not passed"),
    }[result]


def count(tally: Tally) -> str:
    """Return how much is done, as in "5 of 16"; nothing of what is optional or skipped counts."""
    if not tally.counted:
        return QCoreApplication.translate("Words", "not counted")
    return QCoreApplication.translate("Words", "{done} of {counted}").format(
        done=tally.done, counted=tally.counted
    )


def day(moment: datetime) -> str:
    """Return the day of a moment, as the learner's language writes it."""
    return date_words(moment.astimezone().date())


def date_words(day: date) -> str:
    """Return a day with its year, as the learner's language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def short_date(day: date, today: date) -> str:
    """Return a day, with its year where that is another than today's."""
    if day.year != today.year:
        return date_words(day)
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def due(day: date, today: date, *, overdue: bool) -> str:
    """Return when something is due: today, on a day, or since when it is overdue."""
    say = partial(QCoreApplication.translate, "Words")
    if overdue:
        sentence = say(QT_TRANSLATE_NOOP("Words", "overdue since {day}"))
    elif day == today:
        sentence = say(QT_TRANSLATE_NOOP("Words", "due today"))
    else:
        sentence = say(QT_TRANSLATE_NOOP("Words", "due {day}"))
    return sentence.format(day=short_date(day, today))


def moment(at: datetime) -> str:
    """Return a moment as day and time, as the learner's language writes them."""
    local = at.astimezone()
    time = QTime(local.hour, local.minute, local.second)
    return f"{day(at)}, {QLocale().toString(time, QLocale.FormatType.ShortFormat)}"


def mark(progress: Progress, item: Item) -> str:
    """Return the word that stands beside a lesson: that it has changed, or does not count."""
    if item.id in progress.outdated:
        return QCoreApplication.translate("Words", "changed")
    if progress.state(item.id) is State.SKIPPED:
        return state_word(State.SKIPPED)
    if progress.is_optional(item):
        return QCoreApplication.translate("Words", "optional")
    return ""


def percent(share: float) -> str:
    """Return a share (0 to 1) in percent, as the learner's language writes it."""
    return percent_points(100 * share)


def percent_points(points: float) -> str:
    """Return percentage points (0 to 100) with at most one decimal, and the sign."""
    whole = abs(points - round(points)) < 0.05
    points = float(points)  # Qt takes a whole number for another kind, and ends the program
    return QLocale().toString(points, "f", 0 if whole else 1) + "\N{NO-BREAK SPACE}%"


def short(text: str) -> str:
    """Return a text that fits into a menu: cut in the middle, where it is long."""
    half = FITS_MENU // 2
    return text if len(text) <= FITS_MENU else f"{text[:half].rstrip()}…{text[-half:].lstrip()}"


def verbatim(*lines: str) -> str:
    """Return lines so that a tip or a message box shows them as they are.

    Qt takes a plain text with markup in it for HTML, and reads the files that it names.
    """
    escaped = (line.replace("&", "&amp;").replace("<", "&lt;") for line in lines if line)
    return f"<qt>{'<br>'.join(escaped)}</qt>"


def spoken(progress: Progress, item: Item) -> str:
    """Return what a screen reader says of an item: title, kind, state and counts."""
    outline = progress.outline
    parts = [item.title]
    if item.kind is not Kind.WEEK:
        parts.append(kind_word(item.kind))
    if outline.is_leaf(item.id):
        parts.append(state_word(progress.state(item.id)))
        if item.id in progress.outdated:
            parts.append(QCoreApplication.translate("Words", "changed since you finished"))
        if progress.is_optional(item):
            parts.append(QCoreApplication.translate("Words", "optional"))
    elif progress.state(item.id) is State.SKIPPED:
        parts.append(state_word(State.SKIPPED))
    else:
        parts.append(
            QCoreApplication.translate("Words", "{count} done").format(
                count=count(progress.tally(item.id))
            )
        )
    if progress.standing(item.id).has_note:
        parts.append(QCoreApplication.translate("Words", "has a note"))
    return ", ".join(parts)


def page_words() -> "Words":
    """Return what pages say beside their text."""
    from coursetracker.markdown.words import Words  # noqa: PLC0415  not for the first paint

    return Words(
        note=QCoreApplication.translate("Page", "Note"),
        tip=QCoreApplication.translate("Page", "Tip"),
        important=QCoreApplication.translate("Page", "Important"),
        warning=QCoreApplication.translate("Page", "Warning"),
        caution=QCoreApplication.translate("Page", "Caution"),
        details=QCoreApplication.translate("Page", "Details"),
        diagram=QCoreApplication.translate("Page", "A diagram, shown as its source"),
        back=QCoreApplication.translate("Page", "Back to the text"),
        part=QCoreApplication.translate("Page", "This is a part of a very long page."),
        more=QCoreApplication.translate("Page", "Show more"),
    )
