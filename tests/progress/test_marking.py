"""A choice of items stands for lessons, and a mark for all of them spares some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.marking import (
    SPARED,
    above,
    common_state,
    meant,
    next_state,
    ticked,
    to_mark,
)
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing

NOT_STARTED, IN_PROGRESS, DONE, SKIPPED = State


def item(item_id: int, parent: int | None = None) -> Item:
    return Item(item_id, parent, Kind.LESSON, f"Item {item_id}", item_id, 99)


# 1 ── 2 ── 3, 4      5 ── 6, 7      8
COURSE = Outline("Course", (item(1), item(2, 1), item(3, 2), item(4, 2), item(5), item(6, 5),
                            item(7, 5), item(8)))  # fmt: skip


def progress(**states: State) -> Progress:
    """Return the course with states of items, as in ``progress(_3=DONE)``."""
    return Progress.of(COURSE, {int(i[1:]): Standing(state) for i, state in states.items()})


def marked(of: Progress, chosen: list[int], state: State) -> list[int]:
    return [each.id for each in to_mark(of, chosen, state)]


def test_a_section_stands_for_its_lessons_and_a_lesson_for_itself() -> None:
    assert marked(progress(), [1, 8], DONE) == [3, 4, 8]


def test_a_section_chosen_with_some_of_its_lessons_stands_for_those() -> None:
    assert marked(progress(), [1, 2, 4], SKIPPED) == [4]
    assert meant(COURSE, [1, 2, 4, 4, 8]) == [4, 8]
    assert above(COURSE, [3, 6]) == {1, 2, 5}


@pytest.mark.parametrize(
    ("state", "changes"),
    [(NOT_STARTED, [6, 7]), (IN_PROGRESS, []), (DONE, []), (SKIPPED, [])],
)
def test_what_a_mark_is_not_meant_for_keeps_its_state_under_a_section(
    state: State, changes: list[int]
) -> None:
    assert marked(progress(_6=DONE, _7=SKIPPED), [5], state) == changes


def test_skipping_a_section_leaves_out_only_what_is_not_done() -> None:
    assert marked(progress(_6=DONE, _7=IN_PROGRESS), [5], SKIPPED) == [7]


def test_a_lesson_that_is_chosen_itself_is_never_spared() -> None:
    assert marked(progress(_6=DONE, _7=SKIPPED), [6, 7], IN_PROGRESS) == [6, 7]


@pytest.mark.parametrize("state", [NOT_STARTED, IN_PROGRESS, DONE])
def test_a_section_that_is_skipped_as_a_whole_is_meant_as_a_whole(state: State) -> None:
    assert marked(progress(_6=SKIPPED, _7=SKIPPED), [5], state) == [6, 7]


def test_a_tick_unticks_only_where_all_of_it_is_done() -> None:
    done = progress(_3=DONE, _4=DONE, _8=IN_PROGRESS)

    assert ticked(done, [1]) is NOT_STARTED
    assert ticked(done, [1, 8]) is DONE


def test_the_states_follow_each_other_and_differing_ones_meet_in_progress() -> None:
    states = [next_state(progress(_8=state), [8]) for state in State]

    assert states == [IN_PROGRESS, DONE, SKIPPED, NOT_STARTED]
    assert next_state(progress(_6=DONE), [5]) is IN_PROGRESS
    assert common_state(progress(_6=DONE), [5]) is None


@st.composite
def marks(draw: st.DrawFn) -> tuple[Progress, list[int], State]:
    """Draw a course with states, some of its items and a state for them."""
    items: list[Item] = []
    path: list[int] = []
    for item_id in range(1, draw(st.integers(1, 12)) + 1):
        del path[draw(st.integers(0, len(path))) :]
        items.append(item(item_id, path[-1] if path else None))
        path.append(item_id)
    states = [Standing(draw(st.sampled_from(State))) for _ in items]
    chosen = draw(st.lists(st.sampled_from(range(1, len(items) + 1)), max_size=6))
    course = Outline("Course", tuple(items))
    standings = dict(enumerate(states, 1))
    return Progress.of(course, standings), chosen, draw(st.sampled_from(State))


@given(marks())
def test_bulk_marks_are_what_looking_at_each_lesson_gives(
    drawn: tuple[Progress, list[int], State],
) -> None:
    before, chosen, state = drawn
    outline = before.outline

    changes = to_mark(before, chosen, state)

    ids = [leaf.id for leaf in changes]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {
        leaf.id for leaf in outline.leaves() if _is_marked(before, chosen, state, leaf.id)
    }


def _is_marked(before: Progress, chosen: list[int], state: State, leaf: int) -> bool:
    """Say for one lesson whether a mark changes it, by what stands above it."""
    outline = before.outline
    if before.state(leaf) is state:
        return False
    if leaf in chosen:
        return True
    over = next((each.id for each in outline.ancestors(leaf) if each.id in chosen), None)
    if over is None or any(over in _over(outline, other) for other in chosen):
        return False
    beside = {before.state(each.id) for each in outline.leaves(over)}
    return len(beside) == 1 or before.state(leaf) not in SPARED[state]


def _over(outline: Outline, item_id: int) -> set[int]:
    return {each.id for each in outline.ancestors(item_id)}


@given(marks())
def test_marking_twice_changes_nothing_more_where_lessons_are_chosen(
    drawn: tuple[Progress, list[int], State],
) -> None:
    before, chosen, state = drawn
    leaves = [each for each in chosen if before.outline.is_leaf(each)]
    after = before.changed({each.id: Standing(state) for each in to_mark(before, leaves, state)})

    assert to_mark(after, leaves, state) == []
    assert all(after.state(each) is state for each in leaves)
