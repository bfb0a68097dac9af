"""What an update does to each item, and what the learner may say to it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.editions import edition
from course.outlines import SHARED
from course.test_matching import course_and_edition
from course.test_splits import DIVIDED, WHOLE
from coursetracker.course.changes import Change, Fate, Update, update_between
from coursetracker.course.matching import Reason
from coursetracker.course.outline import Item
from coursetracker.resources import bundled_course

OLD = """\
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
"""
POINTERS = "# C\n## A\n- [ ] Pointers\n- [ ] Stack\n"
POINTERS_NOW = "# C\n## A\n- [ ] Stack\n## B\n- [ ] Arithmetic of pointers\n"


def update(old: str, new: str, lost: Sequence[Item] = ()) -> Update:
    return update_between(edition(old), edition(new), lost)


def rows(found: Update) -> list[str]:
    """Return the changes as "fates: old > new"."""
    return [
        f"{', '.join(sorted(each.fates))}: "
        + " > ".join(item.title for item in (each.old, each.new) if item)
        for each in found.changes()
    ]


def fates(old: str, new: str, title: str) -> set[Fate]:
    """Return what becomes of the item with this title; the new one, where it is new."""
    (change,) = (
        each for each in update(old, new).changes() if title == _title(each.old or each.new)
    )
    return set(change.fates)


def _title(item: Item | None) -> str:
    return item.title if item else ""


def number(text: str, title: str) -> int:
    """Return the id of the item with this title."""
    return next(item.id for item in edition(text).outline.items if item.title == title)


def lost(text: str, *titles: str) -> list[Item]:
    """Return items of a text as ones that left the course earlier."""
    items = edition(text).outline.items
    return [replace(item, id=1000 + item.id) for item in items if item.title in titles]


# Editions


def test_the_text_of_an_item_goes_down_to_what_comes_next() -> None:
    text = "# C\n\n## One\n\nFirst.\n\n- [ ] Read\n  this\n- [ ] Write\n\n## Two\n"
    ours = edition(text)
    shown = {item.title: ours.text(item.id) for item in ours.outline.items}
    assert shown == {
        "One": "## One\n\nFirst.",
        "Read": "- [ ] Read\n  this",
        "Write": "- [ ] Write",
        "Two": "## Two",
    }


def test_the_text_of_a_lesson_does_not_reach_beyond_its_list() -> None:
    ours = edition("# C\n## One\n- [ ] Read\n\nSomething about it all.\n## Two\n")
    assert ours.text(2) == "- [ ] Read"


def test_an_item_knows_the_passage_that_it_begins() -> None:
    ours = edition(OLD)
    lines = [ours.passage(item.id) for item in ours.outline.items]
    assert lines == list(range(1, 11))  # all but the title of the course


NAMES = ("P1xt__p1xt-guides", "jwasham__coding-interview-university", "ossu__computer-science")
REAL = [bundled_course(), *(SHARED / "courses" / name / "README.md" for name in NAMES)]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.parent.name)
def test_every_item_of_a_real_course_is_itself(path: Path) -> None:
    if not path.exists():
        pytest.skip("needs the real course files")
    ours = edition(path.read_text("utf-8"))
    found = update_between(ours, ours)
    assert found.counts() == {Fate.KEPT: len(ours.outline.items)}
    assert all(one == other for one, other in found.pairs.items())


# Fates


def test_nothing_changes_between_a_text_and_itself() -> None:
    found = update(OLD, OLD)
    assert found.counts() == {Fate.KEPT: 10}
    assert found.is_certain


def test_an_item_in_another_section_is_moved() -> None:
    new = OLD.replace("- [ ] Slices\n", "") + "- [ ] Slices\n"
    assert fates(OLD, new, "Slices") == {Fate.MOVED}
    assert fates(OLD, new, "Inheritance") == {Fate.KEPT}


def test_what_is_in_a_section_that_moved_to_another_week_is_moved_too() -> None:
    lists = "### Lists\n- [ ] Slices\n- [ ] Comprehensions\n"
    new = OLD.replace(lists, "") + lists
    assert fates(OLD, new, "Lists") == fates(OLD, new, "Slices") == {Fate.MOVED}


def test_an_item_that_only_stands_later_in_its_section_is_kept() -> None:
    new = OLD.replace("- [ ] Slices", "- [ ] Tuples\n- [ ] Slices")
    assert fates(OLD, new, "Slices") == {Fate.KEPT}
    assert fates(OLD, new, "Tuples") == {Fate.NEW}


def test_an_item_of_another_title_is_renamed() -> None:
    new = OLD.replace("First program", "Your first program")
    assert fates(OLD, new, "First program") == {Fate.RENAMED}


def test_an_item_that_says_something_else_is_changed_inside() -> None:
    new = OLD.replace("### Lists", "### Lists\n\nMore on them.")
    assert fates(OLD, new, "Lists") == {Fate.CHANGED}
    assert fates(OLD, new, "Slices") == {Fate.KEPT}


def test_an_item_can_be_moved_renamed_and_changed_at_once() -> None:
    new = OLD.replace("- [ ] Slices\n", "") + "- [ ] Slices (video)\n  of 5 minutes\n"
    assert fates(OLD, new, "Slices") == {Fate.MOVED, Fate.RENAMED, Fate.CHANGED}


def test_an_item_that_left_is_gone() -> None:
    new = OLD.replace("- [ ] Slices\n", "")
    assert fates(OLD, new, "Slices") == {Fate.GONE}
    assert not update(OLD, new).is_certain


def test_what_is_not_certain_is_unsure_and_proposes_a_new_item() -> None:
    found = update(POINTERS, POINTERS_NOW)
    assert "unsure: Pointers > Arithmetic of pointers" in rows(found)
    assert not found.is_certain
    assert number(POINTERS, "Pointers") not in found.pairs


def test_new_items_alone_leave_an_update_certain() -> None:
    assert update(OLD, OLD + "- [ ] Dataclasses\n").is_certain


def test_an_item_says_what_speaks_for_its_pair() -> None:
    assert {each.reason for each in update(OLD, OLD).changes()} == {Reason.PLACE}


# Items that left earlier


def test_an_item_that_left_earlier_comes_back_where_it_looks_the_same() -> None:
    found = update(
        OLD, OLD + "- [ ] Dataclasses\n", lost("# C\n- [ ] Dataclasses\n", "Dataclasses")
    )
    assert rows(found)[-1] == "back: Dataclasses > Dataclasses"
    assert found.counts() == {Fate.KEPT: 10, Fate.BACK: 1}
    assert found.is_certain


def test_an_item_of_another_text_does_not_come_back() -> None:
    gone = lost("# C\n- [ ] Dataclasses\n  in short\n", "Dataclasses")
    found = update(OLD, OLD + "- [ ] Dataclasses\n", gone)
    assert found.counts()[Fate.NEW] == 1
    assert found.back == {}


def test_of_two_that_look_the_same_none_comes_back() -> None:
    gone = lost("# C\n- [ ] Dataclasses\n", "Dataclasses")
    twice = [*gone, replace(gone[0], id=2000)]
    assert update(OLD, OLD + "- [ ] Dataclasses\n", twice).back == {}
    assert update(OLD, OLD + "- [ ] Dataclasses\n- [ ] Dataclasses\n", gone).back == {}


def test_an_item_that_is_there_is_not_taken_by_one_that_left() -> None:
    assert update(OLD, OLD, lost(OLD, "Slices")).back == {}


def test_what_came_back_is_proposed_to_nobody() -> None:
    gone = lost(POINTERS_NOW, "Arithmetic of pointers")
    found = update(POINTERS, POINTERS_NOW, gone)
    assert found.unsure == {}
    assert "gone: Pointers" in rows(found)
    assert "back: Arithmetic of pointers > Arithmetic of pointers" in rows(found)


# Order


def test_gone_items_stand_where_they_stood() -> None:
    new = OLD.replace("- [ ] Slices\n", "").replace("### Classes\n- [ ] Inheritance\n", "")
    found = rows(update(OLD, new + "### Objects\n- [ ] Methods\n"))
    assert [row.split(" > ")[0] for row in found] == [
        "kept: Week 1: Start",
        "kept: Basics",
        "kept: Install Python",
        "kept: First program",
        "kept: Lists",
        "gone: Slices",
        "kept: Comprehensions",
        "kept: Week 2: More",
        "new: Objects",
        "new: Methods",
        "gone: Classes",
        "gone: Inheritance",
    ]


def test_counts_are_of_the_changes() -> None:
    found = update(OLD, OLD.replace("Slices", "Slices (video)") + "- [ ] Dataclasses\n")
    assert found.counts() == {Fate.KEPT: 9, Fate.RENAMED: 1, Fate.NEW: 1}


# What the learner says


def paired(*, old: str, new: str) -> Update:
    """Return an update in which the learner has paired two items."""
    now = OLD.replace("- [ ] Slices\n", "") + "- [ ] Dataclasses\n"
    return update(OLD, now, lost("# C\n- [ ] Sets\n", "Sets")).paired(
        number("# C\n- [ ] Sets\n", old) + 1000 if old == "Sets" else number(OLD, old),
        number(now, new),
    )


def test_the_learner_can_pair_what_is_gone_with_what_is_new() -> None:
    found = paired(old="Slices", new="Dataclasses")
    assert found.is_certain
    assert rows(found)[-1] == "moved, renamed: Slices > Dataclasses"
    assert found.changes()[-1].reason is None


def test_who_was_paired_with_one_of_them_is_left_alone() -> None:
    found = paired(old="Slices", new="Inheritance")
    assert "gone: Inheritance" in rows(found)
    assert "new: Dataclasses" in rows(found)
    assert "moved, renamed: Slices > Inheritance" in rows(found)


def test_pairing_twice_keeps_the_last() -> None:
    found = paired(old="Slices", new="Inheritance")
    again = found.paired(
        number(OLD, "Inheritance"), found.pairs[number(OLD, "Slices")]
    )  # back to how it was
    assert "gone: Slices" in rows(again)
    assert "kept: Inheritance > Inheritance" in rows(again)


def test_the_learner_can_give_a_place_to_what_left_earlier() -> None:
    found = paired(old="Sets", new="Dataclasses")
    assert "back: Sets > Dataclasses" in rows(found)
    assert "gone: Slices" in rows(found)


def test_what_left_earlier_can_take_a_place_from_another() -> None:
    found = paired(old="Sets", new="Inheritance")
    assert "back: Sets > Inheritance" in rows(found)
    assert "gone: Inheritance" in rows(found)
    assert len(found.back) == 1


def test_what_was_proposed_can_be_confirmed() -> None:
    found = update(POINTERS, POINTERS_NOW)
    old, new = number(POINTERS, "Pointers"), number(POINTERS_NOW, "Arithmetic of pointers")
    confirmed = found.paired(old, new)
    assert confirmed.is_certain
    assert confirmed.pairs[old] == new
    assert confirmed.reasons[old] == found.reasons[old]


@pytest.mark.parametrize("title", ["Pointers", "Stack"])
def test_the_learner_can_part_what_is_paired_or_proposed(title: str) -> None:
    found = update(POINTERS, POINTERS_NOW).unpaired(number(POINTERS, title))
    assert f"gone: {title}" in rows(found)
    assert found.counts()[Fate.NEW] >= 1


def test_the_learner_can_part_what_came_back() -> None:
    gone = lost("# C\n- [ ] Dataclasses\n", "Dataclasses")
    found = update(OLD, OLD + "- [ ] Dataclasses\n", gone).unpaired(gone[0].id)
    assert rows(found)[-1] == "new: Dataclasses"


# Split and merged


def test_what_was_split_off_names_the_item_that_it_comes_from() -> None:
    (new,) = (each for each in update(WHOLE, DIVIDED).changes() if each.fates == {Fate.NEW})
    assert (_title(new.new), _title(new.kin)) == ("Chains", "Sequences")


def test_what_was_merged_names_the_item_that_it_went_into() -> None:
    (gone,) = (each for each in update(DIVIDED, WHOLE).changes() if each.fates == {Fate.GONE})
    assert (_title(gone.old), _title(gone.kin)) == ("Chains", "Sequences")


def test_no_other_item_has_kin() -> None:
    named = [each.kin for each in update(WHOLE, DIVIDED).changes() if each.kin]
    assert len(named) == 1
    assert not any(each.kin for each in update(OLD, OLD).changes())


# For any course and any edits


@st.composite
def updates(draw: st.DrawFn) -> Update:
    """Return an update between a course and an edition, with items that left earlier."""
    old, new = draw(course_and_edition())
    earlier, _ = draw(course_and_edition())
    items = [*edition(earlier).outline.items, *edition(new).outline.items]
    left = draw(st.lists(st.sampled_from(items), max_size=4)) if items else []
    gone = [replace(item, id=1000 + place) for place, item in enumerate(left)]
    return update_between(edition(old), edition(new), gone)


@st.composite
def discussed(draw: st.DrawFn) -> Update:
    """Return an update to which the learner has said something."""
    found = draw(updates())
    olds = [*(item.id for item in found.old.outline.items), *found.lost]
    news = [item.id for item in found.new.outline.items]
    for _ in range(draw(st.integers(0, 3)) if olds and news else 0):
        if draw(st.booleans()):
            found = found.paired(draw(st.sampled_from(olds)), draw(st.sampled_from(news)))
        else:
            found = found.unpaired(draw(st.sampled_from(olds)))
    return found


@settings(deadline=None)
@given(discussed())
def test_the_changes_name_every_item_once(found: Update) -> None:
    named = Counter(each.old.id for each in found.changes() if each.old)
    assert named == Counter([*(item.id for item in found.old.outline.items), *found.back])
    news = [each.new.id for each in found.changes() if each.new]
    assert news == [item.id for item in found.new.outline.items]


@settings(deadline=None)
@given(discussed())
def test_every_old_item_is_paired_unsure_or_gone(found: Update) -> None:
    gone = {_id(each) for each in found.changes() if Fate.GONE in each.fates}
    whole = [*found.pairs, *found.unsure, *gone]
    assert sorted(whole) == sorted(item.id for item in found.old.outline.items)


@settings(deadline=None)
@given(discussed())
def test_an_update_is_one_to_one_throughout(found: Update) -> None:
    taken = [*found.pairs.values(), *found.back.values(), *found.unsure.values()]
    assert len(set(taken)) == len(taken)
    assert set(found.back) <= set(found.lost)


@settings(deadline=None)
@given(discussed())
def test_fates_that_exclude_others_stand_alone(found: Update) -> None:
    together = {Fate.MOVED, Fate.RENAMED, Fate.CHANGED}
    for change in found.changes():
        assert change.fates
        assert len(change.fates) == 1 or change.fates <= together


def _id(change: Change) -> int:
    assert change.old is not None
    return change.old.id
