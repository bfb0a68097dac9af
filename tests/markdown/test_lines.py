from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown.lines import Cursor, normalised, split_lines


def cursor(line: str) -> Cursor:
    place = Cursor()
    place.read(line)
    return place


def test_tabs_reach_to_the_next_column_of_four() -> None:
    place = cursor("\ta")
    assert (place.indent, place.text) == (4, "a")
    place = cursor("  \ta")
    assert place.indent == 4


def test_a_tab_after_a_mark_is_as_wide_as_its_column_says() -> None:
    place = cursor(">\ta")
    place.skip(1)
    assert place.indent == 3
    place.skip_columns(1)
    assert (place.indent, place.rest) == (2, "  a")


def test_a_tab_that_is_not_cut_stays() -> None:
    place = cursor("\t\ta")
    place.skip_columns(4)
    assert place.rest == "\ta"


@given(st.text(" \tab", max_size=12), st.integers(0, 12))
def test_skipping_columns_keeps_the_column_of_the_text(line: str, columns: int) -> None:
    place = cursor(line)
    width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
    place.skip_columns(columns)
    assert place.indent == max(0, width - columns)
    assert place.text == line.lstrip(" \t")


@given(st.text())
def test_normalised_text_has_line_feeds_only(text: str) -> None:
    lines = split_lines(normalised(text))
    assert not any("\r" in line or "\0" in line for line in lines)
