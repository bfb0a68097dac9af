"""Which lesson of a new text is which of the old one: by examples, and for any text."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.editions import cut, edition, lines_paired, paired, proposed
from course.test_any_text import TEXTS
from coursetracker.course.changes import Edition
from coursetracker.course.matching import SURE, Reason, match, matched_lines

COURSE = """\
# Python
## Week 1: Start
### Basics
- [ ] Install Python
- [ ] First program
### Lists
- [ ] Slices
- [ ] Comprehensions
## Week 2: More
### Classes
- [ ] Inheritance
- [ ] Dataclasses
"""
ALL = [line for line in COURSE.splitlines() if line]

SERVICES = """\
# Cloud
## EC2
- [ ] Tips
- [ ] Exercises
## S3
- [ ] Tips
- [ ] Exercises
"""


def confidence(old: str, new: str, line: str) -> float:
    """Return how sure the pair is that an old line is in; 0 where it is in none."""
    ours = edition(old)
    number = ours.lines.index(line) + 1
    pairs = match(ours.passages, cut(new))
    return next((p.confidence for p in pairs if ours.passages[p.old].line == number), 0.0)


# One change at a time


def test_an_unchanged_course_is_paired_with_itself() -> None:
    assert paired(COURSE, COURSE) == {line: line for line in ALL}


def test_a_renamed_lesson_is_the_same() -> None:
    new = COURSE.replace("First program", "Your first program")
    assert paired(COURSE, new)["- [ ] First program"] == "- [ ] Your first program"


def test_a_renamed_section_and_a_renamed_week_are_the_same() -> None:
    new = COURSE.replace("### Lists", "### Sequences").replace("Week 2: More", "Week 2: Objects")
    found = paired(COURSE, new)
    assert found["### Lists"] == "### Sequences"
    assert found["## Week 2: More"] == "## Week 2: Objects"
    assert len(found) == len(ALL)


def test_a_lesson_is_followed_to_another_section() -> None:
    new = COURSE.replace("- [ ] Slices\n", "").replace("### Lists", "- [ ] Slices\n### Lists")
    assert lines_paired(COURSE, new)[7] == 6
    assert len(lines_paired(COURSE, new)) == len(ALL)


def test_a_lesson_is_followed_to_another_week() -> None:
    new = COURSE.replace("- [ ] Slices\n", "") + "- [ ] Slices\n"
    assert lines_paired(COURSE, new)[7] == 12
    assert len(lines_paired(COURSE, new)) == len(ALL)


def test_a_whole_section_is_followed_to_another_week() -> None:
    lists = "### Lists\n- [ ] Slices\n- [ ] Comprehensions\n"
    new = COURSE.replace(lists, "") + lists
    assert paired(COURSE, new) == {line: line for line in ALL}


def test_a_heading_of_another_level_is_the_same() -> None:
    found = paired(COURSE, COURSE.replace("### Lists", "## Lists"))
    assert found["### Lists"] == "## Lists"
    assert len(found) == len(ALL)


def test_a_new_lesson_takes_nobodys_place() -> None:
    new = COURSE.replace("- [ ] Slices", "- [ ] Tuples\n- [ ] Slices")
    assert paired(COURSE, new) == {line: line for line in ALL}
    assert proposed(COURSE, new) == {}


def test_a_lesson_that_left_is_paired_with_none() -> None:
    new = COURSE.replace("- [ ] Slices\n", "")
    assert paired(COURSE, new) == {line: line for line in ALL if line != "- [ ] Slices"}
    assert proposed(COURSE, new) == {}


def test_one_lesson_in_anothers_place_is_not_the_same() -> None:
    new = COURSE.replace("Slices", "Recursion with an accumulator")
    assert "- [ ] Slices" not in paired(COURSE, new)


# Other shapes


def test_a_heading_that_became_a_checkbox_is_the_same() -> None:
    old = "# C\n## Unit A\n### Install Python\nFrom its site.\n### Loops\nFor and while.\n"
    new = "# C\n## Unit A\n- [ ] Install Python\n\n  From its site.\n- [ ] Loops\n\n  For, while.\n"
    found = paired(old, new)
    assert found["### Install Python"] == "- [ ] Install Python"
    assert found["### Loops"] == "- [ ] Loops"


def test_a_link_in_a_list_that_became_a_row_of_a_table_is_the_same() -> None:
    old = "# C\n## Books\n- [Fluent](https://a.org/f)\n- [Effective](https://b.org/e)\n"
    new = (
        "# C\n## Books\n| Book | Pages |\n|-|-|\n"
        "| [Fluent](https://a.org/f) | 7 |\n| [Effective](https://b.org/e) | 5 |\n"
    )
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 5, 4: 6}


def test_an_address_that_got_a_title_is_the_same() -> None:
    old = "# C\n- [ ] https://video.org/watch?v=aBcDeF\n- [ ] https://video.org/watch?v=uVwXyZ\n"
    new = old.replace(
        "https://video.org/watch?v=aBcDeF", "[Big O](https://video.org/watch?v=aBcDeF)"
    )
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 3}


def test_a_link_that_leads_elsewhere_now_leaves_a_lesson_the_same() -> None:
    old = "# C\n- [ ] [Graphs](https://a.org/graphs)\n- [ ] [Heaps](https://a.org/heaps)\n"
    assert lines_paired(old, old.replace("a.org/graphs", "b.net/g2")) == {1: 1, 2: 2, 3: 3}


@pytest.mark.parametrize("remark", [" (optional)", " (video, 20 min)", " (new!)"])
def test_a_remark_in_brackets_comes_and_goes(remark: str) -> None:
    new = COURSE.replace("- [ ] Slices", f"- [ ] Slices{remark}")
    assert paired(COURSE, new)["- [ ] Slices"] == f"- [ ] Slices{remark}"
    assert paired(new, COURSE)[f"- [ ] Slices{remark}"] == "- [ ] Slices"


# Titles that do not tell enough


def test_repeated_titles_are_told_apart_by_what_they_stand_under() -> None:
    ec2, s3 = SERVICES[8:].split("## S3")
    new = f"# Cloud\n## S3{s3}{ec2}"
    assert lines_paired(SERVICES, new) == {1: 1, 2: 5, 3: 6, 4: 7, 5: 2, 6: 3, 7: 4}


def test_another_section_with_the_same_titles_takes_nothing() -> None:
    new = SERVICES.replace("## EC2", "## Lambda\n- [ ] Tips\n- [ ] Exercises\n## EC2")
    assert lines_paired(SERVICES, new) == {1: 1, 2: 5, 3: 6, 4: 7, 5: 8, 6: 9, 7: 10}


def test_repeated_titles_stay_with_a_section_that_is_renamed() -> None:
    new = SERVICES.replace("## EC2", "## Virtual machines (EC2)")
    assert lines_paired(SERVICES, new) == {number: number for number in range(1, 8)}


def test_many_of_one_title_stay_in_their_own_sections() -> None:
    sections = [f"## Service {number}\n- [ ] Tips\n- [ ] Exercises\n" for number in range(40)]
    old = "# Cloud\n" + "".join(sections)
    sections.insert(20, "## Another one\n- [ ] Tips\n- [ ] Exercises\n")
    sections[30] = sections[30].replace("## Service 29", "## Service 29 (old)")
    before, after = ([*range(1, 62)], [*range(62, 122)])
    found = lines_paired(old, "# Cloud\n" + "".join(sections))
    assert found == {line: line for line in before} | {line: line + 3 for line in after}


def test_a_lesson_of_quite_another_title_is_known_by_its_text() -> None:
    text = "For each vertex the distance is the least that any of its neighbours offers plus one."
    old = f"# C\n## A\n### Dijkstra\n{text}\n### Sorting\nBy rounds.\n"
    new = f"# C\n## A\n### Sorting\nBy rounds.\n### Shortest ways\n{text} It goes in rounds.\n"
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 5, 5: 3}


def test_titles_swapped_under_their_numbers_follow_what_hangs_under_them() -> None:
    old = """
        # C
        ## 1. Trees
        - [ ] Nodes
        - [ ] Leaves
        ## 2. Graphs
        - [ ] Edges
        - [ ] Weights
        """
    new = old.replace("Trees", "X").replace("Graphs", "Trees").replace("X", "Graphs")
    assert lines_paired(old, new) == {number: number for number in range(1, 8)}


def test_a_sections_mark_does_not_land_on_a_lesson_of_the_same_name() -> None:
    old = "# C\n## Trees\n- [ ] Nodes\n- [ ] Leaves\n## Sorting\n- [ ] Quick\n"
    new = old.replace("## Trees\n", "## Trees and heaps\n- [ ] Trees\n")
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 4, 4: 5, 5: 6, 6: 7}


def test_of_two_identical_copies_only_one_is_left_where_one_was_deleted() -> None:
    old = "# C\n## A\n- [ ] Review\n- [ ] Review\n- [ ] Next\n"
    new = "# C\n## A\n- [ ] Review\n- [ ] Next\n"
    assert lines_paired(old, new) in ({1: 1, 2: 2, 3: 3, 5: 4}, {1: 1, 2: 2, 4: 3, 5: 4})


def test_a_copy_elsewhere_keeps_its_own_place_where_the_other_was_deleted() -> None:
    old = "# C\n## A\n- [ ] One\n- [ ] Review\n## B\n- [ ] Two\n- [ ] Review\n"
    new = "# C\n## A\n- [ ] One\n## B\n- [ ] Two\n- [ ] Review\n"
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 3, 5: 4, 6: 5, 7: 6}


def test_the_pairs_are_the_best_together_not_each_by_itself() -> None:
    """The nearest title is another's own: who came first would take it from its owner."""
    old = "# C\n## A\n- [ ] Sorting lists\n- [ ] Sorting lists quickly\n"
    new = "# C\n## A\n- [ ] Sorting lists quickly\n- [ ] Sorting long lists\n"
    assert lines_paired(old, new) == {1: 1, 2: 2, 3: 4, 4: 3}


