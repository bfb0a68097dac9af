"""What was looked for is marked, and the part of a text is shown that has most of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.seeking.marking import LENGTH, excerpt, marked
from coursetracker.seeking.query import read_query


def told(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in marked(text, read_query(typed)).spans]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("La Canción y las canciones", "cancion", ["Canción", "cancion"]),
        ("La Canción y las canciones", "cancion ", ["Canción"]),
        ("año, ano", "ano", ["ano"]),
        ("masa madre, madre masa", '"masa madre"', ["masa madre"]),
        ("C++ and C", "c++", ["C++"]),
        ("nothing", "else", []),
        ("nothing", "", []),
    ],
)
def test_what_was_looked_for_is_marked(text: str, typed: str, found: list[str]) -> None:
    assert told(text, typed) == found


def test_a_long_text_is_shown_where_most_of_it_is() -> None:
    filler = "lorem ipsum dolor " * 300
    text = f"{filler}oven {filler}the oven is hot {filler}"
    shown = excerpt(text, read_query("hot oven"))
    assert [shown.text[start:end] for start, end in shown.spans] == ["oven", "hot"]
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("The oven.", read_query("oven")).text == "The oven."


def test_what_has_nothing_of_it_is_shown_from_its_beginning() -> None:
    assert excerpt("word " * 100, read_query("oven")).text.startswith("word word")


@given(st.text(), st.text())
def test_spans_are_in_order_and_within_the_text(text: str, typed: str) -> None:
    shown = excerpt(text * 20, read_query(typed))
    assert len(shown.text) <= LENGTH + 2
    ends = [place for span in shown.spans for place in span]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(shown.text) for place in ends)


@given(st.lists(st.sampled_from(["pan", "Masa", "año", "c++", "e-mail", "机器"]), min_size=1))
def test_each_word_that_is_typed_whole_is_marked(words: list[str]) -> None:
    text = " , ".join(words)
    assert told(text, f'"{words[0]}" ')
