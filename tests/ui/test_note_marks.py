"""What the keys of the editor make of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse
from coursetracker.ui.note_marks import (
    PART,
    Continuation,
    continued,
    indented,
    linked,
    listed,
    outdented,
    part_around,
    ticked,
    wrapped,
)


def marked(text: str, mark: str = "**") -> str:
    """Wrap what stands between bars, and show the new selection by bars."""
    start, end = text.index("|"), text.rindex("|")
    plain = text.replace("|", "")
    return shown(*wrapped(plain, start, end - 1 if end != start else start, mark))


def shown(text: str, start: int, end: int) -> str:
    return f"{text[:start]}|{text[start:end]}|{text[end:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a |word| here", "a **|word|** here"),
        ("a **|word|** here", "a |word| here"),
        ("a | word | here", "a  **|word|**  here"),
        ("in wo|rd", "in **|word|**"),
        ("in **wo|rd**", "in |word|"),
        ("|", "**||**"),
        ("**|**", "||"),
        ("*|word|*", "***|word|***"),
        ("***|word|***", "*|word|*"),
    ],
)
def test_bold_is_put_on_and_taken_off(before: str, after: str) -> None:
    assert marked(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|word|", "*|word|*"),
        ("*|word|*", "|word|"),
        ("**|word|**", "***|word|***"),
        ("***|word|***", "**|word|**"),
    ],
)
def test_italic_knows_bold_from_itself(before: str, after: str) -> None:
    assert marked(before, "*") == after


@given(st.text("a *", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_marks_leave_the_words_as_they_are(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    made = wrapped(text, start, end, "**")

    assert made.text.replace("*", "") == text.replace("*", "")
    assert 0 <= made.start <= made.end <= len(made.text)


@pytest.mark.parametrize(
    ("text", "chosen", "address", "after"),
    [
        ("see it", "it", "", "see [it](||)"),
        ("see it", "it", "https://x.org/", "see [it](|https://x.org/|)"),
        ("see it", "it", "not an address", "see [it](||)"),
        ("see ", "", "", "see [||]()"),
        ("https://x.org/", "https://x.org/", "", "[||](https://x.org/)"),
    ],
)
def test_a_link_is_made_of_what_is_there(text: str, chosen: str, address: str, after: str) -> None:
    start = text.index(chosen) if chosen else len(text)
    assert shown(*linked(text, start, start + len(chosen), address)) == after


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("- one", "- "),
        ("  * one", "  * "),
        ("9. nine", "10. "),
        ("1) one", "2) "),
        ("- [x] done", "- [ ] "),
        ("> said", "> "),
        ("> - one", "> - "),
    ],
)
def test_a_list_goes_on(line: str, begin: str) -> None:
    assert continued(line, len(line)) == Continuation(begin)


@pytest.mark.parametrize("line", ["- ", "1. ", "- [ ] ", "> "])
def test_an_item_that_says_nothing_ends_its_list(line: str) -> None:
    assert continued(line, len(line)) == Continuation("", ends_list=True)


@pytest.mark.parametrize(("line", "at"), [("words", 5), ("- one", 0), ("-one", 4), ("1.5 m", 5)])
def test_any_other_line_is_only_cut(line: str, at: int) -> None:
    assert continued(line, at) is None


def test_lines_become_a_list_and_plain_again() -> None:
    lines = ["one", "", "  two", "* three"]
    bullets = listed(lines)
    assert bullets == ["- one", "", "  - two", "- three"]
    assert listed(["- one", "  - two"]) == ["one", "  two"]
    assert listed(["a", "- b"], numbered=True) == ["1. a", "2. b"]
    assert listed([""]) == ["- "]


def test_lines_become_tasks_that_are_ticked() -> None:
    lines = ["one", "- two", "1. [ ] three"]
    tasks = ticked(lines)
    assert tasks == ["- [ ] one", "- [ ] two", "1. [ ] three"]
    done = ticked(tasks)
    assert done == ["- [x] one", "- [x] two", "1. [x] three"]
    assert ticked(done) == tasks


def test_an_item_goes_in_whole_and_out_again() -> None:
    assert indented("- one", 5) == ("  - one", 7)
    assert indented("1. one", 3) == ("   1. one", 6)
    assert indented("ab", 2) == ("ab  ", 4)
    assert outdented("  - one", 7) == ("- one", 5)
    assert outdented("one", 1) == ("one", 1)


# What a preview shows of a long note

LONG = "\n\n".join(
    [
        "Intro with [a link][ref].",
        *(f"Paragraph {n}. " * 12 for n in range(60)),
        "```\n" + "code\n\n" * 100 + "```",
        "Last.",
        "[ref]: https://x.org/",
    ]
)


def test_a_short_note_is_shown_whole() -> None:
    assert part_around("one\ntwo", 1) == ("one\ntwo", 0)


@pytest.mark.parametrize("line", range(0, LONG.count("\n") + 1, 7))
def test_a_part_of_a_long_one_is_cut_between_blocks(line: int) -> None:
    text, first = part_around(LONG, line)

    lines = LONG.split("\n")
    shown = text.split("\n")
    assert first <= line
    assert shown[line - first] == lines[line]
    assert len(text) < 4 * PART
    assert "[ref]: https://x.org/" in text
    whole = {each.text for each in parse(LONG).root}
    cut = [each for each in parse(text).root if each.tag == "p"]
    assert all(each.text in whole for each in cut)
