"""Progress as Markdown, read again by our own reader."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.course.reader import read_outline
from coursetracker.export.tasks import TaskFacts, escaped, tasks
from coursetracker.markdown import parse
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Attempt, Standing

TODAY = date(2026, 11, 23)


def english(sentence: str) -> str:
    return sentence


def test_states_scores_and_notes_stand_where_they_belong() -> None:
    outline = Outline(
        "Bread & butter",
        (
            Item(1, None, Kind.SECTION, "Dough", 1, 9),
            Item(2, 1, Kind.LESSON, "1. Mix *well*", 2, 3),
            Item(3, 1, Kind.LESSON, "Knead", 3, 4),
            Item(4, 1, Kind.LESSON, "Rest", 4, 5),
            Item(5, None, Kind.ASSESSMENT, "Exam", 9, 12),
        ),
    )
    states = {2: State.DONE, 3: State.SKIPPED, 4: State.IN_PROGRESS}
    standings = {item: Standing(state) for item, state in states.items()}
    standings[5] = Standing(attempts=(Attempt(TODAY, 87.5),))
    notes = {2: "Use *cold* water.\n\n- [ ] buy flour\n", 5: "\n \n"}
    progress = Progress.of(outline, standings)
    assert tasks(progress, TaskFacts(outline.title, TODAY, notes=notes), english).splitlines() == [
        "# Bread & butter",
        "",
        "Progress on 23 November 2026: 1 of 3 lessons done",
        "",
        "- [/] Dough",
        "  - [x] 1\\. Mix \\*well\\*",
        "",
        "    > Use *cold* water.",
        "    >",
        "    > - [ ] buy flour",
        "",
        "  - [-] Knead",
        "  - [/] Rest",
        "- [ ] Exam",
        "",
        "  Score: 87.5 %",
    ]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Error analysis: part 2", "Error analysis: part 2"),
        ("C# & F#", "C# & F#"),
        ("# not a heading", "\\# not a heading"),
        ("10) ten", "10\\) ten"),
        ("- [x] done?", "\\- \\[x\\] done?"),
        ("a\n b", "a b"),
        ("&amp; <b>", "\\&amp; \\<b>"),
        ("Python 3.11", "Python 3.11"),
        ("the :tada: sign", "the \\:tada: sign"),
    ],
)
def test_titles_are_escaped_where_it_is_needed(title: str, written: str) -> None:
    assert escaped(title) == written


PICTURE = re.compile(r":[a-z][a-z0-9_+-]*:")
"""Our reader leaves names of pictures out of titles, however they are written."""

LETTERS = st.sampled_from(
    [*"ab ñ1.)(-+=*_`[]<>&#;~$|\\!:/x\t\n😀,'\"", "http://a.b", "&lt;", "www.a.b", "a_b@c.d"]
)
TITLES = (
    st.lists(LETTERS, min_size=1, max_size=14)
    .map("".join)
    .filter(lambda title: not PICTURE.search(title))
)


def titles_of(outline: Outline) -> list[str]:
    return [item.title for item in outline.items]


@settings(max_examples=300, deadline=None)
@given(st.lists(TITLES, min_size=1, max_size=5), st.text(max_size=40))
def test_our_reader_reads_the_same_titles(titles: list[str], note: str) -> None:
    shown = [f"T {title} t{number}" for number, title in enumerate(titles)]  # alone and apart
    items = tuple(
        Item(n, n - 1 or None, Kind.LESSON, title, n, n + 1) for n, title in enumerate(shown, 1)
    )
    progress = Progress.of(Outline("Course", items), {1: Standing(State.DONE)})
    notes = dict.fromkeys(range(1, 9), note)
    text = tasks(progress, TaskFacts("Course", TODAY, notes=notes), english)
    assert titles_of(read_outline(parse(text), "")) == [" ".join(each.split()) for each in shown]


@settings(max_examples=300, deadline=None)
@given(TITLES.map(lambda title: " ".join(title.split())).filter(lambda title: title.strip("#")))
def test_a_title_that_begins_or_ends_oddly_is_read_as_it_is(title: str) -> None:
    progress = Progress.of(Outline(title, (Item(1, None, Kind.LESSON, title, 1, 2),)), {})
    read = read_outline(parse(tasks(progress, TaskFacts(title, TODAY), english)), "")
    assert (read.title, titles_of(read)) == (title, [title])
