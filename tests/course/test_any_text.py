"""What is true of the outline of any text whatever."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.outlines import depth
from coursetracker.course.choices import Choices, Shape
from coursetracker.course.navigation import navigation_lines
from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse

WORDS = st.sampled_from(
    [
        "One",
        "Week 1",
        "Week 2: *Two*",
        "Semana 3",
        "Quiz 1",
        "INDEX 0",
        "Contents",
        "License",
        "Sources",
        "(Assessment 2)",
        "[a](https://a.org)",
        "[b](#one)",
        "<a href='#x'>up</a>",
        "![i](i.png)",
        "`c`",
        "",
        "| a | [b](c) |",
        "|-|-|",
        "Back to top",
        "12 min",
        "[",
        "](",
        "<b>",
        "</h2>",
        "é 😀",
    ]
)
STARTS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "- [ ] ",
        "- [x] ",
        "  - ",
        "    - [/] ",
        "1. ",
        "- # ",
        "- ## ",
        "> ",
        "> # ",
        "```",
        "<h2>",
        "<h1>x</h1>",
        "---",
        "    ",
        "- - ## ",
    ]
)
LINES = st.builds(lambda start, words: start + " ".join(words), STARTS, st.lists(WORDS, max_size=3))
TEXTS = st.lists(LINES, max_size=25).map("\n".join) | st.text(max_size=200)
CHOICES = st.builds(
    Choices,
    st.none() | st.sampled_from(Shape),
    st.dictionaries(st.sampled_from(["one", "week-1", "contents"]), st.sampled_from(Shape)),
    st.dictionaries(st.sampled_from(["one", "week-1", "quiz-1"]), st.integers(0, 3)),
)


def is_in_listed_week(outline: Outline, item: Item) -> bool:
    if item.parent is None:
        return False
    above = outline.item(item.parent)
    return above.kind is Kind.WEEK and not above.line <= item.line < above.end


@given(TEXTS, CHOICES)
def test_the_outline_of_any_text_is_a_tree_in_reading_order(text: str, choices: Choices) -> None:
    outline = read_outline(parse(text), "name", choices)

    assert [item.id for item in outline.items] == list(range(1, len(outline.items) + 1))
    assert outline.title == outline.title.strip() != ""
    for item in outline.items:
        assert item.parent is None or item.parent < item.id
        assert depth(outline, item) < 200
        assert item.title == " ".join(item.title.split()) != ""
        assert item.line < item.end
        if item.parent and not is_in_listed_week(outline, item):
            above = outline.item(item.parent)
            assert above.line <= item.line
            assert item.end <= above.end
    for parent in {item.parent for item in outline.items} - {None}:
        if not is_in_listed_week(outline, outline.children(parent)[0]):
            starts = [child.line for child in outline.children(parent)]
            assert all(one <= next_ for one, next_ in pairwise(starts))


@given(TEXTS)
def test_what_is_under_a_week_knows_its_week(text: str) -> None:
    outline = read_outline(parse(text), "name")
    numbers = [week.number for week in outline.weeks]
    assert len(set(numbers)) == len(numbers)
    for item in outline.items:
        weeks = [above.week for above in outline.ancestors(item.id) if above.kind is Kind.WEEK]
        assert len(weeks) <= 1
        if weeks or item.kind is Kind.WEEK:
            assert item.week in numbers
            assert weeks in ([], [item.week])


@given(TEXTS)
def test_navigation_is_never_an_item(text: str) -> None:
    document = parse(text)
    lines = navigation_lines(document)
    assert lines.isdisjoint(item.line for item in read_outline(document, "name").items)


ODD = [
    "!",
    "1",
    "1-",
    "[",
    "[a](",
    "`a",
    "<",
    "<a ",
    "<!--",
    "<h2>",
    "quiz ",
    "week ",
    "(",
    "\\",
    ":a",
]
PLACES = [
    "# C\n## ",
    "# C\n## A\n- ",
    "# C\n- [ ] ",
    "# C\n## A\n",
    "# C\n## A\n|a|\n|-|\n|[x](y) ",
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_lines_take_no_square_of_time(odd: str) -> None:
    texts = [place + odd * (10_000 // len(odd)) + "\n\n## Quiz\n" for place in PLACES]
    documents = [parse(text) for text in texts]
    before = time.process_time()
    for document in documents:
        read_outline(document, "name")
        navigation_lines(document)
    assert time.process_time() - before < 2
