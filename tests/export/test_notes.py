"""All notes on a course as one document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import Kind, Outline
from coursetracker.export.notes import fitted, notes_as_markdown
from coursetracker.markdown import parse, plain_text
from coursetracker.progress.standings import Standing
from export.courses import Draft, lost


@pytest.fixture
def outline() -> Outline:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Week 1: *Start*", week=1)
    section = draft.add(Kind.SECTION, "Basics", week)
    draft.add(Kind.LESSON, "Install", section)
    draft.add(Kind.LESSON, "Run [it]", section)
    draft.add(Kind.SECTION, "No notes here", week)
    return draft.outline("Python")


def headings(text: str) -> list[tuple[str, str]]:
    document = parse(text)
    return [
        (block.tag, plain_text(document.inlined(block)))
        for block in document.root
        if block.tag[0] == "h" and block.tag != "hr"
    ]


def test_notes_stand_in_reading_order_under_their_titles(outline: Outline) -> None:
    made = notes_as_markdown(outline, {4: "Second.", 3: "First.", 2: "Of both."})

    assert made == (
        "# Python\n\n## Week 1: \\*Start\\*\n\n### Basics\n\nOf both.\n\n"
        "#### Install\n\nFirst.\n\n#### Run \\[it\\]\n\nSecond.\n"
    )


def test_headings_lead_to_their_lessons(outline: Outline) -> None:
    made = notes_as_markdown(outline, {4: "x"}, link=lambda item: f"item:{item.id}")

    assert "#### [Run \\[it\\]](<item:4>)" in made
    assert headings(made)[-1] == ("h4", "Run [it]")


def test_headings_of_a_note_go_below_that_of_its_lesson(outline: Outline) -> None:
    note = "# One\n\nTwo\nlines\n---\n\n###### Deep\n\n```\n# no heading\n```\n\n    # nor this"
    made = notes_as_markdown(outline, {3: note})

    assert headings(made)[4:] == [("h5", "One"), ("h6", "Two lines"), ("h6", "Deep")]
    assert "\n# no heading\n" in made


def test_what_is_lost_comes_last(outline: Outline) -> None:
    gone = lost("Old tools", Standing(), has_note=True)
    made = notes_as_markdown(outline, {3: "x", gone.item.id: "Keep."}, [gone], "Lost")

    assert made.endswith("## Lost\n\n### Old tools\n\nKeep.\n")
    assert "Lost" not in notes_as_markdown(outline, {3: "x"}, [gone], "Lost")


def test_without_notes_there_is_only_the_title(outline: Outline) -> None:
    assert notes_as_markdown(outline, {}) == "# Python\n"


@pytest.mark.parametrize(
    "note",
    [
        "```python\nx = 1",
        "~~~~\n```",
        "<!-- not closed",
        "<script>\nx",
        "<?php",
        "- a\n\n  ```\n  b",
    ],
)
def test_no_note_runs_on_into_the_next(outline: Outline, note: str) -> None:
    made = notes_as_markdown(outline, {3: note, 4: "Second."})

    assert headings(made)[-1] == ("h4", "Run [it]")


LINES = st.sampled_from(
    ["# a", "b", "===", "---", "```", "~~~", "> q", "- i", "  - j", "<!--", "-->", "<div>", "",
     "    code", "| a | b |", "|---|---|", "[x]: y", "$$"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_whatever_a_note_is_the_next_heading_is_one(lines: list[str]) -> None:
    made = parse(fitted("\n".join(lines), 3) + "\n\n#### Next")

    assert plain_text(made.inlined(made.root[-1])) == "Next"
    assert all(block.tag not in ("h1", "h2", "h3") for block in made.root)
