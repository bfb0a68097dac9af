"""The shelf tells how far each course is, and what is taken off it can come back."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.library.courses import (
    Course,
    CourseKind,
    Place,
    add_course,
    find_course,
    is_unused,
    keep_place,
    likely_course,
    load_course,
    opened,
    recent_courses,
)
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.record import record
from coursetracker.library.shelf import (
    KEPT,
    Shelved,
    archive,
    expect_free,
    forget_removed,
    locate,
    remove,
    removed_courses,
    rename,
    restore,
    shelf,
)
from coursetracker.library.updates import take_back
from coursetracker.problems import Problem
from coursetracker.progress.arrangement import arranged
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import (
    LAST,
    LATER,
    NOW,
    OUTLINE,
    number,
    source,
    taken_in,
    tick,
    updated,
)

GONE = "not in the library any more"
TEXT = "# Pan\n## Masa\n- [ ] Amasar\n- [ ] Reposar\n- [ ] Hornear\n"


def add(
    db: sqlite3.Connection, path: Path = Path("/courses/pan ñ.md"), outline: Outline = OUTLINE
) -> Course:
    return add_course(db, source(path), outline, kind=CourseKind.FILE, at=NOW)


def only(db: sqlite3.Connection) -> Shelved:
    (shelved,) = shelf(db)
    return shelved


def ids(db: sqlite3.Connection) -> list[int]:
    return [shelved.id for shelved in shelf(db)]


def everything(db: sqlite3.Connection) -> list[str]:
    return list(db.iterdump())


# At a glance


def test_an_unused_library_has_an_empty_shelf(db: sqlite3.Connection) -> None:
    assert (shelf(db), is_unused(db)) == ([], True)


def test_a_course_tells_what_is_done_and_what_comes_next(db: sqlite3.Connection) -> None:
    course = taken_in(db, TEXT)
    record(db, [tick(number(course, "Amasar"))], NOW)

    shelved = only(db)

    assert (shelved.title, shelved.author_title, shelved.source) == ("Pan", "Pan", course.source)
    assert (shelved.opened_at, shelved.is_archived) == (NOW, False)
    assert (shelved.tally.done, shelved.tally.counted) == (1, 3)
    assert shelved.following is not None
    assert (shelved.following.item, shelved.following.title) == (
        number(course, "Reposar"),
        "Reposar",
    )


def test_what_comes_next_comes_from_the_place_on_and_then_from_the_start(
    db: sqlite3.Connection,
) -> None:
    course = taken_in(db, TEXT)
    next_titles = []
    for title in ("Reposar", "Hornear"):
        keep_place(db, course.id, Place(number(course, title)))
        next_titles.append(only(db).following)
    record(db, [tick(number(course, "Hornear"))], NOW)

    assert [each and each.title for each in next_titles] == ["Reposar", "Hornear"]
    following = only(db).following
    assert following is not None
    assert following.title == "Amasar"


def test_a_course_that_is_done_has_nothing_next(db: sqlite3.Connection) -> None:
    course = taken_in(db, TEXT)
    record(db, [tick(leaf.id) for leaf in course.outline.leaves()], NOW)

    assert (only(db).tally.share, only(db).following) == (1.0, None)


def test_a_course_without_lessons_is_on_the_shelf(db: sqlite3.Connection) -> None:
    add(db, outline=Outline("Empty", ()))

    assert (only(db).tally.counted, only(db).following) == (0, None)


def test_what_left_a_course_is_not_counted(db: sqlite3.Connection) -> None:
    course = taken_in(db, TEXT)
    now = updated(db, course, "# Pan\n## Masa\n")

    shelved = only(db)

    assert shelved.tally == Progress.of(now.outline, now.standings).tally(None)
    assert shelved.following is not None
    assert shelved.following.title == "Masa"


def test_the_course_opened_last_is_the_first(db: sqlite3.Connection) -> None:
    first, second = add(db, Path("/a.md")), add(db, Path("/b.md"))
    assert ids(db) == [second.id, first.id]

    opened(db, first.id, LATER)

    assert ids(db) == [first.id, second.id]


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    items: list[Item] = []
    path: list[int] = []
    for item_id in range(1, draw(st.integers(0, 9)) + 1):
        del path[draw(st.integers(0, len(path))) :]
        above = path[-1] if path else None
        optional = draw(st.booleans())
        items.append(
            Item(item_id, above, Kind.LESSON, f"Item {item_id}", item_id, 99, optional=optional)
        )
        path.append(item_id)
    return Outline("Course", tuple(items))


STEPS = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from([*State, True, False, None, "hide", "show"])),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(outlines(), STEPS, st.integers(-1, 8)), max_size=3))
def test_the_shelf_says_what_the_open_course_would(
    drawn: list[tuple[Outline, list[tuple[int, State | bool | str | None]], int]],
) -> None:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        for row, (outline, steps, place) in enumerate(drawn):
            course = add(db, Path(f"/{row}.md"), outline)
            items = course.outline.items
            for at, what in steps:
                if at < len(items):
                    record(db, [_change(items[at].id, what)], NOW)
            keep_place(db, course.id, Place(items[place].id if 0 <= place < len(items) else None))

        for shelved in shelf(db):
            course = load_course(db, shelved.id)
            progress = Progress.of(arranged(course.outline, course.standings), course.standings)
            assert shelved.tally == replace(progress.tally(None), outdated=0)
            assert (shelved.following and shelved.following.item) == _following(course, progress)


def _change(item: int, what: State | bool | str | None) -> Change:
    if isinstance(what, State):
        return tick(item, what)
    if isinstance(what, str):
        return Change(item, EventKind.HIDDEN, {"hidden": what == "hide"})
    return Change(item, EventKind.OPTIONAL, {"optional": what})


def _following(course: Course, progress: Progress) -> int | None:
    """Return the id of the open leaf at the place, else of the next one."""
    here, outline = course.place.item, progress.outline
    leaf = here is not None and here in outline and outline.is_leaf(here)
    if leaf and progress.tally(here).done < progress.tally(here).counted:
        return here
    found = progress.next_open(here)
    return found.id if found is not None else None


# Naming and archiving


def test_a_name_of_the_learners_stands_before_the_authors(db: sqlite3.Connection) -> None:
    course = add(db)

    rename(db, course.id, "My bread")

    assert (only(db).title, only(db).author_title) == ("My bread", "Pan ñ")
    assert recent_courses(db)[0].title == "My bread"
    loaded = load_course(db, course.id)
    assert (loaded.title, loaded.outline.title) == ("My bread", "Pan ñ")


@pytest.mark.parametrize("title", [None, "", "Pan ñ"])
def test_the_authors_name_can_be_taken_back(db: sqlite3.Connection, title: str | None) -> None:
    course = add(db)
    before = everything(db)
    rename(db, course.id, "My bread")

    rename(db, course.id, title)

    assert everything(db) == before


def test_a_name_outlasts_updates_and_the_author_may_change_theirs(db: sqlite3.Connection) -> None:
    course = taken_in(db, TEXT)
    rename(db, course.id, "My bread")

    updated(db, load_course(db, course.id), TEXT.replace("# Pan", "# Bread"))
    assert (only(db).title, only(db).author_title) == ("My bread", "Bread")

    take_back(db, course.id, LAST)
    assert (only(db).title, only(db).author_title) == ("My bread", "Pan")


def test_an_archived_course_leaves_the_recent_ones_but_is_found(db: sqlite3.Connection) -> None:
    course, other = add(db), add(db, Path("/other.md"), Outline("Other", ()))

    archive(db, course.id, LATER)

    assert [entry.id for entry in recent_courses(db)] == [other.id]
    assert {shelved.id: shelved.is_archived for shelved in shelf(db)} == {
        course.id: True,
        other.id: False,
    }
    assert find_course(db, course.source) == course.id
    likely = likely_course(db, OUTLINE)
    assert likely is not None
    assert likely.id == course.id
    assert load_course(db, course.id) == course

    archive(db, course.id, None)
    assert {entry.id for entry in recent_courses(db)} == {course.id, other.id}


# Moving


def test_a_course_whose_file_moved_is_found_by_it(db: sqlite3.Connection, tmp_path: Path) -> None:
    course, moved = add(db), tmp_path / "moved ñ.md"

    locate(db, course.id, moved)

    assert find_course(db, moved) == course.id
    assert find_course(db, course.source) is None
    assert load_course(db, course.id) == replace(course, source=moved)


def test_the_texts_before_have_moved_along(db: sqlite3.Connection, tmp_path: Path) -> None:
    course, moved = taken_in(db, TEXT), tmp_path / "moved.md"
    updated(db, course, TEXT + "- [ ] Enfriar\n")

    locate(db, course.id, moved)

    assert take_back(db, course.id, LAST).source == moved


def test_the_file_of_another_course_is_not_taken(db: sqlite3.Connection) -> None:
    course, other = add(db), add(db, Path("/other.md"))
    rename(db, other.id, "Mine")
    before = everything(db)

    with pytest.raises(Problem, match="belongs to the course “Mine” already"):
        locate(db, course.id, other.source)
    with pytest.raises(Problem, match="belongs to the course “Mine” already"):
        expect_free(db, other.source, course.id)

    assert everything(db) == before
    expect_free(db, course.source, course.id)
    expect_free(db, Path("/nobodys.md"), course.id)


# Removing


def test_a_removed_course_is_found_by_nothing(db: sqlite3.Connection) -> None:
    course = add(db)

    remove(db, course.id, LATER)

    assert (shelf(db), recent_courses(db), recent_courses(db, archived=True)) == ([], [], [])
    assert find_course(db, course.source) is None
    assert likely_course(db, OUTLINE) is None
    assert not is_unused(db)
    with pytest.raises(Problem, match=GONE):
        load_course(db, course.id)


def test_a_removed_course_comes_back_as_it_was(db: sqlite3.Connection) -> None:
    course = add(db)
    record(db, [tick(course.outline.items[3].id)], NOW)
    rename(db, course.id, "My bread")
    archive(db, course.id, NOW)
    before = everything(db)
    remove(db, course.id, LATER)
    assert [(each.id, each.title) for each in removed_courses(db)] == [(course.id, "My bread")]

    assert restore(db, course.id)

    assert everything(db) == before
    assert removed_courses(db) == []


def test_the_file_of_a_removed_course_is_free(db: sqlite3.Connection) -> None:
    course = add(db)
    remove(db, course.id, LATER)
    again = add(db)
    assert again.id != course.id

    assert not restore(db, course.id)

    assert find_course(db, course.source) == again.id
    back = load_course(db, course.id)
    assert back.source.parent == course.source.parent
    assert back.source != course.source
    assert not back.source.exists()
    assert ids(db) == [again.id, course.id]


def test_a_course_that_came_back_without_its_file_can_be_located(db: sqlite3.Connection) -> None:
    course = add(db)
    remove(db, course.id, LATER)
    again = add(db)
    restore(db, course.id)
    remove(db, again.id, LATER)

    locate(db, course.id, course.source)

    assert load_course(db, course.id) == course
    assert not restore(db, again.id)


def test_an_update_in_another_window_does_not_take_the_file_of_a_removed_course(
    db: sqlite3.Connection,
) -> None:
    course = taken_in(db, TEXT)
    updated(db, course, TEXT + "- [ ] Enfriar\n")
    remove(db, course.id, LATER)

    with pytest.raises(Problem, match=GONE):
        take_back(db, course.id, LAST)

    assert find_course(db, course.source) is None
    assert restore(db, course.id)


def test_courses_come_back_in_any_order(db: sqlite3.Connection) -> None:
    courses = [add(db, Path(f"/{name}.md")) for name in "abc"]
    for course in courses:
        remove(db, course.id, LATER)
    assert [each.id for each in removed_courses(db)] == [course.id for course in courses]

    for course in courses:
        assert restore(db, course.id)

    assert sorted(ids(db)) == [course.id for course in courses]


def test_a_course_is_deleted_when_it_was_removed_long_ago(db: sqlite3.Connection) -> None:
    course, other = add(db), add(db, Path("/other.md"))
    remove(db, course.id, LATER)
    before = everything(db)

    forget_removed(db, LATER + KEPT)
    assert everything(db) == before

    forget_removed(db, LATER + KEPT + timedelta(seconds=1))
    assert removed_courses(db) == []
    assert set(db.execute("SELECT DISTINCT course FROM item")) == {(other.id,)}
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(Problem, match=GONE):
        restore(db, course.id)


def test_a_course_that_is_on_the_shelf_is_not_deleted_nor_restored(db: sqlite3.Connection) -> None:
    course = add(db)

    forget_removed(db, datetime(2999, 1, 1).astimezone())

    assert ids(db) == [course.id]
    with pytest.raises(Problem, match=GONE):
        restore(db, course.id)


def test_nothing_is_done_to_a_course_that_is_not_on_the_shelf(db: sqlite3.Connection) -> None:
    course = add(db)
    remove(db, course.id, LATER)
    before = everything(db)

    for course_id in (course.id, 99):
        with pytest.raises(Problem, match=GONE):
            rename(db, course_id, "Mine")
        with pytest.raises(Problem, match=GONE):
            archive(db, course_id, LATER)
        with pytest.raises(Problem, match=GONE):
            locate(db, course_id, Path("/elsewhere.md"))
        with pytest.raises(Problem, match=GONE):
            remove(db, course_id, LATER)

    assert everything(db) == before


# Libraries that were made by earlier programs


@pytest.mark.parametrize("sample", ["v1", "v2"])
def test_the_courses_of_earlier_schemas_are_on_the_shelf(folder: Path, sample: str) -> None:
    folder.mkdir()
    path = Path(__file__).parent / "samples" / f"{sample}.sqlite3"
    (folder / DATABASE).write_bytes(path.read_bytes())

    with closing(open_database(folder)) as db:
        assert (only(db).title, only(db).tally.done, removed_courses(db)) == ("Pan ñ", 2, [])


def test_what_schema_5_has_put_away_is_still_put_away(folder: Path) -> None:
    folder.mkdir()
    path = Path(__file__).parent / "samples" / "v5.sqlite3"
    (folder / DATABASE).write_bytes(path.read_bytes())

    with closing(open_database(folder)) as db:
        assert {each.title: each.is_archived for each in shelf(db)} == {
            "Pan ñ": False,
            "Mi pan": True,
        }
        assert find_course(db, Path("/courses/removed.md")) is None
        assert restore(db, 3)
        assert find_course(db, Path("/courses/removed.md")) == 3
