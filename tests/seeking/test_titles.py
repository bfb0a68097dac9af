"""A title is found by a few of its letters, and the likeliest is first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.seeking.titles import Titles, marked_title

TITLES = [
    "Arrays",
    "Big arrays",
    "Dynamic arrays",
    "Foo_bar",
    "Árboles rojos",
    "Hash tables",
    "C++",
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("arrays", ["Arrays", "Big arrays", "Dynamic arrays"]),
        ("arr", ["Arrays", "Big arrays", "Dynamic arrays", "Árboles rojos"]),
        ("ar", ["Arrays", "Árboles rojos", "Big arrays", "Dynamic arrays", "Foo_bar"]),
        ("ro arb", ["Árboles rojos"]),
        ("htb", ["Hash tables"]),
        ("bar", ["Foo_bar", "Big arrays"]),
        ("c++", ["C++"]),
        ("zzz", []),
        ("", TITLES),
        ("?*[", TITLES),
    ],
)
def test_the_likeliest_title_is_first(typed: str, found: list[str]) -> None:
    titles = Titles(enumerate(TITLES))
    assert [TITLES[number] for number in titles.found(typed, 10)] == found


def test_letters_of_words_and_letters_close_together_come_first() -> None:
    titles = ["Small talk", "Machine learning", "Building a heap (video)", "UC Berkeley: Big-O"]
    known = Titles(enumerate(titles))
    assert known.found("ml", 10) == [1, 0]
    assert known.found("bigo", 10) == [3, 2]
    shown = marked_title(titles[3], "bigo")
    assert [titles[3][start:end] for start, end in shown.spans] == ["Big", "O"]


def test_no_more_than_asked_for_are_found() -> None:
    assert Titles(enumerate(TITLES)).found("a", 2) == [0, 4]


@given(st.lists(st.text(max_size=20), max_size=20), st.data())
def test_a_title_is_found_by_any_of_its_letters_in_order(
    titles: list[str], data: st.DataObject
) -> None:
    known = Titles(enumerate(titles))
    assert known.found("", 50) == list(range(len(titles)))
    for number, title in enumerate(titles):
        keep = data.draw(st.lists(st.booleans(), min_size=len(title), max_size=len(title)))
        plain = [c for c in title if c.isalnum() and c.isascii()]
        typed = "".join(c for c, kept in zip(plain, keep, strict=False) if kept)
        assert number in known.found(typed, 50)


@given(st.text(), st.text())
def test_marks_stand_within_the_title(title: str, typed: str) -> None:
    shown = marked_title(title, typed)
    places = [place for span in shown.spans for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(title) for place in places)


@pytest.mark.parametrize(
    ("title", "typed", "marks"),
    [
        ("Árboles rojos", "ro arb", ["Árb", "ro"]),
        ("Hash tables", "htb", ["h", "t", "b"]),
        ("Foo_bar", "bar", ["bar"]),
        ("Hash tables", "xyz", []),
    ],
)
def test_the_letters_are_marked_by_which_it_was_found(
    title: str, typed: str, marks: list[str]
) -> None:
    shown = marked_title(title, typed)
    assert [title[start:end] for start, end in shown.spans] == marks
