"""How long a lesson takes, where its line says so, in English and Spanish."""

import re

_AMOUNT = r"(\d+(?:[.,]\d+)?)(?:\s*(?:[-–]|to|a)\s*(\d+(?:[.,]\d+)?))?"
_HOURS = r"(?:h|hs|hrs?|hours?|horas?)"
_MINUTES = r"(?:m|mins?|minutes?|minutos?)"
_WEEK = r"(?:weeks?|wks?|semanas?)"
_EACH = rf"(?:/|\s+(?:per|an?|each|por|a\s+la)\s+|\s+)\s*{_WEEK}"

_WEEKS = re.compile(rf"{_AMOUNT}[\s-]*{_WEEK}\b", re.IGNORECASE)
_WEEKLY = re.compile(rf"{_AMOUNT}\s*(?:({_HOURS})|{_MINUTES}){_EACH}\b", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(
    rf"(\d+)\s*{_HOURS}\s*(?:,|and|y)?\s*(\d+)\s*{_MINUTES}?\b", re.IGNORECASE
)
_TIME = re.compile(rf"{_AMOUNT}[\s-]*(?:({_HOURS})|{_MINUTES})\b(?!\s*/)", re.IGNORECASE)

_LONGEST = 400
"""So many characters of a line are looked at: the search takes the square of a row of digits."""


def effort_minutes(text: str) -> int | None:
    """Return the minutes of work that a line names, None where it names none.

    Weeks count only with the hours of each: "10 weeks, 6-10 hours/week" is 4800. Of a range
    the middle is taken.
    """
    text = text[:_LONGEST]
    if not any(map(str.isdigit, text)):
        return None
    weekly = _WEEKLY.search(text)
    if weekly:
        weeks = _WEEKS.search(text)
        return round(_minutes(weekly) * _middle(weeks)) if weeks else None
    both = _HOURS_AND_MINUTES.search(text)
    if both:
        return int(both[1]) * 60 + int(both[2])
    one = _TIME.search(text)
    return round(_minutes(one)) if one else None


def _minutes(found: re.Match[str]) -> float:
    return _middle(found) * (60 if found[3] else 1)


def _middle(found: re.Match[str]) -> float:
    ends = [float(number.replace(",", ".")) for number in found.group(1, 2) if number]
    return sum(ends) / len(ends)
