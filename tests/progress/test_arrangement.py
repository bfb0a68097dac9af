"""A course as the learner has arranged it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, Week
from coursetracker.progress.arrangement import arranged, as_written
from coursetracker.progress.standings import EventKind, Standing

WEEK_1, WEEK_2, DOUGH, MIXING, KNEADING, OVEN = 1, 5, 2, 3, 4, 6
COURSE = Outline(
    "Bread",
    (
        Item(WEEK_1, None, Kind.WEEK, "Week 1", 1, 2, week=1),
        Item(DOUGH, WEEK_1, Kind.SECTION, "Dough", 3, 9, week=1),
        Item(MIXING, DOUGH, Kind.LESSON, "Mixing", 4, 6, week=1),
        Item(KNEADING, DOUGH, Kind.LESSON, "Kneading", 6, 9, week=1),
        Item(WEEK_2, None, Kind.WEEK, "Week 2", 2, 3, week=2),
        Item(OVEN, WEEK_2, Kind.LESSON, "Oven", 9, 12, week=2),
    ),
    weeks=(Week(1, "one"), Week(2, "two")),
)


def shown(outline: Outline) -> list[tuple[int, int | None, int | None]]:
    return [(item.id, item.parent, item.week) for item in outline.items]


def test_a_course_that_nobody_arranged_is_the_authors_own() -> None:
    assert arranged(COURSE, {MIXING: Standing(weight=5.0)}) is COURSE


def test_a_title_and_a_kind_are_the_learners() -> None:
    own = {
        MIXING: Standing(title="Stirring"),
        OVEN: Standing(kind=Kind.ASSESSMENT),
        WEEK_1: Standing(kind=Kind.LESSON),
    }
    outline = arranged(COURSE, own)
    assert outline.item(MIXING).title == "Stirring"
    assert outline.item(OVEN).kind is Kind.ASSESSMENT
    assert outline.item(WEEK_1).kind is Kind.WEEK


def test_what_is_hidden_takes_along_what_hangs_under_it() -> None:
    outline = arranged(COURSE, {DOUGH: Standing(hidden=True)})
    assert [item.id for item in outline.items] == [WEEK_1, WEEK_2, OVEN]


def test_a_section_moves_to_another_week_with_its_lessons() -> None:
    outline = arranged(COURSE, {DOUGH: Standing(week=WEEK_2)})
    assert shown(outline) == [
        (WEEK_1, None, 1),
        (WEEK_2, None, 2),
        (DOUGH, WEEK_2, 2),
        (MIXING, DOUGH, 2),
        (KNEADING, DOUGH, 2),
        (OVEN, WEEK_2, 2),
    ]


def test_a_week_that_is_gone_or_no_week_takes_nothing() -> None:
    for nowhere in (99, OVEN, DOUGH):
        assert shown(arranged(COURSE, {DOUGH: Standing(week=nowhere)})) == shown(COURSE)


def test_what_was_arranged_can_be_named_to_take_it_back() -> None:
    standing = Standing(title="a", hidden=False, optional=True, weight=3.0)
    assert as_written(standing) == [EventKind.TITLE, EventKind.HIDDEN, EventKind.OPTIONAL]


standings = st.builds(
    Standing,
    kind=st.sampled_from([None, Kind.SECTION, Kind.ASSESSMENT]),
    week=st.none() | st.integers(0, 11),
    hidden=st.none() | st.booleans(),
)


KINDS = (Kind.WEEK, Kind.SECTION, Kind.LESSON)


def tree(numbers: list[int]) -> Outline:
    """Return an outline with an item for each number, which says where it stands."""
    items: list[Item] = []
    for number, drawn in enumerate(numbers, start=1):
        parent = drawn % number or None
        items.append(Item(number, parent, KINDS[drawn % 3], str(number), number, number + 1))
    return Outline("", tuple(_in_order(items)))


outlines = st.lists(st.integers(0, 100), max_size=10).map(tree)


def _in_order(items: list[Item]) -> list[Item]:
    below: dict[int | None, list[Item]] = {}
    for item in items:
        below.setdefault(item.parent, []).append(item)
    ordered: list[Item] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        item = waiting.pop()
        ordered.append(item)
        waiting.extend(reversed(below.get(item.id, [])))
    return ordered


@given(outlines, st.dictionaries(st.integers(1, 10), standings, max_size=4))
def test_nothing_is_lost_but_what_is_hidden(outline: Outline, own: dict[int, Standing]) -> None:
    shown_now = arranged(outline, {i: s for i, s in own.items() if i in outline})
    seen: set[int | None] = {None}
    for item in shown_now.items:
        assert item.parent in seen
        assert item.id not in seen
        seen.add(item.id)
    without_hiding = {i: replace(s, hidden=None) for i, s in own.items() if i in outline}
    whole = arranged(outline, without_hiding)
    assert {item.id for item in whole.items} == {item.id for item in outline.items}
