"""Which part of the text is shown for an item."""

from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.course.pages import WHOLE, Span, introduction, page_span


def test_a_lesson_is_read_on_its_sections_page() -> None:
    outline = Outline(
        "",
        (
            Item(1, None, Kind.SECTION, "Section", 5, 20),
            Item(2, 1, Kind.LESSON, "Lesson", 8, 20),
        ),
    )
    assert page_span(outline, 2) == page_span(outline, 1) == Span(5, 20)
    assert introduction(outline) == Span(1, 5)


def test_a_lesson_of_a_long_section_has_a_page_of_its_own() -> None:
    long = WHOLE + 10
    outline = Outline(
        "",
        (
            Item(1, None, Kind.SECTION, "Section", 1, long),
            Item(2, 1, Kind.LESSON, "Lesson", 8, 20),
            Item(3, 1, Kind.SECTION, "Inner", 20, 40),
            Item(4, 3, Kind.LESSON, "Deep", 21, 40),
        ),
    )
    assert page_span(outline, 2) == Span(8, 20)
    assert page_span(outline, 1) == Span(1, 20)
    assert page_span(outline, 4) == Span(20, 40)


def test_a_long_section_of_lessons_only_is_one_page() -> None:
    outline = Outline(
        "",
        (
            Item(1, None, Kind.SECTION, "Section", 1, WHOLE + 10),
            Item(2, 1, Kind.LESSON, "Lesson", 8, 9),
        ),
    )
    assert page_span(outline, 1) == Span(1, WHOLE + 10)


def test_a_lesson_right_under_a_week_is_its_own_page() -> None:
    outline = Outline(
        "",
        (
            Item(1, None, Kind.WEEK, "Week", 1, 30, week=1),
            Item(2, 1, Kind.LESSON, "Lesson", 8, 30, week=1),
        ),
    )
    assert page_span(outline, 2) == Span(8, 30)
    assert page_span(outline, 1) == Span(1, 30)


def test_a_week_that_is_only_listed_is_read_in_the_introduction() -> None:
    outline = Outline(
        "",
        (
            Item(1, None, Kind.WEEK, "Week", 3, 4, week=1),
            Item(2, 1, Kind.SECTION, "Section", 8, 30, week=1),
            Item(3, 2, Kind.LESSON, "Lesson", 9, 30, week=1),
        ),
    )
    assert page_span(outline, 1) == introduction(outline) == Span(1, 8)
    assert page_span(outline, 3) == Span(8, 30)


def test_an_outline_without_items_is_all_introduction() -> None:
    assert introduction(Outline("", ())).line == 1