# What is not certain


DOUBTFUL = "# C\n## A\n- [ ] Pointers\n- [ ] Stack\n"
DOUBTFUL_NOW = "# C\n## A\n- [ ] Stack\n## B\n- [ ] Arithmetic of pointers\n"


def test_what_is_not_certain_is_proposed_and_not_applied() -> None:
    assert proposed(DOUBTFUL, DOUBTFUL_NOW) == {"- [ ] Pointers": "- [ ] Arithmetic of pointers"}
    assert 0 < confidence(DOUBTFUL, DOUBTFUL_NOW, "- [ ] Pointers") < SURE
    assert matched_lines(DOUBTFUL, DOUBTFUL_NOW) == [(1, 1), (2, 2), (4, 3)]


def test_what_has_the_same_titles_from_the_top_is_certain() -> None:
    assert confidence(COURSE, COURSE + "- [ ] More\n", "- [ ] Slices") == 1


def test_a_pair_says_what_speaks_for_it() -> None:
    talk = "- [ ] [Talk](https://video.org/watch?v=aBcDeF)\n"
    old = f"# C\n## A\n- [ ] One\n{talk}- [ ] Two\n## B\n- [ ] Three\n- [ ] Four\n"
    new = old.replace(talk, "") + talk.replace("Talk", "The lecture by the author")
    reasons = {pair.old: pair.reason for pair in match(cut(old), cut(new))}
    assert reasons[0] is Reason.PLACE
    assert reasons[3] is Reason.LINK


