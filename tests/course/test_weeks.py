import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.weeks import Clue, Named, dealt, named_week, opening_week


@pytest.mark.parametrize(
    ("title", "week"),
    [
        ("Week 1: Basics", Named("week", 1, "Basics")),
        ("Semana 2 – Modelos", Named("week", 2, "Modelos")),
        ("MODULE 3", Named("module", 3)),
        ("Módulo IV. Redes", Named("module", 4, "Redes")),
        ("Unit two: Loops", Named("unit", 2, "Loops")),
        ("Unidad 5 Bucles", Named("unit", 5, "Bucles")),
        ("📅 Day 10 | Trees", Named("day", 10, "Trees")),
        ("Día 0", Named("day", 0)),
        ("Weeks 3-4: Project", Named("week", 3, "Project")),
        ("Week #7", Named("week", 7)),
    ],
)
def test_a_title_can_open_a_week(title: str, week: Named) -> None:
    assert opening_week(title) == week


@pytest.mark.parametrize(
    "title", ["", "Weekly plan", "Lecture Notes Week 2", "Week", "Modules", "A day 2", "Unitary 3"]
)
def test_other_titles_open_none(title: str) -> None:
    assert opening_week(title) is None


def test_a_title_can_name_a_week_anywhere() -> None:
    assert named_week("Lecture Notes Week 2") == Named("week", 2)
    assert named_week("Week 1 optional References") == Named("week", 1)
    assert named_week("Modeling overview") is None


def test_an_assessment_closes_its_week() -> None:
    lesson, quiz = Clue(), Clue(is_assessment=True)
    assert dealt([1, 2], [lesson, lesson, quiz, lesson, quiz]) == (1, 1, 1, 2, 2)
    assert dealt([1, 2], [lesson, quiz, lesson]) == (1, 1, 2)


def test_a_named_week_binds_its_section() -> None:
    assert dealt([1, 2, 3], [Clue(), Clue(named=2), Clue(), Clue(named=3)]) == (1, 2, 2, 3)


def test_a_week_named_again_later_takes_nothing_back() -> None:
    assert dealt([1, 2], [Clue(named=2), Clue(named=1)]) == (2, 2)


def test_the_learner_decides_over_all_clues() -> None:
    clues = [Clue(), Clue(named=2, chosen=1), Clue(chosen=7)]
    assert dealt([1, 2], clues) == (1, 1, 2)


def test_without_a_clue_there_is_one_section_for_each_week_or_none() -> None:
    assert dealt([0, 1], [Clue(), Clue()]) == (0, 1)
    assert dealt([0, 1], [Clue(), Clue(), Clue()]) == ()


@given(
    st.integers(1, 8),
    st.lists(st.builds(Clue, st.none() | st.integers(0, 9), st.none(), st.booleans())),
)
def test_sections_go_to_listed_weeks_in_their_order(count: int, clues: list[Clue]) -> None:
    weeks = list(range(1, count + 1))
    given_to = dealt(weeks, clues)
    assert len(given_to) in (0, len(clues))
    assert list(given_to) == sorted(given_to)
    assert set(given_to) <= set(weeks)
