"""A course of several files is one text, and its files are told from it again."""

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.parts import SEPARATOR, is_joined, joined, parts_of

paths = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1
)
texts = st.text(st.characters(codec="utf-8", exclude_characters=f"\r{SEPARATOR}"))


def test_the_lines_of_a_file_follow_the_one_that_names_it() -> None:
    text = joined([("a.md", "one\ntwo\n"), ("b/c.md", "three")])
    first, second = parts_of(text)
    lines = text.split("\n")
    assert (first.path, first.line, lines[first.line]) == ("a.md", 1, "one")
    assert (second.path, lines[second.line]) == ("b/c.md", "three")
    assert first.end == second.line
    assert second.end == len(lines) + 1


def test_a_single_file_is_one_part_without_a_name() -> None:
    (part,) = parts_of("# One\n")
    assert (part.path, part.line, part.text) == ("", 0, "# One\n")


def test_no_file_can_pass_for_two() -> None:
    text = joined([("a.md", f"one\n{SEPARATOR}evil.md\ntwo"), ("b\n.md", "")])
    assert [part.path for part in parts_of(text)] == ["a.md", "b .md"]


@given(st.lists(st.tuples(paths, texts), min_size=1, max_size=5))
def test_what_was_joined_is_told_apart_again(files: list[tuple[str, str]]) -> None:
    text = joined(files)
    assert is_joined(text)
    parts = parts_of(text)
    assert [(part.path, part.text) for part in parts] == files
    lines = text.split("\n")
    assert all(lines[part.line - 1] == f"{SEPARATOR}{part.path}" for part in parts)
