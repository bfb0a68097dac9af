"""Courses are taken in once, found again, and come back as they were."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from coursetracker import resources
from coursetracker.course.choices import Choices, Evidence, Shape
from coursetracker.course.outline import Outline, State
from coursetracker.library import revisions
from coursetracker.library.courses import (
    Course,
    CourseKind,
    Place,
    add_course,
    course_choices,
    course_text,
    find_course,
    keep_place,
    likely_course,
    load_course,
    opened,
    recent_courses,
)
from coursetracker.library.database import open_database
from coursetracker.library.record import record
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind, Standing
from library.course_samples import LATER, NOW, OUTLINE, TEXT, source


def add(
    db: sqlite3.Connection, path: Path = Path("/courses/pan ñ.md"), outline: Outline = OUTLINE
) -> Course:
    return add_course(db, source(path), outline, kind=CourseKind.FILE, at=NOW)


def test_a_course_comes_back_as_it_was_taken_in(db: sqlite3.Connection, folder: Path) -> None:
    course = add(db)

    assert load_course(db, course.id) == course
    with closing(open_database(folder)) as again:
        assert load_course(again, course.id) == course


def test_the_outline_keeps_all_but_its_ids(db: sqlite3.Connection) -> None:
    add(db, Path("/courses/other.md"))
    outline = add(db).outline
    ids = {item.id: old.id for item, old in zip(outline.items, OUTLINE.items, strict=True)}

    back = tuple(
        replace(item, id=ids[item.id], parent=item.parent and ids[item.parent])
        for item in outline.items
    )

    assert Outline(outline.title, back, outline.weeks, outline.evidence) == OUTLINE
    assert not ids.keys() & {item.id for item in OUTLINE.items}


def test_leaves_that_the_file_marks_stand_as_marked(db: sqlite3.Connection) -> None:
    course = add(db)
    _, section, done, begun, _ = (item.id for item in course.outline.items)

    assert course.standings == {
        done: Standing(State.DONE, NOW, NOW, "ab12"),
        begun: Standing(State.IN_PROGRESS, NOW),
    }
    assert section not in course.standings
    values = db.execute("SELECT value FROM event WHERE item = ?", (done,)).fetchall()
    assert values == [('{"state": "done", "body": "ab12", "from": "file"}',)]


def test_a_course_without_items_or_marks_is_a_course(db: sqlite3.Connection) -> None:
    course = add(db, outline=Outline("Empty", ()))

    assert load_course(db, course.id) == course
    assert db.execute("SELECT count(*) FROM event").fetchone() == (0,)


def test_the_text_is_kept_as_it_was_read(db: sqlite3.Connection) -> None:
    assert course_text(db, add(db).id) == TEXT


def test_the_text_and_hash_are_those_of_the_courses_revision(db: sqlite3.Connection) -> None:
    course = add(db)
    db.execute(
        "INSERT INTO revision (id, course, taken_at, sha256, weeks, evidence, text)"
        " SELECT id + 1, course, taken_at, 'new', weeks, evidence, text FROM revision"
    )
    db.execute("UPDATE course SET revision = revision + 1")

    assert load_course(db, course.id).sha256 == "new"


def test_an_item_that_left_the_course_is_not_loaded(db: sqlite3.Connection) -> None:
    course = add(db)
    gone = course.outline.items[2].id
    db.execute("UPDATE item SET gone_at = '2026-04-01' WHERE id = ?", (gone,))

    loaded = load_course(db, course.id)

    assert gone not in loaded.outline
    assert gone not in loaded.standings


@pytest.mark.parametrize("read", [load_course, course_text])
def test_a_course_that_is_not_there_is_a_problem(db: sqlite3.Connection, read: object) -> None:
    assert callable(read)
    with pytest.raises(Problem, match="not in the library any more"):
        read(db, 99)


def test_a_course_is_found_by_its_file_however_that_is_reached(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a b" / "curso ñ.md"
    file.parent.mkdir()
    file.touch()
    (tmp_path / "link.md").symlink_to(file)
    course = add(db, file)
    monkeypatch.chdir(tmp_path)

    for path in (file, Path("a b/../a b/curso ñ.md"), tmp_path / "link.md"):
        assert find_course(db, path) == course.id
    assert find_course(db, tmp_path / "other.md") is None


def test_a_file_that_is_gone_is_still_found(db: sqlite3.Connection, tmp_path: Path) -> None:
    assert find_course(db, tmp_path / "gone.md") is None
    course = add(db, tmp_path / "gone.md")

    assert find_course(db, tmp_path / "gone.md") == course.id
    assert load_course(db, course.id).source == tmp_path / "gone.md"


def test_a_path_that_is_no_text_is_not_found(db: sqlite3.Connection) -> None:
    assert find_course(db, Path("/courses/\udcff.md")) is None


def test_the_shipped_course_is_found_wherever_a_version_installs_it(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (tmp_path / version / "course" / "shipped.md" for version in ("1.0", "2.0"))
    monkeypatch.setattr(revisions, "bundled_course", lambda: old)
    course = add_course(db, source(old), OUTLINE, kind=CourseKind.BUNDLED, at=NOW)
    assert course.source == old

    monkeypatch.setattr(revisions, "bundled_course", lambda: new)

    assert find_course(db, new) == course.id
    assert load_course(db, course.id).source == new
    assert recent_courses(db)[0].source == new
    assert find_course(db, old) is None


def test_the_shipped_course_is_known_by_its_name_alone(db: sqlite3.Connection) -> None:
    shipped = resources.bundled_course()
    add_course(db, source(shipped), OUTLINE, kind=CourseKind.BUNDLED, at=NOW)

    assert db.execute("SELECT source FROM course").fetchone() == (shipped.name,)


def test_courses_are_listed_with_the_last_opened_first(db: sqlite3.Connection) -> None:
    first, second = add(db, Path("/a.md")), add(db, Path("/b.md"))
    assert [entry.id for entry in recent_courses(db)] == [second.id, first.id]

    opened(db, first.id, LATER)

    newest = recent_courses(db)[0]
    assert (newest.id, newest.title, newest.source) == (first.id, "Pan ñ", Path("/a.md"))
    assert (newest.opened_at, newest.opened_at.tzinfo) == (LATER, UTC)


def test_the_place_is_kept(db: sqlite3.Connection) -> None:
    course = add(db)
    place = Place(course.outline.items[3].id, 0.25)

    keep_place(db, course.id, place)

    assert load_course(db, course.id).place == place


def test_a_course_that_cannot_be_kept_leaves_nothing_behind(db: sqlite3.Connection) -> None:
    add(db)
    counts = [_count(db, table) for table in ("course", "revision", "item", "event", "standing")]

    with pytest.raises(sqlite3.IntegrityError):
        add(db)  # from the same file

    tables = ("course", "revision", "item", "event", "standing")
    assert [_count(db, table) for table in tables] == counts


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def test_removing_a_course_removes_all_that_hangs_on_it(db: sqlite3.Connection) -> None:
    course = add(db)
    keep_place(db, course.id, Place(course.outline.items[3].id))
    record(db, [Change(course.outline.items[3].id, EventKind.SCORE, {"score": 5})], LATER)

    db.execute("DELETE FROM course")

    tables = ("revision", "item", "event", "standing")
    assert [_count(db, table) for table in tables] == [0, 0, 0, 0]


# A course that is likely an earlier version


def titled(*titles: str) -> Outline:
    return Outline(
        "New", tuple(replace(OUTLINE.items[0], id=n, title=t) for n, t in enumerate(titles))
    )


@pytest.mark.parametrize(
    ("titles", "is_likely"),
    [
        (["Masa", "Amasar", "Reposar", "Hornear"], True),
        (["Masa", "Amasar", "Hornear", "Enfriar"], True),
        (["Masa", "Amasar", "Hornear", "Enfriar", "Cortar"], False),
        (["Masa"], False),
        (["Masa", "Masa"], False),
        ([], False),
    ],
)
def test_a_course_that_shares_half_of_the_titles_is_likely_the_same(
    db: sqlite3.Connection, titles: list[str], is_likely: bool
) -> None:
    course = add(db)

    found = likely_course(db, titled(*titles))

    assert (found and found.id) == (course.id if is_likely else None)


def test_the_course_that_shares_most_titles_is_the_likely_one(db: sqlite3.Connection) -> None:
    most = add(db, Path("/a.md"))
    add(db, Path("/b.md"), Outline("Other", OUTLINE.items[:3]))

    found = likely_course(db, OUTLINE)

    assert found is not None
    assert found.id == most.id


def test_titles_that_left_a_course_do_not_make_it_likely(db: sqlite3.Connection) -> None:
    add(db)
    db.execute("UPDATE item SET gone_at = '2026-04-01'")

    assert likely_course(db, OUTLINE) is None


# How it was read


def test_choices_come_back_with_their_course(db: sqlite3.Connection) -> None:
    choices = Choices(Shape.ROWS, {"año-1": Shape.BULLETS}, {"data": 2})
    course = add(db, outline=replace(OUTLINE, choices=choices))

    assert load_course(db, course.id).outline.choices == choices
    assert course_choices(db, course.source) == choices
    assert course_choices(db, Path("/courses/unknown.md")) == Choices()


def test_a_shape_that_is_not_known_is_no_choice(db: sqlite3.Connection) -> None:
    course = add(db)
    db.execute("""UPDATE course SET choices = '{"shape": "x", "sections": {"a": "y"}}'""")

    assert load_course(db, course.id).outline.choices == Choices()


def test_evidence_that_was_kept_in_words_is_still_read(db: sqlite3.Connection) -> None:
    course = add(db)
    db.execute(
        """UPDATE revision SET evidence = '["1,636 list items that are links", "1 task item",
        "2 headings", "63 table rows with a link", "12 files"]'"""
    )

    assert load_course(db, course.id).outline.evidence == (
        Evidence(Shape.BULLETS, 1636),
        Evidence(Shape.TASKS, 1),
        Evidence(Shape.HEADINGS, 2),
        Evidence(Shape.ROWS, 63),
        Evidence(Shape.FILES, 12),
    )
