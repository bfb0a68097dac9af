"""Where passages of a course begin, and what is kept of each to know it again by."""

import pytest
from hypothesis import given

from course.editions import cut
from course.outlines import read
from course.test_any_text import TEXTS
from coursetracker.course.changes import Edition
from coursetracker.course.passages import ENOUGH, Passage, passages
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse


def titled(line: str) -> Passage:
    """Return the passage that a task with this title begins."""
    return cut(f"- [ ] {line}")[0]


def starts(text: str) -> list[tuple[int, str]]:
    return [(passage.line, passage.shape) for passage in cut(text)]


# What begins a passage


def test_every_heading_begins_one_even_where_it_is_no_lesson() -> None:
    text = """
        # Course
        ## Contents
        - [One](#one)

        One
        ---
        <h2>Two</h2>
        """
    assert [passage.key for passage in cut(text)] == ["course", "contents", "one", "two"]
    assert [item.title for item in read(text).items] == ["One", "Two"]


def test_a_heading_in_a_list_item_is_one_passage_with_its_item() -> None:
    assert starts("- ### Arrays\n    - [ ] Read\n- [ ] # Boxed") == [
        (1, "heading"),
        (2, "task"),
        (3, "task"),
    ]


def test_every_task_begins_one_however_deep_it_is() -> None:
    assert starts("- [ ] One\n  - [x] Two\n    1. [ ] Three\n- plain") == [
        (1, "task"),
        (2, "task"),
        (3, "task"),
    ]


def test_a_row_that_is_a_lesson_begins_one() -> None:
    text = """
        ## Courses
        | Name | Hours |
        |------|-------|
        | [One](https://a.org/1) | 3 |
        | [Two](https://a.org/2) | 4 |
        """
    assert starts(text) == [(1, "heading"), (4, "tr"), (5, "tr")]
    assert [passage.key for passage in cut(text)] == ["courses", "one", "two"]


def test_a_bullet_begins_one_only_where_it_is_a_lesson() -> None:
    text = """
        ## Links
        - [One](https://a.org/1)
        - [Two](https://a.org/2)

        ## Prose
        - Just a point.
        """
    assert starts(text) == [(1, "heading"), (2, "li"), (3, "li"), (5, "heading")]


def test_a_bullet_that_groups_lessons_begins_one_and_says_so() -> None:
    group, *lessons = cut("- Videos\n  - [ ] One\n  - [ ] Two")
    assert (group.shape, group.is_group) == ("li", True)
    assert not any(lesson.is_group for lesson in lessons)


def test_a_paragraph_that_is_a_link_begins_one_where_it_is_a_lesson() -> None:
    text = "## L\n\n[One](https://a.org/1)\n\n[Two](https://a.org/2)"
    assert starts(text) == [(1, "heading"), (3, "p"), (5, "p")]


def test_a_text_without_headings_and_lists_has_none() -> None:
    assert cut("") == cut("Just prose.\n\n> quoted") == ()


# Titles


@pytest.mark.parametrize(
    "title",
    [
        "Read the **Book**",
        "read _the_ `book`",
        "READ THE [BOOK](https://a.org/b)",
        "Read: the book!",
    ],
)
def test_case_marks_and_addresses_are_no_part_of_a_key(title: str) -> None:
    assert titled(title).key == "read the book"


def test_an_address_beside_a_title_is_no_part_of_its_key() -> None:
    assert titled("Watch https://a.org/v?x=1 first").key == "watch first"
    assert titled("Watch <https://a.org/v> first").key == "watch first"
    assert titled("Watch [this][1] first").key == "watch this first"


def test_numbers_tell_lessons_apart() -> None:
    assert titled("Part 1").key != titled("Part 2").key


def test_the_names_of_languages_keep_their_signs() -> None:
    assert [titled(name).key for name in ("C", "C++", "C#", "F#")] == ["c", "c++", "c#", "f#"]


def test_letters_that_look_the_same_are_the_same() -> None:
    assert titled("Introduccio\u0301n ﬁnal").key == titled("INTRODUCCIÓN final").key


def test_the_plain_key_has_no_remark_in_brackets() -> None:
    lesson = titled("Graphs (optional, 20 min)")
    assert (lesson.key, lesson.plain_key) == ("graphs optional 20 min", "graphs")


def test_a_bare_address_is_its_own_title() -> None:
    lesson = titled("https://www.youtube.com/watch?v=aBcDeFg")
    assert lesson.is_bare
    assert lesson.key == "https www youtube com watch v abcdefg"
    assert not titled("[A talk](https://www.youtube.com/watch?v=aBcDeFg)").is_bare


def test_a_title_of_marks_alone_is_still_one() -> None:
    assert (titled("***").key, titled("***").is_bare) == ("***", True)


# Links and text


@pytest.mark.parametrize(
    "link",
    ["https://www.a.org/b", "http://a.org/b/", "HTTPS://a.org/b", "https://a.org/b"],
)
def test_a_link_is_known_however_its_site_is_reached(link: str) -> None:
    assert titled(f"[Read]({link})").link == "a.org/b"


def test_the_first_link_counts_and_all_give_words() -> None:
    lesson = titled("[a](https://a.org/first-part), [b](https://a.org/second)")
    assert lesson.link == "a.org/first-part"
    assert lesson.link_words == {"first", "part", "second"}


def test_the_body_goes_down_to_the_next_passage() -> None:
    course, one, two = cut("# C\nAbove *all*.\n\n## One\nFirst\nsecond.\n- [ ] Two\n  third")
    assert [course.body, one.body, two.body] == [("above", "all"), ("first", "second"), ("third",)]


def test_of_a_long_body_the_beginning_is_kept() -> None:
    (lesson,) = cut("- [ ] One\n  " + "word " * (2 * ENOUGH))
    assert len(lesson.body) == ENOUGH


# What stands around


def test_a_passage_knows_what_stands_around_it() -> None:
    course, one, read_, deep, write, two = cut(
        "# C\n## One\n- [ ] Read\n  - [ ] Deep\n- [ ] Write\n## Two"
    )
    assert course.below == (one.index, two.index)
    assert one.below == (read_.index, write.index)
    assert [each.above for each in (course, one, read_, deep)] == [None, 0, 1, 2]
    assert (one.before, one.after) == (None, two.index)
    assert (write.before, write.after) == (read_.index, None)
    assert (deep.before, deep.after) == (None, None)


def test_levels_are_those_of_headings_and_lower_for_what_is_listed() -> None:
    assert [each.level for each in cut("# A\n### B\n- [ ] C")] == [1, 3, 7]


@given(TEXTS)
def test_the_passages_of_any_text_are_in_order_and_fit_together(text: str) -> None:
    document = parse(text)
    outline = read_outline(document, "name")
    found = passages(document, outline)
    lines = [passage.line for passage in found]
    assert [passage.index for passage in found] == list(range(len(found)))
    assert len(set(lines)) == len(lines)
    for passage in found:
        assert passage.above is None or passage.index in found[passage.above].below
        assert passage.after is None or found[passage.after].before == passage.index
        assert passage.before is None or found[passage.before].above == passage.above
        assert all(found[below].above == passage.index for below in passage.below)
        assert passage.key == passage.key.strip()
    edition = Edition.of(document, outline)
    for item in outline.items:
        place = edition.passage(item.id)
        assert place is not None
        assert found[place].line == item.line
