from datetime import date

import pytest

from coursetracker.course.outline import Item, Kind, Outline, Week
from coursetracker.export.wording import Wording
from export.courses import english, spanish

ENGLISH, SPANISH = Wording(english), Wording(spanish)
SPACE = "\N{NO-BREAK SPACE}"


def test_dates_are_written_in_the_order_of_the_language() -> None:
    day = date(2026, 11, 3)

    assert ENGLISH.long_date(day) == "3 November 2026"
    assert SPANISH.long_date(day) == "3 de noviembre de 2026"
    assert ENGLISH.short_date(day) == f"3{SPACE}Nov{SPACE}2026"
    assert SPANISH.short_date(day) == f"3{SPACE}nov{SPACE}2026"


@pytest.mark.parametrize("wording", [ENGLISH, SPANISH])
def test_every_month_has_a_name_and_a_short_name_that_begins_alike(wording: Wording) -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]

    names = [wording.long_date(day).replace(" de ", " ").split()[1] for day in days]
    short = [wording.short_date(day).split(SPACE)[1] for day in days]

    assert len(set(names)) == len(set(short)) == 12
    assert all(name.startswith(brief[:3]) for name, brief in zip(names, short, strict=True))


def test_percent_has_the_decimal_mark_of_the_language_and_no_needless_zero() -> None:
    assert ENGLISH.percent(85.5) == f"85.5{SPACE}%"
    assert SPANISH.percent(85.5) == f"85,5{SPACE}%"
    assert SPANISH.percent(80.0) == f"80{SPACE}%"
    assert ENGLISH.percent(66.666) == f"66.7{SPACE}%"


def test_a_hundred_percent_means_that_all_is_done() -> None:
    assert ENGLISH.share(4999, 5000) == f"99.9{SPACE}%"
    assert ENGLISH.share(5000, 5000) == f"100{SPACE}%"
    assert ENGLISH.share(0, 7) == f"0{SPACE}%"
    assert ENGLISH.share(0, 0) == "–"


def test_counts_are_in_words() -> None:
    assert ENGLISH.count(3, 16) == "3 of 16"
    assert SPANISH.count(3, 16) == "3 de 16"


@pytest.mark.parametrize(
    ("kind", "title", "week", "written"),
    [
        (Kind.WEEK, "Despliegue", 2, "Semana 2: Despliegue"),
        (Kind.WEEK, "Módulo 2: Despliegue", 2, "Módulo 2: Despliegue"),
        (Kind.WEEK, "", 2, "Semana 2"),
        (Kind.WEEK, "Before we start", None, "Before we start"),
        (Kind.SECTION, "Despliegue", 2, "Despliegue"),
    ],
)
def test_weeks_have_their_number_in_front_unless_the_author_wrote_it(
    kind: Kind, title: str, week: int | None, written: str
) -> None:
    item = Item(1, None, kind, title, 1, 2, week)

    outline = Outline("Curso", (item,), (Week(2, "Despliegue"),))

    assert SPANISH.title(item, outline) == written
