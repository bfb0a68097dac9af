"""A learner chooses how lessons are found, and every tick stays where it was."""

from dataclasses import replace

import pytest

from course.outlines import SHARED, leaf_count, read
from coursetracker.course.changes import Edition, Fate
from coursetracker.course.choices import CHOOSABLE, Choices, Shape
from coursetracker.course.choosing import places, reread
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse

COURSE = """\
# Course
- [Français](fr.md)
## Contents
- [One](#one)
- [Two](#two)
## One
### Links
- [a](https://a.org)
- [b](https://b.org)
### Words
Only words.
## Two
- [ ] c
- d
## Two
| e | f |
|---|---|
| g | h |
## License
- MIT
"""


def edition(text: str, choices: Choices) -> Edition:
    document = parse(text)
    return Edition.of(document, read_outline(document, "name", choices))


def test_places_are_the_course_and_its_sections_with_a_choice_to_make() -> None:
    found = places(parse(COURSE), "Course")
    assert [(place.slug, place.title, place.above) for place in found] == [
        (None, "Course", None),
        ("one", "One", 0),
        ("links", "Links", 1),
        ("two", "Two", 0),
        ("two-1", "Two", 0),
    ]
    assert [set(place.shapes) for place in found] == [
        {Shape.BULLETS, Shape.TASKS, Shape.ROWS},
        {Shape.BULLETS},
        {Shape.BULLETS},
        {Shape.TASKS, Shape.BULLETS},
        {Shape.ROWS},
    ]


def test_a_place_counts_its_own_lessons() -> None:
    outline = read(COURSE)
    assert [place.count(outline) for place in places(parse(COURSE), "")] == [
        leaf_count(outline), 3, 2, 1, 1,
    ]  # fmt: skip


def test_a_choice_is_made_changed_and_taken_back() -> None:
    choices = Choices(weeks={"one": 2}).chosen("two", Shape.BULLETS).chosen(None, Shape.HEADINGS)
    assert choices.of("two") is Shape.BULLETS
    assert choices.of("one") is None
    assert choices.of(None) is Shape.HEADINGS
    assert choices.chosen("two", None).sections == {}
    assert choices.as_found() == Choices(weeks={"one": 2})


def test_what_is_read_otherwise_is_paired_by_its_line() -> None:
    old = edition(COURSE, Choices())
    new = edition(COURSE, Choices(Shape.HEADINGS, {"two": Shape.BULLETS}))
    update = reread(old, new)
    told = {
        item.title: fate
        for change in update.changes()
        for item in (change.old or change.new,)
        for fate in change.fates & {Fate.GONE, Fate.NEW, Fate.UNSURE}
        if item is not None
    }
    assert told == {"a": Fate.GONE, "b": Fate.GONE, "c": Fate.GONE, "d": Fate.NEW}


def test_what_was_lost_by_a_choice_comes_back_with_the_next_one() -> None:
    old, new = edition(COURSE, Choices()), edition(COURSE, Choices(Shape.HEADINGS))
    lost = [item for item in old.outline.items if item.title in ("a", "b")]
    gone = [replace(item, id=100 + item.id) for item in lost]
    back = reread(new, old, gone).back
    assert back == {100 + item.id: item.id for item in lost}


def test_even_two_that_look_alike_come_back_each_to_its_own_line() -> None:
    text = "# C\n## One\n- [a](https://a.org)\n- [a](https://a.org)\n- [b](https://b.org)\n"
    old, new = edition(text, Choices()), edition(text, Choices(Shape.HEADINGS))
    lost = [replace(item, id=100 + item.id) for item in old.outline.items if item.title != "One"]
    back = reread(new, old, lost).back
    assert back == {item.id: item.id - 100 for item in lost}


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the real course files")
@pytest.mark.parametrize("shape", CHOOSABLE)
def test_in_a_real_course_nothing_is_paired_with_anything_else(shape: Shape) -> None:
    path = SHARED / "courses" / "ossu__computer-science" / "README.md"
    text = path.read_text("utf-8")
    update = reread(edition(text, Choices()), edition(text, Choices(shape)))
    assert not update.unsure
    assert all(
        update.old.outline.item(one).line == update.new.outline.item(other).line
        for one, other in update.pairs.items()
    )
