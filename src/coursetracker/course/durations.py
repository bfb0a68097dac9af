"""How long a lesson takes, where its line says so, in English and Spanish."""

import re

_NUMBER = r"\d+(?:[.,]\d{1,2}(?!\d))?"
_AMOUNT = rf"(?<![\d.,])({_NUMBER})(?:\s*(?:[-–]|to|a)\s*({_NUMBER}))?"
_HOURS = r"(?:h|hs|hrs?|hours?|horas?)"
_MINUTES = r"(?:(?-i:m)|mins?|minutes?|minutos?)"
_WEEK = r"(?:weeks?|wks?|semanas?)"
_EACH = rf"(?:(?:/|\s+(?:per|an?|each|por|a\s+la)\s+|\s+)\s*{_WEEK}|\s+(?:weekly|semanales))"

_WEEKS = re.compile(rf"{_AMOUNT}[\s-]*{_WEEK}\b", re.IGNORECASE)
_WEEKLY = re.compile(rf"{_AMOUNT}\s*(?:({_HOURS})|{_MINUTES}){_EACH}\b", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(
    rf"\b(\d+)\s*(?:{_HOURS}\s*(?:,|and|y)?\s*(\d+)\s*{_MINUTES}|h(\d\d))\b", re.IGNORECASE
)
_AND_A_HALF = re.compile(
    rf"\b(?:(\d+)|una?|an?|one)\s*(?:{_HOURS}\s+(?:y\s+media|and\s+a\s+half)"
    rf"|(?:½|y\s+media|and\s+a\s+half)\s*{_HOURS})\b",
    re.IGNORECASE,
)
_HALF_AN_HOUR = re.compile(
    r"\b(?:half\s+an\s+hour|media\s+hora)\b|½\s*(?:h|hours?|hora)\b", re.IGNORECASE
)
_AN_HOUR = re.compile(r"\b(?:una\s+hora|an\s+hour|one\s+hour)\b", re.IGNORECASE)
_TIME = re.compile(rf"{_AMOUNT}[\s-]*(?:({_HOURS})|{_MINUTES})\b(?!\s*/)", re.IGNORECASE)

_LONGEST = 400
"""So many characters of a line are looked at: the search takes the square of a row of digits."""

_MOST = 1000 * 60
"""Who names more minutes at once speaks of something else than work on a lesson."""


def effort_minutes(text: str) -> int | None:
    """Return the minutes of work that a line names, None where it names none.

    Weeks count only with the hours of each: "10 weeks, 6-10 hours/week" is 4800. Of a range
    the middle is taken.
    """
    text = text[:_LONGEST]
    weekly = _WEEKLY.search(text)
    if weekly:
        weeks = _WEEKS.search(text)
        return round(_minutes(weekly) * _middle(weeks)) if weeks else None
    minutes = _at_once(text)
    return minutes if minutes is not None and minutes <= _MOST else None


def _at_once(text: str) -> int | None:
    """Return the minutes that a line names as one time."""
    if found := _AND_A_HALF.search(text):
        return int(found[1] or 1) * 60 + 30
    if found := _HOURS_AND_MINUTES.search(text):
        return int(found[1]) * 60 + int(found[2] or found[3])
    if found := _TIME.search(text):
        return round(_minutes(found))
    if _HALF_AN_HOUR.search(text):
        return 30
    return 60 if _AN_HOUR.search(text) else None


def _minutes(found: re.Match[str]) -> float:
    return _middle(found) * (60 if found[3] else 1)


def _middle(found: re.Match[str]) -> float:
    ends = [float(number.replace(",", ".")) for number in found.group(1, 2) if number]
    return sum(ends) / len(ends)
