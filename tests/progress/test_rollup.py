"""Progress adds up the leaves, and a change costs only the ancestors."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.rollup import Check, Progress, Tally
from coursetracker.progress.standings import Standing

NOT_STARTED, IN_PROGRESS, DONE, SKIPPED = map(Standing, State)


def item(item_id: int, parent: int | None = None, *, optional: bool = False) -> Item:
    return Item(item_id, parent, Kind.LESSON, f"Item {item_id}", item_id, 99, optional=optional)


def outline(*items: Item) -> Outline:
    return Outline("Course", items)


# 1 ── 2 ── 3, 4      5 ── 6 (optional), 7      8
COURSE = outline(
    item(1),
    item(2, 1),
    item(3, 2),
    item(4, 2),
    item(5),
    item(6, 5, optional=True),
    item(7, 5),
    item(8),
)


@st.composite
def courses(draw: st.DrawFn) -> Outline:
    """Draw a tree of items in reading order: parents before what hangs under them."""
    items: list[Item] = []
    path: list[int] = []
    for item_id in range(1, draw(st.integers(0, 12)) + 1):
        del path[draw(st.integers(0, len(path))) :]
        items.append(item(item_id, path[-1] if path else None, optional=draw(st.booleans())))
        path.append(item_id)
    return outline(*items)


a_standing = st.builds(
    Standing, state=st.sampled_from(State), optional=st.sampled_from([None, True, False])
)


def standings_of(course: Outline) -> st.SearchStrategy[dict[int, Standing]]:
    ids = [each.id for each in course.items]
    if not ids:
        return st.just({})
    return st.dictionaries(st.sampled_from(ids), a_standing)


def tallies(progress: Progress) -> dict[int | None, Tally]:
    ids: list[int | None] = [None, *(each.id for each in progress.outline.items)]
    return {each: progress.tally(each) for each in ids}


def test_only_leaves_count_and_optional_ones_do_not() -> None:
    progress = Progress.of(COURSE, {3: DONE, 7: IN_PROGRESS, 6: DONE})

    assert progress.tally(None) == Tally(done=1, counted=4, begun=1)
    assert progress.tally(1) == progress.tally(2) == Tally(done=1, counted=2)
    assert progress.tally(5) == Tally(counted=1, begun=1)
    assert progress.tally(3) == Tally(done=1, counted=1)
    assert progress.tally(6) == Tally()


def test_the_share_is_of_what_counts() -> None:
    assert [Tally(1, 4).share, Tally(2, 2).share, Tally().share] == [0.25, 1.0, 0.0]


def test_a_skipped_leaf_counts_in_neither_part() -> None:
    assert Progress.of(COURSE, {3: SKIPPED, 4: DONE}).tally(2) == Tally(done=1, counted=1)


def test_the_learner_decides_what_is_optional() -> None:
    progress = Progress.of(COURSE, {3: Standing(optional=True), 6: Standing(optional=False)})

    assert (progress.tally(2), progress.tally(5)) == (Tally(counted=1), Tally(counted=2))


def test_a_course_without_items_has_nothing_to_count() -> None:
    progress = Progress.of(outline(), {})

    assert (progress.tally(None), progress.next_open(None)) == (Tally(), None)


def test_the_standing_of_a_parent_is_kept_but_not_counted() -> None:
    progress = Progress.of(COURSE, {}).changed({1: Standing(weight=2.0)})

    assert progress.standing(1).weight == 2.0
    assert progress.tally(1) == Tally(counted=2)


@pytest.mark.parametrize(
    ("standings", "check", "state"),
    [
        ({}, Check.NONE, State.NOT_STARTED),
        ({3: IN_PROGRESS}, Check.SOME, State.IN_PROGRESS),
        ({3: DONE}, Check.SOME, State.IN_PROGRESS),
        ({3: DONE, 4: DONE}, Check.ALL, State.DONE),
        ({3: DONE, 4: SKIPPED}, Check.ALL, State.DONE),
        ({3: SKIPPED, 4: SKIPPED}, Check.NONE, State.SKIPPED),
    ],
)
def test_a_parent_is_ticked_by_its_leaves(
    standings: dict[int, Standing], check: Check, state: State
) -> None:
    progress = Progress.of(COURSE, standings)

    assert (progress.check(2), progress.state(2)) == (check, state)


@pytest.mark.parametrize(
    ("standing", "check"),
    [
        (NOT_STARTED, Check.NONE),
        (IN_PROGRESS, Check.SOME),
        (DONE, Check.ALL),
        (SKIPPED, Check.NONE),
    ],
)
@pytest.mark.parametrize("leaf", [3, 6])
def test_a_leaf_is_ticked_by_its_state_be_it_optional_or_not(
    leaf: int, standing: Standing, check: Check
) -> None:
    progress = Progress.of(COURSE, {leaf: standing})

    assert (progress.check(leaf), progress.state(leaf)) == (check, standing.state)


def test_a_section_of_optional_lessons_is_ticked_by_them() -> None:
    course = outline(item(1), item(2, 1, optional=True), item(3, 1, optional=True))

    assert Progress.of(course, {2: DONE}).check(1) is Check.SOME
    assert Progress.of(course, {2: DONE, 3: DONE}).check(1) is Check.ALL


def opens(progress: Progress, after: int | None) -> int | None:
    found = progress.next_open(after)
    return None if found is None else found.id


def test_the_next_open_lesson_comes_after_the_current_one_and_then_from_the_start() -> None:
    progress = Progress.of(COURSE, {4: DONE})

    assert [opens(progress, each) for each in (None, 1, 3, 7, 8)] == [3, 3, 7, 8, 3]


def test_there_is_no_other_open_lesson_after_the_last_one() -> None:
    progress = Progress.of(COURSE, {3: DONE, 4: DONE, 7: SKIPPED})

    assert (opens(progress, 8), opens(progress, None)) == (None, 8)


@given(st.data())
def test_changing_is_the_same_as_adding_up_from_scratch(data: st.DataObject) -> None:
    course = data.draw(courses())
    before, change = data.draw(standings_of(course)), data.draw(standings_of(course))

    changed = Progress.of(course, before).changed(change)

    assert changed == Progress.of(course, {**before, **change})


@given(st.data())
def test_taking_a_change_back_restores_every_tally(data: st.DataObject) -> None:
    course = data.draw(courses())
    progress = Progress.of(course, data.draw(standings_of(course)))
    change = data.draw(standings_of(course))

    back = progress.changed(change).changed({each: progress.standing(each) for each in change})

    assert tallies(back) == tallies(progress)


@given(st.data())
def test_a_parent_counts_what_its_children_count(data: st.DataObject) -> None:
    course = data.draw(courses())
    progress = Progress.of(course, data.draw(standings_of(course)))

    for parent in (None, *(each.id for each in course.items if not course.is_leaf(each.id))):
        below = [progress.tally(child.id) for child in course.children(parent)]
        assert progress.tally(parent) == sum(below, Tally())


@given(st.data())
def test_ticking_all_leaves_ticks_every_item(data: st.DataObject) -> None:
    course = data.draw(courses())
    progress = Progress.of(course, {leaf.id: DONE for leaf in course.leaves()})

    assert all(progress.check(each.id) is Check.ALL for each in course.items)


def test_one_tick_among_ten_thousand_lessons_takes_less_than_a_millisecond() -> None:
    weeks = [item(week) for week in range(1, 11)]
    lessons = [item(number, number % 10 + 1) for number in range(11, 10_011)]
    progress = Progress.of(outline(*weeks, *lessons), {each.id: DONE for each in lessons[::2]})

    best = min(_seconds(progress, lesson.id) for lesson in lessons[:20])

    assert best < 0.001


def _seconds(progress: Progress, item_id: int) -> float:
    begun = time.perf_counter()
    progress.changed({item_id: IN_PROGRESS})
    return time.perf_counter() - begun
