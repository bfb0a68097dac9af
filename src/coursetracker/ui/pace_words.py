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
from coursetracker.ui import words

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


def number(value: float) -> str:
    """Return a number with at most one decimal."""
    whole = abs(value - round(value)) < 0.05
    return QLocale().toString(float(value), "f", 0 if whole else 1)


def lessons(amount: float) -> str:
    """Return an amount of lessons."""
    return words.lessons(round(amount))


def hours(amount: float) -> str:
    """Return an amount of hours."""
    told = number(amount)
    if told == number(1):
        return translate("Pace", "1 hour")
    return translate("Pace", "{count} hours").format(count=told)


def headline(pace: Pace) -> str:
    """Say how much is done, and how much of it in a week."""
    done, total = round(pace.lessons.done), round(pace.lessons.total)
    told = [
        translate("Pace", "{done} of {lessons} done").format(
            done=QLocale().toString(done), lessons=words.lessons(total)
        )
    ]
    if pace.hours is not None:
        hours_done = translate("Pace", "{done} of {hours}")
        told.append(hours_done.format(done=number(pace.hours.done), hours=hours(pace.hours.total)))
    if pace.weekly:
        told.append(_weekly(pace.weekly))
    return " · ".join(told)


def _weekly(lessons: float) -> str:
    told = number(lessons)
    if told == number(1):
        return translate("Pace", "1 lesson a week lately")
    return translate("Pace", "{count} lessons a week lately").format(count=told)


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
    if not streak.longest:
        return translate("Pace", "A streak begins with the first lesson you finish.")
    if not streak.current:
        broken = translate(
            "Pace", "No streak now: the next lesson you finish begins one. Longest so far: {days}."
        )
        return broken.format(days=_days(streak.longest))
    told = [
        translate("Pace", "Streak: {days} in a row, {longest} at most.").format(
            days=_days(streak.current), longest=_days(streak.longest)
        )
    ]
    if habits.rests_on(today):
        told.append(translate("Pace", "Today is a planned day of rest."))
    elif not streak.studied_today:
        told.append(translate("Pace", "Today you have not finished a lesson yet."))
    return " ".join(told)


def _days(count: int) -> str:
    if count == 1:
        return translate("Pace", "1 day")
    return translate("Pace", "{count} days").format(count=QLocale().toString(count))
