"""What is said of pace, forecast and streak."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from coursetracker.progress.pace import (
    Expected,
    Finished,
    NotBegun,
    Outlook,
    Pace,
    Resting,
    TooEarly,
)
from coursetracker.progress.streak import Habits, Streak
from coursetracker.ui.quantities import Quantities

translate = QCoreApplication.translate


def day(when: date, today: date | None = None) -> str:
    """Return a day as the learner's language writes it; without the year if it is today's."""
    own_year = today is not None and today.year == when.year
    form = "d MMM" if own_year else "d MMM yyyy"
    return QLocale().toString(QDate(when.year, when.month, when.day), form)


def weekday(number: int, *, short: bool = False) -> str:
    """Return a weekday's name; 0 is Monday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(number + 1, form)


def weekdays() -> list[int]:
    """Return the weekdays in the order of the learner's language; 0 is Monday."""
    first = QLocale().firstDayOfWeek().value - 1
    return [(first + number) % 7 for number in range(7)]


def headline(pace: Pace) -> str:
    """Say how much is done, and how much of it in a week."""
    quantities = Quantities()
    done, total = round(pace.lessons.done), round(pace.lessons.total)
    told = [
        translate("Pace", "{done} of {lessons} done").format(
            done=QLocale().toString(done), lessons=quantities.lessons(total)
        )
    ]
    if pace.hours is not None:
        hours_done = translate("Pace", "{done} of {hours}")
        done_hours, all_hours = (
            quantities.decimal(pace.hours.done),
            quantities.hours(pace.hours.total),
        )
        told.append(hours_done.format(done=done_hours, hours=all_hours))
    if pace.weekly:
        told.append(quantities.lessons_a_week(pace.weekly))
    return " · ".join(told)


def outlook(what: Outlook, today: date) -> str:
    """Say when the course may be finished, or why that cannot be told."""
    match what:
        case Expected():
            return _expected(what, today)
        case Finished(on):
            return _finished(on)
        case NotBegun():
            return translate("Pace", "A forecast needs a week in which you finish lessons.")
        case TooEarly(until):
            return _too_early(until, today)
        case Resting(since):
            sentence = translate(
                "Pace",
                "There is no forecast, as you have finished nothing in the last four weeks. "
                "Your last lesson was on {day}.",
            )
            return sentence.format(day=day(since, today))


def _finished(on: date | None) -> str:
    if on is None:
        return translate("Pace", "All lessons are done.")
    return translate("Pace", "You finished all lessons on {day}.").format(day=day(on))


def _too_early(until: date | None, today: date) -> str:
    if until is None:
        return translate("Pace", "It is too early for a forecast: finish lessons on one more day.")
    sentence = translate("Pace", "It is too early for a forecast: there will be one from {day} on.")
    return sentence.format(day=day(until, today))


def _expected(what: Expected, today: date) -> str:
    if what.earliest is None:
        return translate(
            "Pace", "If you go on as in the last four weeks, this takes more than five years."
        )
    if what.latest is None:
        sentence = translate(
            "Pace",
            "If you go on as in the last four weeks, you finish on {first} at the earliest; "
            "the latest day cannot be told.",
        )
        return sentence.format(first=day(what.earliest, today))
    if what.earliest == what.latest:
        sentence = translate(
            "Pace", "If you go on as in the last four weeks, you finish on {first}."
        )
        return sentence.format(first=day(what.earliest, today))
    sentence = translate(
        "Pace", "If you go on as in the last four weeks, you finish between {first} and {last}."
    )
    same_year = what.earliest.year == what.latest.year == today.year
    shown_for = today if same_year else None
    first, last = day(what.earliest, shown_for), day(what.latest, shown_for)
    return sentence.format(first=first, last=last)


def streak(streak: Streak, today: date, habits: Habits) -> str:
    """Say how many days there are in a row, and what becomes of that today."""
    days = Quantities().days
    if not streak.longest:
        return translate("Pace", "A streak begins with the first lesson you finish.")
    if not streak.current:
        broken = translate(
            "Pace", "No streak now: the next lesson you finish begins one. Longest so far: {days}."
        )
        return broken.format(days=days(streak.longest))
    told = [
        translate("Pace", "Streak: {days} in a row (longest: {longest}).").format(
            days=days(streak.current), longest=days(streak.longest)
        )
    ]
    if habits.rests_on(today):
        told.append(translate("Pace", "Today is a planned day of rest."))
    elif not streak.studied_today:
        told.append(translate("Pace", "Today you have not finished a lesson yet."))
    return " ".join(told)