def test_bullets_that_only_group_are_paired_but_not_told() -> None:
    text = "# C\n- Videos\n  - [ ] One\n  - [ ] Two\n"
    assert lines_paired(text, text) == {1: 1, 2: 2, 3: 3, 4: 4}
    assert matched_lines(text, text) == [(1, 1), (3, 3), (4, 4)]


@pytest.mark.parametrize("text", ["", "Just prose."])
def test_texts_without_lessons_have_no_pairs(text: str) -> None:
    assert matched_lines(text, COURSE) == matched_lines(COURSE, text) == []


# For any course and any edits


@dataclass(frozen=True)
class Line:
    """A heading of a level, or a task where the level is 0."""

    level: int
    title: str
    body: str = ""

    def written(self) -> str:
        start = "#" * self.level + " " if self.level else "- [ ] "
        return start + self.title + self.body


TITLES = st.sampled_from(
    ["Tips", "Exercises", "Week 1: Start", "Week 2: More", "Lists", "Lists and tuples", "C++"]
) | st.text("abcde ", min_size=3, max_size=12).filter(str.strip)
BODIES = st.sampled_from(
    ["", "", "\n\nSome text that several lessons have.\n", "\n\nOther text.\n"]
)
LINES = st.builds(Line, st.sampled_from([0, 0, 0, 2, 3]), TITLES, BODIES)
COURSES = st.lists(LINES, min_size=1, max_size=15)


