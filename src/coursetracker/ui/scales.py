"""Where the marks of an axis stand: few of them, and at values that people count by."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil, floor, log10

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


def values(top: float, most: int, *, whole: bool) -> list[float]:
    """Return at most so many values (two or more) from 0 up to the first one not below `top`.

    They are apart by 1, 2 or 5 times a power of ten; of `whole` ones by 1 at least.
    """
    top = max(top, 1.0 if whole else 0.1)
    rough = top / max(most - 1, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in (1, 2, 5, 10, 20) if top / (each * power) <= most - 1)
    step = max(step, 1.0) if whole else step
    return [step * number for number in range(ceil(top / step - 1e-9) + 1)]


def days(first: date, last: date, most: int) -> list[date]:
    """Return at most so many days between two, apart by days, weeks, months or years alike."""
    span = (last - first).days
    for step in _DAYS:
        if span // step + 1 <= most:
            return [first + timedelta(days=step * n) for n in range(span // step + 1)]
    for months in _MONTHS:
        found = list(_firsts(first, last, months))
        if len(found) <= most:
            return found
    return [first]


def _firsts(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the first days of every so many months, counted from a January."""
    month = first.year * 12 + first.month - (first.day == 1)
    month += -month % step
    while date(month // 12, month % 12 + 1, 1) <= last:
        yield date(month // 12, month % 12 + 1, 1)
        month += step