def edits(draw: st.DrawFn, lines: list[Line]) -> list[Line]:
    """Return the lines after one edit."""
    at = draw(st.integers(0, len(lines) - 1))
    to = draw(st.integers(0, len(lines) - 1))
    before, line, after = lines[:at], lines[at], lines[at + 1 :]
    moved = [*before, *after]
    moved.insert(to, line)
    edited: dict[str, list[Line]] = {
        "rename": [*before, replace(line, title=draw(TITLES)), *after],
        "rewrite": [*before, replace(line, body=draw(BODIES)), *after],
        "move": moved,
        "insert": [*before, draw(LINES), line, *after],
        "delete": [*before, *after] or lines,
        "duplicate": [*before, line, *after[:to], line, *after[to:]],
        "relevel": [*before, replace(line, level=draw(st.sampled_from([0, 2, 3, 4]))), *after],
        "reorder": [*after, *before, line],
    }
    return edited[draw(st.sampled_from(list(edited)))]


@st.composite
def course_and_edition(draw: st.DrawFn) -> tuple[str, str]:
    """Return a course and what some edits make of it."""
    old = new = draw(COURSES)
    for _ in range(draw(st.integers(0, 6))):
        new = edits(draw, new)
    return written(old), written(new)


def written(lines: list[Line]) -> str:
    return "\n".join(["# Course", *(line.written() for line in lines)])


def is_sound(old: Edition, new: Edition) -> None:
    """Check what is true of any pairs."""
    found = match(old.passages, new.passages)
    assert len({pair.old for pair in found}) == len({pair.new for pair in found}) == len(found)
    assert [pair.old for pair in found] == sorted(pair.old for pair in found)
    assert all(0 < pair.confidence <= 1 for pair in found)
    assert found == match(old.passages, new.passages)


@settings(deadline=None)
@given(course_and_edition())
def test_no_two_are_paired_with_one_and_the_same_texts_give_the_same_pairs(
    texts: tuple[str, str],
) -> None:
    old, new = texts
    is_sound(edition(old), edition(new))


@settings(deadline=None)
@given(course_and_edition())
def test_every_passage_of_a_course_is_itself_for_sure(texts: tuple[str, str]) -> None:
    for text in texts:
        passages = cut(text)
        found = match(passages, passages)
        assert [(pair.old, pair.new) for pair in found] == [(n, n) for n in range(len(passages))]
        assert all(pair.confidence >= SURE for pair in found)


@settings(deadline=None)
@given(course_and_edition())
def test_what_is_told_are_lines_that_begin_passages(texts: tuple[str, str]) -> None:
    old, new = texts
    ours, theirs = ({passage.line for passage in cut(text)} for text in texts)
    found = matched_lines(old, new)
    assert {one for one, _ in found} <= ours
    assert {other for _, other in found} <= theirs
    assert len({other for _, other in found}) == len(found)


@settings(deadline=None)
@given(st.text() | TEXTS, st.text() | TEXTS)
def test_any_two_texts_can_be_matched(old: str, new: str) -> None:
    is_sound(edition(old), edition(new))
